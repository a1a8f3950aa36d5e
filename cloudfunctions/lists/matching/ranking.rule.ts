import { dictionary } from './dictionary'
import type { Verdict } from './matchable'

/** What was understood of one text: activation 0..1 per concept, strongest first. */
export type Understanding = readonly { concept: number; strength: number }[]

/** How well a resource's service meets what is asked, before feasibility. */
export interface Meeting {
  resource: number
  /** Strength of the best way from a concept asked to a concept offered, 0..1. */
  concepts: number
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
  /** What likeness to the dictionary's phrases adds to the evidence of its cues, and at most. */
  likenessShare: number
  likenessMost: number
  /** Factor on what is only feasible in part, or cannot be. */
  partly: number
  cannot: number
  /** Factor for an offer made for these very people. */
  aimed: number
}

export const rankingNumbers: RankingNumbers = {
  secondWay: 0.25,
  wordShare: 0.45,
  offerFrom: 0.22,
  likenessShare: 0.5,
  likenessMost: 0.8,
  partly: 0.6,
  cannot: 0.3,
  aimed: 1.12,
}

/** Resources by the concepts they offer: the inverted index that spares scoring every pair. */
export type OfferIndex = ReadonlyMap<number, readonly { resource: number; strength: number }[]>

const strongestAsked = 8

/** Meets what is asked with what is offered, along the dictionary's links; only resources on a link are touched. */
export const meet = (
  asked: Understanding,
  offers: OfferIndex,
  words: ReadonlyMap<number, number>,
): Map<number, Meeting> => {
  const meetings = new Map<number, Meeting>()
  const ways = new Map<number, { strength: number; offered: number; closeness: number }[]>()
  for (const { concept, strength } of asked.slice(0, strongestAsked)) {
    for (const { offered, closeness } of dictionary.links[concept] ?? []) {
      for (const offer of offers.get(offered) ?? []) {
        const list = ways.get(offer.resource) ?? []
        list.push({ strength: strength * closeness * offer.strength, offered, closeness })
        ways.set(offer.resource, list)
      }
    }
  }
  const banned = new Set<number>()
  const [top] = asked
  if (top && top.strength > 0.5) {
    for (const concept of dictionary.contrasts[top.concept] ?? []) {
      for (const { resource, strength } of offers.get(concept) ?? []) if (strength > 0.5) banned.add(resource)
    }
  }
  for (const [resource, list] of ways) {
    list.sort((a, b) => b.strength - a.strength)
    const [best, second] = list
    const first = best?.strength ?? 0
    const concepts = first + (1 - first) * rankingNumbers.secondWay * (second?.strength ?? 0)
    const met = [...new Set(list.filter((way) => way.strength > first / 2).map((way) => way.offered))]
    meetings.set(resource, {
      resource,
      concepts,
      words: words.get(resource) ?? 0,
      met,
      closeness: best?.closeness ?? 0,
    })
  }
  for (const [resource, share] of words) {
    if (!meetings.has(resource))
      meetings.set(resource, { resource, concepts: 0, words: share, met: [], closeness: 0 })
  }
  for (const resource of banned) {
    const meeting = meetings.get(resource)
    if (meeting && meeting.closeness < 1)
      meetings.set(resource, { ...meeting, concepts: 0, words: meeting.words * 0.2 })
  }
  return meetings
}

/** Joins concepts and words into one number, 0..1. */
export const strengthOf = (meeting: Meeting): number =>
  1 - (1 - meeting.concepts) * (1 - rankingNumbers.wordShare * meeting.words)

/** Weighs a strength by its feasibility, 0..1. */
export const weigh = (strength: number, feasible: Verdict, aimed: boolean): number => {
  const factor = feasible === 'fits' ? 1 : rankingNumbers[feasible]
  return Math.min(1, strength * factor * (aimed ? rankingNumbers.aimed : 1))
}
