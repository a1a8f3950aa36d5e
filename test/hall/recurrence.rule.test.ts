import { publishedYear } from '../../cloudfunctions/hall/calendar/published'
import type { Calendars } from '../../cloudfunctions/hall/calendar/working-day.rule'
import { comesOn, daysOf } from '../../cloudfunctions/hall/reception/recurrence.rule'
import { addDays, type ShanghaiDay, weekdayOf } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const year2026 = publishedYear(2026)
const calendars: Calendars = new Map(year2026 ? [[2026, year2026]] : [])

const everyThursday = { every: 'week', weekday: 4 } as const
const firstTuesday = { every: 'month', nth: 1, weekday: 2 } as const
const lastFriday = { every: 'month', nth: 5, weekday: 5 } as const

type Rule = Parameters<typeof daysOf>[0]
const days = (recurrence: Rule['recurrence'], from: string, until: string, more: Partial<Rule> = {}) =>
  daysOf(
    { recurrence, startsOn: day('2020-01-01'), skipHolidays: false, ...more },
    day(from),
    day(until),
    calendars,
  )

describe('days that come again', () => {
  test('every Thursday, over the end of a year', () => {
    expect(days(everyThursday, '2026-12-10', '2027-01-14')).toEqual([
      ...['2026-12-10', '2026-12-17', '2026-12-24', '2026-12-31'],
      ...['2027-01-07', '2027-01-14'],
    ])
  })

  test('the first Tuesday of each month, over the end of a year', () => {
    expect(days(firstTuesday, '2026-09-01', '2027-02-28')).toEqual([
      ...['2026-09-01', '2026-10-06', '2026-11-03', '2026-12-01'],
      ...['2027-01-05', '2027-02-02'],
    ])
  })

  test('the last Friday of each month is the fourth or the fifth', () => {
    expect(days(lastFriday, '2026-10-01', '2027-03-31')).toEqual([
      ...['2026-10-30', '2026-11-27', '2026-12-25'],
      ...['2027-01-29', '2027-02-26', '2027-03-26'],
    ])
  })

  test.each([
    ['2026-06-08', 2, 1, true],
    ['2026-06-15', 3, 1, true],
    ['2026-06-22', 4, 1, true],
    ['2026-06-29', 4, 1, false],
    ['2026-06-29', 5, 1, true],
    ['2026-06-22', 5, 1, false],
    // a leap year's February has five Tuesdays
    ['2028-02-22', 5, 2, false],
    ['2028-02-29', 5, 2, true],
    ['2026-12-31', 5, 4, true],
    ['2026-12-06', 1, 7, true],
    ['2026-12-07', 1, 7, false],
  ])('%s is the %i. (5: last) of weekday %i: %s', (text, nth, weekday, expected) => {
    expect(comesOn({ every: 'month', nth, weekday }, day(text))).toBe(expected)
  })

  test('every month has exactly one first and one last of each weekday, within seven days of its ends', () => {
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      for (const nth of [1, 2, 3, 4, 5]) {
        const found = days({ every: 'month', nth, weekday }, '2026-01-01', '2028-12-31')
        expect(new Set(found.map((text) => text.slice(0, 7))).size).toBe(36)
        expect(found.length).toBe(36)
        expect(found.every((text) => weekdayOf(text) === weekday)).toBe(true)
      }
    }
    for (const text of days({ every: 'month', nth: 5, weekday: 3 }, '2026-01-01', '2028-12-31')) {
      expect(addDays(text, 7).slice(0, 7)).not.toBe(text.slice(0, 7))
    }
  })
})

describe('a rule', () => {
  test('begins on the day it says, and has both ends of what is asked for', () => {
    const from = { startsOn: day('2026-12-17') }
    expect(days(everyThursday, '2026-12-01', '2026-12-24', from)).toEqual(['2026-12-17', '2026-12-24'])
    expect(days(everyThursday, '2026-12-01', '2026-12-16', from)).toEqual([])
  })

  test('leaves public holidays out and moves none of them', () => {
    const on = { skipHolidays: true }
    // 国庆: Thursday the 1st is off
    expect(days(everyThursday, '2026-09-24', '2026-10-15', on)).toEqual([
      '2026-09-24',
      '2026-10-08',
      '2026-10-15',
    ])
    expect(days(firstTuesday, '2026-10-01', '2026-10-31', on)).toEqual([])
    expect(days(firstTuesday, '2026-10-01', '2026-10-31')).toEqual(['2026-10-06'])
    // 中秋: the last Friday of September
    expect(days(lastFriday, '2026-09-01', '2026-09-30', on)).toEqual([])
  })

  test('for Saturdays has ordinary Saturdays and those people work, and none of a holiday', () => {
    const on = { skipHolidays: true }
    const saturdays = { every: 'week', weekday: 6 } as const
    expect(days(saturdays, '2026-09-19', '2026-10-17', on)).toEqual([
      '2026-09-19',
      '2026-10-10',
      '2026-10-17',
    ])
    expect(days(saturdays, '2026-02-07', '2026-02-28', on)).toEqual([
      '2026-02-07',
      '2026-02-14',
      '2026-02-28',
    ])
  })

  test('keeps the days of a year that is not published yet', () => {
    const fridays = { every: 'week', weekday: 5 } as const
    expect(days(fridays, '2026-12-25', '2027-01-08', { skipHolidays: true })).toEqual([
      '2026-12-25',
      '2027-01-01',
      '2027-01-08',
    ])
  })
})
