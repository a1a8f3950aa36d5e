import { command as _ } from '../_kit/cloud'
import type { CanteenDocument, RouteDocument } from '../_kit/documents/canteen'
import { insertMissing } from '../_kit/missing'
import { table } from '../_kit/table'
import { firstRoutes, isOnRoute, leftOut, newRoute, type RoutedMenu, routeFor, type Stop } from './route.rule'

/** A meal has at most 2000 portions, and few of them are carried. */
const mostRoutes = 1000
/** A route may be done while a stop is put on it; each try sees the routes anew. */
const tries = 5

/** The routes of a menu, in their order. One request. */
export const routesOf = (menuId: string): Promise<RouteDocument[]> =>
  table('routes').find({ menuId }, { order: [['order', 'asc']], limit: mostRoutes })

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
  let routes = await routesOf(menu._id)
  if (routes.length === 0) {
    const rows = firstRoutes(menu, stopsPerRoute)
    await insertMissing('routes', rows)
    routes = [...rows]
  }
  for (const stop of leftOut(menu, routes)) {
    await addStop(menu, stop)
  }
}
