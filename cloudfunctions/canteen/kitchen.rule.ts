import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import type { Instant } from '../../types/common/time'
import type { KitchenCount, MealOrder, MenuDocument } from '../_kit/documents/canteen'
import { refuse } from '../_kit/refusal'
import { dietText } from './clash.rule'

type KitchenView = OutputOf<typeof canteenContract, 'kitchen'>
type Cooked = Pick<MenuDocument, 'dishes' | 'meals' | 'orders'>

/** Doors as people count them: 2栋 before 10栋. */
const inDoorOrder = (a: MealOrder, b: MealOrder): number =>
  a.building.localeCompare(b.building, 'zh', { numeric: true }) ||
  a.room.localeCompare(b.room, 'zh', { numeric: true }) ||
  (a.dinerId < b.dinerId ? -1 : 1)

/** What was ordered in time, door by door. Nothing is voided before the cut-off, and what is voided later was cooked. */
const inTime = ({ orders }: Pick<MenuDocument, 'orders'>): readonly MealOrder[] =>
  Object.values(orders)
    .filter(({ lateBecause }) => lateBecause === '')
    .toSorted(inDoorOrder)

/** Every order that counts now, late ones too, door by door. */
export const standingOrdersOf = ({ orders }: Pick<MenuDocument, 'orders'>): readonly MealOrder[] =>
  Object.values(orders)
    .filter(({ voidedBecause }) => voidedBecause === '')
    .toSorted(inDoorOrder)

/** 份数: portions of the orders placed in time, by meal and by dish, in the order of the menu. */
export const countOf = (menu: Cooked): KitchenCount => {
  const orders = inTime(menu)
  const ofMeal = (mealId: string) => orders.filter((order) => order.mealId === mealId).length
  const portionsOf = (dishId: string) =>
    menu.meals.filter(({ dishIds }) => dishIds.includes(dishId)).reduce((sum, { id }) => sum + ofMeal(id), 0)
  return {
    portions: orders.length,
    byMeal: menu.meals.map(({ id, name }) => ({ name, portions: ofMeal(id) })),
    byDish: menu.dishes.map(({ id, name }) => ({ name, portions: portionsOf(id) })),
  }
}

/** 「王*明 5栋2-301」: who a portion is for, without the full name. */
export const personText = ({ nameMasked, building, room }: MealOrder): string =>
  `${nameMasked} ${building}${room}`

/** Special diets of what was ordered in time: how to cook, how often, for whom; the most frequent first. */
const specialOf = (menu: Pick<MenuDocument, 'orders'>): KitchenView['special'] => {
  const byDiet = new Map<string, string[]>()
  for (const order of inTime(menu)) {
    const diet = dietText(order)
    if (diet !== '') byDiet.set(diet, [...(byDiet.get(diet) ?? []), personText(order)])
  }
  return [...byDiet]
    .map(([diet, names]) => ({ diet, portions: names.length, names }))
    .toSorted((a, b) => b.portions - a.portions || (a.diet < b.diet ? -1 : 1))
}

/**
 * 厨房: what to cook for a menu. The count taken at the cut-off stands still from then on; late adds are listed beside
 * it. Before the cut-off it is what would be counted now.
 */
export const kitchenOf = (menu: MenuDocument): KitchenView => {
  const orders = standingOrdersOf(menu)
  const { portions, byMeal, byDish } = menu.count ?? countOf(menu)
  const deliveries = orders.filter(({ delivery }) => delivery).length
  const servedAt = ({ dinerId }: MealOrder): number => menu.served[dinerId] ?? 0
  return {
    day: menu.day,
    slot: menu.slot,
    state: menu.state,
    cutoffAt: menu.cutoffAt,
    frozen: menu.count !== null,
    portions,
    byMeal: [...byMeal],
    byDish: [...byDish],
    special: specialOf(menu),
    clashes: orders
      .filter(({ clashes }) => clashes.length > 0)
      .map((order) => ({ name: personText(order), meal: order.mealName, dishes: [...order.clashes] })),
    late: orders
      .filter(({ lateBecause }) => lateBecause !== '')
      .map((order) => ({ name: personText(order), meal: order.mealName, reason: order.lateBecause })),
    eatIn: orders.length - deliveries,
    deliveries,
    served: orders.filter((order) => servedAt(order) > 0).length,
    leftOver: menu.leftOver,
    orders: orders.map((order) => ({
      dinerId: order.dinerId,
      name: order.nameMasked,
      building: order.building,
      room: order.room,
      meal: order.mealName,
      diet: dietText(order),
      clashes: [...order.clashes],
      delivery: order.delivery,
      note: order.note,
      late: order.lateBecause !== '',
      servedAt: servedAt(order),
    })),
  }
}

/** The counter opens a little before the hour. */
const opensBefore = 30 * 60_000

type Served = Pick<MenuDocument, 'state' | 'servedFrom'>

/** Why nobody is served and nothing can be left over yet; undefined when it can. */
export const whyNotServing = ({ state, servedFrom }: Served, now: Instant) =>
  (state === 'published' || state === 'frozen' || state === 'settled') && now >= servedFrom - opensBefore
    ? undefined
    : refuse('CANTEEN.TOO_EARLY')

/** Why an order cannot be ticked off at the counter; undefined when it can. */
export const whyNotServe = (
  menu: Served,
  order: Pick<MealOrder, 'delivery' | 'voidedBecause'> | undefined,
  now: Instant,
) => {
  if (order?.voidedBecause !== '') return refuse('CANTEEN.NOT_ORDERED')
  if (order.delivery) return refuse('COMMON.BAD_INPUT', { dinerId: '这一份是送餐上门的' })
  return whyNotServing(menu, now)
}
