import type { ShanghaiDay } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type {
  MealJournal,
  MealReconciliationDocument,
  MenuDocument,
  MenuSummary,
} from '../_kit/documents/canteen'
import { list, table } from '../_kit/table'
import { heldFrom } from './daily.rule'
import { aboutOrder } from './meal-journal.rule'
import { type Charged, driftOf, sameSummary, summaryOf } from './settlement.rule'

/** Accounts whose lines about a menu are read at once. */
const chunk = 300

/** The first canteen after another. */
export const nextCanteen = async (after: string): Promise<string | undefined> => {
  const options = { order: [['_id', 'asc']], limit: 1, fields: { _id: true } } as const
  const [canteen] = await table('canteens').find({ _id: _.gt(after) }, options)
  return canteen?._id
}

/** The first menu of a canteen after one with an `order`, of a day that is over: not settled yet, or of the last days. */
export const nextMenu = async (
  canteenId: string,
  after: string,
  today: ShanghaiDay,
): Promise<MenuDocument | undefined> => {
  const [menu] = await table('menus').find(
    _.and([
      { canteenId, order: _.and([_.gt(after), _.lt(today)]) },
      _.or([{ state: 'frozen' }, { state: _.in(['settled', 'cancelled']), order: _.gte(heldFrom(today)) }]),
    ]),
    { order: [['order', 'asc']], limit: 1 },
  )
  return menu
}

/** Everything accounts say about a menu, of whoever was ever charged for it. One request for each 300 diners. */
const chargedFor = async (about: string): Promise<readonly Charged[]> => {
  const found: { readonly _id: string; readonly journals: readonly MealJournal[] }[] = []
  for (;;) {
    const some = await list<(typeof found)[number]>(
      table('mealAccounts')
        .aggregate()
        .match({ 'journals.about': about, _id: _.gt(found.at(-1)?._id ?? '') })
        .sort({ _id: 1 })
        .limit(chunk)
        .project({
          journals: {
            $filter: { input: '$journals', as: 'journal', cond: { $eq: ['$$journal.about', about] } },
          },
        }),
    )
    found.push(...some)
    if (some.length < chunk) return found.map(({ _id, journals }) => ({ dinerId: _id, journals }))
  }
}

/** The same of months that were put away, for some diners. One request. */
const putAwayFor = async (about: string, dinerIds: readonly string[]): Promise<readonly Charged[]> => {
  const pages = await table('mealAccountPages').find(
    { bookId: _.in([...dinerIds]), 'journals.about': about },
    { limit: 1000 },
  )
  return pages.map(({ bookId, journals }) => ({
    dinerId: bookId,
    journals: journals.filter((journal) => journal.about === about),
  }))
}

const together = (some: readonly Charged[], more: readonly Charged[]): readonly Charged[] => {
  const ids = new Set([...some, ...more].map(({ dinerId }) => dinerId))
  return [...ids].map((dinerId) => ({
    dinerId,
    journals: [...some, ...more].filter((one) => one.dinerId === dinerId).flatMap(({ journals }) => journals),
  }))
}

/** Holds a menu's orders against the accounts; pages are only read where the newest lines do not explain an order. */
export const reconcile = async (menu: MenuDocument): Promise<MealReconciliationDocument['drift']> => {
  const about = aboutOrder(menu._id)
  const charged = await chargedFor(about)
  const drift = driftOf(menu, charged)
  if (drift.length === 0) return []
  const suspects = drift.slice(0, 1000).map(({ dinerId }) => dinerId)
  return driftOf(menu, together(charged, await putAwayFor(about, suspects)))
}

/** Ends a menu with what it came to; one that is settled is settled again when an order became void since. */
export const settle = async (menu: MenuDocument): Promise<MenuSummary> => {
  const summary = summaryOf(menu.orders)
  if (menu.state === 'frozen' || (menu.state === 'settled' && !sameSummary(menu.summary, summary))) {
    const { _id, changes, state } = menu
    // somebody changed an order meanwhile: the next night sees it
    await table('menus').update({ _id, changes, state }, { state: 'settled', summary: _.set(summary) })
  }
  return summary
}

/** More drift than this is not listed diner by diner: the first say enough. */
const mostDrift = 100

/** Writes what a menu's reconciliation found, the first time or again. */
export const writeReconciliation = async (
  menu: MenuDocument,
  { orders, price, toPay, subsidies }: MenuSummary,
  drift: MealReconciliationDocument['drift'],
): Promise<void> => {
  const { _id, centreId, canteenId, day, slot, order } = menu
  const found = { orders, price, toPay, subsidies, drift: drift.slice(0, mostDrift) }
  if (await table('mealReconciliations').claim({ _id, centreId, canteenId, day, slot, ...found, order }))
    return
  await table('mealReconciliations').update({ _id }, found)
}

/** A month has at most three menus a day. */
const mostInMonth = 93

/** What the reconciliations of a month at a canteen found, day by day. One request. */
export const reconciliationsOf = (
  centreId: string,
  canteenId: string,
  month: string,
): Promise<MealReconciliationDocument[]> =>
  table('mealReconciliations').find(
    { canteenId, order: _.and([_.gte(`${month}-01`), _.lt(`${month}-32`)]), centreId },
    { order: [['order', 'asc']], limit: mostInMonth },
  )
