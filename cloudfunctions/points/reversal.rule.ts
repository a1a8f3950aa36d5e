import type { Instant } from '../../types/common/time'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { reversalIdOf } from '../_kit/ledger/book.rule'
import { type Refused, refuse } from '../_kit/refusal'
import { journalOf } from './journal.rule'

/** Why a reversal cannot be, or that the same request has made it. */
export type ReversalRefusal =
  | 'POINTS.NO_PASSBOOK'
  | 'POINTS.PASSBOOK_CLOSED'
  | 'POINTS.ALREADY_REVERSED'
  | 'POINTS.NOT_REVERSIBLE'
  | 'POINTS.SPENT_ALREADY'

/** Who reverses, when and why. */
export interface ReversalFacts {
  readonly at: Instant
  readonly by: string
  readonly byMasked: string
  readonly reason: string
  readonly requestKey: string
}

type Standing = Pick<PassbookDocument, 'state' | 'balance' | 'reversed'>

/**
 * 冲正: the journal that undoes an earning. What was redeemed goes back by cancelling, and what was moved, lapsed or
 * already undone stays.
 */
export const reversalOf = (
  original: Journal,
  passbook: Pick<PassbookDocument, '_id' | 'centreId'>,
  facts: ReversalFacts,
): Journal | Refused<'POINTS.NOT_REVERSIBLE'> => {
  if (original.kind !== 'earn') return refuse('POINTS.NOT_REVERSIBLE')
  return journalOf({
    ...facts,
    id: reversalIdOf(original.id),
    kind: 'reversal',
    centreId: passbook.centreId,
    passbookId: passbook._id,
    amount: -original.amount,
    reason: `冲正「${original.reason}」:${facts.reason}`,
    about: original.about,
    ruleVersion: original.ruleVersion,
    reverses: original.id,
  })
}

/** Why a passbook does not take a reversal, in the order people would ask; undefined when it does. */
export const whyNotReversed = (
  passbook: Standing | undefined,
  original: Pick<Journal, 'id' | 'amount'>,
): Exclude<ReversalRefusal, 'POINTS.NOT_REVERSIBLE'> | undefined => {
  if (!passbook) return 'POINTS.NO_PASSBOOK'
  if (passbook.reversed.includes(original.id)) return 'POINTS.ALREADY_REVERSED'
  if (passbook.state === 'closed') return 'POINTS.PASSBOOK_CLOSED'
  return passbook.balance < original.amount ? 'POINTS.SPENT_ALREADY' : undefined
}
