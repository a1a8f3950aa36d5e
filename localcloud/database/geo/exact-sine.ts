// A number cut in two halves of 26 bits multiplies without loss (Dekker).
const SPLITTER = 2 ** 27 + 1

/** What `a * b` loses to rounding. */
const lost = (a: number, b: number): number => {
  const [bigA, bigB] = [SPLITTER * a, SPLITTER * b]
  const [highA, highB] = [bigA - (bigA - a), bigB - (bigB - b)]
  const [lowA, lowB] = [a - highA, b - highB]
  return highA * highB - a * b + highA * lowB + lowA * highB + lowA * lowB
}

// Below this a term changes no digit any more, not even of a sum as small as the cosine of a right angle.
const NEGLIGIBLE = 1e-40

/** A number and what it loses to rounding. */
type Exact = readonly [number, number]

/** first − first·x²/((n+1)(n+2)) + …, every number kept with what it loses. */
const series = (x: number, first: number, n: number): Exact => {
  const [square, squareLow] = [x * x, lost(x, x)]
  let [term, termLow, sum, sumLow] = [first, 0, first, 0]
  for (let at = n + 1; Math.abs(term) > NEGLIGIBLE; at += 2) {
    const [product, divisor] = [term * square, -at * (at + 1)]
    const productLow = lost(term, square) + term * squareLow + termLow * square
    term = product / divisor
    termLow = (product - term * divisor - lost(term, divisor) + productLow) / divisor
    const total = sum + term
    const added = total - sum
    sumLow += sum - (total - added) + (term - added) + termLow
    sum = total
  }
  const rounded = sum + sumLow
  return [rounded, sum - rounded + sumLow]
}

const sine = (radians: number): Exact => series(radians, radians, 1)

const cosine = (radians: number): Exact => series(radians, 1, 0)

/**
 * The sine of an angle of at most a turn, in radians, rounded correctly. `Math.sin` may be off in the last digit,
 * and a short distance, computed from two nearly equal places, is then off by hundreds of them.
 */
export const exactSine = (radians: number): number => sine(radians)[0]

/** The cosine of an angle of at most a turn, in radians, rounded correctly. */
export const exactCosine = (radians: number): number => cosine(radians)[0]

/** The angle in radians from the axis of `x` to the point (x, y): `Math.atan2`, corrected by one step of Newton's. */
export const exactAngle = (y: number, x: number): number => {
  const angle = Math.atan2(y, x)
  const [[sin, sinLow], [cos, cosLow]] = [sine(angle), cosine(angle)]
  const off = y * cos - x * sin + (lost(y, cos) - lost(x, sin)) + (y * cosLow - x * sinLow)
  const step = off / (x * cos + y * sin)
  return Number.isFinite(step) ? angle + step : angle
}
