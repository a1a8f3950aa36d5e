import { type Instant, type ShanghaiDay, shanghaiDay } from '../../types/common/time'
import type { Account, Journal } from '../_kit/documents/points'

/** What a journal is made of; day, entries and defaults follow from it. */
export interface JournalFacts {
  readonly id: string
  readonly kind: Journal['kind']
  readonly at: Instant
  readonly centreId: string
  readonly passbookId: string
  /** Whole points into (positive) or out of (negative) the passbook, never 0. */
  readonly amount: number
  readonly reason: string
  readonly about: string
  readonly by: string
  readonly byMasked: string
  readonly requestKey: string
  readonly forMasked?: string
  readonly ruleVersion?: number
  readonly reverses?: string
  readonly noticeUntil?: ShanghaiDay | ''
  readonly evidence?: string
  /** The other side, when it is not the one the kind implies (a transfer's other passbook). */
  readonly against?: Account
}

/** The account on the other side: who pays for an earning, who takes a redemption. */
const otherSide: Readonly<Record<Journal['kind'], 'issuing' | 'market' | 'expiry' | 'transfer'>> = {
  earn: 'issuing',
  reversal: 'issuing',
  redeem: 'market',
  giveBack: 'market',
  expiry: 'expiry',
  transfer: 'transfer',
}

/** 记一笔: a journal whose two entries sum to zero (double entry). */
export const journalOf = (facts: JournalFacts): Journal => {
  const { centreId, passbookId, against, ...rest } = facts
  return {
    forMasked: '',
    ruleVersion: 0,
    reverses: '',
    noticeUntil: '',
    ...rest,
    day: shanghaiDay(facts.at),
    entries: [
      { account: `household:${passbookId}`, amount: facts.amount },
      { account: against ?? `${otherSide[facts.kind]}:${centreId}`, amount: -facts.amount },
    ],
  }
}

/** How a journal moves the two running sums that expiry stands on: points earned by year, points that went out. */
export const sumsOf = (journal: Journal): { readonly earnedIn: number; readonly out: number } => {
  switch (journal.kind) {
    case 'earn':
    case 'reversal':
      return { earnedIn: journal.amount, out: 0 }
    case 'redeem':
    case 'giveBack':
    case 'expiry':
      return { earnedIn: 0, out: -journal.amount }
    case 'transfer':
      return { earnedIn: 0, out: 0 } // both sums move as a whole with the passbook, see household.action
  }
}

/** Why a reversal of an earning belongs to the year it was earned in, not the year it was found wrong. */
export const yearOf = (day: ShanghaiDay): string => day.slice(0, 4)
