import { addDays, type Instant, type ShanghaiDay } from '../../types/common/time'
import { mealSlots } from '../../types/common/words'
import { command as _ } from '../_kit/cloud'
import type { CanteenDocument, MenuDocument } from '../_kit/documents/canteen'
import { insertMissing } from '../_kit/missing'
import { list, table } from '../_kit/table'
import { type Hours, type Leave, type MenuFacts, type MenuHead, menuIdOf, orderRange } from './menu.rule'

/** A week has at most 21 menus; this is a month's. */
export const mostMenus = 93

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

/** Orders that count, as a list of `{k: diner, v: order}`, for an aggregation. */
export const counting = {
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
