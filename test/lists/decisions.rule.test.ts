import fc from 'fast-check'
import {
  chiefConcepts,
  chiefOffer,
  countsOfDecision,
  keyPart,
  mergeCounts,
  mostCounters,
  trimCounts,
} from '../../cloudfunctions/lists/matching/decisions.rule'
import type { MatchableResource } from '../../cloudfunctions/lists/matching/matchable'

const barber: MatchableResource = {
  id: 'r.1:a',
  unit: '美发协会',
  title: '免费理发',
  description: '理发师给老人剪头发。',
  categories: ['助老巡访'],
  audience: ['老人'],
  weekdays: [2],
  hours: '09:00-11:00',
  capacityPerSession: 20,
  homeVisit: false,
}
const text = '想剪个头发'

describe('counting', () => {
  test('an accepted suggestion counts for the resource at the centre and for its kind in the district', () => {
    const { centre, district } = countsOfDecision({ kind: 'accepted', text, resource: barber })
    expect(Object.keys(centre).every((key) => key.endsWith('|r/1:a|a'))).toBe(true)
    expect(Object.keys(district).every((key) => key.endsWith('|a') && !key.includes('r/1'))).toBe(true)
    expect([...Object.values(centre), ...Object.values(district)].every((count) => count === 1)).toBe(true)
    expect(Object.keys(centre).length).toBeGreaterThan(0)
  })

  test('by hand, turned down and gap are counted apart', () => {
    const ends = (['byHand', 'accepted'] as const).map((kind) =>
      Object.keys(countsOfDecision({ kind, text, resource: barber }).centre)[0]?.slice(-2),
    )
    expect(ends).toEqual(['|h', '|a'])
    const rejected = countsOfDecision({ kind: 'rejected', text, resource: barber, reason: '时间不合' })
    expect(Object.keys(rejected.centre)[0]).toMatch(/\|t$/)
    const gap = countsOfDecision({ kind: 'gap', text })
    expect(gap.centre).toEqual(gap.district)
    expect(Object.keys(gap.centre)[0]).toMatch(/\|gap$/)
  })

  test('of words nobody understands nothing is counted', () => {
    const { centre, district } = countsOfDecision({ kind: 'accepted', text: '42', resource: barber })
    expect([centre, district]).toEqual([{}, {}])
  })

  test('a resource whose words say nothing known counts at the centre only', () => {
    const vague = { ...barber, title: '1', description: '2' }
    const { centre, district } = countsOfDecision({ kind: 'accepted', text, resource: vague })
    expect(Object.keys(centre).length).toBeGreaterThan(0)
    expect(district).toEqual({})
  })

  test('a key never holds a dot, so that it is one field of the document', () => {
    const { centre, district } = countsOfDecision({ kind: 'accepted', text, resource: barber })
    expect([...Object.keys(centre), ...Object.keys(district)].join('')).not.toContain('.')
    expect(keyPart('a.b.c')).toBe('a/b/c')
  })
})

describe('what a text is about', () => {
  test('only what speaks nearly as loud as the first, two at most', () => {
    const asked = [0.9, 0.8, 0.7, 0.2].map((strength, concept) => ({ concept, strength }))
    expect(chiefConcepts(asked).map(({ concept }) => concept)).toEqual([0, 1])
    expect(chiefConcepts([{ concept: 1, strength: 0.1 }])).toEqual([])
    expect(chiefConcepts([])).toEqual([])
  })

  test('the strongest offer is the chief one, the first of equals', () => {
    expect(
      chiefOffer(
        new Map([
          [4, 0.5],
          [2, 0.9],
          [1, 0.9],
        ]),
      ),
    ).toBe(1)
    expect(chiefOffer(new Map())).toBeUndefined()
  })
})

describe('keeping the document small', () => {
  const counts = fc.dictionary(
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'), fc.constantFrom('a', 'h', 'n'))
      .map((parts) => parts.join('|')),
    fc.integer({ min: 0, max: 9 }),
  )
  const total = (one: Readonly<Record<string, number>>) => Object.values(one).reduce((sum, n) => sum + n, 0)

  test('adding up loses nothing and does not mind the order', () => {
    fc.assert(
      fc.property(counts, counts, (some, more) => {
        const sum = mergeCounts(some, more)
        expect(total(sum)).toBe(total(some) + total(more))
        expect(mergeCounts(more, some)).toEqual(sum)
      }),
    )
  })

  test('trimming keeps to the bound, keeps whole pairs and prefers what was decided most', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 10 }), (some, most) => {
        const kept = trimCounts(some, most)
        expect(Object.keys(kept).length).toBeLessThanOrEqual(most)
        for (const [key, count] of Object.entries(kept)) expect(some[key]).toBe(count)
        const pairs = new Set(Object.keys(kept).map((key) => key.slice(0, -2)))
        const whole = Object.entries(some).filter(([key, count]) => count > 0 && pairs.has(key.slice(0, -2)))
        expect(Object.fromEntries(whole)).toEqual(kept)
      }),
    )
    expect(trimCounts({ 'a|x|a': 1, 'b|x|a': 5 }, 1)).toEqual({ 'b|x|a': 5 })
  })

  test('a small document stays as it is but for counters at nought', () => {
    expect(trimCounts({ 'a|x|a': 2, 'a|x|n': 0 })).toEqual({ 'a|x|a': 2 })
    expect(mostCounters * 60).toBeLessThan(100_000)
  })
})
