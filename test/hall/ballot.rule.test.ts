import {
  countAtOf,
  isOpenMatter,
  newBallot,
  rulesOf,
  whyNotChange,
  whyNotOpen,
} from '../../cloudfunctions/hall/ballot/ballot.rule'
import { asInstant } from '../../types/common/time'
import { ballotRow, centreId, hour, nine } from './ballot-rows'

const written = {
  centreId,
  rulesVersion: 0,
  question: '要不要装',
  about: '',
  unit: 'household' as const,
  majority: 'half' as const,
  opensAt: nine,
  closesAt: asInstant(nine + hour),
  paperUntil: asInstant(nine + 2 * hour),
}
const owners = { ...written, unit: 'area' as const, majority: undefined }
const rules = {
  ...{ question: '要不要装', about: '', unit: 'household' as const, subject: '' as const, turnoutPercent: 0 },
  ...{ majority: 'half' as const, opensAt: nine, matterId: '' },
  ...{ closesAt: asInstant(nine + hour), paperUntil: asInstant(nine + 2 * hour) },
}

describe('rules as they are written', () => {
  test.each([
    ['households with a majority', written, { majority: 'half', subject: '', turnoutPercent: 0 }],
    ['a turnout', { ...written, turnoutPercent: 60 }, { turnoutPercent: 60 }],
    ['owners who rebuild', { ...owners, subject: 'rebuild' as const }, { majority: 'threeQuarters' }],
    ['owners who choose a company', { ...owners, subject: 'property' as const }, { majority: 'half' }],
    [
      'paper until the end itself',
      { ...written, paperUntil: written.closesAt },
      { paperUntil: written.closesAt },
    ],
  ])('%s stand', (_what, input, expected) => {
    expect(rulesOf(input, nine)).toMatchObject(expected)
  })

  test.each([
    ['households without a majority', { ...written, majority: undefined }, 'HALL.WRONG_RULES'],
    ['households with a subject', { ...written, subject: 'other' as const }, 'HALL.WRONG_RULES'],
    ['owners without a subject', owners, 'HALL.WRONG_RULES'],
    [
      'owners with a majority of their own',
      { ...owners, subject: 'other' as const, majority: 'half' as const },
      'HALL.WRONG_RULES',
    ],
    [
      'owners with a turnout',
      { ...owners, subject: 'other' as const, turnoutPercent: 1 },
      'HALL.WRONG_RULES',
    ],
    ['an end at the beginning', { ...written, closesAt: nine }, 'HALL.WRONG_HOURS'],
    ['paper before the end', { ...written, paperUntil: asInstant(nine + 1) }, 'HALL.WRONG_HOURS'],
  ])('%s do not', (_what, input, code) => {
    expect(rulesOf(input, nine)).toMatchObject({ refused: code })
  })

  test('do not end in the past', () => {
    expect(rulesOf(written, written.closesAt)).toMatchObject({ refused: 'HALL.WRONG_HOURS' })
    expect(rulesOf(written, asInstant(written.closesAt - 1))).not.toHaveProperty('refused')
  })
})

test('a ballot begins as a draft of the first version with nobody on its roll', () => {
  const ballot = newBallot(rules, { centreId, requestKey: 'request', now: nine })
  expect(ballot).toMatchObject({
    state: 'draft',
    rulesVersion: 1,
    roll: { votes: 0, area: 0 },
    countAt: 0,
    openedIn: '',
  })
  expect(newBallot(rules, { centreId, requestKey: 'request', now: nine })._id).toBe(ballot._id)
  expect(newBallot(rules, { centreId, requestKey: 'other', now: nine })._id).not.toBe(ballot._id)
})

test('it is counted half a minute after the paper votes', () => {
  expect(countAtOf({ paperUntil: nine })).toBe(nine + 30_000)
})

test.each([
  ['raised', true],
  ['underWay', true],
  ['answered', true],
  ['closed', false],
  ['withdrawn', false],
  ['refused', false],
] as const)('a result may belong to a matter that is %s: %s', (state, may) => {
  expect(isOpenMatter({ state })).toBe(may)
  expect(isOpenMatter(undefined)).toBe(false)
})

describe('rules change', () => {
  test.each([
    ['a draft', { state: 'draft' as const }, rules, undefined],
    ['an open ballot nobody voted in', {}, rules, undefined],
    ['one with a vote', { cast: { votes: 1, area: 0 } }, rules, 'HALL.RULES_FROZEN'],
    ['one that is counted', { state: 'counted' as const }, rules, 'HALL.RULES_FROZEN'],
    ['one that is cancelled', { state: 'cancelled' as const }, rules, 'HALL.RULES_FROZEN'],
    ['one others changed', { rulesVersion: 2 }, rules, 'COMMON.CHANGED'],
    ['the way of counting while it is open', {}, { ...rules, unit: 'person' as const }, 'HALL.WRONG_RULES'],
    [
      'the way of counting with a roll',
      { state: 'draft' as const, roll: { votes: 1, area: 0 } },
      { ...rules, unit: 'person' as const },
      'HALL.WRONG_RULES',
    ],
    [
      'the way of counting without one',
      { state: 'draft' as const },
      { ...rules, unit: 'person' as const },
      undefined,
    ],
  ])('in %s', (_what, facts, others, code) => {
    expect(whyNotChange(ballotRow('b', facts), others, 1)?.refused).toBe(code)
  })
})

describe('opening', () => {
  const draft = { state: 'draft' as const, roll: { votes: 3, area: 0 } }
  test.each([
    ['a draft with a roll', draft, undefined],
    ['a ballot that is over', { ...draft, closesAt: nine }, 'HALL.BALLOT_CLOSED'],
    ['a cancelled one', { ...draft, state: 'cancelled' as const }, 'HALL.BALLOT_CLOSED'],
    ['an open one', { ...draft, state: 'open' as const }, 'HALL.ROLL_FROZEN'],
    ['one others changed', { ...draft, rulesVersion: 2 }, 'COMMON.CHANGED'],
    ['one with an empty roll', { ...draft, roll: { votes: 0, area: 0 } }, 'HALL.ROLL_EMPTY'],
  ])('%s', (_what, facts, code) => {
    expect(whyNotOpen(ballotRow('b', facts), 1, false, nine)?.refused).toBe(code)
  })
  test('waits for every area', () => {
    expect(whyNotOpen(ballotRow('b', draft), 1, true, nine)?.refused).toBe('HALL.AREA_MISSING')
  })
})
