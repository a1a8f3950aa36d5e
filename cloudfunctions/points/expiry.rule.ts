import type { Instant, ShanghaiDay } from '../../types/common/time'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { idOf } from '../_kit/ids'
import { journalOf } from './journal.rule'

/** Points of one year that are still there. */
export interface Lot {
  readonly year: number
  readonly points: number
}

type Sums = Pick<PassbookDocument, 'earnedIn' | 'out'>

/**
 * What is left of each year's points, oldest year first: the oldest are spent first. Lots add up to the balance. A year
 * may stand below zero when points of it moved to another household before they were reversed; later years bear that.
 */
export const lotsOf = ({ earnedIn, out }: Sums): readonly Lot[] => {
  // keys that are whole numbers come in ascending order
  const years = Object.keys(earnedIn).map(Number)
  let sum = -out
  const upTo = years.map((year) => {
    sum += earnedIn[year] ?? 0
    return Math.max(0, sum)
  })
  // what is left up to a year is never more than what is left up to a later one
  for (let at = upTo.length - 2; at >= 0; at -= 1) {
    upTo[at] = Math.min(upTo[at] ?? 0, upTo[at + 1] ?? 0)
  }
  return years.map((year, at) => ({ year, points: (upTo[at] ?? 0) - (upTo[at - 1] ?? 0) }))
}

/** Takes points off lots, the oldest first; answers how many of each year. The lots have to hold as many. */
export const takeOldest = (lots: readonly Lot[], points: number): readonly Lot[] => {
  let wanted = points
  return lots.flatMap((lot) => {
    const taken = Math.min(wanted, lot.points)
    wanted -= taken
    return taken > 0 ? [{ year: lot.year, points: taken }] : []
  })
}

/** The last day on which points of a year can be spent, under a rule of so many years. */
export const lastDayOf = (year: number, expireAfterYears: number): ShanghaiDay =>
  `${year + expireAfterYears}-12-31` as ShanghaiDay

/** The points that lapse next and their last day; undefined without a rule or without points. */
export const nextLapse = (
  passbook: Sums,
  expireAfterYears: number,
): { readonly points: number; readonly on: ShanghaiDay } | undefined => {
  const lot = expireAfterYears === 0 ? undefined : lotsOf(passbook).find(({ points }) => points > 0)
  return lot && { points: lot.points, on: lastDayOf(lot.year, expireAfterYears) }
}

/**
 * 到期清零: in the first two weeks of a year, the journal that lets points lapse whose last day is over. Only then:
 * points that come back later (a cancelled redemption) live until the next turn of the year, which is announced.
 */
export const expiryOf = (
  passbook: PassbookDocument,
  expireAfterYears: number,
  today: ShanghaiDay,
  at: Instant,
): Journal | undefined => {
  if (expireAfterYears === 0 || passbook.state === 'closed' || today.slice(5) > '01-14') return undefined
  const year = Number(today.slice(0, 4)) - expireAfterYears - 1
  const lapsed = lotsOf(passbook).filter((lot) => lot.year <= year)
  const points = lapsed.reduce((sum, lot) => sum + lot.points, 0)
  if (points === 0) return undefined
  const { _id: passbookId, centreId } = passbook
  return journalOf({
    id: idOf('expiry', passbookId, String(year)),
    kind: 'expiry',
    at,
    centreId,
    passbookId,
    amount: -points,
    reason: `${year} 年及以前的积分到期清零`,
    about: `year:${year}`,
    by: '',
    byMasked: '系统',
    requestKey: '',
  })
}

/** Which of the two notices is due: a window of three days, so that a night without a timer loses none. */
const windows = [
  { days: 30, from: '12-01', to: '12-03' },
  { days: 7, from: '12-24', to: '12-26' },
] as const

/** The notice due today about points that lapse at the end of this year; undefined on other days. */
export const dueNotice = (
  passbook: PassbookDocument,
  expireAfterYears: number,
  today: ShanghaiDay,
): { readonly points: number; readonly on: ShanghaiDay; readonly days: 30 | 7 } | undefined => {
  const day = today.slice(5)
  const window = windows.find(({ from, to }) => day >= from && day <= to)
  if (!window || expireAfterYears === 0 || passbook.state === 'closed') return undefined
  const on = `${today.slice(0, 4)}-12-31` as ShanghaiDay
  const points = lotsOf(passbook)
    .filter(({ year }) => lastDayOf(year, expireAfterYears) <= on)
    .reduce((sum, lot) => sum + lot.points, 0)
  return points > 0 ? { points, on, days: window.days } : undefined
}
