import { explainUnchanged, newNeed } from '../../cloudfunctions/lists/need.rule'
import { need, now } from './facts'

const stated = { text: '想学用手机', beneficiary: ['老人' as const], headcount: 2, mobilityImpaired: true }
const sayer = { by: 'who', personMasked: '王*', personSealed: 's', addressSealed: 'a' }
const asked = { requestKey: 'request', now }

describe('a new need', () => {
  test('is open and carries what was said', () => {
    expect(newNeed('a.b.c', stated, 'visit', sayer, asked)).toMatchObject({
      ...stated,
      ...sayer,
      centreId: 'a.b.c',
      source: 'visit',
      state: 'open',
      rejected: [],
      at: now,
    })
  })
  test('has the same id for the same request and another for another', () => {
    const first = newNeed('a.b.c', stated, 'self', sayer, asked)
    expect(newNeed('a.b.c', stated, 'self', sayer, asked)._id).toBe(first._id)
    expect(newNeed('a.b.c', stated, 'self', sayer, { ...asked, requestKey: 'other' })._id).not.toBe(first._id)
  })
  test('leaves unstated limits out', () => {
    const made = newNeed('a.b.c', { ...stated, weekdays: undefined, hours: undefined }, 'self', sayer, asked)
    expect('weekdays' in made || 'hours' in made).toBe(false)
    expect(newNeed('a.b.c', { ...stated, weekdays: [6] }, 'self', sayer, asked).weekdays).toEqual([6])
  })
})

test.each([
  [undefined, 'missing'],
  [need({ decidedIn: 'request' }), 'done'],
  [need({ decidedIn: 'other' }), 'decided'],
  [need(), 'decided'],
] as const)('a change that found no open need %#', (found, why) => {
  expect(explainUnchanged(found, 'request')).toBe(why)
})
