import { weekdayOf } from '../../../types/common/time'
import { canCome, meet, sessionsLeft } from './layout.rule'
import type { Month, PlannedSession } from './month'

/** What can be wrong with a plan that staff edited by hand. */
export type ConflictKind =
  | 'unknown'
  | 'day-closed'
  | 'resource-not-there'
  | 'venue-unsuitable'
  | 'not-suited'
  | 'cannot-come'
  | 'served-twice'
  | 'too-many-people'
  | 'no-session-left'
  | 'resource-busy'
  | 'venue-busy'

/** One thing wrong, with where: the place of the session in the plan, and of the other one or the need it is about. */
export interface Conflict {
  readonly kind: ConflictKind
  readonly session: number
  readonly needId?: string
  /** Place of the session in the way, or the id of the fixed one. */
  readonly other?: number | string
}

const within = (month: Month, session: PlannedSession, place: number): Conflict[] => {
  const resource = month.resources.find(({ id }) => id === session.resourceId)
  const fixed = month.fixed.find(({ id }) => id === session.fixedId)
  const wrong = (kind: ConflictKind, needId?: string): Conflict => ({
    kind,
    session: place,
    ...(needId !== undefined && { needId }),
  })
  if (session.fixedId !== undefined ? fixed?.resourceId !== session.resourceId : !resource)
    return [wrong('unknown')]
  const weekday = weekdayOf(session.day)
  const found: Conflict[] = []
  if (!month.days.includes(session.day)) found.push(wrong('day-closed'))
  if (!fixed && resource) {
    const { times, weekdays, venueIds } = resource
    const there = times.some(({ from, to }) => session.from >= from && session.to <= to)
    if (!weekdays.includes(weekday) || !there || session.to <= session.from)
      found.push(wrong('resource-not-there'))
    const suits = session.venueId === undefined ? venueIds.length === 0 : venueIds.includes(session.venueId)
    if (!suits) found.push(wrong('venue-unsuitable'))
  }
  let people = 0
  for (const needId of session.needIds) {
    const need = month.needs.find(({ id }) => id === needId)
    people += need?.people ?? 0
    if (!need) found.push(wrong('unknown', needId))
    else if (!need.options.some(({ resourceId }) => resourceId === session.resourceId))
      found.push(wrong('not-suited', needId))
    else if (!canCome(need, weekday, session)) found.push(wrong('cannot-come', needId))
  }
  if (people > (fixed?.seatsLeft ?? resource?.capacityPerSession ?? 0)) found.push(wrong('too-many-people'))
  return found
}

const inTheWay = (
  one: PlannedSession,
  other: Pick<PlannedSession, 'resourceId' | 'day' | 'venueId' | 'from' | 'to'>,
): ConflictKind | undefined => {
  if (one.day !== other.day || !meet(one, other)) return undefined
  if (one.resourceId === other.resourceId) return 'resource-busy'
  return one.venueId !== undefined && one.venueId === other.venueId ? 'venue-busy' : undefined
}

/**
 * Everything that stands in the way of a plan, as staff see it while they drag and edit (冲突): each session for itself,
 * needs served twice, sessions beyond what a resource has left, and sessions that meet. Empty: it can be held.
 */
export const conflictsOf = (month: Month, sessions: readonly PlannedSession[]): Conflict[] => {
  const found = sessions.flatMap((session, place) => within(month, session, place))
  const served = new Set<string>()
  const given = new Map<string, number>()
  sessions.forEach((session, place) => {
    for (const needId of session.needIds) {
      if (served.has(needId)) found.push({ kind: 'served-twice', session: place, needId })
      served.add(needId)
    }
    if (session.fixedId !== undefined) {
      const before = sessions.slice(0, place).findIndex(({ fixedId }) => fixedId === session.fixedId)
      if (before >= 0) found.push({ kind: 'resource-busy', session: place, other: before })
      return
    }
    const count = (given.get(session.resourceId) ?? 0) + 1
    given.set(session.resourceId, count)
    const resource = month.resources.find(({ id }) => id === session.resourceId)
    if (resource && count > sessionsLeft(resource, month.fixed))
      found.push({ kind: 'no-session-left', session: place })
    for (const fixed of month.fixed) {
      const kind = inTheWay(session, fixed)
      if (kind) found.push({ kind, session: place, other: fixed.id })
    }
    sessions.slice(0, place).forEach((other, before) => {
      const kind = other.fixedId === undefined ? inTheWay(session, other) : undefined
      if (kind) found.push({ kind, session: place, other: before })
    })
  })
  return found
}
