import { command as _ } from '../cloud'
import type { Book, BookPage, Journal } from '../documents/ledger'
import { type Change, table, type Where } from '../table'
import type { PutAway } from './book.rule'

/** The most journals a book keeps before the timer must have put a month away. */
const mostJournals = 600

/** Collections of books, with the pages their finished months are put away on. */
const pagesOf = { passbooks: 'passbookPages', mealAccounts: 'mealAccountPages' } as const
export type Books = keyof typeof pagesOf

/** What a posting asks of the book and changes in it besides. */
export interface Posting {
  readonly guards?: Where
  readonly changes?: Change
}

/** What posting journals changes in their book. */
export const changeOf = (journals: readonly Journal[], changes: Change = {}): Change => ({
  balance: _.inc(journals.reduce((sum, { amount }) => sum + amount, 0)),
  written: _.inc(journals.length),
  journals: _.push([...journals]),
  ...changes,
})

/**
 * Posts journals to an open book: moves the balance and writes the lines in one conditional update, so that there is
 * nothing between them to die in. Answers false, and nothing has happened, when one of them is already there, the
 * book is closed or full, or one of `guards` fails. What the balance must at least be is a guard of the caller.
 */
export const postTo = async (
  books: Books,
  { _id, centreId }: Pick<Book, '_id' | 'centreId'>,
  journals: readonly Journal[],
  { guards, changes }: Posting = {},
): Promise<boolean> => {
  const updated = await table(books).update(
    {
      _id,
      centreId,
      state: 'open',
      'journals.id': _.nin(journals.map(({ id }) => id)),
      [`journals.${mostJournals - journals.length}`]: _.exists(false),
      ...guards,
    },
    changeOf(journals, changes),
  )
  return updated === 1
}

/** A journal of a book, wherever it stands: among the newest, or in a month that was put away (one request). */
export const journalIn = async <J extends Journal>(
  books: Books,
  book: Pick<Book<J>, '_id' | 'journals'>,
  journalId: string,
): Promise<J | undefined> => {
  const isIt = ({ id }: J) => id === journalId
  const newest = book.journals.find(isIt)
  if (newest) return newest
  const [page] = await table(pagesOf[books]).find(
    { bookId: book._id, 'journals.id': journalId },
    { limit: 1 },
  )
  return (page as BookPage<J> | undefined)?.journals.find(isIt)
}

/**
 * Puts a month away: the page is written, then the lines leave the book, unless it was written in meanwhile. In
 * between both have them, and whoever reads takes those of the book.
 */
export const putAway = async <J extends Journal>(
  books: Books,
  book: Pick<Book<J>, '_id' | 'written'>,
  { page, opening, journals }: PutAway<J>,
  changes: Change = {},
): Promise<boolean> => {
  await table(pagesOf[books]).claim(page as never)
  const updated = await table(books).update(
    { _id: book._id, written: book.written },
    { opening, journals, ...changes },
  )
  return updated === 1
}
