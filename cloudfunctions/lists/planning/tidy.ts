import {
  type Arrangement,
  canHold,
  hold,
  openingAt,
  release,
  seatNeed,
  takeBack,
  unseatNeed,
} from './arrangement'
import { holdMore, seatTheRest } from './greedy'

/** Gives up sessions whose people can all be served as well in others. */
const merge = (arrangement: Arrangement): void => {
  const { layout, members, held, free } = arrangement
  const places = members.flatMap((list, place) => (list && !layout.openings[place]?.fixed ? [place] : []))
  const crowd = (place: number): number => openingAt(layout, place).pattern.capacity - (free[place] ?? 0)
  for (const place of places.sort((a, b) => crowd(a) - crowd(b) || a - b)) {
    arrangement.changes.length = 0
    const before = arrangement.value
    for (const need of [...(members[place] ?? [])]) {
      const size = layout.people[need] ?? 1
      unseatNeed(arrangement, need)
      const to = layout.ways[need]
        ?.flatMap(({ pattern }) => held[pattern] ?? [])
        .find((other) => other !== place && (free[other] ?? -1) >= size)
      if (to !== undefined) seatNeed(arrangement, need, to)
    }
    if (arrangement.value === before && members[place]?.length === 0) release(arrangement, place)
    else takeBack(arrangement, 0)
  }
}

/** Moves sessions to the earliest day and best venue that are free, and the weightiest people to the earliest. */
const comeEarly = (arrangement: Arrangement): void => {
  const { layout, members, held } = arrangement
  const { weights, people } = layout
  layout.patterns.forEach(({ openings }, pattern) => {
    const places = (held[pattern] ?? []).filter((place) => !layout.openings[place]?.fixed)
    const crowds = places.map((place) => [...(members[place] ?? [])])
    for (const place of places) release(arrangement, place)
    const weight = (crowd: readonly number[]): number =>
      crowd.reduce((sum, need) => sum + (weights[need] ?? 0), 0) /
      Math.max(
        1,
        crowd.reduce((sum, need) => sum + (people[need] ?? 0), 0),
      )
    for (const crowd of crowds.sort((a, b) => weight(b) - weight(a) || (a[0] ?? 0) - (b[0] ?? 0))) {
      const place = openings.find((one) => canHold(arrangement, one))
      if (place === undefined) continue
      hold(arrangement, place)
      for (const need of crowd) seatNeed(arrangement, need, place)
    }
  })
}

/** Makes a plan fit to be shown without changing what it is worth for the worse. */
export const tidy = (arrangement: Arrangement): void => {
  merge(arrangement)
  comeEarly(arrangement)
  holdMore(arrangement, (_, worth) => worth)
  seatTheRest(
    arrangement,
    arrangement.layout.ways.map((_, need) => need),
  )
  arrangement.members.forEach((list, place) => {
    if (list?.length === 0) release(arrangement, place)
  })
}
