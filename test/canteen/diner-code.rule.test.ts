import { claimedDiner, dinerCodeAt, readDinerCode } from '../../cloudfunctions/canteen/diner-code.rule'
import { householdCode } from '../../cloudfunctions/points/rotating-code.rule'
import { asInstant } from '../../types/common/time'

const minute = 60_000
const at = (minutes: number) => asInstant(1_800_000_000_000 + minutes * minute)
const dinerId = '0123456789abcdef01234567'
const { code, until } = dinerCodeAt('seed', dinerId, at(0))

test('a binding code is what the form takes', () => {
  expect(code).toMatch(/^[\w.:-]{8,60}$/)
  expect(claimedDiner(code)).toBe(dinerId)
})
test('it is shown for ten minutes and holds for ten more', () => {
  expect(until).toBe(at(10))
  const read = (minutes: number) => readDinerCode(code, 'seed', at(minutes))
  expect([0, 9.99, 10, 19.99].map(read)).toEqual([dinerId, dinerId, dinerId, dinerId])
  expect([20, -0.01].map(read)).toEqual([undefined, undefined])
})
test('it is not another diner’s, another secret’s or another kind of code', () => {
  expect(readDinerCode(code.replace('0123', '1123'), 'seed', at(0))).toBe(undefined)
  expect(readDinerCode(code, 'other', at(0))).toBe(undefined)
  const household = householdCode('seed', dinerId, at(0)).replace('LL1', 'LLF')
  expect(readDinerCode(household, 'seed', at(0))).toBe(undefined)
})
