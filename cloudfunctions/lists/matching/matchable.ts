/** A place on the map (GCJ-02, degrees). */
export interface Place {
  lng: number
  lat: number
}

/** What matching needs to know of a community resource (社区资源). */
export interface MatchableResource {
  id: string
  unit: string
  title: string
  description: string
  categories: string[]
  audience: string[]
  weekdays: number[]
  /** `HH:MM-HH:MM` within one day. */
  hours: string
  capacityPerSession: number
  homeVisit: boolean
  location?: Place
  paused?: boolean
}

/** What matching needs to know of a resident's need (群众需求). Without `weekdays` or `hours` no limit was stated. */
export interface MatchableNeed {
  id: string
  text: string
  beneficiary: string[]
  weekdays?: number[]
  hours?: string
  headcount: number
  mobilityImpaired: boolean
  location?: Place
}

/** `fits`: solves it; `partly`: helps or serves part of them; `cannot`: the topic is right but it will not work. */
export type Verdict = 'fits' | 'partly' | 'cannot'

/** One ranked resource (供需对接建议) with what speaks for it and against it, in words for people. */
export interface Suggestion {
  resourceId: string
  /** How likely it really helps, 0..1. */
  score: number
  verdict: Verdict
  /** For it: 「对象符合」「可上门」「周六 09:00—12:00」「0.8 公里」. */
  reasons: string[]
  /** Against it: 「时间对不上」「不能上门」. */
  obstacles: string[]
}
