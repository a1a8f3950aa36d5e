import type { Lookup } from '../_kit/caller'
import type { DinerDocument, MealAccountDocument, MealJournal } from '../_kit/documents/canteen'
import type { BookPage } from '../_kit/documents/ledger'
import type { StatementFacts } from '../_kit/ledger/book.rule'
import { list, table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'

/** 餐费账户 nobody has booked in; its id is the diner's, prepaid until the staff allow a bill. */
export const emptyAccount = (
  diner: Pick<DinerDocument, '_id' | 'centreId' | 'nameMasked' | 'building' | 'room' | 'order'>,
): MealAccountDocument => ({
  _id: diner._id,
  centreId: diner.centreId,
  state: 'open',
  balance: 0,
  opening: 0,
  written: 0,
  journals: [],
  reversed: [],
  nameMasked: diner.nameMasked,
  building: diner.building,
  room: diner.room,
  owesUpTo: 0,
  pending: [],
  last: null,
  order: diner.order,
})

/** Gives an approved diner the account; one who comes back finds the former one. 1–2 operations. */
export const openAccount = async (transaction: Transaction, diner: DinerDocument): Promise<void> => {
  if (await transaction.get('mealAccounts', diner._id)) return
  await transaction.insert('mealAccounts', emptyAccount(diner))
}

/** Look-up of a diner's account with its newest lines, to bring along with the caller. */
export const accountAlong = (dinerId: string): Lookup => ({ from: 'mealAccounts', id: dinerId })

/** Look-up of what an account comes to, without its lines. */
export const accountFiguresAlong = (dinerId: string): Lookup => ({
  from: 'mealAccounts',
  id: { where: { _id: dinerId }, limit: 1, fields: ['centreId', 'state', 'balance', 'owesUpTo'] },
})

/** What an aggregation leaves out of `accounts` it looked up: lines are many and stay in the database. */
export const withoutLines = { 'accounts.journals': 0, 'accounts.pending': 0, 'accounts.reversed': 0 }

/** An account by its diner's id. One request. */
export const accountById = async (
  centreId: string,
  dinerId: string,
): Promise<MealAccountDocument | undefined> => {
  const account = await table('mealAccounts').get(dinerId)
  return account?.centreId === centreId ? account : undefined
}

/** Ten years of months. */
const mostPages = 120

interface Found extends MealAccountDocument {
  readonly page: BookPage<MealJournal>[]
  readonly months: Pick<BookPage, 'month' | 'closing'>[]
}

/** What a month's statement of an account is read from, in one request; undefined when there is no account. */
export const loadAccount = async (
  centreId: string,
  dinerId: string,
  month: string,
): Promise<StatementFacts<MealJournal, MealAccountDocument> | undefined> => {
  const [found] = await list<Found>(
    table('mealAccounts')
      .aggregate()
      .match({ _id: dinerId, centreId })
      .limit(1)
      .lookup({
        from: 'mealAccountPages',
        pipeline: [{ $match: { _id: `${dinerId}:${month}` } }],
        as: 'page',
      })
      .lookup({
        from: 'mealAccountPages',
        pipeline: [
          { $match: { bookId: dinerId } },
          { $sort: { month: -1 } },
          { $limit: mostPages },
          { $project: { _id: 0, month: 1, closing: 1 } },
        ],
        as: 'months',
      }),
  )
  if (!found) return undefined
  const { page, months, ...book } = found
  return { book, page: page[0], pages: months }
}
