import { readCues, saturate } from './cues'
import { dictionary } from './dictionary'
import {
  gradeFeasibility,
  judgeFeasibility,
  limitsOfNeed,
  limitsOfResource,
  type NeedLimits,
  type ResourceLimits,
} from './feasibility.rule'
import { indexWords, type LexicalIndex, searchWords } from './lexical'
import { readLikeness } from './likeness'
import type { MatchableNeed, MatchableResource, Suggestion, Verdict } from './matchable'
import {
  type Meeting,
  meet,
  type OfferIndex,
  rankingNumbers,
  strengthOf,
  type Understanding,
  weigh,
} from './ranking.rule'
import { sayObstacles, sayReasons } from './reasons.rule'

export type { MatchableNeed, MatchableResource, Suggestion, Verdict } from './matchable'

interface Prepared {
  resource: MatchableResource
  limits: ResourceLimits
}

/** A centre's resources, read once and indexed; opaque to callers. */
export interface Catalogue {
  prepared: readonly Prepared[]
  offers: OfferIndex
  words: LexicalIndex
}

/** What was read from the resident's words, for people to check. */
export interface Understood {
  /** Names of the services asked for, most certain first. */
  services: string[]
  categories: string[]
  mobilityImpaired: boolean
  /** Whether a time limit was stated or read from the words. */
  timeLimited: boolean
}

/** The answer to one need: what to offer, what nearly fits, and how the words were read. */
export interface Matches {
  /** `fits` and `partly`, best first; empty: nobody can serve this, it belongs on the gap list (资源缺口清单). */
  suggestions: Suggestion[]
  /** The right topic, but it will not work; with why not. */
  nearMisses: Suggestion[]
  understood: Understood
}

const understandOffer = (resource: MatchableResource): Map<number, number> => {
  const evidence = readCues(resource.description, dictionary.offered)
  for (const [concept, weight] of readCues(resource.title, dictionary.offered)) {
    evidence.set(concept, (evidence.get(concept) ?? 0) + 1.4 * weight)
  }
  const strengths = new Map<number, number>()
  for (const [concept, sum] of evidence) {
    const filed = resource.categories.some((category) => dictionary.categories[concept]?.has(category))
    strengths.set(concept, saturate(sum) * (filed ? 1 : 0.55))
  }
  return strengths
}

const understandNeed = (text: string): Understanding => {
  const evidence = readCues(text, dictionary.asked)
  for (const [concept, sum] of readLikeness(text, dictionary.likeness)) {
    const share = Math.min(rankingNumbers.likenessMost, sum * rankingNumbers.likenessShare)
    evidence.set(concept, (evidence.get(concept) ?? 0) + share)
  }
  return [...evidence]
    .map(([concept, sum]) => ({ concept, strength: saturate(sum) }))
    .sort((a, b) => b.strength - a.strength || a.concept - b.concept)
}

/** Reads and indexes a centre's resources once, for any number of needs; paused ones are left out. */
export const prepareResources = (resources: readonly MatchableResource[]): Catalogue => {
  const active = resources.filter((resource) => !resource.paused)
  const offers = new Map<number, { resource: number; strength: number }[]>()
  active.forEach((resource, number) => {
    for (const [concept, strength] of understandOffer(resource)) {
      const list = offers.get(concept) ?? []
      list.push({ resource: number, strength })
      offers.set(concept, list)
    }
  })
  return {
    prepared: active.map((resource) => ({ resource, limits: limitsOfResource(resource) })),
    offers,
    words: indexWords(
      active.map(({ title, description, categories }) => [title, description, ...categories].join(' ')),
    ),
  }
}

/** BM25 of this size counts as fully alike. */
const alikeFrom = 14

const toSuggestion = (meeting: Meeting, prepared: Prepared, limits: NeedLimits): Suggestion => {
  const judged = judgeFeasibility(limits, prepared.limits)
  const feasible = gradeFeasibility(judged)
  const indirect = meeting.met.length > 0 && meeting.closeness < 0.9
  const verdict: Verdict = feasible === 'fits' && indirect ? 'partly' : feasible
  const services = meeting.met.slice(0, 2).flatMap((concept) => dictionary.names[concept] ?? [])
  const obstacles = sayObstacles(prepared.resource, judged)
  return {
    resourceId: prepared.resource.id,
    score: weigh(strengthOf(meeting), feasible, judged.audience === 'aimed'),
    verdict,
    reasons: sayReasons(prepared.resource, judged, services),
    obstacles: indirect ? ['相近的服务，不完全对口', ...obstacles] : obstacles,
  }
}

const byScore = (a: Suggestion, b: Suggestion): number =>
  b.score - a.score || (a.resourceId < b.resourceId ? -1 : a.resourceId > b.resourceId ? 1 : 0)

/**
 * Ranks a centre's resources for one need (供需对接), with reasons. Only resources that share a concept or a word
 * with the need are looked at. No suggestion is an answer: nobody can serve this.
 */
export const suggest = (need: MatchableNeed, catalogue: Catalogue, limit = 5): Matches => {
  const asked = understandNeed(need.text)
  const limits = limitsOfNeed(need)
  const words = searchWords(need.text, catalogue.words)
  for (const [resource, score] of words) words.set(resource, Math.min(1, score / alikeFrom))
  const found = [...meet(asked, catalogue.offers, words).values()]
    .flatMap((meeting) => {
      const prepared = catalogue.prepared[meeting.resource]
      return prepared ? [toSuggestion(meeting, prepared, limits)] : []
    })
    .sort(byScore)
  const good = found.filter(({ verdict, score }) => verdict !== 'cannot' && score >= rankingNumbers.offerFrom)
  const offered = new Set(good.slice(0, limit))
  const top = asked[0]?.strength ?? 0
  return {
    suggestions: [...offered],
    nearMisses: found.filter((one) => !offered.has(one) && one.score > 0.05).slice(0, limit),
    understood: {
      services: asked
        .filter(({ strength }) => strength > top / 2)
        .slice(0, 3)
        .flatMap(({ concept }) => dictionary.names[concept] ?? []),
      categories: [
        ...new Set(asked.slice(0, 3).flatMap(({ concept }) => [...(dictionary.categories[concept] ?? [])])),
      ],
      mobilityImpaired: limits.mobilityImpaired,
      timeLimited: limits.slots.length > 0,
    },
  }
}
