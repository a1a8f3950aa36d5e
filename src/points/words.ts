import type { Tone } from '../ui/status-tag'
import type { EarningItem, Redemption, ShelfItem, Shift } from './shown'

/** Points with their sign: 「+20」, 「−60」. */
export const signed = (points: number): string => (points < 0 ? `−${-points}` : `+${points}`)

export const kindWords: Readonly<Record<ShelfItem['kind'], string>> = {
  goods: '实物',
  service: '服务',
  honour: '荣誉',
}

const periodWords = { month: '每月', year: '每年' } as const

/** 「每户每月最多 2 件」; empty without a limit. */
export const limitText = ({ limit, limitPeriod }: Pick<ShelfItem, 'limit' | 'limitPeriod'>): string =>
  limit > 0 ? `每户${periodWords[limitPeriod]}最多 ${limit} 件` : ''

/** What a redemption's state means to its household. */
export const redemptionWords: Readonly<
  Record<Redemption['state'], { readonly tone: Tone; readonly word: string }>
> = {
  held: { tone: 'own', word: '等您来取' },
  done: { tone: 'good', word: '已取' },
  cancelled: { tone: 'calm', word: '已取消' },
  expired: { tone: 'late', word: '过期已退' },
  short: { tone: 'late', word: '缺货已退' },
}

const capNames = { day: '每天', week: '每周', month: '每月', year: '每年' } as const

/** 「每次 20 分 · 每月最多 4 次」. */
export const earningText = ({ unit, points, caps }: EarningItem): string => {
  const limits = (['day', 'week', 'month', 'year'] as const).flatMap((period) =>
    caps[period] === undefined ? [] : [`${capNames[period]}最多 ${caps[period]} ${unit}`],
  )
  return [`每${unit} ${points} 分`, ...limits].join(' · ')
}

/** How the user stands to a shift. */
export const shiftWords: Readonly<
  Record<Shift['mine'], { readonly tone: Tone; readonly word: string } | undefined>
> = {
  none: undefined,
  taken: { tone: 'own', word: '已报' },
  in: { tone: 'good', word: '已签到' },
  out: { tone: 'good', word: '已签退,等确认' },
  confirmed: { tone: 'good', word: '已记积分' },
}
