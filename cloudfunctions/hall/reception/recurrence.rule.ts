import { addDays, type ShanghaiDay, weekdayOf } from '../../../types/common/time'
import type { ReceptionRuleDocument, Recurrence } from '../../_kit/documents/sessions'
import { type Calendars, isPublicHoliday } from '../calendar/working-day.rule'

/** How many days ahead of today reception days stand. */
export const daysAhead = 35

/** 5 of a month stands for its last one. */
const last = 5

const dayOfMonth = (day: ShanghaiDay): number => Number(day.slice(8))

const isLastOfMonth = (day: ShanghaiDay): boolean => addDays(day, 7).slice(0, 7) !== day.slice(0, 7)

/** Whether a day is one of those that come again: every Thursday, the first Tuesday, the last Friday. */
export const comesOn = (recurrence: Recurrence, day: ShanghaiDay): boolean => {
  if (weekdayOf(day) !== recurrence.weekday) return false
  if (recurrence.every === 'week') return true
  return recurrence.nth === last ? isLastOfMonth(day) : Math.ceil(dayOfMonth(day) / 7) === recurrence.nth
}

/**
 * The days of a rule from one day up to and including another. Left out are those before it starts and, where it says
 * so, public holidays as the calendars know them by now: a day is never moved to another.
 */
export const daysOf = (
  {
    recurrence,
    startsOn,
    skipHolidays,
  }: Pick<ReceptionRuleDocument, 'recurrence' | 'startsOn' | 'skipHolidays'>,
  from: ShanghaiDay,
  until: ShanghaiDay,
  calendars: Calendars,
): readonly ShanghaiDay[] => {
  const found: ShanghaiDay[] = []
  for (let day = from < startsOn ? startsOn : from; day <= until; day = addDays(day, 1)) {
    if (comesOn(recurrence, day) && !(skipHolidays && isPublicHoliday(day, calendars))) found.push(day)
  }
  return found
}
