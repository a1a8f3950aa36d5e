import { type Arrangement, emptyArrangement, openingAt } from './arrangement'
import { impatient, isSmall, rejoin, type Solve, solveExactly, splitPatterns } from './exact'
import { improve, planAt, polish } from './improve'
import { type Layout, layOut } from './layout.rule'
import { leftOutOf } from './left-out.rule'
import type { Month, MonthPlan, PlannedSession } from './month'
import { partsOf } from './parts.rule'
import { seekPrices } from './prices.rule'
import { tidy } from './tidy'

/** Rounds of the search for prices. */
const priceRounds = 600
/** Tries at improving a part: so many for each of its needs, within limits. */
const triesPerNeed = 20
const leastTries = 400
const mostTries = 16_000
/** Branches the solver may try on one part. */
const mostBranches = 3000

interface PartPlan {
  readonly arrangement: Arrangement
  readonly bound: number
}

const planPart = (layout: Layout, solve: Solve | undefined): PartPlan => {
  let best = emptyArrangement(layout)
  const consider = (one: Arrangement): void => {
    if (one.value > best.value) best = one
  }
  const prices = seekPrices(layout, priceRounds, ({ needs }) => {
    const one = planAt(layout, needs)
    polish(one)
    consider(one)
    return best.value
  })
  let { bound } = prices
  const tries = Math.min(mostTries, Math.max(leastTries, triesPerNeed * layout.people.length))
  improve(best, prices.needs, tries, bound)
  polish(best)
  // first as if the sessions of a pattern were one large one; if the best plan then cannot be packed, one by one
  for (const split of [false, true]) {
    if (!solve || best.value >= bound || !isSmall(layout)) break
    const version = split ? splitPatterns(layout) : layout
    const found = isSmall(version) ? solveExactly(version, solve, mostBranches) : undefined
    if (!found) continue
    bound = Math.min(bound, found.bound)
    consider(split ? rejoin(layout, found.arrangement) : found.arrangement)
  }
  tidy(best)
  return { arrangement: best, bound: Math.max(bound, best.value) }
}

const sessionsOf = ({ layout, members }: Arrangement): PlannedSession[] =>
  members.flatMap((list, place): PlannedSession[] => {
    if (!list || list.length === 0) return []
    const { opening, pattern } = openingAt(layout, place)
    const { needs, resources } = layout.month
    const weight = (need: number): number => layout.weights[need] ?? 0
    const inOrder = [...list].sort((a, b) => weight(b) - weight(a) || a - b)
    return [
      {
        resourceId: opening.fixed?.resourceId ?? resources[pattern.resource]?.id ?? '',
        day: opening.day,
        from: pattern.from,
        to: pattern.to,
        needIds: inOrder.map((need) => needs[need]?.id ?? ''),
        people: list.reduce((sum, need) => sum + (layout.people[need] ?? 0), 0),
        ...(opening.venueId !== undefined && { venueId: opening.venueId }),
        ...(opening.fixed && { fixedId: opening.fixed.id }),
      },
    ]
  })

const inOrder = (a: PlannedSession, b: PlannedSession): number =>
  (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
  a.from - b.from ||
  (a.resourceId < b.resourceId ? -1 : a.resourceId > b.resourceId ? 1 : 0)

/**
 * Proposes a month of sessions (月度计划) that serves the most weighted people within capacity, venues, times and the
 * sessions each resource has left. Parts that share nothing are planned apart; each by prices (a Lagrangian bound and
 * plans made at its prices), then improved, then, when it is small and a solver is given, solved exactly. Always a plan
 * that can be held, with the proven distance to the best one; the same month gives the same plan.
 */
export const planMonth = (month: Month, solve?: Solve): MonthPlan => {
  const exactly = solve && impatient(solve)
  const plans = partsOf(month).map((part) => planPart(layOut(part), exactly))
  const sessions = plans.flatMap(({ arrangement }) => sessionsOf(arrangement)).sort(inOrder)
  const value = plans.reduce((sum, { arrangement }) => sum + arrangement.value, 0)
  const bound = plans.reduce((sum, part) => sum + part.bound, 0)
  return {
    sessions,
    leftOut: leftOutOf(month, sessions),
    value,
    bound,
    gap: bound === 0 ? 0 : (bound - value) / bound,
  }
}
