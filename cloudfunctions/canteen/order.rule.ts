import type { Instant } from '../../types/common/time'
import type {
  CanteenDocument,
  DinerDocument,
  Meal,
  MealJournal,
  MealOrder,
  MenuDocument,
  PendingOrder,
  SubsidyRuleDocument,
} from '../_kit/documents/canteen'
import { idOf } from '../_kit/ids'
import { refuse } from '../_kit/refusal'
import { clashesOf } from './clash.rule'
import { mayHaveDelivery } from './diner.rule'
import { chargeFor, chargeIdOf, type Handling, refundFor } from './meal-journal.rule'
import type { MenuHead } from './menu.rule'
import { type Eater, type MealPrice, priceFor } from './subsidy.rule'

/** A menu as whoever orders for a diner sees it: of its orders only that diner's. */
export type SeenMenu = MenuHead & Pick<MenuDocument, 'orders'>

/** The order one request makes on one menu for one diner, and no other. */
export const orderIdOf = (requestKey: string, menuId: string, dinerId: string): string =>
  idOf('order', requestKey, menuId, dinerId)

/** Whose meal it is: the diner with what the subsidy asks. */
export interface DinerFacts {
  readonly diner: Pick<
    DinerDocument,
    '_id' | 'centreId' | 'nameMasked' | 'building' | 'room' | 'needs' | 'avoids' | 'deliveryUntil'
  >
  readonly eater: Eater
  readonly rules: readonly SubsidyRuleDocument[]
}

/** What is wanted on a menu; `toPay` is what the page showed, absent where the staff order by the list. */
export interface Wish {
  readonly mealId: string
  readonly delivery: boolean
  readonly toPay?: number
}

/** How a wish is to be taken. */
export interface Leave {
  readonly now: Instant
  /** 截单后: the staff may still add until the meal is over. */
  readonly late: boolean
  /** Whether what the diner has on the menu may be changed; otherwise it stays. */
  readonly mayChange: boolean
}

/** What a meal of a menu costs a diner. */
export const priceOn = (
  menu: Pick<MenuDocument, 'day'>,
  meal: Meal,
  { eater, rules }: DinerFacts,
): MealPrice => priceFor(meal.price, eater, menu.day, rules)

/** Why nothing can be ordered, changed or taken off on a menu any more; undefined while it can. */
export const whyClosed = (
  { state, cutoffAt, servedTo }: SeenMenu,
  { now, late }: Pick<Leave, 'now' | 'late'>,
) => {
  if (state === 'draft') return refuse('COMMON.NOT_FOUND')
  if (state === 'cancelled') return refuse('CANTEEN.MENU_OVER')
  if (late) return state === 'settled' || now >= servedTo ? refuse('CANTEEN.MENU_OVER') : undefined
  return state !== 'published' || now >= cutoffAt ? refuse('CANTEEN.TOO_LATE') : undefined
}

const whyNoPortion = (menu: SeenMenu, meal: Meal, replaces: MealOrder | undefined) => {
  const isTaken = replaces?.mealId === meal.id
  const isOut = !isTaken && meal.cap > 0 && (menu.sold[meal.id] ?? 0) >= meal.cap
  return isOut || (!replaces && menu.left <= 0) ? refuse('CANTEEN.FULL') : undefined
}

/**
 * What becomes of a wish on a menu: refused, nothing because it stands so already, or a meal at its price, perhaps in
 * place of what the diner has there.
 */
export const decideWish = (menu: SeenMenu | undefined, wish: Wish, whose: DinerFacts, leave: Leave) => {
  if (!menu) return refuse('COMMON.NOT_FOUND')
  const closed = whyClosed(menu, leave)
  if (closed) return closed
  const meal = menu.meals.find(({ id }) => id === wish.mealId)
  if (!meal) return refuse('CANTEEN.NO_MEAL')
  if (wish.delivery && !mayHaveDelivery(whose.diner, menu.day)) return refuse('CANTEEN.NO_DELIVERY')
  const replaces = menu.orders[whose.diner._id]
  const stands = replaces?.mealId === meal.id && replaces.delivery === wish.delivery
  if (stands && !leave.late) return { stands: replaces }
  if (replaces && !leave.mayChange) return refuse('CANTEEN.ALREADY_ORDERED')
  const price = priceOn(menu, meal, whose)
  if (wish.toPay !== undefined && wish.toPay !== price.toPay) return refuse('CANTEEN.PRICE_CHANGED')
  return whyNoPortion(menu, meal, replaces) ?? { meal, price, replaces: replaces ?? null }
}

/** Who orders, as what and for which request. */
export interface Ordering extends Handling {
  readonly source: MealOrder['source']
  readonly note: string
  readonly lateBecause: string
}

