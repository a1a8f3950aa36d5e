import { addDays, dayLength, instantOf, type ShanghaiDay, weekdayOf } from '../../types/common/time'
import type { EarningItemDocument, PassbookDocument } from '../_kit/documents/points'

type Caps = EarningItemDocument['caps']
export type Period = keyof Caps
const periods: readonly Period[] = ['day', 'week', 'month', 'year']

const asDay = (text: string): ShanghaiDay => text as ShanghaiDay

/** ISO week of a day as `YYYYWW`: weeks begin on Monday and belong to the year of their Thursday. */
const isoWeek = (day: ShanghaiDay): string => {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const year = thursday.slice(0, 4)
  const days = (instantOf(thursday, 0) - instantOf(asDay(`${year}-01-01`), 0)) / dayLength
  return `${year}${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}

/** Keys of the periods a day in China lies in: `d20261121`, `w202647` (ISO week), `m202611`, `y2026`. */
export const periodKeys = (day: ShanghaiDay): Readonly<Record<Period, string>> => {
  const digits = day.replaceAll('-', '')
  return {
    day: `d${digits}`,
    week: `w${isoWeek(day)}`,
    month: `m${digits.slice(0, 6)}`,
    year: `y${digits.slice(0, 4)}`,
  }
}

const counterOf = (itemId: string, key: string): string => `${itemId}_${key}`

/** The counters in `units` that one log of an item counts in, whether its caps use them today or not. */
export const countersOf = (itemId: string, happenedOn: ShanghaiDay): readonly string[] =>
  Object.values(periodKeys(happenedOn)).map((key) => counterOf(itemId, key))

/** A counter of `units` that may hold at most this much before more is added; negative when nothing fits. */
export interface Ceiling {
  readonly counter: string
  readonly atMost: number
}

/** What the counters must leave room for, for every period that is capped (上限, per household). */
export const ceilingsOf = (
  itemId: string,
  caps: Caps,
  units: number,
  happenedOn: ShanghaiDay,
): readonly Ceiling[] => {
  const keys = periodKeys(happenedOn)
  return periods.flatMap((period) => {
    const cap = caps[period]
    return cap === undefined ? [] : [{ counter: counterOf(itemId, keys[period]), atMost: cap - units }]
  })
}

/** Whether the counters, as they were seen, have room. The update that posts asks again. */
export const fits = (ceilings: readonly Ceiling[], units: PassbookDocument['units']): boolean =>
  ceilings.every(({ counter, atMost }) => (units[counter] ?? 0) <= atMost)

/** Whether so many units fit an empty period at all: a counter that is not there yet cannot say no. */
export const everFits = (ceilings: readonly Ceiling[]): boolean => ceilings.every(({ atMost }) => atMost >= 0)

/** `about` of a journal that came from a log: which item, how many units, the day it happened. */
export const aboutLog = (itemId: string, units: number, happenedOn: ShanghaiDay): string =>
  `item:${itemId}:${units}:${happenedOn}`

/**
 * The counters a logged journal counted in, and how much, so that its reversal gives the household its room back.
 * Only those the passbook still keeps; none for journals that were not logged.
 */
export const countedBy = (
  about: string,
  units: PassbookDocument['units'],
): { readonly counters: readonly string[]; readonly units: number } => {
  const parts = /^item:([^:]+):(\d+):(\d{4}-\d{2}-\d{2})$/.exec(about)
  if (!parts) return { counters: [], units: 0 }
  const [, itemId = '', counted = '0', day = ''] = parts
  return {
    counters: countersOf(itemId, asDay(day)).filter((counter) => Object.hasOwn(units, counter)),
    units: Number(counted),
  }
}
