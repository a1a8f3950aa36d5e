import type { Month, PlannableNeed } from '../../cloudfunctions/lists/planning/month'
import { weightOf, worthOf } from '../../cloudfunctions/lists/planning/weight.rule'
import { weekdayOf } from '../../types/common/time'

interface Held {
  readonly resourceId: string
  readonly day: string
  readonly from: number
  readonly to: number
  readonly venueId: string | undefined
  seats: number
  readonly planned: boolean
}

const suits = (need: PlannableNeed, one: Held): boolean => {
  const weekday = weekdayOf(one.day as Month['days'][number])
  if (need.slots.length === 0) return true
  return need.slots.some(
    ({ weekdays, from, to }) =>
      weekdays.includes(weekday) && Math.min(to, one.to) >= Math.max(from, one.from) + 30,
  )
}

/** The value of the best plan of a small month, by trying every one: each need in every session or in none. */
export const bestByTrial = ({ days, needs, resources, fixed }: Month): number => {
  const held: Held[] = fixed.map(({ resourceId, day, from, to, venueId, seatsLeft }) => ({
    resourceId,
    day,
    from,
    to,
    venueId,
    seats: seatsLeft,
    planned: false,
  }))
  const possible = resources.flatMap(({ id, weekdays, times, venueIds, capacityPerSession }) =>
    days
      .filter((day) => weekdays.includes(weekdayOf(day)))
      .flatMap((day) =>
        times.flatMap((time) =>
          (venueIds.length > 0 ? venueIds : [undefined]).map((venueId) => ({
            resourceId: id,
            day,
            ...time,
            venueId,
            seats: capacityPerSession,
            planned: true,
          })),
        ),
      ),
  )
  const free = (one: Held): boolean => {
    const given = held.filter(({ resourceId }) => resourceId === one.resourceId).length
    const most = resources.find(({ id }) => id === one.resourceId)?.sessionsPerMonth ?? 0
    return (
      given < most &&
      held.every(
        (other) =>
          other.day !== one.day ||
          other.to <= one.from ||
          one.to <= other.from ||
          (other.resourceId !== one.resourceId &&
            (one.venueId === undefined || other.venueId !== one.venueId)),
      )
    )
  }
  const worth = (need: PlannableNeed, resourceId: string): number => {
    const option = need.options.find((one) => one.resourceId === resourceId)
    return option ? worthOf(weightOf(need), option.strength) : 0
  }
  const most = needs.map((need) =>
    Math.max(0, ...need.options.map(({ resourceId }) => worth(need, resourceId))),
  )
  let best = 0
  const seat = (place: number, value: number): void => {
    best = Math.max(best, value)
    const need = needs[place]
    if (!need || value + most.slice(place).reduce((sum, one) => sum + one, 0) <= best) return
    const tryIn = (one: Held): void => {
      if (worth(need, one.resourceId) === 0 || one.seats < need.people || !suits(need, one)) return
      one.seats -= need.people
      seat(place + 1, value + worth(need, one.resourceId))
      one.seats += need.people
    }
    for (const one of [...held]) tryIn(one)
    for (const one of possible) {
      if (!free(one)) continue
      held.push({ ...one })
      tryIn(held[held.length - 1] ?? one)
      held.pop()
    }
    seat(place + 1, value)
  }
  seat(0, 0)
  return best
}
