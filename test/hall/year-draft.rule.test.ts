import { isWeekend, namedDay, spansOf, spanText, weekdaysBetween } from '../../src/hall/year-draft.rule'
import { day } from './problem-rows'

test('a holiday is its weekdays', () => {
  expect(weekdaysBetween(day('2026-10-01'), day('2026-10-07'))).toEqual([
    ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  ])
  expect(weekdaysBetween(day('2027-01-02'), day('2027-01-03'))).toEqual([])
  expect(weekdaysBetween(day('2027-01-04'), day('2027-01-01'))).toEqual([])
  expect(weekdaysBetween(day('2027-01-01'), day('2028-01-01')).length).toBeLessThan(31)
})

test('what only a weekend parts is one holiday', () => {
  const off = [
    '2026-10-05',
    '2026-10-01',
    '2026-10-02',
    '2026-10-06',
    '2026-10-08',
    '2026-01-01',
    '2026-01-02',
  ]
  expect(spansOf(off).map(spanText)).toEqual([
    '1月1日(周四)到1月2日(周五)',
    '10月1日(周四)到10月6日(周二)',
    '10月8日(周四)',
  ])
  expect(spansOf([])).toEqual([])
})

test('only weekend days are worked for a holiday', () => {
  expect([isWeekend(day('2027-01-03')), isWeekend(day('2027-01-04'))]).toEqual([true, false])
  expect(namedDay('2027-01-03')).toBe('1月3日(周日)')
})
