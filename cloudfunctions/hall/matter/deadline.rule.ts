import { asInstant, type Instant, instantOf, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import type { Procedure } from '../../_kit/documents/matters'
import { addWorkingDays, type Calendars } from '../calendar/working-day.rule'

/** The last moment of a day: whatever is due on it is late only afterwards. */
export const endOf = (day: ShanghaiDay): Instant => asInstant(instantOf(day, 24 * 60) - 1)

/** 办理时限: the end of the last of so many working days, the day it is counted from not among them. */
export const dueAfter = (workingDays: number, calendars: Calendars, now: Instant): Instant =>
  endOf(addWorkingDays(shanghaiDay(now), workingDays, calendars).day)

/** When a matter is to be answered that is sorted, moved up or taken on again now. */
export const answerDue = (
  { answerWithin }: Pick<Procedure, 'answerWithin'>,
  calendars: Calendars,
  now: Instant,
): Instant => dueAfter(answerWithin, calendars, now)
