import fc from 'fast-check'
import type { MediationAgreement, MediationDocument } from '../../cloudfunctions/_kit/documents/mediation'
import { isRefused } from '../../cloudfunctions/_kit/refusal'
import {
  isFollowUpDay,
  lastReply,
  mostReplies,
  proposed,
  replied,
  unconfirmed,
  waitsFor,
} from '../../cloudfunctions/hall/mediation/mediation-agreement.rule'
import { addDays, asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'

const today = '2026-12-03' as ShanghaiDay
const now = instantOf(today, 9 * 60)
const tomorrow = addDays(today, 1)
const party = (role: 'asking' | 'other') => ({ who: role, nameMasked: '某*', role })
const both = { asking: party('asking'), other: party('other') }
const first: MediationAgreement = { version: 1, textSealed: 'text', proposedAt: now, replies: [] }
const says = (who: string, agrees: boolean, key = `${who}-${agrees}`) => ({
  ...{ key, party: who, agrees },
  at: now,
  textSealed: '',
})
const underWay = (agreement: MediationDocument['agreement']) => ({
  state: 'underWay' as const,
  parties: both,
  agreement,
})

describe('a day for looking at it again', () => {
  test.each([
    [-1, false],
    [0, false],
    [1, true],
    [731, true],
    [732, false],
  ])('%s days from today: %s', (days, is) => {
    expect(isFollowUpDay(addDays(today, days), now)).toBe(is)
  })
})

describe('proposing', () => {
  test('begins at version one and forgets what was said to the version before', () => {
    expect(proposed(underWay(null), 'text', tomorrow, now)).toEqual(first)
    const answered = { ...first, replies: [says('asking', true)] }
    expect(proposed(underWay(answered), 'next', tomorrow, now)).toMatchObject({ version: 2, replies: [] })
  })

  test('needs both sides, a day to come, and a mediation under way', () => {
    const alone = { ...underWay(null), parties: { asking: both.asking } }
    expect(proposed(alone, 'text', tomorrow, now)).toEqual({ refused: 'HALL.PARTY_MISSING' })
    expect(proposed(underWay(null), 'text', today, now)).toEqual({ refused: 'HALL.WRONG_DAY' })
    for (const state of ['asked', 'agreed', 'failed', 'withdrawn'] as const) {
      const over = proposed({ ...underWay(null), state }, 'text', tomorrow, now)
      expect(over).toEqual({ refused: 'HALL.MEDIATION_OVER' })
    }
  })

  test('ends at a hundred versions', () => {
    const at = (version: number) => proposed(underWay({ ...first, version }), 'text', tomorrow, now)
    expect(isRefused(at(99))).toBe(false)
    expect(at(100)).toEqual({ refused: 'HALL.MEDIATION_OVER' })
  })
})

describe('what a party says to an agreement', () => {
  test('stands with it, and the last word counts', () => {
    const yes = replied(underWay(first), 1, says('asking', true))
    expect(yes).toMatchObject({ version: 1, replies: [{ party: 'asking', agrees: true }] })
    const no = replied(underWay({ ...first, replies: [says('asking', true)] }), 1, says('asking', false))
    expect(no).toMatchObject({ replies: [{ agrees: true }, { agrees: false }] })
    const both = { replies: [says('asking', true), says('other', true), says('asking', false)] }
    expect(lastReply(both, 'asking')?.agrees).toBe(false)
    expect(lastReply(both, 'nobody')).toBeUndefined()
    expect(lastReply(null, 'asking')).toBeUndefined()
  })

  test('is to the version they read', () => {
    const changed = { refused: 'HALL.AGREEMENT_CHANGED' }
    expect(replied(underWay({ ...first, version: 2 }), 1, says('asking', true))).toEqual(changed)
    expect(replied(underWay(null), 1, says('asking', true))).toEqual(changed)
  })

  test('is said once by one request, also when all is over since', () => {
    const answered = { ...first, replies: [says('asking', true)] }
    expect(replied(underWay(answered), 1, says('asking', true))).toBeUndefined()
    expect(replied({ state: 'agreed', agreement: answered }, 1, says('asking', true))).toBeUndefined()
    expect(replied({ state: 'agreed', agreement: answered }, 1, says('asking', false))).toEqual({
      refused: 'HALL.MEDIATION_OVER',
    })
  })

  test('is written down sixty times at most', () => {
    const said = (count: number) => ({
      ...first,
      replies: Array.from({ length: count }, (_one, n) => says('asking', true, `r${n}`)),
    })
    expect(replied(underWay(said(mostReplies - 1)), 1, says('other', true))).toMatchObject({ version: 1 })
    expect(replied(underWay(said(mostReplies)), 1, says('other', true))).toEqual({
      refused: 'HALL.NOTES_FULL',
    })
  })
})

describe('whom an agreement waits for', () => {
  test('who has said nothing is asked; who said no has not confirmed, but is not asked again', () => {
    const objected = { ...first, replies: [says('asking', false)] }
    expect(unconfirmed(underWay(objected))).toEqual(['asking', 'other'])
    expect([waitsFor(underWay(objected), 'asking'), waitsFor(underWay(objected), 'other')]).toEqual([
      false,
      true,
    ])
    expect(waitsFor(underWay(null), 'asking')).toBe(false)
    expect(waitsFor({ state: 'withdrawn', agreement: first }, 'asking')).toBe(false)
  })

  test('nobody, exactly when the last word of every party is yes', () => {
    const words = fc.array(fc.record({ who: fc.constantFrom('asking', 'other'), agrees: fc.boolean() }), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, (all) => {
        const replies = all.map(({ who, agrees }, n) => says(who, agrees, `r${n}`))
        const last = new Map(all.map(({ who, agrees }) => [who, agrees]))
        const isAgreed = last.get('asking') === true && last.get('other') === true
        expect(unconfirmed(underWay({ ...first, replies })).length === 0).toBe(isAgreed)
      }),
    )
  })
})

test('moments of what was said are kept as they were', () => {
  const at = asInstant(now + 5)
  const agreement = replied(underWay(first), 1, { ...says('asking', true), at })
  expect(agreement).toMatchObject({ proposedAt: now, replies: [{ at }] })
})
