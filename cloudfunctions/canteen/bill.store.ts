import { command as _ } from '../_kit/cloud'
import type { MealBillDocument } from '../_kit/documents/canteen'
import { pageSize } from '../_kit/page.rule'
import { list, table } from '../_kit/table'
import { withoutLines } from './account.store'

interface Found extends MealBillDocument {
  readonly accounts: readonly { readonly balance: number }[]
}

/** A page of a month's bills at a centre, by door, with what is on each account now. One request. */
export const billPage = async (
  centreId: string,
  month: string,
  after: string | undefined,
): Promise<readonly (MealBillDocument & { readonly balance: number })[]> => {
  const found = await list<Found>(
    table('mealBills')
      .aggregate()
      .match({ centreId, month, ...(after !== undefined && { order: _.gt(after) }) })
      .sort({ order: 1 })
      .limit(pageSize + 1)
      .lookup({ from: 'mealAccounts', localField: 'dinerId', foreignField: '_id', as: 'accounts' })
      .project(withoutLines),
  )
  return found.map(({ accounts: [account], ...bill }) => ({ ...bill, balance: account?.balance ?? 0 }))
}
