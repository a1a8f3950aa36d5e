import { addDays, dayText, type ShanghaiDay, weekdayOf, weekdayText } from '../../types/common/time'

const mostDays = 31

/** 放假: the weekdays from one day to another; weekends are off anyway. At most a month. */
export const weekdaysBetween = (from: ShanghaiDay, to: ShanghaiDay): readonly ShanghaiDay[] => {
  const days: ShanghaiDay[] = []
  for (let day = from; day <= to && day < addDays(from, mostDays); day = addDays(day, 1)) {
    if (weekdayOf(day) <= 5) days.push(day)
  }
  return days
}

/** 补班: whether a day can be one, which only weekend days can. */
export const isWeekend = (day: ShanghaiDay): boolean => weekdayOf(day) >= 6

/** The weekday after a weekday. */
const weekdayAfter = (day: ShanghaiDay): ShanghaiDay =>
  addDays(day, weekdayOf(day) >= 5 ? 8 - weekdayOf(day) : 1)

/** Days off in a row, weekends between them left out. */
export interface Span {
  readonly from: ShanghaiDay
  readonly to: ShanghaiDay
}

/** Weekdays off, in order, as the holidays they make up: what only a weekend parts belongs together. */
export const spansOf = (days: readonly string[]): readonly Span[] => {
  const spans: Span[] = []
  for (const day of [...days].sort() as ShanghaiDay[]) {
    const last = spans[spans.length - 1]
    if (last && weekdayAfter(last.to) === day) spans[spans.length - 1] = { from: last.from, to: day }
    else spans.push({ from: day, to: day })
  }
  return spans
}

/** 「10月10日(周六)」. */
export const namedDay = (day: string): string =>
  `${dayText(day)}(${weekdayText(weekdayOf(day as ShanghaiDay))})`

/** 「10月1日(周四)到10月7日(周三)」. */
export const spanText = ({ from, to }: Span): string =>
  from === to ? namedDay(from) : `${namedDay(from)}到${namedDay(to)}`
