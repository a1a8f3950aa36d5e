import type { Instant } from '../../types/common/time'
import type { Lookup } from '../_kit/caller'
import { command as _ } from '../_kit/cloud'
import type { MealJournal, MealOrder, MenuDocument, TakenOff } from '../_kit/documents/canteen'
import { journalIn, postTo } from '../_kit/ledger/book.store'
import { table } from '../_kit/table'
import { aboutOrder, refundFor, refundIdOf } from './meal-journal.rule'
import { payingAccount } from './placing.store'

type OnMenu = Pick<MenuDocument, '_id' | 'day' | 'slot' | 'canteenId'>

/**
 * Takes an order off its menu before the cut-off in one conditional update: the portion is free again, and the money
 * is owed back. One a standing order made is not made again when `forGood`.
 */
export const takeOff = async (
  menu: OnMenu,
  taken: TakenOff,
  { now, forGood }: { readonly now: Instant; readonly forGood: boolean },
): Promise<boolean> => {
  const { id, dinerId, mealId, source } = taken.order
  const updated = await table('menus').update(
    { _id: menu._id, state: 'published', cutoffAt: _.gt(now), [`orders.${dinerId}.id`]: id },
    {
      [`orders.${dinerId}`]: _.remove(),
      left: _.inc(1),
      [`sold.${mealId}`]: _.inc(-1),
      changes: _.inc(1),
      refunds: _.push([taken]),
      ...(forGood && source === 'standing' && { skipped: _.addToSet(dinerId) }),
    },
  )
  return updated === 1
}

/** A menu as declaring one of its orders void asks. */
export type VoidableMenu = OnMenu &
  Pick<MenuDocument, 'centreId' | 'state' | 'cutoffAt' | 'changes' | 'summary' | 'orders' | 'refunds'>

const voidableFields = (dinerId: string): readonly string[] => [
  ...['centreId', 'canteenId', 'day', 'slot', 'state', 'cutoffAt', 'changes', 'summary', 'refunds'],
  `orders.${dinerId}`,
]

/** Look-up of a menu with one diner's order, to declare that void. */
export const menuToVoidAlong = (menuId: string, dinerId: string): Lookup => ({
  from: 'menus',
  id: { where: { _id: menuId }, limit: 1, fields: voidableFields(dinerId) },
})

/** The same again. One request. */
export const menuToVoid = async (menuId: string, dinerId: string): Promise<VoidableMenu | undefined> => {
  const fields = Object.fromEntries(voidableFields(dinerId).map((field) => [field, true]))
  const [menu] = await table('menus').find({ _id: menuId }, { limit: 1, fields })
  return menu
}

/**
 * 冲正 of an order after the cut-off: it stays on the menu and does not count, its money is owed back. A menu that is
 * settled already comes to that much less.
 */
export const voidOnMenu = async (
  menu: Pick<VoidableMenu, '_id' | 'centreId' | 'state' | 'changes'>,
  taken: TakenOff,
  summary: MenuDocument['summary'],
): Promise<boolean> => {
  const { id, dinerId } = taken.order
  const updated = await table('menus').update(
    {
      _id: menu._id,
      centreId: menu.centreId,
      state: menu.state,
      changes: menu.changes,
      [`orders.${dinerId}.id`]: id,
      [`orders.${dinerId}.voidedBecause`]: '',
    },
    {
      [`orders.${dinerId}.voidedBecause`]: taken.reason,
      changes: _.inc(1),
      refunds: _.push([taken]),
      ...(summary && { summary: _.set(summary) }),
    },
  )
  return updated === 1
}

const refundOf = (menu: OnMenu, { order, reason, at, by, byMasked, requestKey }: TakenOff): MealJournal =>
  refundFor(menu, order, reason, { at, by, byMasked, requestKey })

/** Whether what an order cost is back in its account. 1–2 requests. */
const isBack = async ({ dinerId, id }: MealOrder): Promise<boolean> => {
  const account = await table('mealAccounts').get(dinerId)
  return account !== undefined && (await journalIn('mealAccounts', account, refundIdOf(id))) !== undefined
}

/** Gives an order's money back, once. Throws when the account cannot take it now; the timer tries again. */
const giveBack = async (menu: OnMenu, taken: TakenOff): Promise<void> => {
  const { dinerId, homeId } = taken.order
  const account = { _id: dinerId, centreId: homeId }
  if (await postTo('mealAccounts', account, [refundOf(menu, taken)])) return
  if (!(await isBack(taken.order))) throw new Error(`order ${taken.order.id} could not be paid back`)
}

/** Pays what was taken off a menu back and strikes it off; again is harmless. Two requests for one order. */
export const payBack = async (menu: OnMenu, taken: readonly TakenOff[]): Promise<void> => {
  for (const one of taken) await giveBack(menu, one)
  const ids = taken.map(({ order }) => order.id)
  await table('menus').update({ _id: menu._id }, { refunds: _.pull({ 'order.id': _.in(ids) }) })
}

/** What some requests gave back for a menu, as an account's lines tell it. */
export const backFor = (
  journals: readonly Pick<MealJournal, 'requestKey' | 'about' | 'kind' | 'amount'>[],
  menuId: string,
  requestKey: string,
): number | undefined =>
  journals.find(
    (journal) =>
      journal.kind === 'refund' && journal.requestKey === requestKey && journal.about === aboutOrder(menuId),
  )?.amount

/**
 * What another run of the same request gave back, or took off the menu and died before its money was back: that is
 * paid now. Undefined when there was none. 1–3 requests.
 */
export const backByOtherRun = async (
  seen: (OnMenu & Pick<MenuDocument, 'refunds'>) | undefined,
  request: { readonly menuId: string; readonly dinerId: string; readonly requestKey: string },
): Promise<number | undefined> => {
  const { menuId, dinerId, requestKey } = request
  const own = seen?.refunds.find((taken) => taken.requestKey === requestKey)
  if (seen && own) {
    await payBack(seen, [own])
    return own.order.toPay
  }
  const account = await payingAccount(dinerId)
  return backFor(account?.journals ?? [], menuId, requestKey)
}

/** A menu as far as paying back asks. */
export type OwingMenu = OnMenu & Pick<MenuDocument, 'state' | 'cancelledBecause' | 'refunds'>

/** Menus with orders taken off before a moment whose money may not be back, at most `limit`. One request. */
export const menusOwing = (before: Instant, limit: number): Promise<OwingMenu[]> =>
  table('menus').find(
    { 'refunds.at': _.lt(before) },
    {
      limit,
      fields: { day: true, slot: true, canteenId: true, state: true, cancelledBecause: true, refunds: true },
    },
  )
