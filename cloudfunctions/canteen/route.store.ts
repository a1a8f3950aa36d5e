import type { Instant, ShanghaiDay } from '../../types/common/time'
import { mealSlotNames } from '../../types/common/words'
import { command as _ } from '../_kit/cloud'
import type { CanteenDocument } from '../_kit/documents/canteen'
import type { RouteDocument } from '../_kit/documents/delivery'
import { orderOf } from '../_kit/ids'
import { insertMissing } from '../_kit/missing'
import { tell } from '../_kit/notices'
import { table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import { firstRoutes, isOnRoute, leftOut, newRoute, type RoutedMenu, routeFor, type Stop } from './route.rule'

/** A meal has at most 2000 portions, and few of them are carried. */
const mostRoutes = 1000
/** A route may be done while a stop is put on it; each try sees the routes anew. */
const tries = 5

/** The routes of a menu, in their order. One request. */
export const routesOf = (menuId: string): Promise<RouteDocument[]> =>
  table('routes').find({ menuId }, { order: [['order', 'asc']], limit: mostRoutes })

/** The number of a menu's next route. One request. */
export const nextRouteNo = async (menuId: string): Promise<number> =>
  Math.max(0, ...(await routesOf(menuId)).map(({ no }) => no)) + 1

/** One stop more on a route that is not done; false when it is, or has that diner. */
const joinRoute = async ({ _id }: RouteDocument, stop: Stop): Promise<boolean> =>
  (await table('routes').update(
    { _id, state: _.neq('done'), 'stops.dinerId': _.neq(stop.dinerId) },
    { stops: _.push([stop]), changes: _.inc(1) },
  )) > 0

/**
 * Puts a late order's stop on the route of its building, or on a route of its own when none of that building is
 * still under way. Harmless when done twice. 2 requests; `seen` saves the first.
 */
export const addStop = async (
  menu: Omit<RoutedMenu, 'orders'>,
  stop: Stop,
  seen?: readonly RouteDocument[],
): Promise<void> => {
  let routes = seen ?? (await routesOf(menu._id))
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (isOnRoute(routes, stop)) return
    const route = routeFor(routes, stop)
    if (!route) {
      const no = Math.max(0, ...routes.map((other) => other.no)) + 1
      await table('routes').claim(newRoute(menu, `${menu._id}:${stop.orderId}`, no, [stop]))
      return
    }
    if (await joinRoute(route, stop)) return
    routes = await routesOf(menu._id)
  }
  throw new Error(`stop ${stop.orderId} found no route`)
}

/**
 * Makes the routes of a menu after its cut-off, and puts orders that were added since on them. Harmless when done
 * again: whatever is on a route already stays where the staff moved it. 2 requests the first time.
 */
export const makeRoutes = async (
  menu: RoutedMenu,
  { stopsPerRoute }: Pick<CanteenDocument, 'stopsPerRoute'>,
): Promise<void> => {
  const there = await routesOf(menu._id)
  const firsts = firstRoutes(menu, stopsPerRoute)
  // a late order's own route may be there before them
  const isMade = there.some(({ _id }) => _id === firsts[0]?._id)
  if (!isMade) await insertMissing('routes', firsts)
  const routes = isMade ? there : [...there, ...firsts]
  for (const stop of leftOut(menu, routes)) {
    await addStop(menu, stop)
  }
}

/**
 * Takes away the routes of a menu that is cancelled, unless somebody ticked on them already, and tells couriers who
 * had taken one. Harmless when done twice. 1–3 requests.
 */
export const dropRoutes = async (menuId: string, now: Instant): Promise<void> => {
  const routes = (await routesOf(menuId)).filter(({ ticks }) => ticks.length === 0)
  if (routes.length === 0) return
  const notices = routes
    .filter(({ courier }) => courier !== '')
    .map(({ _id, courier, centreId, slot, title }) => ({
      to: courier,
      title: '这一顿取消了,不用送餐',
      text: `您领的${mealSlotNames[slot]}送餐路线 ${title} 不用送了。谢谢您。`,
      page: `/canteen/courier/route-page?centreId=${centreId}`,
      once: `route-dropped:${_id}`,
    }))
  if (notices.length > 0) await tell(notices, now)
  await table('routes').remove({ menuId, 'ticks.0': _.exists(false) })
}

/** Look-up of a centre's route, to bring along with the caller. */
export const routeAlong = (centreId: string, routeId: string) => ({
  from: 'routes' as const,
  id: { where: { _id: routeId, centreId }, limit: 1 },
})

