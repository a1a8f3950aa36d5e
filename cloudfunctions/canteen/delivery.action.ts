import type { canteenContract } from '../../types/canteen.contract'
import type { Ask } from '../_kit/ask'
import type { RouteDocument } from '../_kit/documents/delivery'
import { tell } from '../_kit/notices'
import { unseal } from '../_kit/privacy'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { canteensAlong } from './canteen.store'
import { decideTick, mayCall, type Ticker, wasUnanswered } from './delivery.rule'
import { isStaff } from './route.action'
import type { Stop } from './route.rule'
import { routeAlong, routeById, routesOf, writeTick } from './route.store'
import { checkIdOf, checkNotices, mayAnswer, newCheck, noteOf, peopleToTell } from './welfare.rule'
import { addNote, claimCheck, contactOf, roleHoldersAlong } from './welfare.store'

type Canteen = typeof canteenContract
type Tick = RouteDocument['ticks'][number]

/** Other ticks of the same route may be faster; each try sees them. */
const tries = 8

const tickerOf = (ask: Ask): Ticker => {
  const { openid, resident } = ask.caller
  return {
    openid,
    nameMasked: resident?.nameMasked ?? '',
    householdId: resident?.householdId ?? '',
    homeId: resident?.centreId ?? '',
    isStaff: isStaff(ask),
  }
}

/** The tick is the record of the request, so the audit log needs none. */
const answer = ({ outcome, at, byMasked: by }: Tick, target: string) => ({
  data: { outcome, at, by },
  target,
  recorded: true as const,
})

/** Raises the alarm and tells the person the canteen names, or whoever may answer where that one has left. Once per order, whoever does it how often. */
const raise = async (route: RouteDocument, stop: Stop, tick: Tick, ask: Ask): Promise<void> => {
  const canteen = ask.lists.canteens?.find(({ _id }) => _id === route.canteenId)
  if (!canteen) throw new Error(`route ${route._id} has no canteen`)
  const check = newCheck(route, stop, tick, canteen)
  await claimCheck(check)
  const answerers = (ask.lists.residents ?? []).filter((one) => mayAnswer(one, route.centreId))
  const people = peopleToTell(
    'named',
    check.to,
    answerers.map(({ _id }) => _id),
  )
  await tell(checkNotices(check, people, 0, ask.now), ask.now)
}

/** Whoever looks for the elder reads that the courier came back and delivered; they still say what they found. */
const noteComingBack = async (route: RouteDocument, tick: Tick): Promise<void> => {
  const stop = route.stops.find(({ dinerId }) => dinerId === tick.dinerId)
  if (!stop || tick.outcome !== 'delivered' || !wasUnanswered(route, tick.dinerId)) return
  await addNote(checkIdOf(stop.orderId), noteOf(tick, '后来送到了'))
}

/** Where a stop is that was moved off the route somebody walked: a phone that kept a tick does not know. */
const movedFrom = async (route: RouteDocument, dinerId: string): Promise<RouteDocument | undefined> =>
  (await routesOf(route.menuId)).find(({ stops }) => stops.some((stop) => stop.dinerId === dinerId))

/**
 * Ticks a stop. Where nobody answers the alarm stands before the tick: whatever dies in between leaves an alarm too
 * many, never one too few.
 */
export const tickStop: Action<Canteen, 'tickStop'> = along(
  ({ centreId, routeId, outcome }) => [
    routeAlong(centreId, routeId),
    canteensAlong(centreId, ['welfareTo', 'welfareName']),
    ...(outcome === 'noAnswer' ? [roleHoldersAlong(centreId)] : []),
  ],
  async ({ centreId, routeId, ...found }, ask) => {
    let walked = ask.rows.routes
    let isRaised = false
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (!walked) return refuse('COMMON.NOT_FOUND')
      let route = walked
      let decision = decideTick(route, found, tickerOf(ask), ask.now)
      if (isRefused(decision) && decision.refused === 'CANTEEN.NO_STOP') {
        route = (await movedFrom(walked, found.dinerId)) ?? walked
        decision = decideTick(route, found, tickerOf(ask), ask.now, walked)
      }
      if (isRefused(decision)) return decision
      const { kind, tick } = decision
      if (kind === 'write' && tick.outcome === 'noAnswer' && !isRaised) {
        await raise(route, decision.stop, tick, ask)
        isRaised = true
      }
      if (kind === 'there' || (await writeTick(route, tick, decision.finishes))) {
        await noteComingBack(route, tick)
        return answer(tick, route._id)
      }
      walked = await routeById(centreId, routeId)
    }
    return refuse('COMMON.BUSY')
  },
)

/** A stop's phone number while it is being walked; the audit row keeps who looked, not what was seen. */
export const stopContact: Action<Canteen, 'stopContact'> = along(
  ({ centreId, routeId }) => [routeAlong(centreId, routeId)],
  async ({ routeId, dinerId }, ask) => {
    const route = ask.rows.routes
    if (!route) return refuse('COMMON.NOT_FOUND')
    if (!mayCall(route, tickerOf(ask), ask.now)) return refuse('CANTEEN.NOT_YOUR_ROUTE')
    if (!route.stops.some((stop) => stop.dinerId === dinerId)) return refuse('CANTEEN.NO_STOP')
    const diner = await contactOf(dinerId)
    if (!diner) return refuse('CANTEEN.NO_STOP')
    const { nameSealed, phoneSealed } = diner
    return { data: { name: unseal(nameSealed), phone: unseal(phoneSealed) }, target: `${routeId} ${dinerId}` }
  },
)
