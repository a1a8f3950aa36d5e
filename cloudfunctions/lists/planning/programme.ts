import type { Layout } from './layout.rule'

/** A mixed-integer programme: maximise, columns from 0 to `upper`, rows at most `atMost`, all columns whole. */
export interface Programme {
  readonly worths: readonly number[]
  readonly upper: readonly number[]
  readonly rows: readonly {
    readonly atMost: number
    readonly terms: readonly (readonly [number, number])[]
  }[]
}

/** A layout written as a programme, with what its columns mean. */
export interface Formulation {
  readonly programme: Programme
  /** Columns of a need served by a pattern. */
  readonly seats: readonly { readonly need: number; readonly pattern: number; readonly worth: number }[]
  /** Columns of sessions held, behind those of the seats: one opening, or so many of a pattern's free openings. */
  readonly holds: readonly (readonly number[])[]
}

const minusOne = (column: number): [number, number] => [column, -1]

/** Rounding the sizes down in this many steps gives limits that know about packing; more steps hardly add. */
const mostSteps = 8

/**
 * Limits that parties which come together put on a session beside its seats: of so many seats, cut into `steps` + 1
 * parts, whole parts only count (three parties of four do not fit twice into six seats, though twelve people would).
 */
const packingLimits = (capacity: number, sizes: readonly number[]): { steps: number; of: number[] }[] => {
  if (sizes.every((size) => size === 1)) return []
  const steps = Array.from({ length: Math.min(mostSteps, capacity - 1) }, (_, place) => place + 1)
  return steps.map((count) => ({
    steps: count,
    of: sizes.map((size) => Math.floor(((count + 1) * size) / (capacity + 1))),
  }))
}

/**
 * Writes a layout as a programme. A pattern's openings that clash with nothing are alike, so one column counts them;
 * parties are seated by pattern, as if its sessions were one large one, which the arrangement afterwards makes true.
 */
export const formulate = (layout: Layout): Formulation => {
  const { patterns, openings, clashes, people, left, ways } = layout
  const seats = ways.flatMap((list, need) => list.map(({ pattern, worth }) => ({ need, pattern, worth })))
  const holds = patterns.flatMap(({ openings: own }) => {
    const possible = own.filter((place) => !openings[place]?.fixed)
    const free = possible.filter((place) => openings[place]?.clashes.length === 0)
    const bound = possible.filter((place) => !free.includes(place))
    return [...(free.length > 0 ? [free] : []), ...bound.map((place) => [place])]
  })
  const holdsOf: number[][] = patterns.map(() => [])
  const columnOf = new Map<number, number>()
  holds.forEach((places, place) => {
    const column = seats.length + place
    for (const opening of places) columnOf.set(opening, column)
    holdsOf[openings[places[0] ?? 0]?.pattern ?? 0]?.push(column)
  })
  const byNeed: [number, number][][] = ways.map(() => [])
  const byPattern: { column: number; size: number }[][] = patterns.map(() => [])
  const rows: { atMost: number; terms: [number, number][] }[] = []
  seats.forEach(({ need, pattern }, column) => {
    byNeed[need]?.push([column, 1])
    byPattern[pattern]?.push({ column, size: people[need] ?? 1 })
    // nobody is served where no session is held; with this the relaxation is tight
    if (patterns[pattern]?.resource !== -1)
      rows.push({ atMost: 0, terms: [[column, 1], ...(holdsOf[pattern] ?? []).map(minusOne)] })
  })
  for (const terms of byNeed) if (terms.length > 1) rows.push({ atMost: 1, terms })
  patterns.forEach(({ resource, capacity }, place) => {
    const parties = byPattern[place] ?? []
    const sizes = parties.map(({ size }) => size)
    for (const { steps, of } of [{ steps: capacity, of: sizes }, ...packingLimits(capacity, sizes)]) {
      const terms = parties.flatMap(({ column }, n): [number, number][] =>
        (of[n] ?? 0) > 0 ? [[column, of[n] ?? 0]] : [],
      )
      const room = (holdsOf[place] ?? []).map((column): [number, number] => [column, -steps])
      if (terms.length > 0) rows.push({ atMost: resource < 0 ? steps : 0, terms: [...terms, ...room] })
    }
  })
  left.forEach((sessions, resource) => {
    const columns = patterns.flatMap((pattern, place) =>
      pattern.resource === resource ? (holdsOf[place] ?? []) : [],
    )
    if (columns.length > 0) rows.push({ atMost: sessions, terms: columns.map((column) => [column, 1]) })
  })
  for (const clash of clashes)
    rows.push({ atMost: 1, terms: clash.map((opening) => [columnOf.get(opening) ?? 0, 1]) })
  return {
    programme: {
      worths: [...seats.map(({ worth }) => worth), ...holds.map(() => 0)],
      upper: [...seats.map(() => 1), ...holds.map((places) => places.length)],
      rows,
    },
    seats,
    holds,
  }
}
