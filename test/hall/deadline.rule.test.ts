import { answerDue, dueAfter, endOf } from '../../cloudfunctions/hall/matter/deadline.rule'
import { type ShanghaiDay, shanghaiDay } from '../../types/common/time'
import { at, calendars } from './matter-rows'

test('a day ends with its last millisecond', () => {
  const end = endOf('2026-12-04' as ShanghaiDay)
  expect(shanghaiDay(end)).toBe('2026-12-04')
  expect(end + 1).toBe(at('2026-12-05', 0))
})

test.each([
  ['three working days from a Tuesday', '2026-12-01', 3, '2026-12-04'],
  ['over a weekend', '2026-12-03', 3, '2026-12-08'],
  ['from a Saturday', '2026-12-05', 1, '2026-12-07'],
  ['over 国庆, with a Saturday that is worked', '2026-09-30', 3, '2026-10-10'],
  ['into a year that is not published', '2026-12-31', 1, '2027-01-01'],
])('%s: %s + %i is %s', (_name, from, count, due) => {
  expect(dueAfter(count, calendars, at(from))).toBe(endOf(due as ShanghaiDay))
})

test('a procedure says how long an answer may take', () => {
  expect(answerDue({ answerWithin: 5 }, calendars, at('2026-12-01'))).toBe(endOf('2026-12-08' as ShanghaiDay))
})
