import fc from 'fast-check'
import { publishedYear } from '../../cloudfunctions/hall/calendar/published'
import {
  addWorkingDays,
  type Calendars,
  isPublicHoliday,
  isWorkingDay,
  workingDayBefore,
  workingDaysUntil,
} from '../../cloudfunctions/hall/calendar/working-day.rule'
import { addDays, type ShanghaiDay } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const of = (...years: number[]): Calendars =>
  new Map(
    years.flatMap((year) => {
      const found = publishedYear(year)
      return found ? [[year, found] as const] : []
    }),
  )
const calendars = of(2025, 2026, 2027)

describe('the published calendar of 2026', () => {
  const weekendsWorked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
  test.each(weekendsWorked)('%s is a weekend day people work (调休)', (text) => {
    expect(isWorkingDay(day(text), calendars)).toBe(true)
  })

  test.each([
    ['元旦', '2026-01-01', '2026-01-03'],
    ['春节', '2026-02-15', '2026-02-23'],
    ['清明', '2026-04-04', '2026-04-06'],
    ['劳动节', '2026-05-01', '2026-05-05'],
    ['端午', '2026-06-19', '2026-06-21'],
    ['中秋', '2026-09-25', '2026-09-27'],
    ['国庆', '2026-10-01', '2026-10-07'],
  ])('%s is off from %s to %s', (_name, from, to) => {
    for (let at = day(from); at <= day(to); at = addDays(at, 1))
      expect(isWorkingDay(at, calendars)).toBe(false)
    expect(isWorkingDay(day('2026-11-21'), calendars)).toBe(false)
    expect(isWorkingDay(day('2026-11-20'), calendars)).toBe(true)
  })

  test('has 248 working days', () => {
    expect(workingDaysUntil(day('2025-12-31'), day('2026-12-31'), calendars)).toBe(248)
  })
})

test.each([
  // an ordinary week: the day itself does not count
  ['2026-11-16', 5, '2026-11-23', false],
  // before the Spring Festival: Saturday the 14th is worked, then nine days off
  ['2026-02-12', 5, '2026-02-26', false],
  ['2026-02-13', 1, '2026-02-14', false],
  // before the National Day: nothing counts until the 8th, Saturday the 10th does
  ['2026-09-30', 5, '2026-10-13', false],
  ['2026-09-30', 3, '2026-10-10', false],
  // before the New Year of 2026, and the Sunday after it that is worked
  ['2025-12-31', 1, '2026-01-04', false],
  // into a year nobody published yet: weekdays for the time being, and it says so
  ['2026-12-28', 3, '2026-12-31', false],
  ['2026-12-28', 5, '2027-01-04', true],
  ['2026-11-21', 0, '2026-11-21', false],
])('%s and %i working days is %s (may still move: %s)', (from, count, due, provisional) => {
  expect(addWorkingDays(day(from), count, calendars)).toEqual({ day: due, provisional })
})

test('a year that is published later moves the day', () => {
  const published: Calendars = new Map([
    ...calendars,
    [2027, { off: new Set(['2027-01-01']), worked: new Set(['2027-01-03']) }],
  ])
  expect(addWorkingDays(day('2026-12-31'), 1, calendars)).toEqual({ day: '2027-01-01', provisional: true })
  expect(addWorkingDays(day('2026-12-31'), 1, published)).toEqual({ day: '2027-01-03', provisional: false })
})

describe('a public holiday', () => {
  const holidaysBetween = (from: string, to: string): string[] => {
    const found: string[] = []
    for (let at = day(from); at <= day(to); at = addDays(at, 1)) {
      if (isPublicHoliday(at, calendars)) found.push(at.slice(5))
    }
    return found
  }

  test('of 2026 is every day of the notice, its weekends too, and no other day', () => {
    expect(holidaysBetween('2026-01-01', '2026-12-31')).toEqual([
      ...['01-01', '01-02', '01-03'],
      ...['02-15', '02-16', '02-17', '02-18', '02-19', '02-20', '02-21', '02-22', '02-23'],
      ...['04-04', '04-05', '04-06'],
      ...['05-01', '05-02', '05-03', '05-04', '05-05'],
      ...['06-19', '06-20', '06-21'],
      ...['09-25', '09-26', '09-27'],
      ...['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'],
    ])
  })

  test('is not known of a year that is not published', () => {
    expect(holidaysBetween('2027-01-01', '2027-12-31')).toEqual([])
    expect(isPublicHoliday(day('2027-01-01'), new Map())).toBe(false)
  })

  test('may reach over the end of a year', () => {
    const entered: Calendars = new Map([
      ...calendars,
      [2027, { off: new Set(['2027-01-01']), worked: new Set(['2027-01-03']) }],
      [2028, { off: new Set(['2028-01-03']), worked: new Set<string>() }],
    ])
    const on = ['2026-12-31', '2027-01-01', '2027-01-02', '2027-01-03', '2028-01-01', '2028-01-02']
    expect(on.filter((text) => isPublicHoliday(day(text), entered))).toEqual([
      '2027-01-01',
      '2027-01-02',
      '2028-01-01',
      '2028-01-02',
    ])
  })
})

test('a reminder on the last working day before Monday comes on Friday, before a holiday earlier', () => {
  expect(workingDayBefore(day('2026-11-23'), calendars)).toBe('2026-11-20')
  expect(workingDayBefore(day('2026-10-08'), calendars)).toBe('2026-09-30')
  expect(workingDayBefore(day('2026-02-24'), calendars)).toBe('2026-02-14')
})

describe('for any day and count', () => {
  const anyDay = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(day('2025-01-06'), offset))
  const anyCount = fc.integer({ min: 0, max: 60 })

  test('counting back what was counted on gives the count', () => {
    fc.assert(
      fc.property(anyDay, anyCount, (from, count) => {
        const { day: due } = addWorkingDays(from, count, calendars)
        expect(workingDaysUntil(from, due, calendars)).toBe(count)
        expect(workingDaysUntil(due, from, calendars)).toBe(-count || 0)
        if (count > 0) expect(isWorkingDay(due, calendars)).toBe(true)
      }),
    )
  })
})
