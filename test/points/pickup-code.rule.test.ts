import fc from 'fast-check'
import { codeCount, pickupCodeOf } from '../../cloudfunctions/points/pickup-code.rule'

describe('a pick-up code', () => {
  test('is always six digits', () => {
    fc.assert(
      fc.property(fc.nat({ max: codeCount - 1 }), (random) => {
        expect(pickupCodeOf(random)).toMatch(/^\d{6}$/)
        expect(Number(pickupCodeOf(random))).toBe(random)
      }),
    )
  })

  test('keeps its leading zeros', () => {
    expect([pickupCodeOf(0), pickupCodeOf(7), pickupCodeOf(codeCount - 1)]).toEqual([
      '000000',
      '000007',
      '999999',
    ])
  })
})
