import { type Arrangement, canHold, hold, openingAt, seatNeed, unseatNeed } from './arrangement'
import { fill } from './filling.rule'
import { type Pattern, worthAt } from './layout.rule'

/** What seating a need here is reckoned at while sessions are chosen. */
export type Reckon = (need: number, worth: number) => number

/** What one more session of a pattern could be worth to those not yet seated. */
const appraise = ({ seat, scratch }: Arrangement, pattern: Pattern, reckon: Reckon) => {
  const { needs, gains, sizes } = scratch
  let count = 0
  for (let place = 0; place < pattern.needs.length; place += 1) {
    const need = pattern.needs[place] ?? 0
    if (seat[need] !== -1) continue
    needs[count] = need
    gains[count] = reckon(need, pattern.worths[place] ?? 0)
    sizes[count] = pattern.people[place] ?? 1
    count += 1
  }
  const { worth, chosen } = fill(gains, sizes, count, pattern.capacity)
  return { worth, needs: chosen.map((place) => needs[place] ?? 0) }
}

const firstFree = (arrangement: Arrangement, pattern: Pattern): number | undefined =>
  (arrangement.left[pattern.resource] ?? 0) > 0
    ? pattern.openings.find((place) => canHold(arrangement, place))
    : undefined

/**
 * Holds further sessions, the most worthwhile first, until none is of use. An appraisal only falls as others are seated,
 * so an old one is a bound and most patterns need not be appraised again. Answers the patterns it held sessions of.
 */
export const holdMore = (arrangement: Arrangement, reckon: Reckon): number[] => {
  const { patterns } = arrangement.layout
  const atMost = patterns.map((pattern) =>
    firstFree(arrangement, pattern) === undefined ? 0 : appraise(arrangement, pattern, reckon).worth,
  )
  const touched: number[] = []
  for (;;) {
    let best = -1
    let most = 0
    for (let place = 0; place < atMost.length; place += 1) {
      if ((atMost[place] ?? 0) <= most) continue
      best = place
      most = atMost[place] ?? 0
    }
    const pattern = patterns[best]
    if (!pattern) return touched
    const opening = firstFree(arrangement, pattern)
    if (opening === undefined) {
      atMost[best] = 0
      continue
    }
    const { worth, needs } = appraise(arrangement, pattern, reckon)
    atMost[best] = worth
    if (worth <= 0 || atMost.some((other, place) => other > worth && place !== best)) continue
    hold(arrangement, opening)
    for (const need of needs) seatNeed(arrangement, need, opening)
    touched.push(best)
  }
}

/** Where a need is worth the most among the sessions with room, other than one of them. */
const bestRoom = ({ layout, held, free, room }: Arrangement, need: number, but = -1) => {
  const size = layout.people[need] ?? 1
  for (const way of layout.ways[need] ?? []) {
    if ((room[way.pattern] ?? -1) < size) continue
    const place = held[way.pattern]?.find((one) => one !== but && (free[one] ?? -1) >= size)
    if (place !== undefined) return { place, worth: way.worth }
  }
  return undefined
}

/** Seats whoever still has room somewhere, in the order given. */
export const seatTheRest = (arrangement: Arrangement, needs: readonly number[]): void => {
  for (const need of needs) {
    if (arrangement.seat[need] !== -1) continue
    const room = bestRoom(arrangement, need)
    if (room) seatNeed(arrangement, need, room.place)
  }
}

/**
 * Lets a need left out take the seat of one that is worth less, which moves to another session when one has room.
 * Answers whether the plan became better.
 */
export const displace = (arrangement: Arrangement, need: number): boolean => {
  const { layout, seat, held, free, members } = arrangement
  if (seat[need] !== -1) return false
  const { people, ways } = layout
  const size = people[need] ?? 1
  let most = 0
  let best: { out: number; place: number; to?: number } | undefined
  for (const { pattern, worth } of ways[need] ?? []) {
    for (const place of held[pattern] ?? []) {
      const missing = size - (free[place] ?? 0)
      for (const out of members[place] ?? []) {
        if ((people[out] ?? 1) < missing) continue
        const change = worth - worthAt(layout, out, pattern)
        if (change + (ways[out]?.[0]?.worth ?? 0) <= most) continue
        const elsewhere = bestRoom(arrangement, out, place)
        const gain = change + (elsewhere?.worth ?? 0)
        if (gain <= most) continue
        most = gain
        best = { out, place, ...(elsewhere && { to: elsewhere.place }) }
      }
    }
  }
  if (!best) return false
  unseatNeed(arrangement, best.out)
  seatNeed(arrangement, need, best.place)
  if (best.to !== undefined) seatNeed(arrangement, best.out, best.to)
  return true
}

/** Moves needs already seated to where they are worth more and there is room. */
export const moveUp = (arrangement: Arrangement): void => {
  const { layout, seat } = arrangement
  for (let need = 0; need < seat.length; need += 1) {
    const place = seat[need] ?? -1
    if (place < 0) continue
    const here = worthAt(layout, need, openingAt(layout, place).opening.pattern)
    const room = bestRoom(arrangement, need, place)
    if (!room || room.worth <= here) continue
    unseatNeed(arrangement, need)
    seatNeed(arrangement, need, room.place)
  }
}
