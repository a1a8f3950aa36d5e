import type { ShanghaiDay } from '../../../types/common/time'
import { weekdayOf } from '../../../types/common/time'
import type { CalendarDocument } from '../../_kit/documents/matters'

/** Days of one year that are not what their weekday says. */
export type YearFacts = Pick<CalendarDocument, 'year' | 'off' | 'worked'>

/** Whether days off are weekdays, days worked weekend days, all of that year and none twice. */
export const isYearCalendar = ({ year, off, worked }: YearFacts): boolean => {
  const isWeekend = (day: ShanghaiDay): boolean => weekdayOf(day) >= 6
  const all = [...off, ...worked]
  return (
    all.every((day) => day.startsWith(`${year}-`)) &&
    new Set(all).size === all.length &&
    !off.some(isWeekend) &&
    worked.every(isWeekend)
  )
}

/** Calendars belong to districts, whose ids have one segment. */
export const isDistrict = (centreId: string): boolean => !centreId.includes('.')

/** Stands behind every problem in the order they were listed: all were counted again. */
export const allRecounted = '~'
