import type { Instant, ShanghaiDay } from '../../../types/common/time'

/** A session of the month plan. */
export interface PlannedSession {
  readonly key: string
  readonly resourceId: string
  readonly title: string
  readonly unit: string
  readonly day: ShanghaiDay
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Empty for home visits. */
  readonly venue: string
  readonly cap: number
  readonly needs: readonly PlannedNeed[]
  /** The service project it was made into; empty before. */
  readonly projectId: string
}

export interface PlannedNeed {
  readonly needId: string
  readonly text: string
  readonly people: number
}

/** 月计划 of a centre; `_id` is `<centre>:<month>`. */
export interface MonthPlanDocument {
  readonly _id: string
  readonly centreId: string
  readonly month: string
  readonly venues: readonly string[]
  readonly sessions: readonly PlannedSession[]
  readonly leftOut: readonly (PlannedNeed & { readonly why: string })[]
  /** Of the best there is at most so much is missing, percent. */
  readonly gapPercent: number
  readonly madeAt: Instant
  /** Counts edits, so that two at once notice each other. */
  readonly changes: number
  readonly requestKey: string
}
