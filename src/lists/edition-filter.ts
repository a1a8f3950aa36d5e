import { asInstant, shanghaiDay, weekdayOf, weekdayText } from '../../types/common/time'
import { audiences } from '../../types/common/words'
import type { EditionRow } from './shown'

/** What the menu is narrowed to; 0 and the empty string stand for all. */
export interface EditionFilter {
  readonly weekday: number
  readonly audience: string
}

export const wholeEdition: EditionFilter = { weekday: 0, audience: '' }

const everybody = '全体居民'
const weekdayOfRow = (row: EditionRow): number => weekdayOf(shanghaiDay(asInstant(row.startsAt)))

/** The rows a filter lets through; what is for everybody (全体居民) is for each audience too. */
export const filterRows = (rows: readonly EditionRow[], filter: EditionFilter): EditionRow[] =>
  rows.filter(
    (row) =>
      (filter.weekday === 0 || weekdayOfRow(row) === filter.weekday) &&
      (filter.audience === '' || row.audience.some((one) => one === filter.audience || one === everybody)),
  )

/** Weekdays on which something takes place, after 「全部」. */
export const weekdayChoices = (rows: readonly EditionRow[]) => {
  const days = [...new Set(rows.map(weekdayOfRow))].sort((a, b) => a - b)
  return [{ value: 0, word: '每天' }, ...days.map((value) => ({ value, word: weekdayText(value) }))]
}

/** Audiences something is made for, after 「全部」. */
export const audienceChoices = (rows: readonly EditionRow[]) => {
  const named = audiences.filter(
    (one) => one !== everybody && rows.some(({ audience }) => audience.includes(one)),
  )
  return [{ value: '', word: '全部' }, ...named.map((one) => ({ value: String(one), word: String(one) }))]
}
