import { weekdayOf } from '../../../types/common/time'
import { canCome, meet, sessionsLeft } from './layout.rule'
import {
  type LeftOut,
  type LeftOutReason,
  leftOutReasons,
  type Month,
  type PlannableNeed,
  type PlannableResource,
  type PlannedSession,
} from './month'

/** The sessions that stand on a day, fixed and planned. */
type Standing = ReadonlyMap<string, readonly Standee[]>
type Standee = Pick<PlannedSession, 'resourceId' | 'from' | 'to' | 'venueId'>

/** Why a resource does not serve a need although it could be suitable. */
const reasonOf = (
  month: Month,
  sessions: readonly PlannedSession[],
  standing: Standing,
  need: PlannableNeed,
  resource: PlannableResource,
): LeftOutReason => {
  const own = sessions.filter(({ resourceId }) => resourceId === resource.id)
  const joinable = month.fixed.filter(
    ({ resourceId, day, seatsLeft }) =>
      resourceId === resource.id && seatsLeft > 0 && month.days.includes(day),
  )
  const largest = Math.max(resource.capacityPerSession, ...joinable.map(({ seatsLeft }) => seatsLeft))
  if (need.people > largest) return 'too-many-people'
  const comesTo = ({ day, from, to }: Pick<PlannedSession, 'day' | 'from' | 'to'>): boolean =>
    canCome(need, weekdayOf(day), { from, to })
  const possible = month.days
    .filter((day) => resource.weekdays.includes(weekdayOf(day)))
    .flatMap((day) => resource.times.map((time) => ({ day, ...time })))
    .filter(comesTo)
  if (possible.length === 0 && !joinable.some(comesTo)) return 'time-clash'
  if (own.some(comesTo) || joinable.some(comesTo)) return 'no-capacity'
  if (own.filter(({ fixedId }) => fixedId === undefined).length >= sessionsLeft(resource, month.fixed))
    return 'no-session-left'
  // the day is taken by another session of the same resource, or every venue by somebody else
  const elsewhere = possible.every(({ day, from, to }) =>
    (standing.get(day) ?? []).some((one) => one.resourceId === resource.id && meet(one, { from, to })),
  )
  return elsewhere ? 'time-clash' : 'venue-full'
}

/** Says of every need the plan leaves out why, resource by resource. */
export const leftOutOf = (month: Month, sessions: readonly PlannedSession[]): LeftOut[] => {
  const resources = new Map(month.resources.map((resource) => [resource.id, resource]))
  const served = new Set(sessions.flatMap(({ needIds }) => needIds))
  const standing = new Map<string, Standee[]>()
  for (const one of [...month.fixed, ...sessions.filter(({ fixedId }) => fixedId === undefined)])
    standing.set(one.day, [...(standing.get(one.day) ?? []), one])
  return month.needs
    .filter(({ id }) => !served.has(id))
    .map((need) => {
      const tried = need.options.flatMap(({ resourceId }) => {
        const resource = resources.get(resourceId)
        if (!resource) return []
        return [{ resourceId, reason: reasonOf(month, sessions, standing, need, resource) }]
      })
      const reason = tried
        .map((one) => one.reason)
        .reduce<LeftOutReason>(
          (nearest, one) => (leftOutReasons.indexOf(one) > leftOutReasons.indexOf(nearest) ? one : nearest),
          'no-resource',
        )
      return { needId: need.id, reason, tried }
    })
}
