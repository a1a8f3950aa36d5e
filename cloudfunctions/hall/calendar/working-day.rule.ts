import { addDays, type ShanghaiDay, weekdayOf } from '../../../types/common/time'

/** Days of one year that are not what their weekday says: weekdays off, weekend days worked (调休). */
export interface YearCalendar {
  readonly off: ReadonlySet<string>
  readonly worked: ReadonlySet<string>
}

/** By year. A year that is missing is not published yet: its days are what their weekday says, for the time being. */
export type Calendars = ReadonlyMap<number, YearCalendar>

const yearOf = (day: ShanghaiDay): number => Number(day.slice(0, 4))

/** Whether offices work on a day. */
export const isWorkingDay = (day: ShanghaiDay, calendars: Calendars): boolean => {
  const year = calendars.get(yearOf(day))
  const isWeekend = weekdayOf(day) >= 6
  return isWeekend ? Boolean(year?.worked.has(day)) : !year?.off.has(day)
}

/** Whether a day without work hangs together with a weekday off, going one way from it. */
const reachesDayOff = (day: ShanghaiDay, step: 1 | -1, calendars: Calendars): boolean => {
  let at = day
  while (!isWorkingDay(at, calendars)) {
    if (calendars.get(yearOf(at))?.off.has(at)) return true
    at = addDays(at, step)
  }
  return false
}

/**
 * Whether a day belongs to a public holiday (法定节假日): it is a weekday off, or part of a weekend that hangs together
 * with one. An ordinary weekend is none, nor is a weekend day people work.
 */
export const isPublicHoliday = (day: ShanghaiDay, calendars: Calendars): boolean =>
  reachesDayOff(day, 1, calendars) || reachesDayOff(day, -1, calendars)

/** A day a deadline falls on. `provisional`: it was counted through a year that is not published yet, and may move. */
export interface DueDay {
  readonly day: ShanghaiDay
  readonly provisional: boolean
}

/**
 * The day `count` (≥ 0) working days after `from`: the day itself does not count, as deadlines are counted in
 * government offices; with 0 it is `from`.
 */
export const addWorkingDays = (from: ShanghaiDay, count: number, calendars: Calendars): DueDay => {
  let day = from
  let provisional = false
  for (let left = count; left > 0; left -= isWorkingDay(day, calendars) ? 1 : 0) {
    day = addDays(day, 1)
    provisional ||= !calendars.has(yearOf(day))
  }
  return { day, provisional }
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export const workingDaysUntil = (from: ShanghaiDay, to: ShanghaiDay, calendars: Calendars): number => {
  if (to < from) return -workingDaysUntil(to, from, calendars) || 0
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendars)) count += 1
  }
  return count
}

/** The last working day before a day. */
export const workingDayBefore = (day: ShanghaiDay, calendars: Calendars): ShanghaiDay => {
  let before = addDays(day, -1)
  while (!isWorkingDay(before, calendars)) before = addDays(before, -1)
  return before
}
