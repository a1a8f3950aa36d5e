import type { ShanghaiDay } from '../../../types/common/time'
import type { Slot } from '../matching/time-words.rule'

/** A stretch of one day, minutes past midnight; `to` is not part of it. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** How soon somebody must be helped (紧急程度): 0 as it suits, 1 soon, 2 at once. */
export type Urgency = 0 | 1 | 2

/** An open need as the month plan sees it. */
export interface PlannableNeed {
  readonly id: string
  /** Headcount; they come together or not at all. */
  readonly people: number
  readonly urgency: Urgency
  readonly waitedDays: number
  /** How many care tags (重点关爱标签) the people carry. */
  readonly careTags: number
  /** When they can come; empty when no limit was stated. */
  readonly slots: readonly Slot[]
  /** The resources matching finds feasible, each with its strength 0…1. */
  readonly options: readonly { readonly resourceId: string; readonly strength: number }[]
}

/** A resource as the month plan sees it. */
export interface PlannableResource {
  readonly id: string
  /** 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
  /** The times of day at which it may hold a session; one session takes the whole of one of them. */
  readonly times: readonly Span[]
  readonly capacityPerSession: number
  /** Sessions it gives this month; those in `fixed` count. */
  readonly sessionsPerMonth: number
  /** The venues that suit, best first; empty for home visits and for what takes place at the unit's own place. */
  readonly venueIds: readonly string[]
}

/** A session already accepted or published. One of an unknown resource only takes its venue. */
export interface FixedSession extends Span {
  readonly id: string
  readonly resourceId: string
  readonly day: ShanghaiDay
  readonly venueId?: string
  /** How many people may still be added; 0 when the list is closed to the plan. */
  readonly seatsLeft: number
}

/** What a month plan is made from (月度计划). */
export interface Month {
  /** The days that can be used; holidays are left out by the caller. */
  readonly days: readonly ShanghaiDay[]
  readonly needs: readonly PlannableNeed[]
  readonly resources: readonly PlannableResource[]
  readonly fixed: readonly FixedSession[]
}

/** A session of the plan: proposed, or fixed with needs added to it. */
export interface PlannedSession extends Span {
  readonly resourceId: string
  readonly day: ShanghaiDay
  readonly venueId?: string
  /** Who is served, weightiest first. */
  readonly needIds: readonly string[]
  readonly people: number
  /** The fixed session these needs join; absent when the session is new. */
  readonly fixedId?: string
}

/** Why a resource does not serve a need in the plan, from farthest to nearest. */
export const leftOutReasons = [
  'no-resource',
  'too-many-people',
  'time-clash',
  'no-session-left',
  'venue-full',
  'no-capacity',
] as const
export type LeftOutReason = (typeof leftOutReasons)[number]

/** A need the plan does not serve. The reason is the one nearest to being served. */
export interface LeftOut {
  readonly needId: string
  readonly reason: LeftOutReason
  readonly tried: readonly { readonly resourceId: string; readonly reason: LeftOutReason }[]
}

/** A proposed month (月度计划). */
export interface MonthPlan {
  /** By day, then by time. */
  readonly sessions: readonly PlannedSession[]
  readonly leftOut: readonly LeftOut[]
  /** Sum of what serving is worth, in the units of `weight.rule`. */
  readonly value: number
  /** No plan whatsoever is worth more than this. */
  readonly bound: number
  /** How far the plan may be from the best one, 0…1; 0 is proven best. */
  readonly gap: number
}
