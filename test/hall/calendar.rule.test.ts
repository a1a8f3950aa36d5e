import { orderOf } from '../../cloudfunctions/_kit/ids'
import { allRecounted, isDistrict, isYearCalendar } from '../../cloudfunctions/hall/calendar/calendar.rule'
import { asInstant } from '../../types/common/time'
import { day } from './problem-rows'

const year = (off: readonly string[], worked: readonly string[] = []) => ({
  ...{ year: 2027, off: off.map(day), worked: worked.map(day) },
})

test.each([
  ['a year without holidays', year([]), true],
  ['New Year on a Friday, worked on Sunday', year(['2027-01-01'], ['2027-01-03']), true],
  ['a Saturday off', year(['2027-01-02']), false],
  ['a Monday worked', year([], ['2027-01-04']), false],
  ['a day of another year', year(['2026-12-31']), false],
  ['a day written twice', year(['2027-01-01', '2027-01-01']), false],
])('%s: %j', (_name, facts, is) => {
  expect(isYearCalendar(facts)).toBe(is)
})

test('only a district has one segment', () => {
  expect(['hudong', 'hudong.chunjiang'].map(isDistrict)).toEqual([true, false])
})

test('all counted again stands behind every problem', () => {
  expect(orderOf(asInstant(4_102_444_800_000), 'zzzz') < allRecounted).toBe(true)
  expect('' < allRecounted).toBe(true)
})
