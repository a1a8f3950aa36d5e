import type { Instant } from '../../types/common/time'
import type { PendingOrder } from '../_kit/documents/canteen'
import { isRefused } from '../_kit/refusal'
import { type DinerFacts, decideWish, hasStood, type Leave, type Placing, type SeenMenu } from './order.rule'
import { type Code, refusedResult } from './pick-result.rule'
import {
  type PayingAccount,
  payingAccount,
  putOnMenu,
  type Returned,
  seenMenus,
  settleOrders,
  takePendingOver,
} from './placing.store'
import { stopOf } from './route.rule'
import { addStop } from './route.store'

/** A menu may change under a run; each try sees it anew. */
const tries = 4

/** Whose orders are carried, and how they are to be taken. */
export interface Circumstances {
  readonly whose: DinerFacts
  readonly leave: Leave
}

/** An order on its way, with the menu as it was seen. */
export type OnItsWay = Placing & { readonly menu: SeenMenu }

/** A late order that is carried upstairs gets its stop on a route. Harmless when done twice. */
const arrange = async ({ menu, order }: OnItsWay): Promise<void> => {
  if (order.lateBecause !== '' && order.delivery) await addStop(menu, stopOf(order))
}

/** Puts an order on its menu; answers why it cannot stand there, or undefined when it does. */
const put = async (placing: OnItsWay, { whose, leave }: Circumstances): Promise<Code | undefined> => {
  const { order, replaces } = placing
  let menu: SeenMenu | undefined = placing.menu
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (menu && (await putOnMenu(menu, placing, leave))) return undefined
    ;[menu] = await seenMenus([placing.menu._id], [order.dinerId])
    const standing = menu?.orders[order.dinerId]
    if (standing?.id !== replaces?.id) return standing ? 'CANTEEN.ALREADY_ORDERED' : 'CANTEEN.NOT_ORDERED'
    const again = decideWish(menu, { mealId: order.mealId, delivery: order.delivery }, whose, leave)
    if (isRefused(again)) return again.refused
    if ('stands' in again || again.price.price !== order.price) return 'CANTEEN.PRICE_CHANGED'
  }
  return 'COMMON.BUSY'
}

/** Carries what was paid for to the menus, and settles it with the account. Answers what the menus refused. */
export const carry = async (
  circumstances: Circumstances,
  account: Pick<PayingAccount, '_id' | 'centreId'>,
  placings: readonly OnItsWay[],
  at: Instant,
  stood: readonly OnItsWay[] = [],
): Promise<ReadonlyMap<string, Code>> => {
  const placed: OnItsWay[] = [...stood]
  const refusals = new Map<string, Code>()
  const returned: Returned[] = []
  for (const placing of placings) {
    const code = await put(placing, circumstances)
    if (code) {
      refusals.set(placing.order.id, code)
      returned.push({ placing, reason: refusedResult('', code).why })
    } else placed.push(placing)
  }
  for (const placing of placed) await arrange(placing)
  // when it is settled already, the timer was here
  await settleOrders(account, { placed, returned }, at)
  return refusals
}

/** Goes on where a run of the same request died: it is the only one now that may put its orders on their menus. */
export const carryOn = async (
  circumstances: Circumstances,
  account: PayingAccount,
  pending: readonly PendingOrder[],
): Promise<void> => {
  const { now } = circumstances.leave
  if (!(await takePendingOver(account, pending, now))) return
  const menus = await seenMenus(
    pending.map(({ menuId }) => menuId),
    [account._id],
  )
  const seen = (await payingAccount(account._id)) ?? account
  const placings = pending.flatMap(({ order, replaces, menuId }) => {
    const menu = menus.find(({ _id }) => _id === menuId)
    return menu ? [{ order, replaces, menu }] : []
  })
  const stood = placings.filter(({ order, menu }) => hasStood(order, { menu, account: seen }))
  const open = placings.filter((placing) => !stood.includes(placing))
  await carry(circumstances, account, open, now, stood)
}

/**
 * Ends an order a dead run left on its way: one that stands is settled. One that does not is undone, because whoever
 * ordered it was told that it failed; a standing order is put on its menu if it still can.
 */
export const finishPending = async (
  accountId: string,
  { order, replaces, menuId, at }: PendingOrder,
  now: Instant,
): Promise<void> => {
  const account = await payingAccount(accountId)
  const own = account?.pending.find((pending) => pending.order.id === order.id && pending.at === at)
  if (!account || !own || !(await takePendingOver(account, [own], now))) return
  const [menu] = await seenMenus([menuId], [accountId])
  const seen = await payingAccount(accountId)
  if (!menu || !seen) throw new Error(`order ${order.id} has lost its menu or its account`)
  const placing = { order, replaces, menu }
  const isLate = order.lateBecause !== ''
  const stands =
    hasStood(order, { menu, account: seen }) ||
    (order.source === 'standing' && (await putOnMenu(menu, placing, { now, late: isLate })))
  if (stands && menu.orders[order.dinerId]?.id === order.id) await arrange(placing)
  const settled = stands
    ? { placed: [placing], returned: [] }
    : { placed: [], returned: [{ placing, reason: '没有订成' }] }
  await settleOrders(account, settled, now)
}
