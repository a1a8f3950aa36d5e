import { addDays, type ShanghaiDay } from '../../../types/common/time'
import type { Book, BookPage, Journal } from '../documents/ledger'
import { idOf } from '../ids'

/** A month is put away once it has been over for this long: until then a repeat of a request may still look for its line. */
const keptDays = 35
/** A book with more lines than this is lightened as soon as a month is over. */
const manyJournals = 300

const monthOf = ({ day }: Pick<Journal, 'day'>): string => day.slice(0, 7)

/** What the lines of a book come to: its opening balance and the sum of its journals. */
export const proven = (book: {
  readonly opening: number
  readonly journals: readonly Pick<Journal, 'amount'>[]
}): number => book.opening + book.journals.reduce((sum, { amount }) => sum + amount, 0)

/** Whether a journal is double entry: its own entry is what the book moved by, and all entries sum to zero. */
export const balances = ({ entries, amount }: Pick<Journal, 'entries' | 'amount'>): boolean =>
  entries[0]?.amount === amount && entries.reduce((sum, entry) => sum + entry.amount, 0) === 0

/** The id of the one journal that can undo another (冲正). */
export const reversalIdOf = (journalId: string): string => idOf('reversal', journalId)

/** What putting one month away leaves in the book. */
export interface PutAway<J extends Journal> {
  readonly page: BookPage<J>
  readonly opening: number
  readonly journals: readonly J[]
}

/** The oldest month of a book when it is due to be put away; undefined when none is. */
export const monthToPutAway = <J extends Journal>(
  book: Pick<Book<J>, '_id' | 'centreId' | 'opening' | 'journals'>,
  today: ShanghaiDay,
): PutAway<J> | undefined => {
  const { _id: bookId, centreId, opening, journals } = book
  const month = monthOf(
    journals.reduce((oldest, { day }) => (day < oldest.day ? { day } : oldest), { day: today }),
  )
  const daysOver = journals.length > manyJournals ? 3 : keptDays
  if (addDays(today, -daysOver).slice(0, 7) <= month) return undefined
  const ofMonth = journals.filter(({ day }) => day.startsWith(month))
  const closing = proven({ opening, journals: ofMonth })
  return {
    page: { _id: `${bookId}:${month}`, bookId, centreId, month, opening, closing, journals: ofMonth },
    opening: closing,
    journals: journals.filter(({ day }) => !day.startsWith(month)),
  }
}

/** What a statement of a month is read from. */
export interface StatementFacts<J extends Journal, B extends Book<J> = Book<J>> {
  readonly book: B
  /** The month asked for, when it was put away. */
  readonly page: BookPage<J> | undefined
  /** Every month that was put away, newest first. */
  readonly pages: readonly Pick<BookPage, 'month' | 'closing'>[]
}

/** The balance a month began with, and its journals. */
const monthIn = <J extends Journal>(
  { book, page, pages }: StatementFacts<J>,
  month: string,
): { readonly opening: number; readonly journals: readonly J[] } => {
  const journals = book.journals.filter((journal) => monthOf(journal) === month)
  if (journals.length === 0) {
    if (page) return { opening: page.opening, journals: page.journals }
    if (pages.some((put) => put.month > month)) {
      return { opening: pages.find((put) => put.month < month)?.closing ?? 0, journals }
    }
  }
  const earlier = book.journals.filter((journal) => monthOf(journal) < month)
  return { opening: proven({ opening: book.opening, journals: earlier }), journals }
}

/** 流水: a month of a book as a bank prints it: its journals in order, each with the balance after it. */
export const statementOf = <J extends Journal>(
  facts: StatementFacts<J>,
  month: string,
  today: ShanghaiDay,
) => {
  const { book, pages } = facts
  const { opening, journals } = monthIn(facts, month)
  let balance = opening
  const lines = journals.map((journal) => {
    balance += journal.amount
    return { journal, balance, reversed: book.reversed.includes(journal.id) }
  })
  const months = new Set([today.slice(0, 7), ...book.journals.map(monthOf), ...pages.map((put) => put.month)])
  return { opening, closing: balance, lines, months: [...months].sort().reverse() }
}
