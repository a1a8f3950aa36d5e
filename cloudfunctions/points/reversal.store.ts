import { command as _ } from '../_kit/cloud'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { reversalIdOf } from '../_kit/ledger/book.rule'
import { journalIn } from '../_kit/ledger/book.store'
import { isRefused, type Refused, refuse } from '../_kit/refusal'
import { yearOf } from './journal.rule'
import { countDown } from './log.store'
import { passbookById, post } from './passbook.store'
import { type ReversalFacts, type ReversalRefusal, reversalOf, whyNotReversed } from './reversal.rule'

/**
 * Reverses an earning once: balance, line and the mark that it is reversed in one conditional update, so that of two
 * reversals one happens, and the household has its room under the caps back. The same request again is answered as before. 1–3 requests.
 */
export const reverse = async (
  passbook: PassbookDocument | undefined,
  journalId: string,
  facts: ReversalFacts,
): Promise<Journal | Refused<ReversalRefusal>> => {
  if (!passbook) return refuse('POINTS.NO_PASSBOOK')
  const original = await journalIn<Journal>('passbooks', passbook, journalId)
  if (!original) return refuse('COMMON.NOT_FOUND')
  const reversal = reversalOf(original, passbook, facts)
  if (isRefused(reversal)) return reversal
  const posted = await post(passbook.centreId, passbook._id, reversal, {
    guards: { reversed: _.neq(journalId) },
    changes: { reversed: _.addToSet(journalId), ...countDown(original, passbook.units) },
    earnedYear: yearOf(original.day),
  })
  if (posted) return reversal
  const now = await passbookById(passbook.centreId, passbook._id)
  const standing = now?.journals.find(({ id }) => id === reversalIdOf(journalId))
  if (standing?.requestKey === facts.requestKey) return standing
  const why = whyNotReversed(now, original)
  return why ? refuse(why) : refuse('COMMON.BUSY')
}
