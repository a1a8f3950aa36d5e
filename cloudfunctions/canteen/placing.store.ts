import type { Instant } from '../../types/common/time'
import type { Lookup } from '../_kit/caller'
import { command as _ } from '../_kit/cloud'
import type { MealAccountDocument, MenuDocument, PendingOrder } from '../_kit/documents/canteen'
import { postTo } from '../_kit/ledger/book.store'
import { table } from '../_kit/table'
import type { MenuHead } from './menu.rule'
import {
  costOf,
  type Leave,
  type Placing,
  paidAfter,
  paidBefore,
  type SeenMenu,
  undoneBy,
} from './order.rule'

/** Orders take no line beyond this, so that refunds always find room in the book. */
const roomForRefunds = 500

export const headFields = [
  'centreId',
  'canteenId',
  'day',
  'slot',
  'state',
  'dishes',
  'meals',
  'left',
  'sold',
  'cutoffAt',
  'servedFrom',
  'servedTo',
  'order',
] as const satisfies readonly (keyof MenuHead)[]

/** Look-up of menus with what some diners have on them, by a condition on the menus. */
export const seenMenusAlong = (
  where: Readonly<Record<string, unknown>>,
  dinerIds: readonly string[],
  limit: number,
  parts: readonly ('orders' | 'served' | 'ratings')[] = ['orders'],
): Lookup => ({
  from: 'menus',
  id: {
    where,
    limit,
    fields: [...headFields, ...parts.flatMap((part) => dinerIds.map((dinerId) => `${part}.${dinerId}`))],
  },
})

/** Menus with what some diners have on them and what was taken off. One request. */
export const seenMenus = (
  menuIds: readonly string[],
  dinerIds: readonly string[],
): Promise<(SeenMenu & Pick<MenuDocument, 'refunds' | 'skipped'>)[]> => {
  const fields = [...headFields, 'refunds', 'skipped', ...dinerIds.map((dinerId) => `orders.${dinerId}`)]
  return table('menus').find(
    { _id: _.in([...menuIds]) },
    { limit: Math.max(1, menuIds.length), fields: Object.fromEntries(fields.map((field) => [field, true])) },
  )
}

/** What is known of an account while its orders are placed: of its lines what tells the request. */
export type PayingAccount = Pick<MealAccountDocument, '_id' | 'centreId' | 'state' | 'balance' | 'owesUpTo'> &
  Pick<MealAccountDocument, 'pending'> & {
    readonly journals: readonly Pick<
      MealAccountDocument['journals'][number],
      'id' | 'kind' | 'about' | 'requestKey' | 'amount' | 'reason' | 'reverses'
    >[]
  }

const payingFields = [
  'centreId',
  'state',
  'balance',
  'owesUpTo',
  'pending',
  'journals.id',
  'journals.kind',
  'journals.about',
  'journals.requestKey',
  'journals.amount',
  'journals.reason',
  'journals.reverses',
]

/** Look-up of accounts that may be asked to pay. */
export const payingAccountsAlong = (dinerIds: readonly string[]): Lookup => ({
  from: 'mealAccounts',
  id: { where: { _id: { $in: [...dinerIds] } }, limit: dinerIds.length, fields: payingFields },
})

/** Look-up of what an account comes to and what was ordered last. */
export const accountToOfferAlong = (dinerId: string): Lookup => ({
  from: 'mealAccounts',
  id: { where: { _id: dinerId }, limit: 1, fields: ['centreId', 'state', 'balance', 'owesUpTo', 'last'] },
})

/** What is known of one account while its orders are placed, again. One request. */
export const payingAccount = async (dinerId: string): Promise<PayingAccount | undefined> => {
  const fields = Object.fromEntries(payingFields.map((field) => [field, true]))
  const [account] = await table('mealAccounts').find({ _id: dinerId }, { limit: 1, fields })
  return account
}

type Payer = Pick<PayingAccount, '_id' | 'centreId' | 'owesUpTo'>

/**
 * Has an account pay for the orders of one request, all of them or none, and notes that they are on their way to
 * their menus. False, and nothing has happened, when it cannot, or the same request was here before.
 */
export const pay = (
  { _id, centreId, owesUpTo }: Payer,
  placings: readonly Placing[],
  requestKey: string,
  at: Instant,
): Promise<boolean> => {
  const journals = placings.flatMap(paidBefore)
  const cost = costOf(journals)
  const pending = placings.map(
    ({ order, replaces, menu }): PendingOrder => ({ order, replaces, menuId: menu._id, at }),
  )
  return postTo('mealAccounts', { _id, centreId }, journals, {
    guards: {
      owesUpTo,
      ...(cost > 0 && { balance: _.gte(cost - owesUpTo) }),
      'journals.requestKey': _.neq(requestKey),
      'pending.order.requestKey': _.neq(requestKey),
      [`journals.${roomForRefunds}`]: _.exists(false),
    },
    changes: { pending: _.push(pending) },
  })
}

