import type { Instant } from '../../../types/common/time'
import type { BallotUnit, Majority, OwnerSubject } from '../../../types/hall.words'

export type Choice = 'for' | 'against' | 'abstain'

/** Votes (heads) and floor area in hundredths of a square metre. */
export interface Sums {
  readonly votes: number
  readonly area: number
}

/** What a count came to. */
export interface BallotResult {
  readonly for: Sums
  readonly against: Sums
  readonly abstain: Sums
  readonly roll: Sums
  readonly cast: Sums
  readonly passed: boolean
  readonly tests: readonly { readonly text: string; readonly met: boolean }[]
}

/** 表决. Its rules may change until the first vote counts; its roll until it opens. */
export interface BallotDocument {
  readonly _id: string
  readonly centreId: string
  readonly question: string
  readonly about: string
  readonly unit: BallotUnit
  readonly subject: OwnerSubject | ''
  readonly majority: Majority
  readonly turnoutPercent: number
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly paperUntil: Instant
  readonly matterId: string
  readonly state: 'draft' | 'open' | 'counted' | 'cancelled'
  /** A vote names the version it was given under. */
  readonly rulesVersion: number
  readonly roll: Sums
  /** Raised when the roll is cleared: rows of an earlier one count for nothing. */
  readonly rollVersion: number
  /** How often the roll changed, so that two who write it at once see each other. */
  readonly rollChanges: number
  /** How many rows somebody votes for by proxy, by a hash of their openid; at most three. */
  readonly proxies: Readonly<Record<string, number>>
  /** Turnout, kept by every vote; set anew from the votes when they are counted. */
  readonly cast: Sums
  /** Keyed hashes of the newest requests that were counted in, so that a repeat is not counted twice. */
  readonly counted: readonly string[]
  readonly result: BallotResult | null
  readonly cancelledBecause: string
  /** When the timer counts it; 0 when there is nothing to count. */
  readonly countAt: Instant
  readonly clearedIn: string
  readonly openedIn: string
  readonly cancelledIn: string
  readonly requestKey: string
  readonly order: string
}

/** 名册 of a ballot: who has a vote. Never says what was voted. `_id` is made of ballot and door (or person). */
export interface RollDocument {
  readonly _id: string
  readonly ballotId: string
  readonly centreId: string
  readonly rollVersion: number
  /** Ids of the households (doors) the vote belongs to; empty where each person has one. */
  readonly doors: readonly string[]
  /** Openid where each person has a vote; empty otherwise. */
  readonly person: string
  /** 「5栋 2-301、2-302」, or 「王*明(5栋 301)」. */
  readonly title: string
  readonly building: string
  readonly area: number
  /** Openid of who votes by written proxy, with the letter's photo; empty when nobody does. */
  readonly proxy: string
  readonly proxyMasked: string
  readonly proxyLetter: string
  readonly order: string
}

/**
 * 一票. `_id` is a keyed hash of ballot and roll row: it exists once, and without the key nobody can tell whose it is.
 * It carries no time and no name; the choice is sealed.
 */
export interface VoteDocument {
  readonly _id: string
  readonly ballotId: string
  readonly rulesVersion: number
  readonly choiceSealed: string
  readonly area: number
  readonly how: 'phone' | 'proxy' | 'paper'
  /** Keyed hash of the request, so that a repeat recognises its own. */
  readonly requestMark: string
}

/** A paper vote one person entered and a second has to enter the same. `_id` is the roll row's. */
export interface PaperVoteDocument {
  readonly _id: string
  readonly ballotId: string
  /** What is entered under other rules counts for nothing. */
  readonly rulesVersion: number
  readonly firstBy: string
  /** Empty again once the ballot is counted. */
  readonly firstSealed: string
  readonly firstIn: string
  /** Empty while nobody entered it again. */
  readonly secondBy: string
  readonly secondIn: string
  /** `counted`: both agree, and the vote stands or is about to. */
  readonly state: 'waiting' | 'counted' | 'differs'
}
