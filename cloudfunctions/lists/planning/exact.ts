import { type Arrangement, canHold, emptyArrangement, hold, seatNeed } from './arrangement'
import { holdMore, seatTheRest } from './greedy'
import type { Layout } from './layout.rule'
import { formulate, type Programme } from './programme'

/** What a solver found: the best columns it knows and the bound it proved. */
export interface Solution {
  readonly columns: ArrayLike<number>
  readonly bound: number
}

/** Solves a programme, trying so many branches at most; undefined when it found nothing. */
export type Solve = (programme: Programme, branches: number) => Solution | undefined

/** A programme of more columns takes the solver too long and too much memory. */
const mostColumns = 1500

/** After so many programmes it could not finish the solver is not asked again in the same plan. */
const mostUnfinished = 1

/** A solver that gives up early, so that many hard parts do not add up to minutes. */
export const impatient = (solve: Solve): Solve => {
  let unfinished = 0
  return (programme, branches) => {
    if (unfinished >= mostUnfinished) return undefined
    const solution = solve(programme, branches)
    const value = programme.worths.reduce(
      (sum, worth, column) => sum + worth * (solution?.columns[column] ?? 0),
      0,
    )
    if (!solution || solution.bound >= value + 1) unfinished += 1
    return solution
  }
}

/** Seats parties in sessions of equal size, the largest first, each where it leaves the least room. */
const pack = (arrangement: Arrangement, needs: readonly number[], places: readonly number[]): void => {
  const { layout, free } = arrangement
  const size = (need: number): number => layout.people[need] ?? 1
  for (const need of [...needs].sort((a, b) => size(b) - size(a) || a - b)) {
    const fitting = places.filter((place) => (free[place] ?? -1) >= size(need))
    const tightest = fitting.sort((a, b) => (free[a] ?? 0) - (free[b] ?? 0) || a - b)[0]
    if (tightest !== undefined) seatNeed(arrangement, need, tightest)
  }
}

/** Whether a layout is small enough for the solver. */
export const isSmall = ({ ways, openings }: Layout): boolean =>
  ways.reduce((sum, list) => sum + list.length, openings.length) <= mostColumns

/** The same month with every opening a pattern of its own, so that the programme says who sits in which session. */
export const splitPatterns = (layout: Layout): Layout => {
  const patternOf = (opening: number) => layout.patterns[layout.openings[opening]?.pattern ?? 0]
  return {
    ...layout,
    patterns: layout.openings.flatMap((_, opening) => {
      const pattern = patternOf(opening)
      return pattern ? [{ ...pattern, openings: [opening] }] : []
    }),
    openings: layout.openings.map((opening, place) => ({ ...opening, pattern: place })),
    ways: layout.ways.map((list) =>
      list.flatMap(({ pattern, worth }) =>
        (layout.patterns[pattern]?.openings ?? []).map((opening) => ({ pattern: opening, worth })),
      ),
    ),
  }
}

/**
 * The solver's best plan for a small layout and the bound it proves; undefined when nothing was found. The plan keeps every limit whatever the solver says: what does not fit stays out.
 */
export const solveExactly = (
  layout: Layout,
  solve: Solve,
  branches: number,
): { readonly arrangement: Arrangement; readonly bound: number } | undefined => {
  const { programme, seats, holds } = formulate(layout)
  const solution = solve(programme, branches)
  if (!solution) return undefined
  const { columns, bound } = solution
  const arrangement = emptyArrangement(layout)
  holds.forEach((places, place) => {
    const count = Math.round(columns[seats.length + place] ?? 0)
    for (const opening of places.slice(0, count))
      if (canHold(arrangement, opening)) hold(arrangement, opening)
  })
  const served = layout.patterns.map((): number[] => [])
  const seen = new Set<number>()
  seats.forEach(({ need, pattern }, column) => {
    if ((columns[column] ?? 0) < 0.5 || seen.has(need)) return
    seen.add(need)
    served[pattern]?.push(need)
  })
  served.forEach((needs, pattern) => {
    pack(arrangement, needs, arrangement.held[pattern] ?? [])
  })
  holdMore(arrangement, (_, worth) => worth)
  seatTheRest(
    arrangement,
    layout.ways.map((_, need) => need),
  )
  return { arrangement, bound: Math.floor(bound + 1e-3) }
}

/** Moves an arrangement of a split layout back to the layout it was split from. */
export const rejoin = (layout: Layout, split: Arrangement): Arrangement => {
  const arrangement = emptyArrangement(layout)
  split.members.forEach((list, place) => {
    if (!list) return
    if (canHold(arrangement, place)) hold(arrangement, place)
    for (const need of list) seatNeed(arrangement, need, place)
  })
  return arrangement
}
