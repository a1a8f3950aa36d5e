import { dictionary } from './dictionary'
import type { MatchableResource } from './matchable'
import { heardAndPlain } from './plain-speech.rule'
import type { Understanding } from './ranking.rule'
import { understandNeed, understandOffer } from './understanding'

/** Why staff turn a resource down, and how much that tells of the next need: a wrong time is this need's own affair. */
export const turnedDown = {
  不是这回事: { letter: 'n', weight: 1 },
  其他: { letter: 'o', weight: 0.5 },
  对象不符: { letter: 'w', weight: 0.25 },
  时间不合: { letter: 't', weight: 0.25 },
  不能上门: { letter: 'v', weight: 0.25 },
} as const
export type TurnDownReason = keyof typeof turnedDown

/** What staff decided about a need: took a suggestion, matched by hand, turned one down, or put it on the gap list. */
export type Decision =
  | { readonly kind: 'accepted' | 'byHand'; readonly text: string; readonly resource: MatchableResource }
  | {
      readonly kind: 'rejected'
      readonly text: string
      readonly resource: MatchableResource
      readonly reason: TurnDownReason
    }
  | { readonly kind: 'gap'; readonly text: string }

/**
 * Counters of decisions (对接经验), one document per centre and one per district. A key names what was asked, what it
 * was matched with (a resource at the centre, a kind of service in the district) and what was decided:
 * `repair/pipe|resource-1|a`. Keys hold no dot, so that each can be one field that is incremented.
 */
export type DecisionCounts = Readonly<Record<string, number>>

/** Counters kept in one document; at some fifty bytes each they stay below 100 kB. */
export const mostCounters = 1500

/** Below this nothing was understood that could be learnt from. */
const understoodFrom = 0.2

/** A name as part of a key. */
export const keyPart = (name: string): string => name.replaceAll('.', '/')

/** The one or two concepts a text is surely about: those that speak nearly as loud as the first. */
export const chiefConcepts = (asked: Understanding, share = 0.75, most = 2): Understanding => {
  const top = asked[0]?.strength ?? 0
  return top < understoodFrom ? [] : asked.filter(({ strength }) => strength >= top * share).slice(0, most)
}

/** The concept a resource offers above all; undefined when its words say nothing known. */
export const chiefOffer = (strengths: ReadonlyMap<number, number>): number | undefined =>
  [...strengths].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0]

const letterOf = (decision: Exclude<Decision, { kind: 'gap' }>): string => {
  if (decision.kind === 'rejected') return turnedDown[decision.reason].letter
  return decision.kind === 'accepted' ? 'a' : 'h'
}

/**
 * What one decision adds to the counters of the centre and of its district: each key by one. Undoing a decision takes
 * the same away. Empty when nothing was understood of the need.
 */
export const countsOfDecision = (
  decision: Decision,
): { readonly centre: DecisionCounts; readonly district: DecisionCounts } => {
  const { ids } = dictionary()
  const asked = chiefConcepts(understandNeed(heardAndPlain(decision.text))).map(({ concept }) =>
    keyPart(ids[concept] ?? ''),
  )
  const counts = (end: string): DecisionCounts => Object.fromEntries(asked.map((one) => [`${one}|${end}`, 1]))
  if (decision.kind === 'gap') return { centre: counts('gap'), district: counts('gap') }
  const letter = letterOf(decision)
  const offered = chiefOffer(understandOffer(decision.resource))
  return {
    centre: counts(`${keyPart(decision.resource.id)}|${letter}`),
    district: offered === undefined ? {} : counts(`${keyPart(ids[offered] ?? '')}|${letter}`),
  }
}

/** Adds counters up: of two parts of a day, or of two centres that become one. */
export const mergeCounts = (some: DecisionCounts, more: DecisionCounts): DecisionCounts => {
  const sum: Record<string, number> = { ...some }
  for (const [key, count] of Object.entries(more)) sum[key] = (sum[key] ?? 0) + count
  return sum
}

const pairOf = (key: string): string => key.slice(0, key.lastIndexOf('|'))

/**
 * Keeps at most `most` counters: pairs about which least was decided go first, and a pair goes as a whole, so that what
 * stays is never half a story. Counters that came down to nought go too.
 */
export const trimCounts = (counts: DecisionCounts, most = mostCounters): DecisionCounts => {
  const live = Object.entries(counts).filter(([, count]) => count > 0)
  const pairs = new Map<string, { total: number; rows: [string, number][] }>()
  for (const [key, count] of live) {
    const pair = pairs.get(pairOf(key)) ?? { total: 0, rows: [] }
    pairs.set(pairOf(key), pair)
    pair.total += count
    pair.rows.push([key, count])
  }
  const kept: [string, number][] = []
  const strongestFirst = [...pairs].sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1))
  for (const [, { rows }] of strongestFirst) {
    if (kept.length + rows.length > most) break
    kept.push(...rows)
  }
  return Object.fromEntries(kept)
}
