import type { ShanghaiDay } from '../../types/common/time'
import type { BookPage } from '../_kit/documents/ledger'
import type { Journal, PassbookDocument, ReconciliationDocument } from '../_kit/documents/points'
import { balances, proven } from '../_kit/ledger/book.rule'

/** What a centre's passbooks come to at the end of a day. */
export type Totals = Pick<
  ReconciliationDocument,
  'passbooks' | 'balance' | 'issued' | 'spent' | 'expired' | 'drift'
>

export const noTotals: Totals = { passbooks: 0, balance: 0, issued: 0, spent: 0, expired: 0, drift: [] }

/** More passbooks that drift than this are not listed one by one: the first say enough. */
const mostDrift = 100

/** A month that was put away, as the chain of months needs it: `moved` is the sum of its lines. */
export interface Link extends Pick<BookPage, 'month' | 'opening' | 'closing'> {
  readonly moved: number
}

/**
 * By how much the months of a passbook fail to follow each other, where they first do; 0 when the chain holds: the
 * first month opens with nothing, its lines lead to its closing, the next opens there, and so on to the passbook. A
 * month that stands on a page and still in the passbook (putting it away broke off) counts in the passbook.
 */
export const gapOf = (
  { opening, journals }: Pick<PassbookDocument, 'opening' | 'journals'>,
  links: readonly Link[],
): number => {
  const kept = new Set(journals.map(({ day }) => day.slice(0, 7)))
  let closing = 0
  for (const link of links) {
    if (kept.has(link.month)) continue
    if (link.opening !== closing) return link.opening - closing
    if (link.opening + link.moved !== link.closing) return link.closing - link.opening - link.moved
    closing = link.closing
  }
  return opening - closing
}

/**
 * 对账: what a passbook's own records prove its balance to be. Four things have to agree: the balance kept, the lines,
 * what was earned less what went out, and the months that were put away (`links`, oldest first); every journal's
 * entries sum to zero. Undefined when all of it agrees.
 */
export const driftOf = (
  passbook: PassbookDocument,
  links: readonly Link[],
): Totals['drift'][number] | undefined => {
  const { _id: passbookId, balance, earnedIn, out, journals } = passbook
  const byLines = proven({
    opening: passbook.opening,
    journals: journals.filter(balances),
  })
  const bySums = Object.values(earnedIn).reduce((sum, points) => sum + points, 0) - out
  if (byLines !== balance) return { passbookId, balance, proven: byLines }
  if (bySums !== balance) return { passbookId, balance, proven: bySums }
  const gap = gapOf(passbook, links)
  return gap === 0 ? undefined : { passbookId, balance, proven: balance - gap }
}

/** Adds a passbook to its centre's totals of a day that is over; lines of later days do not count yet. */
export const addTo = (
  totals: Totals,
  passbook: PassbookDocument,
  links: readonly Link[],
  day: ShanghaiDay,
): Totals => {
  const upTo = passbook.journals.filter((journal) => journal.day <= day)
  const on = (...kinds: Journal['kind'][]) =>
    upTo
      .filter((journal) => journal.day === day && kinds.includes(journal.kind))
      .reduce((sum, journal) => sum + journal.amount, 0)
  const drift = driftOf(passbook, links)
  return {
    passbooks: totals.passbooks + 1,
    balance: totals.balance + proven({ opening: passbook.opening, journals: upTo }),
    issued: totals.issued + on('earn', 'reversal'),
    spent: totals.spent - on('redeem', 'giveBack'),
    expired: totals.expired - on('expiry'),
    drift: drift && totals.drift.length < mostDrift ? [...totals.drift, drift] : totals.drift,
  }
}
