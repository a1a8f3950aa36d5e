import { type Arrangement, emptyArrangement, openingAt, release, takeBack } from './arrangement'
import { displace, holdMore, moveUp, type Reckon, seatTheRest } from './greedy'
import type { Layout } from './layout.rule'

/** Whole numbers that look drawn by lot but are the same every time (a linear congruence). */
export const sequence = (start: number): ((below: number) => number) => {
  let state = start >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Needs that fit anything, in the order in which they are seated: by what they are worth per person at best. */
const byDensity = ({ ways, people }: Layout): number[] => {
  const density = ways.map(([best], need) => (best?.worth ?? 0) / (people[need] ?? 1))
  return density
    .map((_, need) => need)
    .filter((need) => (density[need] ?? 0) > 0)
    .sort((a, b) => (density[b] ?? 0) - (density[a] ?? 0) || a - b)
}

/** Reckons with a share of what each need could gain elsewhere. */
const reckonWith =
  (prices: Float64Array, share: number): Reckon =>
  (need, worth) =>
    // a need whose price is its whole worth is still better served than not
    Math.max(worth - share * (prices[need] ?? 0), worth * 1e-6)

const shares = [0, 0.4, 0.8, 0.95, 1]

/** The best of several plans made afresh at these prices. */
export const planAt = (layout: Layout, prices: Float64Array): Arrangement => {
  const order = byDensity(layout)
  return shares
    .map((share) => {
      const arrangement = emptyArrangement(layout)
      holdMore(arrangement, reckonWith(prices, share))
      seatTheRest(arrangement, order)
      return arrangement
    })
    .reduce((best, one) => (one.value > best.value ? one : best))
}

/** Per pattern the openings in its way or of its own resource: what is given up to hold another session of it. */
const rivalsOf = ({ patterns, openings, clashes }: Layout): number[][] => {
  const ofResource = new Map<number, number[]>()
  for (const { resource, openings: own } of patterns)
    ofResource.set(resource, [...(ofResource.get(resource) ?? []), ...own])
  return patterns.map(({ resource, openings: own }) => {
    const found = new Set(resource < 0 ? own : ofResource.get(resource))
    for (const place of own)
      for (const clash of openings[place]?.clashes ?? [])
        for (const other of clashes[clash] ?? []) found.add(other)
    return [...found].sort((a, b) => a - b)
  })
}

/** Most sessions given up at once. */
const mostReleased = 6
/** A plan that lost more than this share of its value is not worth a closer look. */
const closeEnough = 0.997

/**
 * Improves a plan by giving a few related sessions up and arranging them anew (large neighbourhood search), so many times
 * over or until it is worth `enough`; a change for the worse is taken back. Deterministic.
 */
export const improve = (
  arrangement: Arrangement,
  prices: Float64Array,
  times: number,
  enough: number,
): void => {
  const { layout, seat, members } = arrangement
  const draw = sequence(7)
  const order = byDensity(layout)
  const rank = new Int32Array(seat.length)
  order.forEach((need, place) => {
    rank[need] = place
  })
  const rivals = rivalsOf(layout)
  arrangement.changes.length = 0
  for (let time = 0; time < times && arrangement.value < enough; time += 1) {
    const before = arrangement.value
    let centre = order[draw(order.length)] ?? 0
    // mostly around somebody left out
    for (let n = draw(4) * 7; n > 0 && seat[centre] !== -1; n -= 1) centre = order[draw(order.length)] ?? 0
    const near = new Set<number>()
    for (const { pattern } of layout.ways[centre] ?? [])
      for (const place of rivals[pattern] ?? []) if (members[place]) near.add(place)
    const nearby = [...near]
    const freed = new Set([centre])
    const touched = new Set<number>()
    for (let n = Math.min(nearby.length, 1 + draw(mostReleased)); n > 0; n -= 1) {
      const place = nearby.splice(draw(nearby.length), 1)[0] ?? 0
      for (const need of members[place] ?? []) freed.add(need)
      touched.add(openingAt(layout, place).opening.pattern)
      release(arrangement, place)
    }
    for (const pattern of holdMore(arrangement, reckonWith(prices, shares[draw(shares.length)] ?? 0)))
      touched.add(pattern)
    const waiting = new Set([...freed].filter((need) => seat[need] === -1))
    for (const pattern of touched)
      for (const need of layout.patterns[pattern]?.needs ?? []) if (seat[need] === -1) waiting.add(need)
    const list = [...waiting].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0))
    seatTheRest(arrangement, list)
    if (arrangement.value >= before * closeEnough)
      for (const need of list) if (freed.has(need)) displace(arrangement, need)
    if (arrangement.value < before) takeBack(arrangement, 0)
    arrangement.changes.length = 0
  }
}

/** Lets needs left out displace others, and others move up, until nothing more is gained. */
export const polish = (arrangement: Arrangement): void => {
  const order = byDensity(arrangement.layout)
  for (let better = true; better; ) {
    const before = arrangement.value
    for (const need of order) displace(arrangement, need)
    moveUp(arrangement)
    better = arrangement.value > before
  }
  arrangement.changes.length = 0
}