/** The order a wish becomes. */
export const orderOf = (
  menu: Pick<MenuDocument, '_id' | 'dishes'>,
  { meal, price, delivery }: { readonly meal: Meal; readonly price: MealPrice; readonly delivery: boolean },
  { diner }: DinerFacts,
  ordering: Ordering,
): MealOrder => ({
  id: orderIdOf(ordering.requestKey, menu._id, diner._id),
  dinerId: diner._id,
  homeId: diner.centreId,
  nameMasked: diner.nameMasked,
  building: diner.building,
  room: diner.room,
  mealId: meal.id,
  mealName: meal.name,
  delivery,
  needs: diner.needs,
  clashes: clashesOf(meal, menu.dishes, diner),
  ...price,
  ...ordering,
  voidedBecause: '',
})

/** An order between the account that pays and the menu it is to stand on. */
export interface Placing extends Pick<PendingOrder, 'order' | 'replaces'> {
  readonly menu: Pick<MenuDocument, '_id' | 'day' | 'slot' | 'canteenId'>
}

const handlingOf = ({ at, by, byMasked, requestKey }: MealOrder): Handling => ({
  at,
  by,
  byMasked,
  requestKey,
})

/** What was paid for an order goes back because another takes its place; undone when that one came to nothing. */
const givenUp = ({ menu, order }: Placing, old: MealOrder): MealJournal => ({
  ...refundFor(menu, old, '改订', handlingOf(order)),
  id: idOf('givenUp', old.id, order.id),
})
const takenBack = ({ menu, order }: Placing, old: MealOrder): MealJournal => ({
  ...chargeFor(menu, old, handlingOf(order)),
  id: idOf('takenBack', old.id, order.id),
})

const paysLess = ({ order, replaces }: Placing): boolean => replaces !== null && order.toPay < replaces.toPay

const both = (placing: Placing): readonly MealJournal[] => [
  ...(placing.replaces ? [givenUp(placing, placing.replaces)] : []),
  chargeFor(placing.menu, placing.order, handlingOf(placing.order)),
]

/**
 * What is posted before an order is put on the menu. A change to something cheaper is posted only once it stands:
 * what it gives back could be spent before it turns out that it cannot stand.
 */
export const paidBefore = (placing: Placing): readonly MealJournal[] =>
  paysLess(placing) ? [] : both(placing)

/** What is posted once an order stands on its menu. */
export const paidAfter = (placing: Placing): readonly MealJournal[] =>
  paysLess(placing) ? both(placing) : []

/** What is posted when a menu did not take an order: it undoes what was paid before. */
export const undoneBy = (placing: Placing, reason: string): readonly MealJournal[] => {
  const { menu, order, replaces } = placing
  if (paysLess(placing)) return []
  return [
    refundFor(menu, order, reason, handlingOf(order)),
    ...(replaces ? [takenBack(placing, replaces)] : []),
  ]
}

/** What some journals take from the diner together, in fen. */
export const costOf = (journals: readonly Pick<MealJournal, 'amount'>[]): number =>
  journals.reduce((sum, { amount }) => sum - amount, 0)

/** Why a canteen takes no orders of a diner at all; undefined when it does. */
export const whyNotCanteen = (
  canteen: Pick<CanteenDocument, 'districtId' | 'state'> | undefined,
  districtId: string,
) => {
  if (!canteen) return refuse('COMMON.NOT_FOUND')
  if (canteen.districtId !== districtId) return refuse('CANTEEN.OTHER_DISTRICT')
  return canteen.state === 'open' ? undefined : refuse('CANTEEN.MENU_OVER')
}

/** What tells whether an order ever stood on its menu. */
export interface Traces {
  readonly menu: Pick<MenuDocument, 'orders' | 'refunds'>
  readonly account: {
    readonly journals: readonly Pick<MealJournal, 'reverses'>[]
    readonly pending: readonly Pick<PendingOrder, 'replaces'>[]
  }
}

/**
 * Whether an order came to stand on its menu, also when it was taken off or replaced since. The account must be read
 * after the menu: whatever leaves the menu is noted there first.
 */
export const hasStood = ({ id, dinerId }: MealOrder, { menu, account }: Traces): boolean =>
  menu.orders[dinerId]?.id === id ||
  menu.refunds.some(({ order }) => order.id === id) ||
  account.journals.some(({ reverses }) => reverses === chargeIdOf(id)) ||
  account.pending.some(({ replaces }) => replaces?.id === id)

/** Picks that can be paid together from what an account has, in their order; the others are refused. */
export const affordable = <P extends Placing>(
  placings: readonly P[],
  { balance, owesUpTo }: { readonly balance: number; readonly owesUpTo: number },
): readonly P[] => {
  let available = balance + owesUpTo
  return placings.filter((placing) => {
    const cost = costOf(paidBefore(placing))
    const isEnough = cost <= 0 || cost <= available
    if (isEnough) available -= cost
    return isEnough
  })
}
