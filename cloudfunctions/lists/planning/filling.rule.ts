/** The best way to fill one session. */
export interface Filling {
  /** No filling is worth more than this; exact up to 64 seats. */
  readonly worth: number
  /** Places of the candidates taken. */
  readonly chosen: readonly number[]
}

/** Up to this many seats the filling is worked out exactly; beyond, one party more or less hardly matters. */
const exactSeats = 64

/** Takes by gain per person while there is room; what of the next one would still fit is added to the worth only. */
const fillByDensity = (gains: Float64Array, sizes: Int32Array, order: number[], seats: number): Filling => {
  const density = (place: number): number => (gains[place] ?? 0) / (sizes[place] ?? 1)
  order.sort((a, b) => density(b) - density(a) || a - b)
  let worth = 0
  let room = seats
  let bound = -1
  const chosen: number[] = []
  for (const place of order) {
    const size = sizes[place] ?? 1
    if (size > room) {
      if (bound < 0) bound = worth + density(place) * room
      continue
    }
    worth += gains[place] ?? 0
    room -= size
    chosen.push(place)
  }
  return { worth: Math.max(bound, worth), chosen }
}

/** Works through seats 0…n, one candidate after the other. */
const fillExactly = (gains: Float64Array, sizes: Int32Array, order: number[], seats: number): Filling => {
  // of the parties of one size no more can come than have room, and the best ones do
  const seen = new Int32Array(seats + 1)
  const candidates = order.filter((place) => {
    const size = sizes[place] ?? 1
    const count = (seen[size] ?? 0) + 1
    seen[size] = count
    return count * size <= seats
  })
  const best = new Float64Array(seats + 1)
  const taken = new Uint8Array(candidates.length * (seats + 1))
  candidates.forEach((place, row) => {
    const size = sizes[place] ?? 1
    const gain = gains[place] ?? 0
    for (let room = seats; room >= size; room -= 1) {
      const withIt = (best[room - size] ?? 0) + gain
      if (withIt <= (best[room] ?? 0)) continue
      best[room] = withIt
      taken[row * (seats + 1) + room] = 1
    }
  })
  const chosen: number[] = []
  let room = seats
  for (let row = candidates.length - 1; row >= 0; row -= 1) {
    if (taken[row * (seats + 1) + room] !== 1) continue
    const place = candidates[row] ?? 0
    chosen.push(place)
    room -= sizes[place] ?? 1
  }
  return { worth: best[seats] ?? 0, chosen }
}

/**
 * Fills a session of so many seats with parties that come together or not at all, to gain the most; parties that gain
 * nothing or do not fit at all stay out. The candidates are the first `count` of `gains` and `sizes` (people, from 1).
 */
export const fill = (gains: Float64Array, sizes: Int32Array, count: number, seats: number): Filling => {
  const order: number[] = []
  let total = 0
  let worth = 0
  let largest = 1
  for (let place = 0; place < count; place += 1) {
    const gain = gains[place] ?? 0
    const size = sizes[place] ?? 1
    if (!(gain > 0) || size > seats) continue
    order.push(place)
    total += size
    worth += gain
    if (size > largest) largest = size
  }
  if (total <= seats) return { worth, chosen: order }
  order.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b)
  if (largest === 1) {
    const chosen = order.slice(0, seats)
    return { worth: chosen.reduce((sum, place) => sum + (gains[place] ?? 0), 0), chosen }
  }
  return seats <= exactSeats
    ? fillExactly(gains, sizes, order, seats)
    : fillByDensity(gains, sizes, order, seats)
}
