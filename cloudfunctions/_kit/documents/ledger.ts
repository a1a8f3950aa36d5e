import type { Instant, ShanghaiDay } from '../../../types/common/time'

/** 一笔: what moved an amount and why. Entries sum to zero. Written once, never changed; a mistake is reversed. */
export interface Journal<Kind extends string = string, Account extends string = string> {
  readonly id: string
  readonly kind: Kind
  readonly at: Instant
  readonly day: ShanghaiDay
  /** Into (positive) or out of (negative) the book it stands in: whole points or fen. */
  readonly amount: number
  /** The first entry is the book's own. */
  readonly entries: readonly { readonly account: Account; readonly amount: number }[]
  readonly reason: string
  /** What it was for: an earning item, a shift, an order… `kind:id`. */
  readonly about: string
  readonly by: string
  readonly byMasked: string
  /** 代办人: masked name of the member who acted, when not the handler. */
  readonly forMasked: string
  readonly ruleVersion: number
  readonly requestKey: string
  /** The journal this one undoes; empty otherwise. */
  readonly reverses: string
}

/**
 * 一本账: balance and the newest journals in one document, so that a single conditional update moves the amount and
 * writes the line. opening + Σ amounts of `journals` = balance.
 */
export interface Book<J extends Journal = Journal> {
  readonly _id: string
  readonly centreId: string
  readonly state: 'open' | 'closed'
  readonly balance: number
  /** Balance before the oldest journal kept here; older journals are on pages. */
  readonly opening: number
  /** How many journals were ever written. */
  readonly written: number
  readonly journals: readonly J[]
  /** Journals that were reversed, so that each is reversed once. */
  readonly reversed: readonly string[]
}

/** A month of a book that was put away. `_id` is `<book>:<YYYY-MM>`. */
export interface BookPage<J extends Journal = Journal> {
  readonly _id: string
  readonly bookId: string
  readonly centreId: string
  readonly month: string
  readonly opening: number
  readonly closing: number
  readonly journals: readonly J[]
}
