import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import { allows } from '../../types/common/roles'
import { shanghaiDay } from '../../types/common/time'
import { type Ask, transact } from '../_kit/ask'
import type { RouteDocument } from '../_kit/documents/delivery'
import { idOf } from '../_kit/ids'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { canteensAlong } from './canteen.store'
import { inWalkingOrder, tickOf, untouched } from './route.rule'
import {
  freeRouteRow,
  nextRouteNo,
  routeAlong,
  routeById,
  routeForUpdate,
  routesAlong,
  takeRouteRow,
  writeStops,
} from './route.store'
import { decideMoving } from './stop-moving.rule'

type Canteen = typeof canteenContract

/** Whether the caller runs the canteen, and not only carries for it. */
export const isStaff = (ask: Ask): boolean =>
  allows(ask.caller.resident?.roles ?? [], 'canteen.manage', ask.centreId)

const view = (route: RouteDocument, openid: string): OutputOf<Canteen, 'routes'>['rows'][number] => {
  const { _id: routeId, menuId, day, slot, no, title, state, courier, courierMasked, servedTo } = route
  return {
    routeId,
    menuId,
    day,
    slot,
    no,
    title,
    state,
    courier: courierMasked,
    mine: courier === openid,
    servedTo,
    stops: inWalkingOrder(route.stops).map(
      ({ dinerId, nameMasked: name, building, room, meal, diet, note }) => {
        const tick = tickOf(route.ticks, dinerId)
        return {
          ...{ dinerId, name, building, room, meal, diet, note },
          ...(tick && { tick: { outcome: tick.outcome, at: tick.at, by: tick.byMasked } }),
        }
      },
    ),
  }
}

/** Routes of a day: the staff see all of them, a volunteer those that are free and their own. */
export const routes: Action<Canteen, 'routes'> = along(
  ({ centreId, day }) => [routesAlong(centreId, day), canteensAlong(centreId, ['stopsPerRoute'])],
  async (_input, ask) => {
    const { openid } = ask.caller
    const isShown = ({ courier, state }: RouteDocument) =>
      isStaff(ask) || courier === openid || state === 'open'
    const rows = (ask.lists.routes ?? [])
      .filter((route) => route.stops.length > 0 && isShown(route))
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
      .map((route) => view(route, openid))
    const stopsPerRoute = Math.max(1, ...(ask.lists.canteens ?? []).map((canteen) => canteen.stopsPerRoute))
    return { data: { rows, stopsPerRoute } }
  },
)

/** Puts stops on another route of the same meal, or on a new one; neither of them may be under way. */
export const moveStops: Action<Canteen, 'moveStops'> = along(
  ({ centreId, fromId }) => [routeAlong(centreId, fromId)],
  async ({ centreId, fromId, intoId, dinerIds }, ask) => {
    const seen = ask.rows.routes
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const begun = intoId === undefined ? await nextRouteNo(seen.menuId) : 0
    return transact(ask, async (transaction) => {
      const from = await routeForUpdate(transaction, centreId, fromId)
      const into = intoId === undefined ? undefined : await routeForUpdate(transaction, centreId, intoId)
      if (!from || (intoId !== undefined && !into)) return refuse('COMMON.NOT_FOUND')
      const newId = `${from.menuId}:${idOf('moved', ask.requestKey)}`
      const moved = decideMoving(from, into, dinerIds, { newId, no: begun })
      if (isRefused(moved)) return moved
      await writeStops(transaction, moved.from, false)
      await writeStops(transaction, moved.into, into === undefined)
      return { data: { intoId: moved.into._id }, target: fromId }
    })
  },
)

/** Takes a route: of two who take it at once, one has it. */
export const takeRoute: Action<Canteen, 'takeRoute'> = async ({ centreId, routeId }, ask) => {
  const { openid: courier, resident } = ask.caller
  const today = shanghaiDay(ask.now)
  const taker = {
    courier,
    courierMasked: resident?.nameMasked ?? '',
    courierHouseholdId: resident?.householdId ?? '',
    courierHomeId: resident?.centreId ?? '',
  }
  const done = { data: { routeId }, target: routeId }
  if (await takeRouteRow(centreId, routeId, taker, today)) return done
  const route = await routeById(centreId, routeId)
  if (!route) return refuse('COMMON.NOT_FOUND')
  if (route.state === 'taken' && route.courier === courier) return done
  return refuse(route.state === 'open' && route.day < today ? 'CANTEEN.ROUTE_OVER' : 'CANTEEN.ROUTE_TAKEN')
}

/**
 * Gives a route back: what is not ticked is free for somebody else, what was delivered stays the first courier's. The
 * staff may take it from a courier who cannot be reached.
 */
export const leaveRoute: Action<Canteen, 'leaveRoute'> = along(
  ({ centreId, routeId }) => [routeAlong(centreId, routeId)],
  async ({ routeId }, ask) => {
    const route = ask.rows.routes
    if (!route) return refuse('COMMON.NOT_FOUND')
    const { requestKey } = ask
    const done = { data: { left: untouched(route).length }, target: routeId }
    if (route.former.some((left) => left.requestKey === requestKey)) return done
    const isTheirs = route.courier === ask.caller.openid || isStaff(ask)
    if (route.state !== 'taken' || !isTheirs) return refuse('CANTEEN.NOT_YOUR_ROUTE')
    if (await freeRouteRow(route, requestKey, ask.now)) return done
    const now = await routeById(ask.centreId, routeId)
    const isOurs = now?.former.some((left) => left.requestKey === requestKey) === true
    return isOurs ? done : refuse('CANTEEN.NOT_YOUR_ROUTE')
  },
)
