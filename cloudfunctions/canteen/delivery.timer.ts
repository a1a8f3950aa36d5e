import { asInstant, type Instant } from '../../types/common/time'
import type { RouteDocument } from '../_kit/documents/delivery'
import { tell } from '../_kit/notices'
import { holdersOf } from '../community/community.door'
import { creditHousehold } from '../points/points.door'
import { creditIdOf, creditsOwed, unfinishedAfter } from './delivery.rule'
import { pointsPerStopOf, settleRouteRow, unsettledRoutes, writeCredits } from './route.store'
import { checkNotices, peopleToTell, reminderAt } from './welfare.rule'
import { dueChecks, markReminded } from './welfare.store'

/** Work of each kind in one tick; what is left waits for the next. */
const routesPerTick = 5
const checksPerTick = 20

/** One that cannot be worked on keeps none of the others waiting; it is tried again with the next tick. */
const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ timer: 'delivery', what, error: String(error) })}\n`)
  }
}

/**
 * Posts what couriers are owed on a route. What is owed is written on the route first, so that whatever happens
 * afterwards the same points are posted, once; ticks that come later are owed by lines of their own.
 */
const settleRoute = async (route: RouteDocument, pointsPerStop: number, now: Instant): Promise<void> => {
  const owed = creditsOwed(route, pointsPerStop)
  if (owed.length > 0 && !(await writeCredits(route, owed))) return // somebody was faster
  let isLater = false
  for (const [at, line] of [...route.credits, ...owed].entries()) {
    if (line.points === 0) continue
    const { householdId, homeId, points, stops, courierMasked } = line
    const credited = await creditHousehold(
      {
        id: creditIdOf(route._id, at),
        ...{ householdId, homeId, points },
        reason: `送餐 ${stops} 份 ${courierMasked}`,
        about: `route:${route._id}`,
        forMasked: courierMasked,
      },
      now,
    )
    isLater ||= credited === 'later'
  }
  if (!isLater) await settleRouteRow(route._id, route.changes + (owed.length > 0 ? 1 : 0))
}

/**
 * Gives couriers their points: for routes that are done, and for those nobody finished when the meal is long over.
 * Harmless when run twice at once.
 */
export const settleRoutes = async (now: Instant): Promise<void> => {
  const routes = await unsettledRoutes(asInstant(now - unfinishedAfter), routesPerTick)
  if (routes.length === 0) return
  const perStop = await pointsPerStopOf([...new Set(routes.map(({ canteenId }) => canteenId))])
  for (const route of routes) {
    await attempt(route._id, () => settleRoute(route, perStop.get(route.canteenId) ?? 0, now))
  }
}

/**
 * Reminds of alarms nobody has answered: the named person after 10 minutes (everybody where that one may not answer
 * any more), everybody who may answer after 30, then every hour. Told first and counted afterwards, by notices that exist once: whoever dies in between tells no more.
 */
export const remindWelfare = async (now: Instant): Promise<void> => {
  const holders = new Map<string, Promise<readonly string[]>>()
  const answerers = (centreId: string): Promise<readonly string[]> => {
    const asked = holders.get(centreId) ?? holdersOf(centreId, 'welfare.answer')
    holders.set(centreId, asked)
    return asked
  }
  for (const check of await dueChecks(now, checksPerTick)) {
    const { who, next } = reminderAt(check, now)
    await attempt(check._id, async () => {
      const people = peopleToTell(who, check.to, await answerers(check.centreId))
      await tell(checkNotices(check, people, check.reminders + 1, now), now)
      await markReminded(check, next)
    })
  }
}
