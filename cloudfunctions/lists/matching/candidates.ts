import type { Catalogue, Prepared } from './catalogue'
import {
  type Feasibility,
  gradeFeasibility,
  judgeFeasibility,
  limitsOfNeed,
  type NeedLimits,
} from './feasibility.rule'
import {
  chosenBefore,
  type Experience,
  type Lesson,
  learningNumbers,
  lessonFor,
  lookedUp,
  moveBy,
} from './learning.rule'
import { searchWords } from './lexical'
import type { MatchableNeed, Verdict } from './matchable'
import { heardAndPlain } from './plain-speech.rule'
import { type Meeting, meet, rankingNumbers, strengthOf, type Understanding, weigh } from './ranking.rule'
import { understandNeed } from './understanding'

/** BM25 of this size counts as fully alike. */
const alikeFrom = 14
/** Fainter than this is not even shown as a near miss. */
export const worthShowing = 0.05

/** A resource held against a need: how it met, how feasible it is, and what earlier decisions say. */
export interface Candidate {
  meeting: Meeting
  prepared: Prepared
  judged: Feasibility
  score: number
  verdict: Verdict
  /** Whether it may be offered; a near miss otherwise. */
  offered: boolean
  lesson?: Lesson
}

/** A way this close is the very service; less is a substitute or only the topic. */
const verySame = 0.9

/** Whether it met only by way of something near what was asked. */
export const isIndirect = ({ met, closeness }: Meeting): boolean => met.length > 0 && closeness < verySame

const toCandidate = (
  meeting: Meeting,
  prepared: Prepared,
  limits: NeedLimits,
  lesson: Lesson | undefined,
): Candidate => {
  const judged = judgeFeasibility(limits, prepared.limits)
  const feasible = gradeFeasibility(judged)
  const aimed = judged.audience === 'aimed'
  const strength = strengthOf(meeting)
  const byWords = weigh(strength, feasible, aimed)
  const score = lesson ? weigh(moveBy(strength, lesson.push), feasible, aimed) : byWords
  const net = lesson?.net ?? 0
  const stands = net > -learningNumbers.overrulesFrom ? Math.max(score, byWords) : score
  return {
    meeting,
    prepared,
    judged,
    score,
    verdict: feasible === 'fits' && isIndirect(meeting) ? 'partly' : feasible,
    offered:
      feasible !== 'cannot' && (stands >= rankingNumbers.offerFrom || net >= learningNumbers.overrulesFrom),
    ...(lesson && { lesson }),
  }
}

const byScore = (a: Candidate, b: Candidate): number => {
  const [left, right] = [a.prepared.resource.id, b.prepared.resource.id]
  return b.score - a.score || (left < right ? -1 : left > right ? 1 : 0)
}

/** A need as it was read, and every resource worth a look, best first. */
export interface Consideration {
  asked: Understanding
  limits: NeedLimits
  candidates: Candidate[]
}

/** Reads a need and holds it against every resource that shares a concept, a word or earlier decisions with it. */
export const consider = (
  need: MatchableNeed,
  catalogue: Catalogue,
  experience?: Experience,
): Consideration => {
  const heard = heardAndPlain(need.text)
  const asked = understandNeed(heard)
  const limits = limitsOfNeed(need)
  const words = searchWords(heard, catalogue.words)
  for (const [resource, score] of words) words.set(resource, Math.min(1, score / alikeFrom))
  const meetings = meet(asked, catalogue.offers, words)
  const known = experience ? lookedUp(asked) : []
  for (const id of experience ? chosenBefore(known, experience) : []) {
    const resource = catalogue.numbers.get(id)
    if (resource === undefined || meetings.has(resource)) continue
    meetings.set(resource, { resource, concepts: 0, second: 0, words: 0, met: [], closeness: 0 })
  }
  const candidates: Candidate[] = []
  for (const meeting of meetings.values()) {
    const prepared = catalogue.prepared[meeting.resource]
    if (!prepared) continue
    const lesson = experience && lessonFor(known, prepared.resource.id, prepared.chief, experience)
    if (Math.max(strengthOf(meeting), lesson?.push ?? 0) < worthShowing) continue
    candidates.push(toCandidate(meeting, prepared, limits, lesson))
  }
  return { asked, limits, candidates: candidates.sort(byScore) }
}