/**
 * Puts an order on its menu in one conditional update: a portion, the cut-off, the meal at its price, no second order
 * of the diner. An order that replaces another takes its portion.
 */
export const putOnMenu = async (
  menu: SeenMenu,
  { order, replaces }: Pick<Placing, 'order' | 'replaces'>,
  { now, late }: Pick<Leave, 'now' | 'late'>,
): Promise<boolean> => {
  const { dinerId, mealId, price } = order
  const own = `orders.${dinerId}`
  const cap = menu.meals.find(({ id }) => id === mealId)?.cap ?? 0
  const takesMeal = replaces?.mealId !== mealId
  const updated = await table('menus').update(
    {
      _id: menu._id,
      canteenId: menu.canteenId,
      ...(late
        ? { state: _.in(['published', 'frozen']), servedTo: _.gt(now) }
        : { state: 'published', cutoffAt: _.gt(now) }),
      meals: _.elemMatch({ id: mealId, price, cap }),
      ...(replaces ? { [`${own}.id`]: replaces.id } : { [own]: _.exists(false), left: _.gt(0) }),
      // a meal nobody has ordered yet may have no count
      ...(takesMeal && cap > 0 && { [`sold.${mealId}`]: _.not(_.gte(cap)) }),
      ...(order.source === 'standing' && { skipped: _.neq(dinerId) }),
    },
    {
      [own]: _.set(order),
      changes: _.inc(1),
      ...(!replaces && { left: _.inc(-1) }),
      ...(takesMeal && { [`sold.${mealId}`]: _.inc(1) }),
      ...(takesMeal && replaces && { [`sold.${replaces.mealId}`]: _.inc(-1) }),
    },
  )
  return updated === 1
}

/** An order no menu took, and why, in people's words. */
export interface Returned {
  readonly placing: Placing
  readonly reason: string
}

/**
 * Ends what was on its way: orders that stand are no longer pending, others are paid back. False, and nothing has
 * happened, when another run has taken over since `at`, or a line is already there.
 */
export const settleOrders = (
  { _id, centreId }: Pick<Payer, '_id' | 'centreId'>,
  { placed, returned }: { readonly placed: readonly Placing[]; readonly returned: readonly Returned[] },
  at: Instant,
): Promise<boolean> => {
  const orders = [...placed, ...returned.map(({ placing }) => placing)].map(({ order }) => order)
  const newest = placed.at(-1)
  const journals = [
    ...returned.flatMap(({ placing, reason }) => undoneBy(placing, reason)),
    ...placed.flatMap(paidAfter),
  ]
  return postTo('mealAccounts', { _id, centreId }, journals, {
    guards: { pending: _.elemMatch({ 'order.id': orders[0]?.id ?? '', at }) },
    changes: {
      pending: _.pull({ 'order.id': _.in(orders.map(({ id }) => id)) }),
      ...(newest && {
        last: _.set({
          canteenId: newest.menu.canteenId,
          slot: newest.menu.slot,
          mealName: newest.order.mealName,
          delivery: newest.order.delivery,
        }),
      }),
    },
  })
}

/** Takes over the orders a dead run of a request left pending; answers whether nobody else was faster. */
export const takePendingOver = async (
  { _id, pending }: Pick<PayingAccount, '_id' | 'pending'>,
  taken: readonly PendingOrder[],
  now: Instant,
): Promise<boolean> => {
  const places = taken.map((one) => [`pending.${pending.indexOf(one)}`, one] as const)
  const updated = await table('mealAccounts').update(
    {
      _id,
      ...Object.fromEntries(
        places.flatMap(([place, { order, at }]) => [
          [`${place}.order.id`, order.id],
          [`${place}.at`, at],
        ]),
      ),
    },
    Object.fromEntries(places.map(([place]) => [`${place}.at`, now])),
  )
  return updated === 1
}

/** Accounts with orders that have been on their way since before a moment, at most `limit`. One request. */
export const accountsWithStale = (before: Instant, limit: number): Promise<PayingAccount[]> =>
  table('mealAccounts').find(
    { 'pending.at': _.lt(before) },
    { limit, fields: Object.fromEntries(payingFields.map((field) => [field, true])) },
  )
