import { type Candidate, consider, isIndirect, worthShowing } from './candidates'
import type { Catalogue } from './catalogue'
import { dictionary } from './dictionary'
import type { Experience } from './learning.rule'
import type { MatchableNeed, Suggestion } from './matchable'
import { sayObstacles, sayReasons } from './reasons.rule'

export { type Catalogue, prepareResources } from './catalogue'
export type { MatchableNeed, MatchableResource, Suggestion } from './matchable'

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

const toSuggestion = ({ meeting, prepared, judged, score, verdict, lesson }: Candidate): Suggestion => {
  const { resource } = prepared
  const services = meeting.met.flatMap((concept) => dictionary().names[concept] ?? [])
  return {
    resourceId: resource.id,
    score,
    verdict,
    reasons: [...sayReasons(resource, judged, services), ...(lesson?.reasons ?? [])],
    obstacles: [
      ...(isIndirect(meeting) ? ['相近的服务，不完全对口'] : []),
      ...sayObstacles(resource, judged),
      ...(lesson?.obstacles ?? []),
    ],
  }
}

/**
 * Ranks a centre's resources for one need (供需对接), with reasons. Only resources that share a concept or a word
 * with the need are looked at, and those that staff chose for such needs before. No suggestion is an answer: nobody
 * can serve this. Without `experience` the words alone decide.
 */
export const suggest = (
  need: MatchableNeed,
  catalogue: Catalogue,
  limit = 5,
  experience?: Experience,
): Matches => {
  const { asked, limits, candidates } = consider(need, catalogue, experience)
  const offered = new Set(candidates.filter((one) => one.offered).slice(0, limit))
  const others = candidates.filter((one) => !offered.has(one) && one.score > worthShowing)
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
export const rankForNeed = (need: MatchableNeed, catalogue: Catalogue, experience?: Experience): string[] => {
  const { suggestions, nearMisses } = suggest(need, catalogue, undefined, experience)
  const listed = suggestions.length === 0 ? [] : [...suggestions, ...nearMisses]
  return listed.map(({ resourceId }) => resourceId)
}
