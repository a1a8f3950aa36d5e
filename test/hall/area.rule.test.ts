import fc from 'fast-check'
import { areaText, parseArea } from '../../types/hall.area'

test.each([
  [8950, '89.5'],
  [12_000, '120'],
  [9502, '95.02'],
  [5, '0.05'],
  [0, '0'],
])('%d hundredths are written %s', (hundredths, text) => {
  expect(areaText(hundredths)).toBe(text)
})

test.each([
  ['89.5', 8950],
  [' 120 ', 12_000],
  ['95.02平方米', 9502],
  ['95.02㎡', 9502],
  ['８９.５', 8950],
])('「%s」 is read', (written, hundredths) => {
  expect(parseArea(written)).toBe(hundredths)
})

test.each(['', '约90', '89.555', '-3', '1e3', '9,5', '1234567'])('「%s」 is no area', (written) => {
  expect(parseArea(written)).toBeUndefined()
})

test('what is written is read again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (hundredths) => {
      expect(parseArea(areaText(hundredths))).toBe(hundredths)
    }),
  )
})
