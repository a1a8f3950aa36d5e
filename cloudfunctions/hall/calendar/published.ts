import published from 'chinese-days/dist/chinese-days.json'
import { type ShanghaiDay, weekdayOf } from '../../../types/common/time'
import type { YearCalendar } from './working-day.rule'

// the State Council's notices, as the library keeps them; a year it does not have is not published yet
const { holidays, workdays } = published as {
  readonly holidays: Readonly<Record<string, string>>
  readonly workdays: Readonly<Record<string, string>>
}

const isWeekday = (day: string): boolean => weekdayOf(day as ShanghaiDay) <= 5

/** The 国务院 calendar of a year; undefined when it is not published yet. */
export const publishedYear = (year: number): YearCalendar | undefined => {
  const ofYear = (day: string): boolean => day.startsWith(`${year}-`)
  const off = Object.keys(holidays).filter((day) => ofYear(day) && isWeekday(day))
  const worked = Object.keys(workdays).filter(ofYear)
  return off.length === 0 ? undefined : { off: new Set(off), worked: new Set(worked) }
}
