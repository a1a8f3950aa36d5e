import { sequence } from '../../cloudfunctions/lists/planning/improve'
import type {
  Month,
  PlannableNeed,
  PlannableResource,
  Urgency,
} from '../../cloudfunctions/lists/planning/month'
import { addDays, type ShanghaiDay, weekdayOf } from '../../types/common/time'

/** How large a drawn month is. */
export interface TownSize {
  readonly needs: number
  readonly resources: number
  readonly venues: number
  /** Kinds of service; a need is for one of them, a resource gives one or two. */
  readonly services: number
  /** Sessions of all resources together. */
  readonly sessions: number
  /** Seats as a share of the people who ask: below 1 not everybody can be served. */
  readonly seats: number
}

const firstDay = '2026-12-01' as ShanghaiDay
const times = [
  { from: 9 * 60, to: 11 * 60 },
  { from: 14 * 60, to: 16 * 60 },
  { from: 15 * 60, to: 17 * 60 + 30 },
  { from: 19 * 60, to: 20 * 60 + 30 },
] as const

/** Parts of the day people have time in. */
const halves = [
  { from: 8 * 60, to: 12 * 60 },
  { from: 13 * 60, to: 18 * 60 },
  { from: 14 * 60, to: 21 * 60 },
] as const

/** A month drawn from a number, the same every time: scarce seats, few venues, people who cannot always come. */
export const drawMonth = (seed: number, size: TownSize): Month => {
  const draw = sequence(seed * 7919 + 17)
  for (let n = 0; n < 10; n += 1) draw(2)
  const pick = <T>(list: readonly [T, ...T[]]): T => list[draw(list.length)] ?? list[0]
  const weekdays = (least: number, most: number): number[] => {
    const count = least + draw(most - least + 1)
    const rest = [1, 2, 3, 4, 5, 6, 7]
    return Array.from({ length: count }, () => rest.splice(draw(rest.length), 1)[0] ?? 1).sort()
  }
  const given = Array.from({ length: size.resources }, () => [draw(size.services), draw(size.services)])
  const needs = Array.from({ length: size.needs }, (_, place): PlannableNeed => {
    const service = draw(size.services)
    const bound = draw(3)
    const span = pick(halves)
    return {
      id: `need-${place}`,
      people: pick([1, 1, 1, 1, 1, 2, 2, 3, 4, 6]),
      urgency: pick<Urgency>([0, 0, 0, 1, 1, 2]),
      waitedDays: draw(90),
      careTags: pick([0, 0, 0, 1, 1, 2, 3]),
      slots:
        bound === 0 ? [] : [{ weekdays: weekdays(2, 5), ...(bound === 1 ? { from: 0, to: 1440 } : span) }],
      options: given.flatMap((gives, resource) =>
        gives[0] === service || (gives[1] === service && draw(2) === 0)
          ? [{ resourceId: `resource-${resource}`, strength: (35 + draw(66)) / 100 }]
          : [],
      ),
    }
  })
  const people = needs.reduce((sum, need) => sum + need.people, 0)
  const perSession = Math.max(2, Math.round((people * size.seats) / size.sessions))
  const resources = given.map((_, place): PlannableResource => {
    const visits = draw(4) === 0
    const venue = draw(size.venues)
    return {
      id: `resource-${place}`,
      weekdays: weekdays(1, 3),
      times: draw(5) === 0 ? [times[0], times[1]] : [pick(times)],
      capacityPerSession: Math.max(2, Math.round(perSession * (0.4 + draw(121) / 100))),
      sessionsPerMonth: Math.max(1, Math.round((size.sessions / size.resources) * (0.4 + draw(121) / 100))),
      venueIds: visits
        ? []
        : draw(4) === 0
          ? [`venue-${venue}`, `venue-${(venue + 1) % size.venues}`]
          : [`venue-${venue}`],
    }
  })
  const days = Array.from({ length: 31 }, (_, place) => addDays(firstDay, place)).filter(() => draw(15) > 0)
  const fixed = resources
    .filter(() => draw(8) === 0)
    .flatMap(({ id, weekdays: on, times: at, venueIds, capacityPerSession }, place) => {
      const day = days.find((one) => on.includes(weekdayOf(one)))
      const [time] = at
      if (!day || !time || place >= size.venues) return []
      const seatsLeft = draw(2) * Math.floor(capacityPerSession / 2)
      // one venue each, so that what stands already does not clash
      const venueId = venueIds.length > 0 ? `venue-${place}` : undefined
      return [{ id: `fixed-${place}`, resourceId: id, day, ...time, seatsLeft, ...(venueId && { venueId }) }]
    })
  return { days, needs, resources, fixed }
}

/** A town as the exact planner is meant for. */
export const smallTown: TownSize = {
  needs: 60,
  resources: 10,
  venues: 3,
  services: 5,
  sessions: 24,
  seats: 0.8,
}

/** A district's month. */
export const district: TownSize = {
  needs: 2000,
  resources: 110,
  venues: 40,
  services: 18,
  sessions: 500,
  seats: 0.85,
}
