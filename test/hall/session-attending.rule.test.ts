import {
  comingBy,
  decideCheckIn,
  decideMark,
  decideRsvp,
  isInvited,
  joinedRow,
  partyKey,
  whyNotOnSite,
} from '../../cloudfunctions/hall/session/session-attending.rule'
import { sessionDigits } from '../../cloudfunctions/hall/session/session-code.rule'
import { asInstant } from '../../types/common/time'
import { centreId, morning, partyRow, sessionRow } from './session-rows'

const anna = {
  _id: 'anna',
  nameSealed: 'sealed',
  nameMasked: '安*',
  centreId,
  building: '5栋',
  room: '2-301',
}
const key = partyKey('session', 'anna')
const session = sessionRow()
const { startsAt, endsAt } = session
const earlier = (ms: number) => asInstant(startsAt - ms)
const hour = 3_600_000

test('a key is of session and person', () => {
  expect(partyKey('session', 'anna')).toBe(key)
  expect(new Set([key, partyKey('other', 'anna'), partyKey('session', 'bert')]).size).toBe(3)
})

test.each([
  ['lives in an invited building', {}, anna, true],
  ['lives elsewhere', {}, { ...anna, building: '6栋' }, false],
  ['lives in a building of that name in another community', {}, { ...anna, centreId: 'a.b.c' }, false],
  ['lives at a station of the community', {}, { ...anna, centreId: `${centreId}.zhan1` }, true],
  ['lives elsewhere but everybody may', { open: true }, { ...anna, building: '6栋' }, true],
  ['lives elsewhere but is on the list', { isListed: true }, { ...anna, building: '6栋' }, true],
])('invited: %s', (_what, facts, person, invited) => {
  expect(isInvited({ ...session, isListed: false, ...facts }, person)).toBe(invited)
})

test('somebody who joins sits as an owner where their building is asked, else for the residents', () => {
  const said = { rsvp: 'yes' as const, presentAt: asInstant(0) }
  expect(joinedRow(session, anna, said)).toEqual({
    ...{ role: 'owner', title: '5栋 2-301', nameSealed: 'sealed', nameMasked: '安*', who: 'anna' },
    ...{ source: 'joined', rsvp: 'yes', presentAt: 0 },
  })
  expect(joinedRow(session, { ...anna, building: '', room: '' }, said)).toMatchObject({
    role: 'resident',
    title: '',
  })
})

describe('saying whether one comes', () => {
  const say = (facts: Parameters<typeof sessionRow>[0], coming = true, now = morning) =>
    decideRsvp(sessionRow(facts), anna, coming, now)
  const listed = (rsvp: 'none' | 'yes' | 'no') => ({ parties: { [key]: partyRow({ rsvp, who: 'anna' }) } })
  test('puts a newcomer on the list', () => {
    expect(say({})).toEqual({ kind: 'join', key })
    expect(say({}, false)).toEqual({ kind: 'join', key })
    expect(say({ left: 1 })).toEqual({ kind: 'join', key })
  })
  test('changes what was said, or nothing when it was said before', () => {
    expect(say(listed('no'))).toMatchObject({ kind: 'change', key, own: { rsvp: 'no' } })
    expect(say(listed('none'), false)).toMatchObject({ kind: 'change' })
    expect([say(listed('yes')), say(listed('no'), false)]).toEqual([{ kind: 'done' }, { kind: 'done' }])
  })
  test('is refused to those who are not asked, when it is over, full, or not announced', () => {
    expect(say({ buildings: [] })).toEqual({ refused: 'HALL.NOT_INVITED' })
    expect(say({ left: 0 })).toEqual({ refused: 'HALL.SESSION_FULL' })
    expect(say({ state: 'draft' })).toEqual({ refused: 'COMMON.NOT_FOUND' })
    for (const state of ['held', 'cancelled'] as const) {
      expect(say({ state })).toEqual({ refused: 'HALL.SESSION_OVER' })
    }
    expect(say({}, true, asInstant(endsAt - 1))).toEqual({ kind: 'join', key })
    expect(say({}, true, endsAt)).toEqual({ refused: 'HALL.SESSION_OVER' })
  })
  test('takes no row of the last hundred for somebody who stays away', () => {
    expect([say({ left: 101 }, false), say({ left: 100 }, false)]).toEqual([
      { kind: 'join', key },
      { kind: 'done' },
    ])
  })
  test('counts those who come', () => {
    const by = (['none', 'yes', 'no'] as const).map((said) => [comingBy(said, 'yes'), comingBy(said, 'no')])
    expect(by).toEqual([
      [1, 0],
      [0, -1],
      [1, 0],
    ])
  })
})

