import { type ShanghaiDay, weekdayOf } from '../../../types/common/time'
import type { FixedSession, Month, PlannableNeed, PlannableResource, Span } from './month'
import { weightOf, worthOf } from './weight.rule'

/** Sessions of one resource on one weekday at one time: a need can come to all of them or to none. */
export interface Pattern extends Span {
  /** Place of the resource in the month; −1 for a fixed session, which costs it nothing more. */
  readonly resource: number
  readonly capacity: number
  /** Places of the needs that fit, with their people and what serving them here is worth. */
  readonly needs: Int32Array
  readonly people: Int32Array
  readonly worths: Float64Array
  readonly openings: number[]
}

/** A pattern a need fits, with what serving it there is worth. */
export interface Way {
  readonly pattern: number
  readonly worth: number
}

/** A session that could be held: a pattern on one day, in one venue. */
export interface Opening {
  readonly pattern: number
  readonly day: ShanghaiDay
  readonly venueId?: string
  readonly clashes: number[]
  readonly fixed?: FixedSession
}

/** A month with names replaced by places, and everything that can be worked out beforehand worked out. */
export interface Layout {
  readonly month: Month
  readonly people: readonly number[]
  readonly weights: readonly number[]
  /** Sessions each resource has left beside the fixed ones. */
  readonly left: readonly number[]
  readonly patterns: readonly Pattern[]
  readonly openings: readonly Opening[]
  /** Sets of openings of which one at most can be held: they meet in a venue, or need the same resource. */
  readonly clashes: readonly (readonly number[])[]
  /** Per need: the patterns it fits, the worthiest first. */
  readonly ways: readonly (readonly Way[])[]
}

/** What serving a need by a pattern is worth; 0 when it does not fit. */
export const worthAt = ({ ways }: Layout, need: number, pattern: number): number =>
  ways[need]?.find((way) => way.pattern === pattern)?.worth ?? 0

/** Two stretches of a day must share this many minutes to be of use, or the whole of a shorter session. */
const leastOverlap = 30

/** Whether two stretches of a day share a minute. */
export const meet = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to

/** Whether the people of a need can come on a weekday at a time. */
export const canCome = ({ slots }: PlannableNeed, weekday: number, { from, to }: Span): boolean =>
  slots.length === 0 ||
  slots.some(
    (slot) =>
      slot.weekdays.includes(weekday) &&
      Math.min(slot.to, to) - Math.max(slot.from, from) >= Math.min(leastOverlap, to - from),
  )

/** Sessions a resource has left this month beside the fixed ones. */
export const sessionsLeft = (
  { id, sessionsPerMonth }: PlannableResource,
  fixed: readonly FixedSession[],
): number => Math.max(0, sessionsPerMonth - fixed.filter(({ resourceId }) => resourceId === id).length)

/** The largest sets of openings that share a minute, from stretches of one day; sets of one are left out. */
const meetings = (spans: readonly (Span & { readonly opening: number })[]): number[][] => {
  const byStart = [...spans].sort((a, b) => a.from - b.from || a.opening - b.opening)
  const found: number[][] = []
  byStart.forEach((last, place) => {
    const now = byStart.slice(0, place + 1).filter(({ to }) => to > last.from)
    const next = byStart[place + 1]
    // the set grows unless one of it ends before the next begins
    const grows = next && now.every(({ to }) => to > next.from)
    if (now.length > 1 && !grows) found.push(now.map(({ opening }) => opening))
  })
  return found
}

interface Asker {
  readonly need: number
  readonly strength: number
}

