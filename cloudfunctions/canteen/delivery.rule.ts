import { addDays, asInstant, type Instant, instantOf, shanghaiDay } from '../../types/common/time'
import type { RouteDocument } from '../_kit/documents/delivery'
import { idOf } from '../_kit/ids'
import { type Refused, refuse } from '../_kit/refusal'
import { type Stop, untouched } from './route.rule'

type Tick = RouteDocument['ticks'][number]
type Credit = RouteDocument['credits'][number]

/** A route nobody finished is settled as far as it came, this long (ms) after the meal is over. */
export const unfinishedAfter = 3 * 3_600_000

/** A tick may arrive this many days after its route: phones without reception keep it. */
const latestDays = 7

/** Who ticks. */
export interface Ticker {
  readonly openid: string
  readonly nameMasked: string
  readonly householdId: string
  readonly homeId: string
  /** Runs the canteen, and may tick for others. */
  readonly isStaff: boolean
}

/** What a phone says of a stop. */
export interface Found {
  readonly dinerId: string
  readonly outcome: Tick['outcome']
  readonly at: Instant
  readonly note: string
}

/** The one tick of an outcome at a stop: from whichever phone, however often it is sent. */
export const tickKeyOf = (routeId: string, dinerId: string, outcome: Tick['outcome']): string =>
  idOf('tick', routeId, dinerId, outcome)

/** When it happened by the phone: on the route's day at the earliest, now at the latest. */
const happenedAt = (route: Pick<RouteDocument, 'day'>, at: Instant, now: Instant): Instant =>
  asInstant(Math.min(now, Math.max(at, instantOf(route.day, 0))))

type Carrier = Pick<Tick, 'courier' | 'courierMasked' | 'householdId' | 'homeId'>

/**
 * Whose delivery it is: the caller's who has the route, or had it when it happened; the courier's, or nobody's, when
 * the staff tick. Undefined when the caller may not.
 */
const carrierOf = (route: RouteDocument, ticker: Ticker, at: Instant): Carrier | undefined => {
  const { openid, nameMasked, householdId, homeId, isStaff } = ticker
  const wasTheirs = route.former.some(({ who, until }) => who === openid && at <= until)
  if (route.courier === openid || wasTheirs) {
    return { courier: openid, courierMasked: nameMasked, householdId, homeId }
  }
  if (!isStaff) return undefined
  const { courier, courierMasked, courierHouseholdId, courierHomeId } = route
  return { courier, courierMasked, householdId: courierHouseholdId, homeId: courierHomeId }
}

/** A tick to write, with its stop and whether it is the last one missing; or the one that is there already. */
export type Ticking =
  | { readonly kind: 'write'; readonly tick: Tick; readonly stop: Stop; readonly finishes: boolean }
  | { readonly kind: 'there'; readonly tick: Tick }

type TickRefusal =
  | 'CANTEEN.NOT_YOUR_ROUTE'
  | 'CANTEEN.NO_STOP'
  | 'CANTEEN.ALREADY_DELIVERED'
  | 'CANTEEN.ROUTE_OVER'

/**
 * Decides a tick (勾一户). `delivered` is final; whoever found nobody may come back and deliver. `walked` is the route
 * the ticker means, where the stop was moved from it to `route` since.
 */
export const decideTick = (
  route: RouteDocument,
  { dinerId, outcome, at: phoneAt, note }: Found,
  ticker: Ticker,
  now: Instant,
  walked: RouteDocument = route,
): Ticking | Refused<TickRefusal> => {
  const at = happenedAt(route, phoneAt, now)
  const key = tickKeyOf(route._id, dinerId, outcome)
  const there = route.ticks.find((tick) => tick.key === key)
  if (there?.by === ticker.openid) return { kind: 'there', tick: there }
  const carrier = carrierOf(walked, ticker, at)
  if (!carrier) return refuse('CANTEEN.NOT_YOUR_ROUTE')
  const stop = route.stops.find((one) => one.dinerId === dinerId)
  if (!stop) return refuse('CANTEEN.NO_STOP')
  if (there) return { kind: 'there', tick: there }
  const delivered = tickKeyOf(route._id, dinerId, 'delivered')
  if (route.ticks.some((tick) => tick.key === delivered)) return refuse('CANTEEN.ALREADY_DELIVERED')
  if (addDays(route.day, latestDays) < shanghaiDay(now)) return refuse('CANTEEN.ROUTE_OVER')
  const { openid: by, nameMasked: byMasked } = ticker
  const tick: Tick = { key, dinerId, outcome, at, receivedAt: now, by, byMasked, ...carrier, note }
  const finishes = untouched({ stops: route.stops, ticks: [...route.ticks, tick] }).length === 0
  return { kind: 'write', tick, stop, finishes }
}

/** Whether nobody had answered at a stop before. */
export const wasUnanswered = (route: Pick<RouteDocument, 'ticks'>, dinerId: string): boolean =>
  route.ticks.some((tick) => tick.dinerId === dinerId && tick.outcome === 'noAnswer')

/**
 * Whether somebody may see the phone numbers of a route's stops: its courier on its day until it is done, and the
 * staff.
 */
export const mayCall = (
  route: Pick<RouteDocument, 'state' | 'courier' | 'day'>,
  { openid, isStaff }: Pick<Ticker, 'openid' | 'isStaff'>,
  now: Instant,
): boolean =>
  isStaff || (route.state === 'taken' && route.courier === openid && route.day === shanghaiDay(now))

/** What couriers are owed that no line says yet: stops they delivered, each once. Nothing without a household. */
export const creditsOwed = (
  { ticks, credits }: Pick<RouteDocument, 'ticks' | 'credits'>,
  pointsPerStop: number,
): readonly Credit[] => {
  const delivered = ticks.filter(({ outcome, householdId }) => outcome === 'delivered' && householdId !== '')
  const couriers = new Map(delivered.map((tick) => [`${tick.courier} ${tick.householdId}`, tick]))
  return [...couriers.values()].flatMap(({ courier, courierMasked, householdId, homeId }) => {
    const isTheirs = (line: Pick<Credit, 'courier' | 'householdId'>) =>
      line.courier === courier && line.householdId === householdId
    const known = credits.filter(isTheirs).reduce((sum, { stops }) => sum + stops, 0)
    const stops = delivered.filter(isTheirs).length - known
    const points = stops * pointsPerStop
    return stops > 0 ? [{ courier, courierMasked, householdId, homeId, stops, points }] : []
  })
}

/** The one journal of a line of credit, by its place in the list. */
export const creditIdOf = (routeId: string, at: number): string => idOf('delivery', routeId, String(at))