describe('checking in', () => {
  const check = (facts: Parameters<typeof sessionRow>[0], now = startsAt, code?: string) =>
    decideCheckIn(sessionRow(facts), anna, code ?? sessionDigits('seed', 'session', now), now)
  const listed = { parties: { [key]: partyRow({ who: 'anna', source: 'joined' }) } }
  test('is possible from an hour before until the session is closed, however late', () => {
    expect(check({}, earlier(hour + 1))).toEqual({ refused: 'HALL.SESSION_NOT_YET' })
    expect(check({}, earlier(hour))).toEqual({ kind: 'join', key })
    expect(check({}, asInstant(endsAt + hour))).toEqual({ kind: 'join', key })
    expect(check({ state: 'held' })).toEqual({ refused: 'HALL.SESSION_OVER' })
    expect(check({ state: 'cancelled' })).toEqual({ refused: 'HALL.SESSION_OVER' })
    expect(check({ state: 'draft' })).toEqual({ refused: 'COMMON.NOT_FOUND' })
  })
  test('ticks a row there is, and that once, even when the session was closed since', () => {
    expect(check(listed)).toMatchObject({ kind: 'change', key })
    expect(check({ ...listed, buildings: [] })).toMatchObject({ kind: 'change', key })
    const there = { parties: { [key]: partyRow({ who: 'anna', presentAt: startsAt }) } }
    expect(check(there, startsAt, '000000')).toEqual({ kind: 'done' })
    expect(check({ ...there, state: 'held' })).toEqual({ kind: 'done' })
  })
  test('is no game of guessing: after twenty wrong codes the right one is as wrong, for that person', () => {
    expect(check({ wrong: { [key]: 19 } })).toEqual({ kind: 'join', key })
    expect(check({ wrong: { [key]: 20 } })).toEqual({ kind: 'wrong', key })
    expect(check({ wrong: { other: 99 } })).toEqual({ kind: 'join', key })
  })
  test('needs the code, an invitation and a row', () => {
    expect(check({}, startsAt, '000000')).toEqual({ kind: 'wrong', key })
    expect(check({ buildings: [] })).toEqual({ refused: 'HALL.NOT_INVITED' })
    expect(check({ left: 0 })).toEqual({ refused: 'HALL.SESSION_FULL' })
    expect(check({ left: 1 })).toEqual({ kind: 'join', key })
    expect(check({ ...listed, left: 0 })).toMatchObject({ kind: 'change' })
  })
})

test('people are ticked, written in and shown the code while a session is announced', () => {
  expect(whyNotOnSite({ state: 'announced' })).toBeUndefined()
  expect(whyNotOnSite({ state: 'draft' })).toEqual({ refused: 'HALL.SESSION_NOT_YET' })
  expect(whyNotOnSite({ state: 'held' })).toEqual({ refused: 'HALL.SESSION_OVER' })
  expect(whyNotOnSite({ state: 'cancelled' })).toEqual({ refused: 'HALL.SESSION_OVER' })
  const there = { builder: partyRow({ presentAt: startsAt }) }
  expect(decideMark(session, 'builder', true)).toBe('write')
  expect(decideMark(session, 'builder', false)).toBe('done')
  expect(decideMark(sessionRow({ parties: there }), 'builder', true)).toBe('done')
  expect(decideMark(sessionRow({ parties: there }), 'builder', false)).toBe('write')
  expect(decideMark(session, 'nobody', true)).toEqual({ refused: 'HALL.NO_PARTY' })
  expect(decideMark(sessionRow({ state: 'held' }), 'builder', true)).toEqual({ refused: 'HALL.SESSION_OVER' })
})
