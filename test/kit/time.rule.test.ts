import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import {
  addDays,
  asInstant,
  clockText,
  instantOf,
  isShanghaiDay,
  minutesOfDay,
  momentText,
  parseHours,
  type ShanghaiDay,
  shanghaiDay,
  weekdayOf,
  weekdayText,
} from '../../types/common/time'

const day = (text: string): ShanghaiDay => {
  if (!isShanghaiDay(text)) throw new Error(text)
  return text
}
const at = (iso: string) => asInstant(Date.parse(iso))

// a zone can only be set for a whole process
const factsIn = (zone: string): string =>
  execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'fixtures', 'time-facts.ts')], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  })

test('a machine in London, New York or Shanghai tells the same time', () => {
  const facts = ['Europe/London', 'America/New_York', 'Asia/Shanghai'].map((zone) =>
    JSON.parse(factsIn(zone)),
  )
  expect(facts.map(({ offset }) => offset)).toEqual([0, 300, -480])
  for (const { told } of facts) {
    expect(told).toHaveLength(24)
    expect(told).toEqual(facts[0].told)
  }
})

describe('time in China', () => {
  test('a day in China begins at 16:00 UTC', () => {
    expect(shanghaiDay(at('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20')
    expect(shanghaiDay(at('2026-11-20T16:00:00Z'))).toBe('2026-11-21')
    expect(instantOf(day('2026-11-21'), 0)).toBe(at('2026-11-20T16:00:00Z'))
  })

  test('clock changes elsewhere move nothing here', () => {
    // New York put its clocks back on 2026-11-01 and forward on 2026-03-08
    for (const changing of ['2026-11-01', '2026-03-08']) {
      const begin = instantOf(day(changing), 0)
      expect(instantOf(addDays(day(changing), 1), 0) - begin).toBe(24 * 3_600_000)
      expect(minutesOfDay(asInstant(begin + 9 * 3_600_000))).toBe(540)
    }
  })

  test('a moment is its day and its minutes', () => {
    const moment = fc.integer({ min: 0, max: 68_000_000 }).map((minutes) => asInstant(minutes * 60_000))
    fc.assert(
      fc.property(moment, (instant) => {
        expect(instantOf(shanghaiDay(instant), minutesOfDay(instant))).toBe(instant)
      }),
    )
  })

  test.each([
    ['2026-11-21', 6, '周六'],
    ['2026-11-22', 7, '周日'],
    ['2026-11-23', 1, '周一'],
    ['2028-02-29', 2, '周二'],
  ])('%s is weekday %i, %s', (text, weekday, name) => {
    expect(weekdayOf(day(text))).toBe(weekday)
    expect(weekdayText(weekday)).toBe(name)
  })

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-02-28', 1, '2028-02-29'],
  ])('%s and %i days is %s', (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to)
  })

  test.each([
    ['2026-11-21T01:00:00Z', '今天(周六) 9:00'],
    ['2026-11-22T06:30:00Z', '明天(周日) 14:30'],
    ['2026-11-23T01:00:00Z', '后天(周一) 9:00'],
    ['2026-12-03T01:05:00Z', '12月3日(周四) 9:05'],
    ['2026-11-20T01:00:00Z', '11月20日(周五) 9:00'],
    ['2026-11-20T16:00:00Z', '今天(周六) 0:00'],
  ])('%s is said as %s', (iso, text) => {
    expect(momentText(at(iso), at('2026-11-21T00:00:00Z'))).toBe(text)
  })
})

describe('a day', () => {
  test.each(['2026-02-30', '2026-2-3', '2026-13-01', '', '2026-11-21T00:00', '20261121'])(
    '%j is none',
    (text) => {
      expect(isShanghaiDay(text)).toBe(false)
    },
  )
})

describe('hours', () => {
  test.each([
    ['09:00-11:30', { from: 540, to: 690 }],
    ['00:00-24:00', { from: 0, to: 1440 }],
    ['23:59-24:00', { from: 1439, to: 1440 }],
    ['11:30-09:00', undefined],
    ['09:00-09:00', undefined],
    ['09:00-24:01', undefined],
    ['9:00-11:30', undefined],
    ['25:00-26:00', undefined],
    ['', undefined],
  ])('%j are %j', (hours, span) => {
    expect(parseHours(hours)).toEqual(span)
  })

  test('are shown with two digits each', () => {
    expect(clockText(0)).toBe('00:00')
    expect(clockText(545)).toBe('09:05')
  })
})
