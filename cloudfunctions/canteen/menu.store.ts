import { addDays, type Instant, type ShanghaiDay } from '../../types/common/time'
import { mealSlots } from '../../types/common/words'
import { command as _ } from '../_kit/cloud'
import type { CanteenDocument, KitchenCount, MenuDocument } from '../_kit/documents/canteen'
import { insertMissing } from '../_kit/missing'
import { list, table } from '../_kit/table'
import { type Hours, type Leave, type MenuFacts, type MenuHead, menuIdOf, orderRange } from './menu.rule'

/** A week has at most 21 menus; this is a month's. */
const mostMenus = 93

/** What grows with every order; left out wherever a menu is shown. */
const growing = ['orders', 'served', 'ratings', 'refunds', 'skipped'] as const

const between = (from: ShanghaiDay, to: ShanghaiDay) => {
  const { first, beyond } = orderRange(from, to)
  return { $gte: first, $lt: beyond }
}

/** Look-up of a menu with everything ordered on it, to bring along with the caller. */
export const menuAlong = (menuId: string) => ({ from: 'menus' as const, id: menuId })

/** Look-up of some menus without their orders. */
const headsAlong = (where: Readonly<Record<string, unknown>>) => ({
  from: 'menus' as const,
  id: { where, limit: mostMenus, without: growing },
})

/** Look-up of a menu without its orders. */
export const headAlong = (menuId: string) => headsAlong({ _id: menuId })

/** Look-up of a canteen's menus from one day to another, without their orders. */
export const menusAlong = (canteenId: string, from: ShanghaiDay, to: ShanghaiDay) =>
  headsAlong({ canteenId, order: between(from, to) })

/** Look-up of two weeks' menus, without their orders: by id, because a range of weeks may be a year. */
export const twoWeeksAlong = (canteenId: string, one: ShanghaiDay, other: ShanghaiDay) => {
  const days = [one, other].flatMap((from) => Array.from({ length: 7 }, (_day, n) => addDays(from, n)))
  const ids = days.flatMap((day) => mealSlots.map((slot) => menuIdOf(canteenId, day, slot)))
  return headsAlong({ _id: { $in: ids }, canteenId })
}

/** Look-up of what one diner has on a menu, and when it is served. */
export const onMenuAlong = (menuId: string, dinerId: string) => ({
  from: 'menus' as const,
  id: {
    where: { _id: menuId },
    limit: 1,
    fields: ['centreId', 'state', 'servedFrom', `orders.${dinerId}`, `served.${dinerId}`],
  },
})

/** A menu with everything ordered on it. */
export const menuById = async (centreId: string, menuId: string): Promise<MenuDocument | undefined> => {
  const [menu] = await table('menus').find({ _id: menuId, centreId }, { limit: 1 })
  return menu
}

/** A menu without its orders. */
export const headById = async (centreId: string, menuId: string): Promise<MenuHead | undefined> => {
  const fields = Object.fromEntries(growing.map((field) => [field, false]))
  const [menu] = await table('menus').find({ _id: menuId, centreId }, { limit: 1, fields })
  return menu
}

/** A canteen with the published menus of a week, without their orders. One request. */
export const canteenWithWeek = async (
  canteenId: string,
  from: ShanghaiDay,
): Promise<(CanteenDocument & { readonly menus: readonly MenuHead[] }) | undefined> => {
  const where = { canteenId, order: between(from, addDays(from, 6)), state: { $ne: 'draft' } }
  const [found] = await list<CanteenDocument & { readonly menus: readonly MenuHead[] }>(
    table('canteens')
      .aggregate()
      .match({ _id: canteenId })
      .limit(1)
      .lookup({
        from: 'menus',
        as: 'menus',
        pipeline: [
          { $match: where },
          { $sort: { order: 1 } },
          { $limit: mostMenus },
          { $project: Object.fromEntries(growing.map((field) => [field, 0])) },
        ],
      }),
  )
  return found
}

/** A menu as the staff's list shows it: with numbers of its orders instead of the orders. */
export type CountedMenu = MenuHead & { readonly ordered: number; readonly deliveries: number }

const counting = {
  $filter: { input: { $objectToArray: '$orders' }, cond: { $eq: ['$$this.v.voidedBecause', ''] } },
}

/** Menus of a week at a canteen with how much is ordered on each. One request. */
export const countedWeek = (
  centreId: string,
  canteenId: string,
  from: ShanghaiDay,
): Promise<CountedMenu[]> => {
  const { first, beyond } = orderRange(from, addDays(from, 6))
  return list<CountedMenu>(
    table('menus')
      .aggregate()
      .match({ canteenId, centreId, order: _.and([_.gte(first), _.lt(beyond)]) })
      .sort({ order: 1 })
      .limit(mostMenus)
      .addFields({ counting })
      .addFields({
        ordered: { $size: '$counting' },
        deliveries: { $size: { $filter: { input: '$counting', cond: '$$this.v.delivery' } } },
      })
      .project({ counting: 0, ...Object.fromEntries(growing.map((field) => [field, 0])) }),
  )
}

export const claimMenu = (menu: MenuDocument): Promise<boolean> => table('menus').claim(menu)

/** Inserts drafts of days that have no menu yet; what is there stays as it is. */
export const addDrafts = async (menus: readonly MenuDocument[]): Promise<void> => {
  await insertMissing('menus', menus)
}

/**
 * Changes a menu to new facts in one conditional update: `left` moves with the capacity, and nothing sold falls
 * short. `freely` refuses when anything was ordered since the menu was seen, `mildly` when what is ordered meanwhile
 * no longer fits. Answers false when it has to be decided anew.
 */
