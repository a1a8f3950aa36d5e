import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import { type Instant, momentText } from '../../types/common/time'
import { mealSlotNames } from '../../types/common/words'
import type { MealAccountDocument, MenuDocument } from '../_kit/documents/canteen'
import { clashesOf } from './clash.rule'
import { mayHaveDelivery } from './diner.rule'
import { leftOf } from './menu.view'
import { type DinerFacts, priceOn, type SeenMenu } from './order.rule'

type Offer = OutputOf<typeof canteenContract, 'offer'>
type OfferedMenu = Offer['rows'][number]
export type PricedMeal = OfferedMenu['meals'][number]

/** A menu with what one diner has on it, took and thought of it. */
export type OfferableMenu = SeenMenu & Pick<MenuDocument, 'served' | 'ratings'>

/** What each meal of a menu costs a diner, and why it does not suit. */
export const pricedMeals = (menu: SeenMenu, whose: DinerFacts): PricedMeal[] =>
  menu.meals.map((meal) => {
    const { price, subsidies, toPay } = priceOn(menu, meal, whose)
    return {
      mealId: meal.id,
      name: meal.name,
      dishes: menu.dishes.filter(({ id }) => meal.dishIds.includes(id)).map(({ name }) => name),
      price,
      subsidies: [...subsidies],
      toPay,
      left: leftOf(menu, meal),
      clashes: [...clashesOf(meal, menu.dishes, whose.diner)],
    }
  })

const stateOf = ({ state, cutoffAt, left }: SeenMenu, now: Instant): OfferedMenu['state'] => {
  if (state === 'cancelled') return 'cancelled'
  if (state !== 'published' || now >= cutoffAt) return 'over'
  return left > 0 ? 'open' : 'full'
}

const orderedOn = (menu: OfferableMenu, dinerId: string): OfferedMenu['ordered'] => {
  const order = menu.orders[dinerId]
  return (
    order && {
      mealId: order.mealId,
      name: order.mealName,
      delivery: order.delivery,
      price: order.price,
      toPay: order.toPay,
      by: order.byMasked,
      standing: order.source === 'standing',
      served: menu.served[dinerId] !== undefined,
      rating: menu.ratings[dinerId]?.rating ?? '',
      voided: order.voidedBecause !== '',
    }
  )
}

/** A menu as it is offered to a diner. */
export const offeredMenu = (menu: OfferableMenu, whose: DinerFacts, now: Instant): OfferedMenu => {
  const { _id: menuId, day, slot, cutoffAt, servedFrom, servedTo } = menu
  const ordered = orderedOn(menu, whose.diner._id)
  const state = stateOf(menu, now)
  const meals = pricedMeals(menu, whose)
  return {
    ...{ menuId, day, slot, cutoffAt, servedFrom, servedTo, state, meals },
    ...(ordered && { ordered }),
  }
}

/**
 * 和上次一样: the newest order again, on the next open menu of that slot on which nothing is ordered. Undefined when it
 * is not there, not left, does not suit, or can no longer be brought to the door.
 */
export const againOf = (
  menus: readonly SeenMenu[],
  last: MealAccountDocument['last'],
  whose: DinerFacts,
  now: Instant,
): Offer['again'] => {
  const menu = menus.find(
    (candidate) =>
      candidate.canteenId === last?.canteenId &&
      candidate.slot === last.slot &&
      stateOf(candidate, now) === 'open' &&
      !candidate.orders[whose.diner._id],
  )
  const meal = menu && pricedMeals(menu, whose).find(({ name }) => name === last?.mealName)
  if (!menu || !last || !meal || meal.left === 0 || meal.clashes.length > 0) return undefined
  if (last.delivery && !mayHaveDelivery(whose.diner, menu.day)) return undefined
  const { mealId, toPay, name } = meal
  const [when = ''] = momentText(menu.servedFrom, now).split(' ')
  const how = last.delivery ? '送餐上门' : '到食堂吃'
  const words = `${when}${mealSlotNames[menu.slot]} ${name},${how}`
  return { menuId: menu._id, mealId, delivery: last.delivery, toPay, words }
}
