import type { MealOrder, MenuDocument } from '../_kit/documents/canteen'
import type { RouteDocument } from '../_kit/documents/delivery'
import { orderOf } from '../_kit/ids'
import { dietText } from './clash.rule'

/** One door on a route. */
export type Stop = RouteDocument['stops'][number]

/** A menu as far as its routes ask. */
export type RoutedMenu = Pick<
  MenuDocument,
  '_id' | 'centreId' | 'canteenId' | 'day' | 'slot' | 'servedTo' | 'orders'
>

/** Numbers within a text made equally long, so that `2栋` sorts before `10栋` and `03栋` is `3栋`. */
const natural = (text: string): string =>
  text.normalize('NFKC').replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(20, '0'))

/** The last number of a room tells the floor (`2-1203` is floor 12), what stands before it the unit. */
const floorOf = (room: string): { readonly unit: string; readonly floor: number } => {
  const [, unit = room, number = '0'] = /^(.*?)(\d+)\D*$/.exec(room.normalize('NFKC')) ?? []
  return { unit, floor: Math.floor(Number(number) / 100) }
}

type Door = Pick<Stop, 'building' | 'room'>

const buildingKey = ({ building }: Door): string => natural(building)
const floorKey = (door: Door): string => {
  const { unit, floor } = floorOf(door.room)
  return `${buildingKey(door)}|${natural(unit)}|${natural(String(floor))}`
}
const doorKey = (door: Door): string => `${floorKey(door)}|${natural(door.room)}`

/** Stops as one walks them: building by building, unit by unit, from the lowest floor up. */
export const inWalkingOrder = (stops: readonly Stop[]): readonly Stop[] =>
  stops
    .map((stop) => ({ stop, key: `${doorKey(stop)}|${stop.dinerId}` }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ stop }) => stop)

/** Stops of the same key together, in the order they came. */
const grouped = (stops: readonly Stop[], keyOf: (stop: Stop) => string): readonly (readonly Stop[])[] => {
  const groups = new Map<string, Stop[]>()
  for (const stop of stops) {
    const key = keyOf(stop)
    const group = groups.get(key)
    if (group) group.push(stop)
    else groups.set(key, [stop])
  }
  return [...groups.values()]
}

const inPieces = (stops: readonly Stop[], length: number): readonly (readonly Stop[])[] =>
  Array.from({ length: Math.ceil(stops.length / length) }, (_, at) =>
    stops.slice(at * length, (at + 1) * length),
  )

/**
 * 送餐路线: stops in walking order, cut into routes of at most `perRoute`. A building stays on one route; one with
 * more stops than that begins a route of its own and is cut between floors, a floor only where it alone is too much.
 */
export const planRoutes = (
  stops: readonly Stop[],
  perRoute: number,
): readonly (readonly [Stop, ...Stop[]])[] => {
  const routes: Stop[][] = []
  for (const building of grouped(inWalkingOrder(stops), buildingKey)) {
    const isTooMuch = building.length > perRoute
    const parts = isTooMuch
      ? grouped(building, floorKey).flatMap((floor) => inPieces(floor, perRoute))
      : [building]
    for (const [at, part] of parts.entries()) {
      const route = isTooMuch && at === 0 ? undefined : routes.at(-1)
      if (route && route.length + part.length <= perRoute) route.push(...part)
      else routes.push([...part])
    }
  }
  return routes.flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []))
}

/** 「5栋」 or 「5栋 → 7栋」, of stops in walking order. */
export const routeTitle = (stops: readonly Door[]): string => {
  const [from = '', to = ''] = [stops.at(0)?.building, stops.at(-1)?.building]
  return from === to ? from : `${from} → ${to}`
}

/** The stop an order is carried to. */
export const stopOf = (order: MealOrder): Stop => {
  const { dinerId, id: orderId, homeId, nameMasked, building, room, mealName: meal, note } = order
  return { dinerId, orderId, homeId, nameMasked, building, room, meal, diet: dietText(order), note }
}

/** The row of a route nobody has taken. */
export const newRoute = (
  menu: Omit<RoutedMenu, 'orders'>,
  _id: string,
  no: number,
  stops: readonly Stop[],
): RouteDocument => ({
  _id,
  centreId: menu.centreId,
  canteenId: menu.canteenId,
  menuId: menu._id,
  day: menu.day,
  slot: menu.slot,
  no,
  title: routeTitle(stops),
  state: 'open',
  courier: '',
  courierMasked: '',
  courierHouseholdId: '',
  courierHomeId: '',
  former: [],
  servedTo: menu.servedTo,
  stops,
  ticks: [],
  credits: [],
  changes: 0,
  settled: true,
  order: `${orderOf(menu.servedTo, menu._id)}:${String(no).padStart(3, '0')}`,
})

/** Orders that are carried to a door: those taken before the cut-off, or those added after it. */
const carried = (menu: Pick<RoutedMenu, 'orders'>, late: boolean): readonly MealOrder[] =>
  Object.values(menu.orders).filter(({ delivery, lateBecause }) => delivery && (lateBecause !== '') === late)

/**
 * The routes of a menu as they stand at its cut-off, by ids that are the same whoever makes them. Orders that are
 * voided in the meantime stay on, so that making them again makes the same.
 */
export const firstRoutes = (menu: RoutedMenu, perRoute: number): readonly RouteDocument[] =>
  planRoutes(carried(menu, false).map(stopOf), perRoute).map((stops, at) =>
    newRoute(menu, `${menu._id}:r${at + 1}`, at + 1, stops),
  )

/** Whether an order is on one of a menu's routes, or its diner on one that somebody is still to walk. */
export const isOnRoute = (
  routes: readonly Pick<RouteDocument, 'state' | 'stops'>[],
  { dinerId, orderId }: Pick<Stop, 'dinerId' | 'orderId'>,
): boolean =>
  routes.some(({ state, stops }) =>
    stops.some((stop) => stop.orderId === orderId || (state !== 'done' && stop.dinerId === dinerId)),
  )

/** Orders of a menu that should be carried and are on none of its routes. */
export const leftOut = (menu: RoutedMenu, routes: readonly RouteDocument[]): readonly Stop[] =>
  [...carried(menu, false), ...carried(menu, true)]
    .filter(({ voidedBecause }) => voidedBecause === '')
    .map(stopOf)
    .filter((stop) => !isOnRoute(routes, stop))

/** The route a late stop joins: one of its building that is not done, if there is one. */
export const routeFor = (routes: readonly RouteDocument[], stop: Stop): RouteDocument | undefined =>
  routes.find(
    ({ state, stops }) => state !== 'done' && stops.some((other) => buildingKey(other) === buildingKey(stop)),
  )

/** The newest tick of a stop, by when it happened; `delivered` is final. */
export const tickOf = (
  ticks: RouteDocument['ticks'],
  dinerId: string,
): RouteDocument['ticks'][number] | undefined => {
  const own = ticks.filter((tick) => tick.dinerId === dinerId).toSorted((a, b) => a.at - b.at)
  return own.find(({ outcome }) => outcome === 'delivered') ?? own.at(-1)
}

/** Stops nobody has ticked. */
export const untouched = ({ stops, ticks }: Pick<RouteDocument, 'stops' | 'ticks'>): readonly Stop[] =>
  stops.filter(({ dinerId }) => !ticks.some((tick) => tick.dinerId === dinerId))
