import type { MediationDocument } from '../../cloudfunctions/_kit/documents/mediation'
import {
  claimedMediation,
  handedBack,
  hasTooManyOpen,
  invitationOf,
  invitationWindow,
  isInvitation,
  isOneHome,
  isOpen,
  joining,
  mediationIdOf,
  mostOpen,
  mostParties,
  newMediation,
  partyKeyOf,
  roleIn,
  whyNotJoined,
  whyNotTaken,
} from '../../cloudfunctions/hall/mediation/mediation.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'

const now = instantOf('2026-12-03' as ShanghaiDay, 9 * 60)
const facts = {
  requestKey: 'request',
  centreId: 'hudong',
  who: 'wang',
  nameMasked: '王*',
  textSealed: 'text',
  otherSealed: 'other',
  seed: 'seed',
}
const row = newMediation(facts, now)
const home = (_id: string, more: Partial<Parameters<typeof isOneHome>[0]> = {}) => ({
  ...{ _id, householdId: '', centreId: 'hudong', building: '', room: '' },
  ...more,
})

describe('a mediation somebody asks for', () => {
  test('waits for a mediator, with whoever asked at the table', () => {
    const key = partyKeyOf(row._id, 'wang')
    expect(row).toMatchObject({
      _id: mediationIdOf('request'),
      state: 'asked',
      askedAt: now,
      parties: { [key]: { who: 'wang', nameMasked: '王*', role: 'asking' } },
      people: ['wang'],
      mediator: '',
      agreement: null,
      remindOn: '',
    })
    expect(Object.keys(row.parties)).toEqual([key])
    expect(row.order.endsWith(row._id)).toBe(true)
  })

  test('is the same for the same request and another for another', () => {
    expect(newMediation(facts, now)._id).toBe(row._id)
    expect(newMediation({ ...facts, requestKey: 'next' }, now)._id).not.toBe(row._id)
  })

  test('counts in the month it is asked for in China', () => {
    const lastMinute = instantOf('2026-12-31' as ShanghaiDay, 24 * 60 - 1)
    expect(newMediation(facts, lastMinute).month).toBe('2026-12')
    expect(newMediation(facts, asInstant(lastMinute + 60_000)).month).toBe('2027-01')
  })

  test.each([
    ['asked', true],
    ['underWay', true],
    ['agreed', false],
    ['failed', false],
    ['withdrawn', false],
  ] as const)('%s: still goes on is %s', (state, open) => {
    expect(isOpen({ state })).toBe(open)
  })
})

describe('how many somebody may have open', () => {
  const own = (count: number, role: 'asking' | 'other' = 'asking') =>
    Array.from({ length: count }, (_one, n) => {
      const _id = `m${role}${n}`
      return { _id, parties: { [partyKeyOf(_id, 'wang')]: { who: 'wang', nameMasked: '王*', role } } }
    })

  test('is three', () => {
    expect(hasTooManyOpen(own(mostOpen - 1), 'wang', 'new')).toBe(false)
    expect(hasTooManyOpen(own(mostOpen), 'wang', 'new')).toBe(true)
  })

  test('leaves out what they were invited to, and what this very request asked for', () => {
    expect(hasTooManyOpen([...own(mostOpen - 1), ...own(5, 'other')], 'wang', 'new')).toBe(false)
    expect(hasTooManyOpen(own(mostOpen), 'wang', 'masking0')).toBe(false)
  })
})

describe('what somebody is in a mediation', () => {
  const taken = { ...row, mediator: 'li' }

  test('is a party, its mediator or nobody', () => {
    expect(roleIn(taken, 'wang', false)).toBe('party')
    expect(roleIn(taken, 'li', true)).toBe('mediator')
    expect(roleIn(taken, 'zhou', true)).toBeUndefined()
    expect(roleIn({ ...taken, mediator: '' }, '', true)).not.toBe('party')
  })

  test('is nobody once a mediator may mediate no longer, or a party was forgotten', () => {
    expect(roleIn(taken, 'li', false)).toBeUndefined()
    const key = partyKeyOf(row._id, 'wang')
    const parties = { [key]: { who: 'gone-1', nameMasked: '已注销', role: 'asking' as const } }
    expect(roleIn({ ...taken, parties }, 'wang', false)).toBeUndefined()
  })
})

