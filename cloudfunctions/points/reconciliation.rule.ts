import type { ShanghaiDay } from '../../types/common/time'
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

/**
 * 对账: what a passbook's own records prove its balance to be. Three ways have to agree: the balance kept, the lines,
 * and what was earned less what went out; every journal's entries sum to zero. Undefined when all of it agrees.
 */
export const driftOf = (passbook: PassbookDocument): Totals['drift'][number] | undefined => {
  const { _id: passbookId, balance, earnedIn, out, journals } = passbook
  const byLines = proven({
    opening: passbook.opening,
    journals: journals.filter(balances),
  })
  const bySums = Object.values(earnedIn).reduce((sum, points) => sum + points, 0) - out
  if (byLines !== balance) return { passbookId, balance, proven: byLines }
  return bySums === balance ? undefined : { passbookId, balance, proven: bySums }
}

/** Adds a passbook to its centre's totals of a day that is over; lines of later days do not count yet. */
export const addTo = (totals: Totals, passbook: PassbookDocument, day: ShanghaiDay): Totals => {
  const upTo = passbook.journals.filter((journal) => journal.day <= day)
  const on = (...kinds: Journal['kind'][]) =>
    upTo
      .filter((journal) => journal.day === day && kinds.includes(journal.kind))
      .reduce((sum, journal) => sum + journal.amount, 0)
  const drift = driftOf(passbook)
  return {
    passbooks: totals.passbooks + 1,
    balance: totals.balance + proven({ opening: passbook.opening, journals: upTo }),
    issued: totals.issued + on('earn', 'reversal'),
    spent: totals.spent - on('redeem', 'giveBack'),
    expired: totals.expired - on('expiry'),
    drift: drift && totals.drift.length < mostDrift ? [...totals.drift, drift] : totals.drift,
  }
}
