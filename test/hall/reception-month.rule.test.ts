import { nextMonth, sumOf } from '../../src/hall/reception-month.rule'

test.each([
  ['2026-11', '2026-12'],
  ['2026-12', '2027-01'],
  ['2027-01', '2027-02'],
  ['2027-02', '2027-03'],
  ['2028-02', '2028-03'],
])('after %s comes %s', (month, next) => {
  expect(nextMonth(month)).toBe(next)
})

test('the figures of a month are those of its days together', () => {
  expect(
    sumOf([
      { asked: 35, answered: 30, listed: 5 },
      { asked: 4, answered: 3, listed: 0 },
    ]),
  ).toEqual({ asked: 39, answered: 33, listed: 5 })
  expect(sumOf([])).toEqual({ asked: 0, answered: 0, listed: 0 })
})
