import fc from 'fast-check'
import {
  householdCode,
  isShiftDigits,
  readHouseholdCode,
  shiftDigits,
} from '../../cloudfunctions/points/rotating-code.rule'
import { asInstant } from '../../types/common/time'

const at = (ms: number) => asInstant(1_800_000_000_000 + ms)
const half = 30_000
const whole = 60_000

describe('a shift’s digits', () => {
  const code = shiftDigits('seed', 'shift', at(0))
  const holds = (given: string, ms: number, seed = 'seed', id = 'shift') =>
    isShiftDigits(given, seed, id, at(ms))
  test('are the same in every edition of the function: one may show them and the next check', () => {
    expect(code).toBe('729958')
  })
  test('are six', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (seed, ms) => /^\d{6}$/.test(shiftDigits(seed, 'shift', at(ms)))),
    )
  })
  test('hold in their half minute and the next, and no longer', () => {
    expect([0, 29_999, 30_000, 59_999].map((ms) => holds(code, ms))).toEqual([true, true, true, true])
    expect([60_000, -1, -60_000, 86_400_000].map((ms) => holds(code, ms))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
  test('are another shift’s or another secret’s only by chance', () => {
    expect([holds(code, 0, 'other'), holds(code, 0, 'seed', 'other')]).toEqual([false, false])
  })
  test.each([[''], [code.slice(1)], [`${code}0`], [` ${code}`]])('are not %j', (given) => {
    expect(holds(given, 0)).toBe(false)
  })
  test('are spread over the million', () => {
    const all = new Set(Array.from({ length: 500 }, (_, n) => shiftDigits('seed', 'shift', at(n * half))))
    expect(all.size).toBeGreaterThan(490)
  })
})

describe('a household’s code', () => {
  const code = householdCode('seed', 'passbook', at(0))
  const read = (text: string, ms = 0, seed = 'seed') => readHouseholdCode(text, seed, at(ms))
  test('names its passbook for its minute and the next', () => {
    expect(code).toBe('LL1.passbook.1eb25bb4ff536f10bc0c4187')
    expect([read(code), read(code, whole), read(`\n${code} `)]).toEqual(['passbook', 'passbook', 'passbook'])
    expect([read(code, 2 * whole), read(code, -1)]).toEqual([undefined, undefined])
  })
  test('is signed: nothing in it can be changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: code.length - 1 }), fc.constantFrom(...'0a.Z9'), (place, letter) => {
        const changed = `${code.slice(0, place)}${letter}${code.slice(place + 1)}`
        expect(read(changed)).toBe(changed === code ? 'passbook' : undefined)
      }),
    )
    expect(read(code, 0, 'another secret')).toBeUndefined()
    expect(read(householdCode('seed', 'other', at(0)).replace('other', 'passbook'))).toBeUndefined()
  })
  test.each([[`x${code}`], [`${code}0`], [`${code} ${code}`]])(
    'is nothing more than itself: not %s',
    (text) => {
      expect(read(text)).toBeUndefined()
    },
  )
  test('is not any text', () => {
    fc.assert(fc.property(fc.string(), (text) => read(text) === undefined))
  })
})
