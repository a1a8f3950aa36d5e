import {
  howMayVote,
  isOnRoll,
  isOwnRow,
  stands,
  whyNotCounted,
  whyNotVote,
} from '../../cloudfunctions/hall/ballot/vote.rule'
import { asInstant } from '../../types/common/time'
import { ballotRow, homeRow, hour, nine, rollRow, voterRow } from './ballot-rows'

const home = homeRow('301')
const row = rollRow('b', [home, homeRow('302')])
const caller = (openid: string, facts: Parameters<typeof voterRow>[2] = {}) => ({
  openid,
  resident: voterRow(openid, home, facts),
})

describe('a row', () => {
  test('is on the roll of its ballot, as that is now', () => {
    expect(isOnRoll(row, { _id: 'b', rollVersion: 1 })).toBe(true)
    expect(isOnRoll(row, { _id: 'b', rollVersion: 2 })).toBe(false)
    expect(isOnRoll(row, { _id: 'c', rollVersion: 1 })).toBe(false)
    expect(isOnRoll(undefined, { _id: 'b', rollVersion: 1 })).toBe(false)
  })

  test('belongs to whoever was let in behind one of its doors', () => {
    expect(isOwnRow(row, caller('wang'))).toBe(true)
    expect(isOwnRow(row, caller('wang', { householdId: homeRow('302')._id }))).toBe(true)
    expect(isOwnRow(row, caller('wang', { householdId: homeRow('303')._id }))).toBe(false)
    expect(isOwnRow(row, caller('wang', { membership: 'pending' }))).toBe(false)
    expect(isOwnRow({ doors: [''], person: '' }, caller('wang', { householdId: '' }))).toBe(false)
    expect(isOwnRow(row, { openid: 'wang' })).toBe(false)
  })

  test('belongs to the person where each has one', () => {
    const own = { doors: [home._id], person: 'wang' }
    expect([isOwnRow(own, caller('wang')), isOwnRow(own, caller('li'))]).toEqual([true, false])
  })

  test('is voted for by its own, then by its proxy, by nobody else', () => {
    const given = { ...row, proxy: 'sun' }
    expect(howMayVote(given, caller('wang'))).toBe('phone')
    expect(howMayVote(given, { openid: 'sun' })).toBe('proxy')
    expect(howMayVote({ ...row, proxy: 'wang' }, caller('wang'))).toBe('phone')
    expect(howMayVote(row, { openid: 'sun' })).toBeUndefined()
    expect(howMayVote(row, { openid: '' })).toBeUndefined()
  })
})

test.each([
  ['draft', nine, 'HALL.BALLOT_NOT_OPEN'],
  ['open', nine - hour - 1, 'HALL.BALLOT_NOT_OPEN'],
  ['open', nine - hour, undefined],
  ['open', nine + 2 * hour - 1, undefined],
  ['open', nine + 2 * hour, 'HALL.BALLOT_CLOSED'],
  ['counted', nine, 'HALL.BALLOT_CLOSED'],
  ['cancelled', nine - 2 * hour, 'HALL.BALLOT_CLOSED'],
] as const)('a ballot that is %s at %d: %s', (state, now, code) => {
  const ballot = ballotRow('b', { state })
  expect(whyNotVote(ballot, ballot.closesAt, asInstant(now))?.refused).toBe(code)
})

test('a vote stands under the rules it was given under', () => {
  expect(stands({ rulesVersion: 2 }, { rulesVersion: 2 })).toBe(true)
  expect(stands({ rulesVersion: 1 }, { rulesVersion: 2 })).toBe(false)
  expect(stands(undefined, { rulesVersion: 2 })).toBe(false)
})

test.each([
  ['counted in by a twin', { counted: ['mark'], state: 'cancelled' as const }, undefined],
  ['cancelled meanwhile', { state: 'cancelled' as const }, 'HALL.BALLOT_CLOSED'],
  ['under other rules meanwhile', { rulesVersion: 2 }, 'HALL.RULES_CHANGED'],
  ['counted in long before', {}, undefined],
])('a vote that was not counted in: %s', (_what, facts, code) => {
  expect(whyNotCounted(ballotRow('b', facts), { rulesVersion: 1 }, 'mark')?.refused).toBe(code)
})
