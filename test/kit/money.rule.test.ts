import { yuan } from '../../types/common/money'
import { dayText, fullDayText } from '../../types/common/time'

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [800, '8.00'],
  [1550, '15.50'],
  [123_456, '1234.56'],
  [-50, '−0.50'],
  [-1200, '−12.00'],
])('%i fen are written %s', (fen, written) => {
  expect(yuan(fen)).toBe(written)
})

test('a day is written without its zeros, and with its year where that may be another', () => {
  expect(dayText('2026-01-05')).toBe('1月5日')
  expect(dayText('2026-11-21')).toBe('11月21日')
  expect(fullDayText('2028-12-31')).toBe('2028年12月31日')
})
