import type { Instant } from '../../types/common/time'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { idOf } from '../_kit/ids'
import { type Refused, refuse } from '../_kit/refusal'
import { type Lot, lotsOf, takeOldest } from './expiry.rule'
import { doorText } from './honour-roll.rule'
import { journalOf } from './journal.rule'

/** Who moves points between households, when and why. */
export interface MoveFacts {
  readonly at: Instant
  readonly by: string
  readonly byMasked: string
  readonly reason: string
  readonly requestKey: string
}

/** One transfer: the same journal id in both passbooks, the amounts opposite, of which years, and how much of `out`. */
export interface Transfer {
  readonly given: Journal
  readonly taken: Journal
}

/** 分户、并户: the two lines of a transfer; undefined when there is nothing to move. */
const transferOf = (
  from: PassbookDocument,
  into: PassbookDocument,
  points: number,
  how: { readonly given: string; readonly taken: string },
  { reason, ...facts }: MoveFacts,
): Transfer | undefined => {
  if (points === 0) return undefined
  const { centreId } = from
  const common = {
    ...facts,
    id: idOf('transfer', facts.requestKey),
    kind: 'transfer',
    centreId,
    about: `passbook:${from._id}`,
  } as const
  return {
    given: journalOf({
      ...common,
      passbookId: from._id,
      amount: -points,
      reason: `${how.given} ${doorText(into)}:${reason}`,
      about: `passbook:${into._id}`,
      against: `household:${into._id}`,
    }),
    taken: journalOf({
      ...common,
      passbookId: into._id,
      amount: points,
      reason: `${how.taken} ${doorText(from)}:${reason}`,
      against: `household:${from._id}`,
    }),
  }
}

/** What has to hold for two passbooks to become one. */
export const whyNotMerged = (
  from: PassbookDocument,
  into: PassbookDocument,
  underWay: boolean,
): Refused<'POINTS.SAME_HOUSEHOLD' | 'POINTS.PASSBOOK_CLOSED' | 'POINTS.HELD_REDEMPTIONS'> | undefined => {
  if (from._id === into._id) return refuse('POINTS.SAME_HOUSEHOLD')
  if (from.state === 'closed' || into.state === 'closed') return refuse('POINTS.PASSBOOK_CLOSED')
  return underWay ? refuse('POINTS.HELD_REDEMPTIONS') : undefined
}

/** 并户: everything of one passbook goes into the other. */
export const mergeOf = (
  from: PassbookDocument,
  into: PassbookDocument,
  facts: MoveFacts,
): Transfer | undefined => transferOf(from, into, from.balance, { given: '并入', taken: '并自' }, facts)

/** 分户: points go to another passbook, the oldest first, so that none lives longer than it would have. */
export const splitOf = (
  from: PassbookDocument,
  into: PassbookDocument,
  points: number,
  facts: MoveFacts,
):
  | { readonly transfer: Transfer | undefined; readonly lots: readonly Lot[] }
  | Refused<'POINTS.SAME_HOUSEHOLD' | 'POINTS.PASSBOOK_CLOSED' | 'POINTS.INSUFFICIENT'> => {
  if (from._id === into._id) return refuse('POINTS.SAME_HOUSEHOLD')
  if (from.state === 'closed' || into.state === 'closed') return refuse('POINTS.PASSBOOK_CLOSED')
  if (from.balance < points) return refuse('POINTS.INSUFFICIENT')
  const transfer = transferOf(from, into, points, { given: '分给', taken: '分自' }, facts)
  return { transfer, lots: takeOldest(lotsOf(from), points) }
}

/** A redemption as far as merging cares. */
export interface KnownRedemption {
  readonly _id: string
  readonly state: string
  readonly settled: boolean
}

/** A redemption that has taken points but not yet written its row is finished or given back within this long. */
const inFlight = 30 * 60_000

/**
 * Whether redemptions of a passbook are under way: held, not settled, or with points taken a moment ago and no row yet.
 * Such a passbook is not closed, or what is given back would find nobody.
 */
export const underWay = (
  passbook: Pick<PassbookDocument, 'journals'>,
  redemptions: readonly KnownRedemption[],
  now: Instant,
): boolean => {
  if (redemptions.some(({ state, settled }) => state === 'held' || !settled)) return true
  const known = new Set(redemptions.map(({ _id }) => `redemption:${_id}`))
  const ended = new Set(passbook.journals.filter(({ kind }) => kind === 'giveBack').map(({ about }) => about))
  return passbook.journals.some(
    ({ kind, about, at }) =>
      kind === 'redeem' && at > now - inFlight && !known.has(about) && !ended.has(about),
  )
}
