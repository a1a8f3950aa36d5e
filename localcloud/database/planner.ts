import type { Collection, Index } from './catalog'
import type { Constraint, Constraints, Edge } from './constraints'
import { after, fieldKey, fieldLimit, indexPrefix } from './keys'
import { beginning, isLong, ordered, turned, typeTag } from './order'
import type { KeyRange } from './store'

/** Field name → 1 or -1, in order of importance. */
export type Sort = [path: string, direction: number][]

/** One stretch of an index; `shared` bytes are the same in all its keys, the rest is in the index's order. */
export interface Stretch extends KeyRange {
  shared: number
}

/** How to come by the documents: through stretches of an index. */
export interface IndexPlan {
  index: Index
  stretches: Stretch[]
  /** Walk the stretches backwards. */
  reverse: boolean
  /** The documents come in the order asked for. */
  sorted: boolean
  score: number
}

// A list of values in `$in` becomes as many stretches; beyond these numbers reading on is cheaper.
const MAX_STRETCHES = 5000
const MAX_MERGED = 200

const POINT_SCORE = 10
const RANGE_SCORE = 5
const SORT_SCORE = 3

interface Bound {
  bytes: Buffer
  /** Keys that begin with these bytes belong to the range. */
  included: boolean
}

const bound = (index: Index, at: number, edge: Edge): Bound => {
  const limit = fieldLimit(index)
  const bytes = ordered(edge.value)
  if (!isLong(bytes, limit)) return { bytes: fieldKey(index, at, edge.value), included: edge.inclusive }
  const cut = beginning(bytes, limit)
  return { bytes: index.keys[at]?.descending ? turned(cut) : cut, included: true }
}

const typeBound = (index: Index, at: number, value: unknown): Bound => {
  const tag = Buffer.from([typeTag(value)])
  return { bytes: index.keys[at]?.descending ? turned(tag) : tag, included: true }
}

// With several entries per document the two sides may be met by different items: only one side may narrow.
const rangeOf = (index: Index, at: number, prefix: Buffer, { low, high }: Constraint): Stretch => {
  const edges = index.arrays[at] && low ? { low, high: undefined } : { low, high }
  const sample = (edges.low ?? edges.high)?.value
  const lowest = edges.low ? bound(index, at, edges.low) : typeBound(index, at, sample)
  const highest = edges.high ? bound(index, at, edges.high) : typeBound(index, at, sample)
  const [from, to] = index.keys[at]?.descending ? [highest, lowest] : [lowest, highest]
  const start = Buffer.concat([prefix, from.bytes])
  const end = Buffer.concat([prefix, to.bytes])
  return {
    start: from.included ? start : after(start),
    end: to.included ? after(end) : end,
    shared: prefix.length,
  }
}

const joined = (prefixes: Buffer[], index: Index, at: number, points: unknown[]): Buffer[] => {
  const keys = new Map(
    points.map((value) => {
      const key = fieldKey(index, at, value)
      return [key.toString('latin1'), key]
    }),
  )
  const ascending = [...keys.values()].sort(Buffer.compare)
  return prefixes.flatMap((prefix) => ascending.map((key) => Buffer.concat([prefix, key])))
}

interface Narrowed {
  stretches: Stretch[]
  /** So many leading keys are bound to single points or lists of them. */
  bound: number
  /** The paths bound to exactly one value. */
  single: Set<string>
  ranged: boolean
}

const narrow = (index: Index, constraints: Constraints): Narrowed => {
  let prefixes = [indexPrefix(index)]
  let openedArray = false
  const single = new Set<string>()
  const stretch = (prefix: Buffer): Stretch => ({ start: prefix, end: after(prefix), shared: prefix.length })
  for (const [at, key] of index.keys.entries()) {
    const constraint = constraints.get(key.path)
    const usable = constraint && !(index.arrays[at] && openedArray)
    const points = usable ? constraint.points : undefined
    if (points && prefixes.length * points.length <= MAX_STRETCHES) {
      prefixes = joined(prefixes, index, at, points)
      if (points.length === 1 && !index.arrays[at]) single.add(key.path)
      openedArray ||= index.arrays[at] ?? false
      continue
    }
    if (usable && !points && (constraint.low || constraint.high)) {
      const stretches = prefixes.map((prefix) => rangeOf(index, at, prefix, constraint))
      return { stretches, bound: at, single, ranged: true }
    }
    return { stretches: prefixes.map(stretch), bound: at, single, ranged: false }
  }
  return { stretches: prefixes.map(stretch), bound: index.keys.length, single, ranged: false }
}

/** Whether the index gives the order: undefined when not, else whether it must be walked backwards. */
const orderGiven = (
  index: Index,
  { bound, single, stretches }: Narrowed,
  sort: Sort,
): boolean | undefined => {
  if (index.long || stretches.length > MAX_MERGED) return undefined
  let at = bound
  let reverse: boolean | undefined
  for (const [path, direction] of sort) {
    if (single.has(path)) continue
    const key = index.keys[at]
    if (key?.path !== path || index.arrays[at]) return undefined
    const backwards = key.descending !== direction < 0
    if (reverse !== undefined && reverse !== backwards) return undefined
    reverse = backwards
    at += 1
  }
  return reverse ?? false
}

const planFor = (index: Index, constraints: Constraints, sort: Sort): IndexPlan | undefined => {
  const narrowed = narrow(index, constraints)
  const reverse = sort.length > 0 ? orderGiven(index, narrowed, sort) : undefined
  const sorted = reverse !== undefined
  const unique = index.unique && narrowed.bound === index.keys.length
  const score =
    narrowed.bound * POINT_SCORE +
    (unique ? POINT_SCORE * 100 : 0) +
    (narrowed.ranged ? RANGE_SCORE : 0) +
    (sorted ? SORT_SCORE : 0)
  if (score === 0) return undefined
  return { index, stretches: narrowed.stretches, reverse: reverse ?? false, sorted, score }
}

/**
 * Chooses the index that narrows a filter most: values for its leading keys, then a range, then the order asked
 * for. `count` breaks ties between equally good ones. Undefined: no index helps, read the whole collection.
 */
export const planQuery = (
  collection: Collection,
  constraints: Constraints,
  sort: Sort,
  count: (plan: IndexPlan) => number,
): IndexPlan | undefined => {
  const plans = collection.indexes
    .map((index) => planFor(index, constraints, sort))
    .filter((plan) => plan !== undefined)
  const best = Math.max(...plans.map(({ score }) => score))
  const equals = plans.filter(({ score }) => score === best)
  if (equals.length < 2) return equals[0]
  return equals.map((plan) => ({ plan, cost: count(plan) })).sort((a, b) => a.cost - b.cost)[0]?.plan
}
