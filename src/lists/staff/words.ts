import {
  asInstant,
  clockText,
  minutesOfDay,
  momentText,
  shanghaiDay,
  weekdayText,
} from '../../../types/common/time'
import { needSources } from '../../../types/common/words'
import type { NeedRow, ProjectRow } from './rows'

/** A dash at which no line breaks. */
const dash = '\u2060—\u2060'

/** `明天(周日) 9:00—11:00`, both ends in epoch ms. */
export const spanText = (startsAt: number, endsAt: number, now = Date.now()): string => {
  const from = asInstant(startsAt)
  const to = asInstant(endsAt)
  const end =
    shanghaiDay(from) === shanghaiDay(to)
      ? clockText(minutesOfDay(to)).replace(/^0/, '')
      : momentText(to, asInstant(now))
  return `${momentText(from, asInstant(now))}${dash}${end}`
}

/** `周一至周五`, `周三、周六`, `每天`. */
const weekdaysText = (weekdays: readonly number[]): string => {
  const days = [...weekdays].sort((a, b) => a - b)
  const first = days[0]
  const last = days.at(-1)
  if (days.length === 7) return '每天'
  if (first !== undefined && last !== undefined && days.length > 2 && last - first === days.length - 1)
    return `${weekdayText(first)}至${weekdayText(last)}`
  return days.map(weekdayText).join('、')
}

/** When a need or a resource can be served, `时间不限` when nothing was said. */
export const limitsText = (weekdays: readonly number[] | undefined, hours: string | undefined): string => {
  const parts = [weekdays && weekdaysText(weekdays), hours?.replace('-', dash)].filter(Boolean)
  return parts.length === 0 ? '时间不限' : parts.join(' ')
}

/** Who a need is for and how it came, on one line. */
export const needNote = (need: NeedRow): string =>
  [
    needSources[need.source],
    need.person,
    need.beneficiary.join('、'),
    `${need.headcount} 人`,
    limitsText(need.weekdays, need.hours),
    need.mobilityImpaired ? '行动不便' : undefined,
  ]
    .filter(Boolean)
    .join(' · ')

/** Where a need stands, in a word. */
export const needStateWords: Readonly<Record<NeedRow['state'], string>> = {
  open: '待对接',
  matched: '已配',
  gap: '缺口',
  served: '已服务',
  withdrawn: '已撤回',
}

/** Where a project stands, in a word. */
export const projectStateWords: Readonly<Record<ProjectRow['state'], string>> = {
  draft: '待发布',
  published: '已发布',
  done: '已办完',
  cancelled: '已取消',
}

/** `11 / 20,候补 2`. */
export const seatsText = ({ taken, cap, waiting }: Pick<ProjectRow, 'taken' | 'cap' | 'waiting'>): string =>
  `${taken} / ${cap}${waiting > 0 ? `,候补 ${waiting}` : ''}`

/** `2026-11` as `11月`. */
export const monthText = (month: string): string => `${Number(month.slice(5))}月`
