import type { RouteDocument } from '../_kit/documents/delivery'
import { type Refused, refuse } from '../_kit/refusal'
import { inWalkingOrder, newRoute, routeTitle, type Stop, untouched } from './route.rule'

/** The two routes after stops were moved. */
export interface Moved {
  readonly from: RouteDocument
  readonly into: RouteDocument
}

const withStops = (route: RouteDocument, stops: readonly Stop[]): RouteDocument => {
  const walked = inWalkingOrder(stops)
  // nothing left to do, or nothing at all: nobody needs to take it
  const state = untouched({ ...route, stops: walked }).length === 0 ? 'done' : route.state
  return { ...route, stops: walked, title: routeTitle(walked), state }
}

/**
 * 并线、分线: moves stops to another route of the same menu, or to a new one when `into` is undefined. Neither may be
 * under way, and what somebody ticked already stays where it is.
 */
export const decideMoving = (
  from: RouteDocument,
  into: RouteDocument | undefined,
  dinerIds: readonly string[],
  begun: { readonly newId: string; readonly no: number },
): Moved | Refused<'CANTEEN.ROUTE_UNDER_WAY' | 'CANTEEN.SAME_ROUTE'> => {
  if (into && (into._id === from._id || into.menuId !== from.menuId)) return refuse('CANTEEN.SAME_ROUTE')
  if (from.state !== 'open' || (into && into.state !== 'open')) return refuse('CANTEEN.ROUTE_UNDER_WAY')
  const wanted = new Set(dinerIds)
  const moving = from.stops.filter(({ dinerId }) => wanted.has(dinerId))
  if (moving.length < wanted.size) return refuse('COMMON.NOT_FOUND')
  if (from.ticks.some(({ dinerId }) => wanted.has(dinerId))) return refuse('CANTEEN.ROUTE_UNDER_WAY')
  const staying = from.stops.filter(({ dinerId }) => !wanted.has(dinerId))
  const { centreId, canteenId, menuId, day, slot, servedTo } = from
  const menu = { _id: menuId, centreId, canteenId, day, slot, servedTo }
  const target = into ?? newRoute(menu, begun.newId, begun.no, [])
  return {
    from: withStops(from, staying),
    into: withStops(target, [...target.stops, ...moving]),
  }
}