/** Lays a month out for planning. */
export const layOut = (month: Month): Layout => {
  const { needs, resources, fixed } = month
  const days = [...new Set(month.days)].sort()
  const weights = needs.map(weightOf)
  const left = resources.map((resource) => sessionsLeft(resource, fixed))
  const askers = new Map<string, Asker[]>()
  needs.forEach(({ options }, need) => {
    for (const { resourceId, strength } of options) {
      const list = askers.get(resourceId) ?? []
      if (!list.some((one) => one.need === need)) list.push({ need, strength })
      askers.set(resourceId, list)
    }
  })
  const patterns: Pattern[] = []
  const openings: Opening[] = []
  const ways = needs.map((): Way[] => [])

  /** Adds a pattern unless no need fits it. */
  const addPattern = (
    resourceId: string,
    resource: number,
    weekday: number,
    { from, to }: Span,
    capacity: number,
  ): number | undefined => {
    const fitting = (askers.get(resourceId) ?? []).flatMap(({ need, strength }) => {
      const one = needs[need]
      if (!one || one.people < 1 || one.people > capacity || !canCome(one, weekday, { from, to })) return []
      return [{ need, worth: worthOf(weights[need] ?? 0, strength) }]
    })
    if (fitting.length === 0) return undefined
    const pattern = patterns.length
    for (const { need, worth } of fitting) ways[need]?.push({ pattern, worth })
    patterns.push({
      resource,
      from,
      to,
      capacity,
      needs: Int32Array.from(fitting, ({ need }) => need),
      people: Int32Array.from(fitting, ({ need }) => needs[need]?.people ?? 1),
      worths: Float64Array.from(fitting, ({ worth }) => worth),
      openings: [],
    })
    return pattern
  }
  const addOpening = (pattern: number, opening: Omit<Opening, 'pattern' | 'clashes'>): void => {
    patterns[pattern]?.openings.push(openings.length)
    openings.push({ ...opening, pattern, clashes: [] })
  }

  for (const one of fixed) {
    if (one.seatsLeft < 1 || !days.includes(one.day)) continue
    const pattern = addPattern(one.resourceId, -1, weekdayOf(one.day), one, one.seatsLeft)
    if (pattern === undefined) continue
    addOpening(pattern, { day: one.day, fixed: one, ...(one.venueId && { venueId: one.venueId }) })
  }
  const fixedOn = new Map<string, FixedSession[]>()
  for (const one of fixed) fixedOn.set(one.day, [...(fixedOn.get(one.day) ?? []), one])
  resources.forEach((resource, place) => {
    if ((left[place] ?? 0) === 0) return
    for (const weekday of [...new Set(resource.weekdays)].sort()) {
      const itsDays = days.filter((day) => weekdayOf(day) === weekday)
      for (const time of resource.times) {
        if (itsDays.length === 0 || time.to <= time.from) continue
        const pattern = addPattern(resource.id, place, weekday, time, resource.capacityPerSession)
        if (pattern === undefined) continue
        for (const day of itsDays) {
          const inTheWay = (fixedOn.get(day) ?? []).filter((one) => meet(one, time))
          if (inTheWay.some(({ resourceId }) => resourceId === resource.id)) continue
          if (resource.venueIds.length === 0) addOpening(pattern, { day })
          for (const venueId of new Set(resource.venueIds)) {
            if (!inTheWay.some((one) => one.venueId === venueId)) addOpening(pattern, { day, venueId })
          }
        }
      }
    }
  })

  const together = new Map<string, (Span & { opening: number })[]>()
  const gather = (key: string, opening: number, { from, to }: Span): void => {
    const list = together.get(key) ?? []
    list.push({ opening, from, to })
    together.set(key, list)
  }
  openings.forEach(({ pattern, day, venueId, fixed: given }, opening) => {
    const held = patterns[pattern]
    if (!held || given) return
    gather(`resource ${held.resource} ${day}`, opening, held)
    if (venueId !== undefined) gather(`venue ${venueId} ${day}`, opening, held)
  })
  const clashes = [...together.values()].flatMap(meetings)
  clashes.forEach((clash, place) => {
    for (const opening of clash) openings[opening]?.clashes.push(place)
  })
  for (const way of ways) way.sort((a, b) => b.worth - a.worth || a.pattern - b.pattern)
  return {
    month: { ...month, days },
    people: needs.map(({ people }) => people),
    weights,
    left,
    patterns,
    openings,
    clashes,
    ways,
  }
}
