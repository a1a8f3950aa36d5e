import { readCues, saturate } from './cues'
import { dictionary } from './dictionary'
import {
  type Feasibility,
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
import { heardAndPlain } from './plain-speech.rule'
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

export type { MatchableNeed, MatchableResource, Suggestion } from './matchable'

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
  const evidence = readCues(resource.description, dictionary().offered)
  for (const [concept, weight] of readCues(resource.title, dictionary().offered)) {
    evidence.set(concept, (evidence.get(concept) ?? 0) + 1.4 * weight)
  }
  for (const [concept, sum] of readLikeness(
    `${resource.title} ${resource.description}`,
    dictionary().offeredLikeness,
  )) {
    const share = Math.min(rankingNumbers.likenessMost, sum * rankingNumbers.offeredLikenessShare)
    evidence.set(concept, (evidence.get(concept) ?? 0) + share)
  }
  const strengths = new Map<number, number>()
  for (const [concept, sum] of evidence) {
    const filed = resource.categories.some((category) => dictionary().categories[concept]?.has(category))
    strengths.set(concept, saturate(sum) * (filed ? 1 : rankingNumbers.unfiled))
  }
  return strengths
}

/**
 * Hushes everything beside what was asked for so clearly that it decides, where no centre has it: who wants a dog does
 * not want the birthday party. What the dictionary links with it may still speak.
 */
const hushBesides = (evidence: Map<number, number>): void => {
  const elsewhere = [...evidence].filter(
    ([concept, sum]) => sum >= rankingNumbers.decides && dictionary().categories[concept]?.size === 0,
  )
  for (const [place] of elsewhere) {
    const linked = new Map(dictionary().links[place]?.map(({ offered, closeness }) => [offered, closeness]))
    for (const [concept, sum] of evidence) {
      if (concept === place || (linked.get(concept) ?? 0) >= 0.5) continue
      evidence.set(concept, sum * rankingNumbers.hushed)
    }
  }
}

const understandNeed = (text: string): Understanding => {
  const evidence = readCues(text, dictionary().asked)
  const likeness = readLikeness(text, dictionary().askedLikeness)
  for (const [concept, sum] of likeness) {
    const share = Math.min(rankingNumbers.likenessMost, sum * rankingNumbers.likenessShare)
    evidence.set(concept, (evidence.get(concept) ?? 0) + share)
  }
  hushBesides(evidence)
  const most = Math.max(...evidence.values(), Number.EPSILON)
  return [...evidence]
    .map(([concept, sum]) => ({ concept, strength: saturate(sum) * (sum / most) ** rankingNumbers.rivalry }))
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
/** Fainter than this is not even shown as a near miss. */
const worthShowing = 0.05

interface Candidate {
  meeting: Meeting
  prepared: Prepared
  judged: Feasibility
  score: number
  verdict: Verdict
}

/** A way this close is the very service; less is a substitute or only the topic. */
const verySame = 0.9

const toCandidate = (meeting: Meeting, prepared: Prepared, limits: NeedLimits): Candidate => {
  const judged = judgeFeasibility(limits, prepared.limits)
  const feasible = gradeFeasibility(judged)
  const score = weigh(strengthOf(meeting), feasible, judged.audience === 'aimed')
  const indirect = meeting.met.length > 0 && meeting.closeness < verySame
  return { meeting, prepared, judged, score, verdict: feasible === 'fits' && indirect ? 'partly' : feasible }
}

const toSuggestion = ({ meeting, prepared, judged, score, verdict }: Candidate): Suggestion => {
  const { resource } = prepared
  const services = meeting.met.flatMap((concept) => dictionary().names[concept] ?? [])
  const indirect = meeting.met.length > 0 && meeting.closeness < verySame
  const obstacles = sayObstacles(resource, judged)
  return {
    resourceId: resource.id,
    score,
    verdict,
    reasons: sayReasons(resource, judged, services),
    obstacles: indirect ? ['相近的服务，不完全对口', ...obstacles] : obstacles,
  }
}

const byScore = (a: Candidate, b: Candidate): number => {
  const [left, right] = [a.prepared.resource.id, b.prepared.resource.id]
  return b.score - a.score || (left < right ? -1 : left > right ? 1 : 0)
}

/**
 * Ranks a centre's resources for one need (供需对接), with reasons. Only resources that share a concept or a word
 * with the need are looked at. No suggestion is an answer: nobody can serve this.
 */
export const suggest = (need: MatchableNeed, catalogue: Catalogue, limit = 5): Matches => {
  const heard = heardAndPlain(need.text)
  const asked = understandNeed(heard)
  const limits = limitsOfNeed(need)
  const words = searchWords(heard, catalogue.words)
  for (const [resource, score] of words) words.set(resource, Math.min(1, score / alikeFrom))
  const found: Candidate[] = []
  for (const meeting of meet(asked, catalogue.offers, words).values()) {
    const prepared = catalogue.prepared[meeting.resource]
    if (!prepared || strengthOf(meeting) < worthShowing) continue
    found.push(toCandidate(meeting, prepared, limits))
  }
  found.sort(byScore)
  const good = found.filter(({ verdict, score }) => verdict !== 'cannot' && score >= rankingNumbers.offerFrom)
  const offered = new Set(good.slice(0, limit))
  const others = found.filter((one) => !offered.has(one) && one.score > worthShowing)
  const top = asked[0]?.strength ?? 0
  return {
    suggestions: [...offered].map(toSuggestion),
    nearMisses: others.slice(0, limit).map(toSuggestion),
    understood: {
      services: asked
        .filter(({ strength }) => strength > top / 2)
        .slice(0, 3)
        .flatMap(({ concept }) => dictionary().names[concept] ?? []),
      categories: [
        ...new Set(asked.slice(0, 3).flatMap(({ concept }) => [...(dictionary().categories[concept] ?? [])])),
      ],
      mobilityImpaired: limits.mobilityImpaired,
      timeLimited: limits.slots.length > 0,
    },
  }
}

/**
 * One list of resource ids for a need: what to offer, then what nearly fits. Near misses never stand alone, so an
 * empty list says that nobody can serve this.
 */
export const rankForNeed = (need: MatchableNeed, catalogue: Catalogue): string[] => {
  const { suggestions, nearMisses } = suggest(need, catalogue)
  const listed = suggestions.length === 0 ? [] : [...suggestions, ...nearMisses]
  return listed.map(({ resourceId }) => resourceId)
}
