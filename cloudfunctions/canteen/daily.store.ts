import type { ShanghaiDay } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type {
  CanteenRunDocument,
  DinerDocument,
  MealAccountDocument,
  MealBillDocument,
  MealJournal,
} from '../_kit/documents/canteen'
import { insertMissing } from '../_kit/missing'
import { table } from '../_kit/table'
import { newRun, runIdOf } from './daily.rule'

/** How many accounts are worked on at once. */
export const chunkSize = 40

/** Today's run, begun when it is not yet. 1–2 requests. */
export const runOf = async (today: ShanghaiDay): Promise<CanteenRunDocument | undefined> => {
  const run = await table('canteenRuns').get(runIdOf(today))
  if (run) return run
  const begun = newRun(today)
  return (await table('canteenRuns').claim(begun)) ? begun : undefined
}

/** Writes how far a run has come; false when another timer was faster. */
export const advance = async (
  from: CanteenRunDocument,
  { part, after, done }: CanteenRunDocument,
): Promise<boolean> => {
  const where = { _id: from._id, step: from.step }
  return (await table('canteenRuns').update(where, { part, after, done, step: _.inc(1) })) === 1
}

/** Some accounts, lines and all, after one. */
export const accountsAfter = (after: string): Promise<MealAccountDocument[]> =>
  table('mealAccounts').find({ _id: _.gt(after) }, { order: [['_id', 'asc']], limit: chunkSize })

/** What of a diner the day's work asks. */
export type TendedDiner = Pick<
  DinerDocument,
  '_id' | 'centreId' | 'householdId' | 'nameMasked' | 'family' | 'state' | 'deliveryUntil'
>

/** The diners of some accounts. One request. */
export const dinersOf = (ids: readonly string[]): Promise<TendedDiner[]> => {
  const names = ['_id', 'centreId', 'householdId', 'nameMasked', 'family', 'state', 'deliveryUntil']
  const fields = Object.fromEntries(names.map((name) => [name, true]))
  return table('diners').find({ _id: _.in([...ids]) }, { limit: Math.max(1, ids.length), fields })
}

/** Lines of some accounts' months that were put away. One request. */
export const putAwayLines = async (
  accountIds: readonly string[],
  months: readonly string[],
): Promise<ReadonlyMap<string, readonly MealJournal[]>> => {
  const ids = accountIds.flatMap((id) => months.map((month) => `${id}:${month}`))
  const pages = await table('mealAccountPages').find({ _id: _.in(ids) }, { limit: Math.max(1, ids.length) })
  const byAccount = new Map<string, readonly MealJournal[]>()
  for (const { bookId, journals } of pages) {
    byAccount.set(bookId, [...(byAccount.get(bookId) ?? []), ...journals])
  }
  return byAccount
}

/** Writes bills that are not there yet; what was told stays as it is. */
export const writeBills = async (bills: readonly MealBillDocument[]): Promise<void> => {
  await insertMissing('mealBills', bills)
}
