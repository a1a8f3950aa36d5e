import fc from 'fast-check'
import {
  type Meeting,
  meet,
  rankingNumbers,
  strengthOf,
  weigh,
} from '../../cloudfunctions/lists/matching/ranking.rule'

const meeting = (over: Partial<Meeting> = {}): Meeting => ({
  resource: 0,
  concepts: 0,
  second: 0,
  words: 0,
  met: [],
  closeness: 0,
  ...over,
})

const share = fc.double({ min: 0, max: 1, noNaN: true })

test('a resource that offers the concept asked for meets with full closeness', () => {
  const offers = new Map([[3, [{ resource: 7, strength: 0.9 }]]])
  const met = meet([{ concept: 3, strength: 0.8 }], offers, new Map())
  expect(met.get(7)).toMatchObject({ closeness: 1, met: [3] })
  expect(met.get(7)?.concepts).toBeCloseTo(0.72)
})

test('a resource that shares only a word is met by words alone', () => {
  const met = meet([], new Map(), new Map([[2, 0.5]]))
  expect(met.get(2)).toMatchObject({ concepts: 0, words: 0.5, met: [] })
})

test('resources that share nothing are not touched', () => {
  expect(meet([{ concept: 3, strength: 1 }], new Map(), new Map()).size).toBe(0)
})

test('strength stays between nought and one and grows with words in common', () => {
  fc.assert(
    fc.property(share, share, share, (concepts, words, more) => {
      const lower = strengthOf(meeting({ concepts, words: Math.min(words, more) }))
      const upper = strengthOf(meeting({ concepts, words: Math.max(words, more) }))
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(upper).toBeLessThanOrEqual(1)
      expect(upper).toBeGreaterThanOrEqual(lower)
    }),
  )
})

test('what is feasible weighs at least as much as what is so in part, and that as what is not', () => {
  fc.assert(
    fc.property(share, fc.boolean(), (strength, aimed) => {
      const [fits, partly, cannot] = (['fits', 'partly', 'cannot'] as const).map((v) =>
        weigh(strength, v, aimed),
      )
      expect(fits).toBeGreaterThanOrEqual(partly ?? 1)
      expect(partly).toBeGreaterThanOrEqual(cannot ?? 1)
      expect(fits).toBeLessThanOrEqual(1)
    }),
  )
})

test('the numbers that were tuned are shares or small factors', () => {
  for (const number of Object.values(rankingNumbers)) {
    expect(number).toBeGreaterThanOrEqual(0)
    expect(number).toBeLessThanOrEqual(2)
  }
})
