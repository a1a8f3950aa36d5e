import fc from 'fast-check'
import {
  aboutLog,
  ceilingsOf,
  countedBy,
  countersOf,
  everFits,
  fits,
  periodKeys,
} from '../../cloudfunctions/points/cap.rule'
import { addDays, asInstant, type ShanghaiDay, shanghaiDay } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('2000-01-01'), days))

describe('the periods of a day', () => {
  test.each([
    ['a Saturday', '2026-11-21', 'd20261121', 'w202647', 'm202611', 'y2026'],
    ['the first Monday of a week', '2026-11-16', 'd20261116', 'w202647', 'm202611', 'y2026'],
    ['the Sunday before', '2026-11-15', 'd20261115', 'w202646', 'm202611', 'y2026'],
    ['New Year’s Day in the old year’s week', '2027-01-01', 'd20270101', 'w202653', 'm202701', 'y2027'],
    ['the Sunday that ends that week', '2027-01-03', 'd20270103', 'w202653', 'm202701', 'y2027'],
    ['the first Monday of the year', '2027-01-04', 'd20270104', 'w202701', 'm202701', 'y2027'],
    ['a last day in the new year’s week', '2024-12-30', 'd20241230', 'w202501', 'm202412', 'y2024'],
    ['a year that begins on a Thursday', '2026-01-01', 'd20260101', 'w202601', 'm202601', 'y2026'],
  ])('%s', (_, text, ...keys) => {
    expect(Object.values(periodKeys(day(text)))).toEqual(keys)
  })

  test('begin at midnight in China', () => {
    const at = (utc: string) => periodKeys(shanghaiDay(asInstant(Date.parse(utc)))).day
    expect([at('2026-11-20T15:59:59Z'), at('2026-11-20T16:00:00Z')]).toEqual(['d20261120', 'd20261121'])
  })

  test('a week is the seven days from its Monday', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const week = periodKeys(today).week
        const days = [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6].filter(
          (n) => periodKeys(addDays(today, n)).week === week,
        )
        expect(days.length).toBe(7)
      }),
    )
  })

  test('keys name the field of a document: no dots, no dollars', () => {
    fc.assert(fc.property(anyDay, (today) => countersOf('item', today).every((key) => /^\w+$/.test(key))))
  })
})

describe('ceilings', () => {
  test('stand for the capped periods only', () => {
    expect(ceilingsOf('tree', { day: 3, year: 40 }, 2, day('2026-11-21'))).toEqual([
      { counter: 'tree_d20261121', atMost: 1 },
      { counter: 'tree_y2026', atMost: 38 },
    ])
    expect(ceilingsOf('tree', { week: 9, month: 20 }, 2, day('2026-11-21'))).toEqual([
      { counter: 'tree_w202647', atMost: 7 },
      { counter: 'tree_m202611', atMost: 18 },
    ])
    expect(ceilingsOf('tree', {}, 1000, day('2026-11-21'))).toEqual([])
  })

  test.each([
    ['a counter that is not there is empty', { other_d20261121: 9 }, 3, true],
    ['a counter with just enough room', { tree_d20261121: 2 }, 1, true],
    ['a counter one short', { tree_d20261121: 3 }, 1, false],
    ['more than fits an empty period', {}, 4, false],
  ])('%s', (_, units, more, answer) => {
    expect(fits(ceilingsOf('tree', { day: 3 }, more, day('2026-11-21')), units)).toBe(answer)
  })

  test('what never fits is told from what does not fit any more', () => {
    const of = (units: number) => everFits(ceilingsOf('tree', { day: 3, week: 5 }, units, day('2026-11-21')))
    expect([of(3), of(4), of(6)]).toEqual([true, false, false])
  })

  test('however logs come, no period holds more than its cap', () => {
    const logs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 })))
    const caps = { day: 5, week: 12, month: 20, year: 30 }
    fc.assert(
      fc.property(logs, (all) => {
        const units: Record<string, number> = {}
        const posted = new Map<string, number>()
        for (const [later, count] of all) {
          const on = addDays(day('2026-12-20'), later)
          if (!fits(ceilingsOf('tree', caps, count, on), units)) continue
          for (const key of countersOf('tree', on)) units[key] = (units[key] ?? 0) + count
          for (const [period, key] of Object.entries(periodKeys(on))) {
            posted.set(`${period} ${key}`, (posted.get(`${period} ${key}`) ?? 0) + count)
          }
        }
        for (const [key, count] of posted) {
          expect(count).toBeLessThanOrEqual(caps[key.split(' ')[0] as keyof typeof caps])
        }
      }),
    )
  })
})

describe('what a journal counted in', () => {
  const units = { tree_d20261121: 4, tree_m202611: 4, tree_y2026: 4 }
  test('is read off what it is about, as far as the passbook keeps it', () => {
    expect(countedBy(aboutLog('tree', 4, day('2026-11-21')), units)).toEqual({
      counters: ['tree_d20261121', 'tree_m202611', 'tree_y2026'],
      units: 4,
    })
    expect(countedBy(aboutLog('tree', 120, day('2026-11-21')), units).units).toBe(120)
  })
  test.each([
    ['a shift', 'shift:tree'],
    ['a redemption', 'redemption:tree'],
    ['something longer', 'an item:tree:4:2026-11-21'],
    ['something that goes on', 'item:tree:4:2026-11-211'],
  ])('is nothing for %s', (_, about) => {
    expect(countedBy(about, units)).toEqual({ counters: [], units: 0 })
  })
})
