import { fill } from './filling.rule'
import type { Layout } from './layout.rule'

/** What the scarce things of a month are worth, and the bound that follows. */
export interface Prices {
  /** No plan is worth more. */
  bound: number
  /** Per need: what it gains by being served at all. */
  needs: Float64Array
  /** Per clash: what the place in it gains. */
  clashes: Float64Array
}

/** Rounds without a better bound after which the step grows smaller. */
const patience = 12
const firstStep = 1
const slower = 0.7
const smallestStep = 0.004
/** Far more than summing thousands of fractions loses, far less than the one that plans differ by. */
const roundingError = 1e-3
/** How much of the last direction is kept; it damps the zigzag. */
const momentum = 0.8

interface Answer {
  value: number
  /** Per need, how often it is served. */
  served: Float64Array
  /** Per clash, how often it is used. */
  used: Float64Array
}

/** Lets every session be filled for itself at these prices and every resource take its best sessions. */
const answerTo = (layout: Layout, needs: Float64Array, tolls: Float64Array): Answer => {
  const { patterns, openings, left } = layout
  const served = new Float64Array(needs.length)
  const used = new Float64Array(tolls.length)
  let value = 0
  for (const price of needs) value += price
  for (const toll of tolls) value += toll
  const gains = new Float64Array(Math.max(0, ...patterns.map((pattern) => pattern.needs.length)))
  const offers = left.map((): { opening: number; worth: number }[] => [])
  const fillings = patterns.map((pattern) => {
    const count = pattern.needs.length
    for (let place = 0; place < count; place += 1)
      gains[place] = (pattern.worths[place] ?? 0) - (needs[pattern.needs[place] ?? 0] ?? 0)
    const filling = fill(gains, pattern.people, count, pattern.capacity)
    if (filling.worth > 0) {
      for (const opening of pattern.openings) {
        const toll = (openings[opening]?.clashes ?? []).reduce((sum, clash) => sum + (tolls[clash] ?? 0), 0)
        const worth = filling.worth - toll
        if (pattern.resource < 0) value += worth
        else if (worth > 0) offers[pattern.resource]?.push({ opening, worth })
      }
    }
    return filling
  })
  const take = (opening: number): void => {
    const { pattern = 0, clashes = [] } = openings[opening] ?? {}
    for (const clash of clashes) used[clash] = (used[clash] ?? 0) + 1
    for (const place of fillings[pattern]?.chosen ?? []) {
      const need = patterns[pattern]?.needs[place] ?? 0
      served[need] = (served[need] ?? 0) + 1
    }
  }
  openings.forEach(({ fixed }, opening) => {
    if (fixed) take(opening)
  })
  offers.forEach((list, resource) => {
    list.sort((a, b) => b.worth - a.worth || a.opening - b.opening)
    for (const { opening, worth } of list.slice(0, left[resource])) {
      value += worth
      take(opening)
    }
  })
  return { value, served, used }
}

/** Moves one side's prices against what was asked too often; prices are never negative. */
const directionOf = (direction: Float64Array, prices: Float64Array, asked: Float64Array): number => {
  let length = 0
  for (let place = 0; place < direction.length; place += 1) {
    const surplus = (asked[place] ?? 0) - 1
    const kept = momentum * (direction[place] ?? 0)
    // a price of nothing does not fall
    const next = (prices[place] ?? 0) <= 0 && surplus + kept < 0 ? 0 : surplus + kept
    direction[place] = next
    length += next * next
  }
  return length
}

const step = (prices: Float64Array, direction: Float64Array, size: number): void => {
  for (let place = 0; place < prices.length; place += 1)
    prices[place] = Math.max(0, (prices[place] ?? 0) + size * (direction[place] ?? 0))
}

/**
 * Seeks the prices at which the sessions, each filled for itself, together claim the least: a Lagrangian relaxation of
 * "a need is served once" and "one session at a time", by deflected subgradients. `reach` is asked now and then for the
 * value of the best plan known, with the prices of the moment to plan by; the search ends when plan and bound meet.
 */
export const seekPrices = (layout: Layout, rounds: number, reach: (prices: Prices) => number): Prices => {
  const worths = layout.ways.map(([best]) => best?.worth ?? 0)
  const needs = Float64Array.from(worths, (worth) => worth / 2)
  const clashes = new Float64Array(layout.clashes.length)
  const best: Prices = { bound: Number.POSITIVE_INFINITY, needs: needs.slice(), clashes: clashes.slice() }
  const towards = new Float64Array(needs.length)
  const towardsClashes = new Float64Array(clashes.length)
  let known = reach(best)
  let size = firstStep
  let waiting = 0
  for (let round = 1; round <= rounds; round += 1) {
    const { value, served, used } = answerTo(layout, needs, clashes)
    if (value < best.bound - 1e-9 * Math.abs(value)) {
      best.bound = value
      best.needs.set(needs)
      best.clashes.set(clashes)
      waiting = 0
    } else waiting += 1
    // worths are whole numbers, so is every plan's value
    if (Math.floor(best.bound + roundingError) <= known) break
    if (waiting >= patience) {
      size *= slower
      waiting = 0
      needs.set(best.needs)
      clashes.set(best.clashes)
      towards.fill(0)
      towardsClashes.fill(0)
      if (size < smallestStep) break
      known = Math.max(known, reach(best))
      continue
    }
    const length = directionOf(towards, needs, served) + directionOf(towardsClashes, clashes, used)
    if (length === 0) break
    const stride = (size * Math.max(1, value - known)) / length
    step(needs, towards, stride)
    step(clashes, towardsClashes, stride)
  }
  best.bound = Math.floor(best.bound + roundingError)
  return best
}
