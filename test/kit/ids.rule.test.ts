import fc from 'fast-check'
import { idOf, orderOf, requestKeyOf } from '../../cloudfunctions/_kit/ids'

describe('an id made of what must be unique', () => {
  test('is the same for the same parts and fits an id field', () => {
    expect(idOf('a', 'b')).toBe(idOf('a', 'b'))
    expect(idOf('a', 'b')).toMatch(/^[0-9a-f]{24}$/)
  })

  test('differs when parts are cut elsewhere', () => {
    expect(idOf('ab', 'c')).not.toBe(idOf('a', 'bc'))
    expect(idOf('a', '')).not.toBe(idOf('a'))
  })
})

describe('a request', () => {
  test('is named by caller, room, action and request id', () => {
    const keys = [
      requestKeyOf('me', 'lists', 'enrol', '1'),
      requestKeyOf('you', 'lists', 'enrol', '1'),
      requestKeyOf('me', 'hall', 'enrol', '1'),
      requestKeyOf('me', 'lists', 'cancel', '1'),
      requestKeyOf('me', 'lists', 'enrol', '2'),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('order', () => {
  test('sorts by moment as text, from 1970 far beyond 2100', () => {
    const moment = fc.integer({ min: 0, max: 4_102_444_800_000 })
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(orderOf(a, 'z') < orderOf(b, 'a')).toBe(a < b)
      }),
    )
  })

  test('tells rows of one moment apart and fits a cursor', () => {
    expect(orderOf(1, 'a')).not.toBe(orderOf(1, 'b'))
    expect(orderOf(4_102_444_800_000, 'x'.repeat(80)).length).toBeLessThanOrEqual(120)
  })
})