export const changeMenu = async (
  seen: MenuHead,
  { dishes, meals, photo, capacity }: MenuFacts,
  change: Leave,
  now: Instant,
): Promise<boolean> => {
  const more = capacity - seen.capacity
  const limits = meals.filter(({ cap }) => cap > 0).map(({ id, cap }) => [`sold.${id}`, _.not(_.gt(cap))])
  const added = meals.filter(({ id }) => seen.sold[id] === undefined).map(({ id }) => [`sold.${id}`, 0])
  const isFree = change.leave === 'freely'
  const updated = await table('menus').update(
    {
      _id: seen._id,
      centreId: seen.centreId,
      state: seen.state,
      cutoffAt: _.gt(now),
      capacity: seen.capacity,
      meals: _.eq([...seen.meals]),
      left: _.gte(Math.max(0, -more)),
      ...(isFree ? { changes: seen.changes } : Object.fromEntries(limits)),
    },
    {
      dishes,
      meals,
      photo,
      capacity,
      left: _.inc(more),
      ...(isFree
        ? { sold: _.set(Object.fromEntries(meals.map(({ id }) => [id, 0]))), ...change.hours }
        : Object.fromEntries(added)),
    },
  )
  return updated === 1
}

/** Gives a draft the hours the canteen has now. */
export const changeHours = async (menuId: string, hours: Hours): Promise<void> => {
  await table('menus').update({ _id: menuId, state: 'draft' }, { ...hours })
}

/** Publishes the drafts among some menus whose cut-off is still to come; again is harmless. */
export const publish = async (menuIds: readonly string[], now: Instant): Promise<void> => {
  await table('menus').update(
    { _id: _.in([...menuIds]), state: 'draft', cutoffAt: _.gt(now) },
    { state: 'published' },
  )
}

/**
 * Calls a menu off: every order becomes a refund to be paid by the timer, unless an order changed since it was seen.
 * Routes that stand already, or are about to, are looked at again by the timer.
 */
export const cancel = async (
  seen: MenuDocument,
  refunds: MenuDocument['refunds'],
  reason: string,
): Promise<boolean> => {
  const updated = await table('menus').update(
    { _id: seen._id, centreId: seen.centreId, state: seen.state, changes: seen.changes },
    {
      state: 'cancelled',
      cancelledBecause: reason,
      orders: _.set({}),
      changes: _.inc(1),
      ...(refunds.length > 0 && { refunds: _.push([...refunds]) }),
      ...(seen.state === 'frozen' && { routed: false }),
    },
  )
  return updated === 1
}

/** Published menus whose cut-off has passed, with what is ordered on them, the longest over first. One request. */
export const closedMenus = (now: Instant, limit: number): Promise<MenuDocument[]> =>
  table('menus').find({ state: 'published', cutoffAt: _.lte(now) }, { order: [['cutoffAt', 'asc']], limit })

/** Writes the count of a menu once and for all, unless an order changed since it was read. */
export const freeze = async (seen: MenuDocument, count: KitchenCount): Promise<boolean> => {
  const updated = await table('menus').update(
    { _id: seen._id, state: 'published', changes: seen.changes },
    { state: 'frozen', count: _.set(count), routed: false },
  )
  return updated === 1
}

/** Menus past their cut-off whose routes do not stand yet. One request. */
export const unroutedMenus = (limit: number): Promise<MenuDocument[]> =>
  table('menus').find({ routed: false }, { order: [['order', 'asc']], limit })

/** The routes of a menu are as it wants them, unless it changed since it was read: then they are looked at again. */
export const markRouted = async ({ _id, changes }: Pick<MenuDocument, '_id' | 'changes'>): Promise<void> => {
  await table('menus').update({ _id, changes }, { routed: true })
}

/** Writes when a diner was served at the counter, or that nobody was; who was served stays served at that moment. */
export const setServed = async (menuId: string, dinerId: string, at: Instant | undefined): Promise<void> => {
  const field = `served.${dinerId}`
  await table('menus').update(
    { _id: menuId, ...(at !== undefined && { [field]: _.exists(false) }) },
    { [field]: at ?? _.remove() },
  )
}

/** Writes how many portions were left over; the last word counts. */
export const setLeftOver = async (centreId: string, menuId: string, leftOver: number): Promise<void> => {
  await table('menus').update({ _id: menuId, centreId }, { leftOver })
}

/** The range of `order` that a month's menus have. */
const ofMonth = (month: string) => ({ $gte: `${month}-01`, $lt: `${month}-32` })

/** Look-up of a month's settled menus at a canteen: what they came to and how they were liked. */
export const settledAlong = (centreId: string, canteenId: string, month: string) => ({
  from: 'menus' as const,
  id: {
    where: { canteenId, order: ofMonth(month), centreId, state: 'settled' },
    limit: mostMenus,
    fields: ['day', 'slot', 'summary', 'leftOver', 'ratings', 'order'],
  },
})

/** How many different people ate at a canteen in a month, counted over its settled menus. One request. */
export const distinctDiners = async (centreId: string, canteenId: string, month: string): Promise<number> => {
  const { $gte, $lt } = ofMonth(month)
  const [found] = await list<{ readonly diners: number }>(
    table('menus')
      .aggregate()
      .match({ canteenId, order: _.and([_.gte($gte), _.lt($lt)]), centreId, state: 'settled' })
      .project({ counting })
      .unwind('$counting')
      .group({ _id: '$counting.k' })
      .group({ _id: null, diners: { $sum: 1 } })
      .limit(1),
  )
  return found?.diners ?? 0
}
