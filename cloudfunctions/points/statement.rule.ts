import type { OutputOf } from '../../types/common/contract'
import type { ShanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import type { Journal, PassbookDocument, PassbookPageDocument } from '../_kit/documents/points'

type Points = typeof pointsContract
type Statement = Pick<
  OutputOf<Points, 'myPassbook'>,
  'month' | 'opening' | 'closing' | 'lines' | 'months' | 'balance'
>

/** What a statement of a month is read from. */
export interface StatementFacts {
  readonly passbook: PassbookDocument
  /** The month asked for, when it was put away. */
  readonly page: PassbookPageDocument | undefined
  /** Every month that was put away, newest first. */
  readonly pages: readonly Pick<PassbookPageDocument, 'month' | 'closing'>[]
}

const monthOf = ({ day }: Pick<Journal, 'day'>): string => day.slice(0, 7)
const total = (journals: readonly Journal[]): number => journals.reduce((sum, { points }) => sum + points, 0)

/** The balance a month began with, and its journals. */
const monthIn = (
  { passbook, page, pages }: StatementFacts,
  month: string,
): { readonly opening: number; readonly journals: readonly Journal[] } => {
  const journals = passbook.journals.filter((journal) => monthOf(journal) === month)
  if (page && journals.length === 0) return { opening: page.opening, journals: page.journals }
  const laterPage = pages.some((put) => put.month > month)
  if (laterPage && journals.length === 0) {
    return { opening: pages.find((put) => put.month < month)?.closing ?? 0, journals }
  }
  const earlier = passbook.journals.filter((journal) => monthOf(journal) < month)
  return { opening: passbook.opening + total(earlier), journals }
}

/** 流水: a month of a passbook as a bank prints it, the balance after each line. */
export const statementOf = (facts: StatementFacts, month: string, today: ShanghaiDay): Statement => {
  const { passbook, pages } = facts
  const { opening, journals } = monthIn(facts, month)
  let balance = opening
  const lines = journals.map((journal) => {
    balance += journal.points
    return {
      id: journal.id,
      day: journal.day,
      at: journal.at,
      kind: journal.kind,
      reason: journal.reason,
      points: journal.points,
      balance,
      handler: journal.byMasked,
      forWhom: journal.forMasked,
      reversed: passbook.reversed.includes(journal.id),
      noticeUntil: journal.noticeUntil >= today ? journal.noticeUntil : '',
    }
  })
  const months = new Set([
    today.slice(0, 7),
    ...passbook.journals.map(monthOf),
    ...pages.map((put) => put.month),
  ])
  return {
    balance: passbook.balance,
    month,
    opening,
    closing: balance,
    lines,
    months: [...months].sort().reverse(),
  }
}
