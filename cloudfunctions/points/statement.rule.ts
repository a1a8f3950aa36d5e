import type { OutputOf } from '../../types/common/contract'
import type { ShanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { type StatementFacts as BookFacts, statementOf as bookStatement } from '../_kit/ledger/book.rule'

type Points = typeof pointsContract
type Statement = Pick<
  OutputOf<Points, 'myPassbook'>,
  'month' | 'opening' | 'closing' | 'lines' | 'months' | 'balance'
>

/** What a statement of a month is read from. */
export type StatementFacts = BookFacts<Journal, PassbookDocument>

/** 流水: a month of a passbook as a bank prints it, the balance after each line. */
export const statementOf = (facts: StatementFacts, month: string, today: ShanghaiDay): Statement => {
  const { lines, ...figures } = bookStatement(facts, month, today)
  return {
    ...figures,
    month,
    balance: facts.book.balance,
    lines: lines.map(({ journal, balance, reversed }) => ({
      id: journal.id,
      day: journal.day,
      at: journal.at,
      kind: journal.kind,
      reason: journal.reason,
      points: journal.amount,
      balance,
      handler: journal.byMasked,
      forWhom: journal.forMasked,
      reversed,
      noticeUntil: journal.noticeUntil >= today ? journal.noticeUntil : '',
    })),
  }
}