/** Look-up of a centre's routes of a day; in no order. */
export const routesAlong = (centreId: string, day: string) => ({
  from: 'routes' as const,
  id: { where: { centreId, day }, limit: mostRoutes },
})

/** One route of a centre. */
export const routeById = async (centreId: string, routeId: string): Promise<RouteDocument | undefined> => {
  const route = await table('routes').get(routeId)
  return route?.centreId === centreId ? route : undefined
}

type Courier = Pick<RouteDocument, 'courier' | 'courierMasked' | 'courierHouseholdId' | 'courierHomeId'>

const nobody: Courier = { courier: '', courierMasked: '', courierHouseholdId: '', courierHomeId: '' }

/** Gives an open route of today or later to a courier, in one conditional update. */
export const takeRouteRow = async (
  centreId: string,
  routeId: string,
  courier: Courier,
  today: ShanghaiDay,
): Promise<boolean> =>
  (await table('routes').update(
    { _id: routeId, centreId, state: 'open', day: _.gte(today) },
    { ...courier, state: 'taken', changes: _.inc(1) },
  )) > 0

/** Takes a route from the courier it was seen with; it is open again, and what was ticked stays. */
export const freeRouteRow = async (
  { _id, centreId, courier }: Pick<RouteDocument, '_id' | 'centreId' | 'courier'>,
  requestKey: string,
  now: Instant,
): Promise<boolean> =>
  (await table('routes').update(
    { _id, centreId, state: 'taken', courier },
    {
      ...nobody,
      state: 'open',
      former: _.push([{ who: courier, until: now, requestKey }]),
      changes: _.inc(1),
    },
  )) > 0

/** Adds a tick to a route that stands as it was seen; false when it has changed. */
export const writeTick = async (
  { _id, centreId, changes }: RouteDocument,
  tick: RouteDocument['ticks'][number],
  finishes: boolean,
): Promise<boolean> =>
  (await table('routes').update(
    { _id, centreId, changes },
    {
      ticks: _.push([tick]),
      changes: _.inc(1),
      ...(finishes && { state: 'done' }),
      ...(tick.outcome === 'delivered' && { settled: false }),
    },
  )) > 0

/** A route, to be changed in the same transaction. Another centre's is not found. */
export const routeForUpdate = async (
  transaction: Transaction,
  centreId: string,
  routeId: string,
): Promise<RouteDocument | undefined> => {
  const route = await transaction.get('routes', routeId)
  return route?.centreId === centreId ? route : undefined
}

/** Writes what moving stops made of a route; `isNew` when it begins with it. */
export const writeStops = async (
  transaction: Transaction,
  route: RouteDocument,
  isNew: boolean,
): Promise<void> => {
  const { _id, stops, title, state } = route
  if (isNew) await transaction.insert('routes', route)
  else await transaction.update('routes', _id, { stops, title, state, changes: _.inc(1) })
}

/** Routes on which something was delivered that nobody has points for yet: done ones, and those whose meal was over by `before`. */
export const unsettledRoutes = async (before: Instant, limit: number): Promise<readonly RouteDocument[]> => {
  const order = [['order', 'asc']] as const
  const done = await table('routes').find({ settled: false, state: 'done' }, { order, limit })
  const over = { settled: false, state: _.in(['open', 'taken']), order: _.lt(orderOf(before, '')) }
  return [...done, ...(await table('routes').find(over, { order, limit }))]
}

/** Points for a stop, by canteen. One request. */
export const pointsPerStopOf = async (
  canteenIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const canteens = await table('canteens').find(
    { _id: _.in([...canteenIds]) },
    { limit: Math.max(1, canteenIds.length), fields: { pointsPerStop: true } },
  )
  return new Map(canteens.map(({ _id, pointsPerStop }) => [_id, pointsPerStop]))
}

/** Writes down what couriers are owed on a route that stands as it was seen. */
export const writeCredits = async (
  { _id, changes }: RouteDocument,
  credits: RouteDocument['credits'],
): Promise<boolean> =>
  (await table('routes').update({ _id, changes }, { credits: _.push([...credits]), changes: _.inc(1) })) > 0

/** Everybody has their points, unless the route has changed since. */
export const settleRouteRow = async (routeId: string, changes: number): Promise<void> => {
  await table('routes').update({ _id: routeId, changes }, { settled: true })
}
