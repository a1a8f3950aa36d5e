import { isDeepStrictEqual } from 'node:util'
import { addDays, dayText, type Instant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { type MealSlot, mealSlotNames, mealSlots } from '../../types/common/words'
import type {
  CanteenDocument,
  Dish,
  Meal,
  MealOrder,
  MenuDocument,
  SlotRule,
} from '../_kit/documents/canteen'
import type { NoticeToSend } from '../_kit/notices'
import { refuse } from '../_kit/refusal'
import type { Handling } from './meal-journal.rule'

/** Id of the one menu of a canteen, day and slot. */
export const menuIdOf = (canteenId: string, day: ShanghaiDay, slot: MealSlot): string =>
  `${canteenId}_${day}_${slot}`

/** The canteen a menu's id names. */
export const canteenIdOf = (menuId: string): string => menuId.split('_')[0] ?? ''

/** Sorts the menus of a canteen: by day, then in the order of the day. */
export const menuOrderOf = (day: ShanghaiDay, slot: MealSlot): string => `${day}:${mealSlots.indexOf(slot)}`

/** The range of `order` that days from `from` to `to` have, both counting. */
export const orderRange = (
  from: ShanghaiDay,
  to: ShanghaiDay,
): { readonly first: string; readonly beyond: string } => ({ first: from, beyond: addDays(to, 1) })

/** When ordering closes and when a meal is served. */
export type Hours = Pick<MenuDocument, 'cutoffAt' | 'servedFrom' | 'servedTo'>

/** When ordering for a day closes (截单), and when the meal is served. */
export const hoursOf = (rule: SlotRule, day: ShanghaiDay): Hours => ({
  cutoffAt: instantOf(addDays(day, -rule.cutoffDaysBefore), rule.cutoffAt),
  servedFrom: instantOf(day, rule.servedFrom),
  servedTo: instantOf(day, rule.servedTo),
})

/** Whether two menus close or are served at different moments. */
export const hoursDiffer = (one: Hours, other: Hours): boolean =>
  one.cutoffAt !== other.cutoffAt || one.servedFrom !== other.servedFrom || one.servedTo !== other.servedTo

/** Whether hours follow each other: ordering closes, then it is served, then it is over. */
export const hoursInOrder = (rule: SlotRule): boolean =>
  rule.servedFrom < rule.servedTo && (rule.cutoffDaysBefore > 0 || rule.cutoffAt < rule.servedFrom)

/** Why a canteen's slots cannot stand; undefined when they can. */
export const whyNotSlots = (slots: readonly SlotRule[]) => {
  if (new Set(slots.map(({ slot }) => slot)).size < slots.length) {
    return refuse('COMMON.BAD_INPUT', { slots: '同一个餐次写了两次' })
  }
  return slots.every(hoursInOrder) ? undefined : refuse('CANTEEN.WRONG_HOURS')
}

/** What a form says of a menu. */
export interface MenuFacts {
  readonly dishes: readonly Dish[]
  readonly meals: readonly Meal[]
  readonly photo: string
  readonly capacity: number
}

const isOnce = (words: readonly string[]): boolean => new Set(words).size === words.length

/** Why dishes and meals do not make a menu; undefined when they do. */
export const whyNotMenu = ({ dishes, meals }: Pick<MenuFacts, 'dishes' | 'meals'>) => {
  if (!isOnce(dishes.map(({ id }) => id))) return refuse('COMMON.BAD_INPUT', { dishes: '菜的编号重复了' })
  if (!isOnce(meals.map(({ id }) => id))) return refuse('COMMON.BAD_INPUT', { meals: '套餐的编号重复了' })
  // standing orders ask for a meal by its name
  if (!isOnce(meals.map(({ name }) => name))) return refuse('COMMON.BAD_INPUT', { meals: '两个套餐名字一样' })
  const known = new Set(dishes.map(({ id }) => id))
  return meals.every(({ dishIds }) => dishIds.every((id) => known.has(id)))
    ? undefined
    : refuse('CANTEEN.UNKNOWN_DISH')
}

/** What is known of a menu without its orders. */
export type MenuHead = Omit<MenuDocument, 'orders' | 'served' | 'ratings' | 'refunds' | 'skipped'>

/** Portions that were ordered, of a meal or of all. */
export const orderedOf = ({ sold }: Pick<MenuDocument, 'sold'>, mealId?: string): number =>
  mealId === undefined
    ? Object.values(sold).reduce((sum, portions) => sum + portions, 0)
    : (sold[mealId] ?? 0)

/** Whether ordering goes on or has not begun: before that anything may be written, after it nothing. */
const isBefore = ({ state, cutoffAt }: Pick<MenuDocument, 'state' | 'cutoffAt'>, now: Instant): boolean =>
  (state === 'draft' || state === 'published') && now < cutoffAt

const keepsMeals = (before: readonly Meal[], after: readonly Meal[]): boolean =>
  before.every(({ id, price }) => after.some((meal) => meal.id === id && meal.price === price))

/**
 * How a menu may be changed: `freely`, hours and all, as long as nobody orders meanwhile; `mildly` also while people
 * order.
 */
export type Leave = { readonly leave: 'freely'; readonly hours: Hours } | { readonly leave: 'mildly' }

/**
 * Whether a menu may be changed to new facts. Once somebody ordered, no meal goes, no price changes, and neither the
 * menu's capacity nor a meal's falls below what is ordered; dishes may be corrected, and the hours stay.
 */
export const decideChange = (menu: MenuHead, { meals, capacity }: MenuFacts, hours: Hours, now: Instant) => {
  if (!isBefore(menu, now)) return refuse('CANTEEN.MENU_OVER')
  if (orderedOf(menu) === 0) {
    return now < hours.cutoffAt ? { leave: 'freely' as const, hours } : refuse('CANTEEN.MENU_OVER')
  }
  const isEnough =
    capacity >= menu.capacity - menu.left &&
    meals.every(({ id, cap }) => cap === 0 || cap >= orderedOf(menu, id))
  return keepsMeals(menu.meals, meals) && isEnough
    ? { leave: 'mildly' as const }
    : refuse('CANTEEN.MENU_ORDERED')
}

/** Whether a menu says so already: writing it again would change nothing, which cannot be told from being too late. */
export const saysAlready = (
  menu: MenuHead,
  { dishes, meals, photo, capacity }: MenuFacts,
  change: Leave,
): boolean =>
  isDeepStrictEqual([menu.dishes, menu.meals, menu.photo, menu.capacity], [dishes, meals, photo, capacity]) &&
  (change.leave === 'mildly' || !hoursDiffer(menu, change.hours))

/** A draft for a day at a canteen. */
export const newMenu = (
  { _id: canteenId, centreId }: Pick<CanteenDocument, '_id' | 'centreId'>,
  rule: SlotRule,
  day: ShanghaiDay,
  { dishes, meals, photo, capacity }: MenuFacts,
): MenuDocument => ({
  _id: menuIdOf(canteenId, day, rule.slot),
  centreId,
  canteenId,
  day,
  slot: rule.slot,
  state: 'draft',
  dishes,
  meals,
  photo,
  capacity,
  left: capacity,
  sold: Object.fromEntries(meals.map(({ id }) => [id, 0])),
  ...hoursOf(rule, day),
  orders: {},
  changes: 0,
  skipped: [],
  refunds: [],
  standingAfter: '',
  count: null,
  routed: true,
  served: {},
  ratings: {},
  leftOver: -1,
  cancelledBecause: '',
  summary: null,
  order: menuOrderOf(day, rule.slot),
})

/**
 * The menus of a week as drafts for the week that begins on another day; slots the canteen no longer has and meals
 * whose cut-off has passed are left out.
 */
export const copiesOf = (
  canteen: Pick<CanteenDocument, '_id' | 'centreId' | 'slots'>,
  menus: readonly Pick<MenuDocument, 'day' | 'slot' | 'dishes' | 'meals' | 'photo' | 'capacity'>[],
  { from, to }: { readonly from: ShanghaiDay; readonly to: ShanghaiDay },
  now: Instant,
): readonly MenuDocument[] => {
  const dayFor = new Map(Array.from({ length: 7 }, (_, n) => [addDays(from, n), addDays(to, n)]))
  return menus.flatMap((menu) => {
    const [day, rule] = [dayFor.get(menu.day), canteen.slots.find(({ slot }) => slot === menu.slot)]
    const copy = day && rule && newMenu(canteen, rule, day, menu)
    return copy && now < copy.cutoffAt ? [copy] : []
  })
}

/** Whether residents see a menu of some days that are being published: what is over stays out of the message. */
export const isShown = (
  { state, cutoffAt }: Pick<MenuDocument, 'state' | 'cutoffAt'>,
  now: Instant,
): boolean => state === 'published' || state === 'frozen' || (state === 'draft' && now < cutoffAt)

/** Why a menu cannot be called off; undefined when it can: until the meal is served, also after the cut-off. */
export const whyNotCancel = (
  { state, servedFrom }: Pick<MenuDocument, 'state' | 'servedFrom'>,
  now: Instant,
) =>
  state === 'settled' || state === 'cancelled' || now >= servedFrom ? refuse('CANTEEN.MENU_OVER') : undefined

/** What becomes of a menu's orders when it is called off: each that still counts is to be paid back. */
export const refundsOf = (
  { orders }: Pick<MenuDocument, 'orders'>,
  reason: string,
  handling: Handling,
): MenuDocument['refunds'] =>
  Object.values(orders)
    .filter(({ voidedBecause }) => voidedBecause === '')
    .map((order) => ({ order, reason, ...handling }))

/** Tells whoever ordered that a menu is called off; once for each order, whoever tells it. */
export const cancelledNotice = (
  { day, slot }: Pick<MenuDocument, 'day' | 'slot'>,
  order: Pick<MealOrder, 'id' | 'by' | 'dinerId' | 'nameMasked'>,
  reason: string,
): NoticeToSend => ({
  to: order.by,
  title: `${dayText(day)}${mealSlotNames[slot]}不开了`,
  text: `${order.nameMasked} 订的这一顿取消了:${reason}。付的钱退回餐费账户。`,
  page: `/canteen/resident/order-page?dinerId=${order.dinerId}`,
  once: `menu-cancelled:${order.id}`,
})
