import { dictionary } from './dictionary'
import type { Verdict } from './matchable'

/** What was understood of one text: activation 0..1 per concept, strongest first. */
export type Understanding = readonly { concept: number; strength: number }[]

/** How well a resource's service meets what is asked, before feasibility. */
export interface Meeting {
  resource: number
  /** Strength of the best way from a concept asked to a concept offered, 0..1. */
  concepts: number
  /** Strength of the second best way. */
  second: number
  /** Share of the words in common, 0..1. */
  words: number
  /** Dictionary places of the offered concepts that met, best first. */
  met: number[]
  /** Closeness of the best way: 1 the very thing, less a substitute or only the topic. */
  closeness: number
}

/** The few numbers that were set by looking at the sample (five-fold figures in the bench). */
export interface RankingNumbers {
  /** What a second way that meets adds, as a share of what is left. */
  secondWay: number
  /** Weight of words in common beside concepts. */
  wordShare: number
  /** Below this, nothing is offered. */
  offerFrom: number
  /** Factor for a concept under whose categories the resource is not filed. */
  unfiled: number
  /** How much a concept yields to the one that speaks loudest from the same words. */
  rivalry: number
  /** Evidence from which a thing that no centre has decides, and what it leaves of all others. */
  decides: number
  hushed: number
  /** What likeness to the dictionary's phrases adds to the evidence of its cues, and at most. */
  likenessShare: number
  offeredLikenessShare: number
  likenessMost: number
  /** Factor on what is only feasible in part, or cannot be. */
  partly: number
  cannot: number
  /** Factor for an offer made for these very people. */
  aimed: number
}

export const rankingNumbers: Readonly<RankingNumbers> = {
  secondWay: 0.25,
  wordShare: 0.45,
  offerFrom: 0.33,
  rivalry: 0.4,
  decides: 0.85,
  hushed: 0.2,
  likenessShare: 0.6,
  offeredLikenessShare: 0.2,
  unfiled: 0.4,
  likenessMost: 2,
  partly: 0.6,
  cannot: 0.3,
  aimed: 1.12,
}

/** Resources by the concepts they offer: the inverted index that spares scoring every pair. */
export type OfferIndex = ReadonlyMap<number, readonly { resource: number; strength: number }[]>

const strongestAsked = 8
/** Ways weaker than this are not worth a resource's while. */
const faintest = 0.03

const bannedBy = (asked: Understanding, offers: OfferIndex): Set<number> => {
  const banned = new Set<number>()
  const [top] = asked
  if (!top || top.strength <= 0.5) return banned
  for (const concept of dictionary().contrasts[top.concept] ?? []) {
    for (const { resource, strength } of offers.get(concept) ?? []) if (strength > 0.5) banned.add(resource)
  }
  return banned
}

const addWay = (meeting: Meeting, strength: number, offered: number, closeness: number): void => {
  if (strength > meeting.concepts) {
    meeting.second = meeting.concepts
    meeting.concepts = strength
    meeting.closeness = closeness
    if (meeting.met[0] !== offered) meeting.met = [offered, ...meeting.met].slice(0, 2)
  } else if (strength > meeting.second) {
    meeting.second = strength
    if (!meeting.met.includes(offered) && strength > meeting.concepts / 2) meeting.met[1] = offered
  }
}

/** Meets what is asked with what is offered, along the dictionary's links; only resources on a link are touched. */
export const meet = (
  asked: Understanding,
  offers: OfferIndex,
  words: ReadonlyMap<number, number>,
): Map<number, Meeting> => {
  const meetings = new Map<number, Meeting>()
  const meetingOf = (resource: number): Meeting => {
    const known = meetings.get(resource)
    if (known) return known
    const fresh = { resource, concepts: 0, second: 0, words: words.get(resource) ?? 0, met: [], closeness: 0 }
    meetings.set(resource, fresh)
    return fresh
  }
  for (const { concept, strength } of asked.slice(0, strongestAsked)) {
    for (const { offered, closeness } of dictionary().links[concept] ?? []) {
      if (strength * closeness < faintest) continue
      for (const offer of offers.get(offered) ?? []) {
        const way = strength * closeness * offer.strength
        if (way >= faintest) addWay(meetingOf(offer.resource), way, offered, closeness)
      }
    }
  }
  for (const resource of words.keys()) meetingOf(resource)
  for (const resource of bannedBy(asked, offers)) {
    const meeting = meetings.get(resource)
    if (!meeting || meeting.closeness === 1) continue
    meeting.concepts = 0
    meeting.second = 0
    meeting.words *= 0.2
  }
  return meetings
}

/** Joins concepts and words into one number, 0..1. */
export const strengthOf = ({ concepts, second, words }: Meeting): number => {
  const both = concepts + (1 - concepts) * rankingNumbers.secondWay * second
  return 1 - (1 - both) * (1 - rankingNumbers.wordShare * words)
}

/** Weighs a strength by its feasibility, 0..1. */
export const weigh = (strength: number, feasible: Verdict, aimed: boolean): number => {
  const factor = feasible === 'fits' ? 1 : rankingNumbers[feasible]
  return Math.min(1, strength * factor * (aimed ? rankingNumbers.aimed : 1))
}