describe('whether two people are of one home', () => {
  test.each([
    ['the same person', home('a'), home('a'), true],
    ['one household', home('a', { householdId: 'h' }), home('b', { householdId: 'h' }), true],
    ['two households', home('a', { householdId: 'h' }), home('b', { householdId: 'i' }), false],
    ['neither lives here', home('a'), home('b'), false],
    ['one door', home('a', { building: '1', room: '2' }), home('b', { building: '1', room: '2' }), true],
    ['next door', home('a', { building: '1', room: '2' }), home('b', { building: '1', room: '3' }), false],
    ['next house', home('a', { building: '1', room: '2' }), home('b', { building: '2', room: '2' }), false],
    [
      'the same door of another community',
      home('a', { building: '1', room: '2' }),
      home('b', { building: '1', room: '2', centreId: 'hudong.b' }),
      false,
    ],
  ])('%s', (_name, one, other, is) => {
    expect([isOneHome(one, other), isOneHome(other, one)]).toEqual([is, is])
  })
})

describe('taking a mediation', () => {
  const taker = home('li', { householdId: 'h' })

  test.each([
    ['asked', [home('wang')], undefined],
    ['asked', [home('wang'), home('zhang', { householdId: 'h' })], 'HALL.OWN_AFFAIR'],
    ['underWay', [home('wang')], 'HALL.MEDIATION_TAKEN'],
    ['agreed', [home('wang')], 'HALL.MEDIATION_OVER'],
    ['failed', [home('wang')], 'HALL.MEDIATION_OVER'],
    ['withdrawn', [home('wang')], 'HALL.MEDIATION_OVER'],
  ] as const)('that is %s', (state, parties, refused) => {
    expect(whyNotTaken({ state }, taker, parties)?.refused).toBe(refused)
  })

  test('and handing it back leaves it as it was before', () => {
    const taken: MediationDocument = { ...row, mediator: 'li', mediatorMasked: '李*', state: 'underWay' }
    expect({ ...taken, ...handedBack.fields }).toEqual(row)
    expect(handedBack.counts).toEqual({ taken: -1 })
  })
})

describe('an invitation', () => {
  const at = (minutes: number) => asInstant(now + minutes * 60_000)
  const code = invitationOf(row, now)

  test('names its mediation and holds for ten to twenty minutes', () => {
    expect(claimedMediation(code)).toBe(row._id)
    expect(invitationWindow).toBe(10 * 60_000)
    expect([0, 10, 19].map((minutes) => isInvitation(code, row, at(minutes)))).toEqual([true, true, true])
    expect(isInvitation(code, row, at(20))).toBe(false)
  })

  test('holds for no other mediation and with no other secret', () => {
    const other = newMediation({ ...facts, requestKey: 'next' }, now)
    expect(isInvitation(code, other, now)).toBe(false)
    expect(isInvitation(code, { ...row, seed: 'guessed' }, now)).toBe(false)
    expect(claimedMediation('no-such-code')).toBe('')
  })
})

describe('sitting down at the table', () => {
  const full = Object.fromEntries(
    Array.from({ length: mostParties }, (_one, n) => [`p${n}`, joining(`who${n}`, '某*')]),
  )
  const why = (more: Partial<MediationDocument>, mediator = home('li', { householdId: 'h' })) =>
    whyNotJoined({ ...row, state: 'underWay', ...more }, home('zhang', { householdId: 'z' }), mediator)
      ?.refused

  test('is for whoever is neither the mediator nor of their family, while there is room', () => {
    expect(why({})).toBeUndefined()
    expect(why({}, home('zhang'))).toBe('HALL.MEDIATOR_NOT_PARTY')
    expect(why({}, home('li', { householdId: 'z' }))).toBe('HALL.MEDIATOR_NOT_PARTY')
    expect(why({ parties: full })).toBe('HALL.PARTIES_FULL')
  })

  test('is over with the mediation, and not possible where nobody has it', () => {
    expect(why({ state: 'agreed' })).toBe('HALL.MEDIATION_OVER')
    expect(why({ state: 'asked' })).toBe('HALL.BAD_CODE')
  })

  test('makes somebody the other side', () => {
    expect(joining('zhang', '张*')).toEqual({ who: 'zhang', nameMasked: '张*', role: 'other' })
  })
})
