import type { Options } from 'mingo/types'
import type { Collection } from './catalog'
import { type Constraints, constraintsOf } from './constraints'
import type { Meter } from './database'
import { nearnessOf } from './geo/geo-operators'
import { evaluate, matcher, mingoOptions } from './mingo'
import { type IndexPlan, planQuery, type Sort } from './planner'
import { sorted } from './sort'
import { type Fields, isFields } from './values'
import { candidates, type Found, type View } from './view'

/** What is looked for. Without `limit`, everything. */
export interface Search {
  filter: Fields
  sort?: Sort
  skip?: number
  limit?: number
  /** mingo's options, when the filter has variables. */
  options?: Options
}

const COUNT_UP_TO = 1000

const entriesIn =
  (view: View) =>
  (plan: IndexPlan): number =>
    plan.stretches.reduce(
      (sum, stretch) => sum + view.store.countEntries(stretch, COUNT_UP_TO, view.snapshot),
      0,
    )

/** Chooses how to read for a search. */
const planSearch = (view: View, collection: Collection, search: Search): IndexPlan | undefined => {
  const options = search.options ?? mingoOptions()
  const constraints: Constraints = evaluate(() => constraintsOf(search.filter, options))
  const own = view.changes.of(collection)
  const plan = planQuery(collection, constraints, search.sort ?? [], entriesIn(view))
  // A request's own changes are read after the index, so they still have to be sorted in.
  return plan && own && own.size > 0 ? { ...plan, sorted: false } : plan
}

function* branches(
  view: View,
  collection: Collection,
  search: Search,
  plan: IndexPlan | undefined,
): Generator<Found> {
  const { $or, ...rest } = search.filter
  if (plan || !Array.isArray($or) || !$or.every(isFields)) {
    yield* candidates(view, collection, plan)
    return
  }
  const plans = $or.map((branch) =>
    planSearch(view, collection, { ...search, sort: [], filter: { $and: [rest, branch] } }),
  )
  if (plans.length === 0 || plans.includes(undefined)) {
    yield* candidates(view, collection, undefined)
    return
  }
  const seen = new Set<number>()
  for (const branch of plans) {
    for (const found of candidates(view, collection, branch)) {
      if (!seen.has(found.record)) yield found
      seen.add(found.record)
    }
  }
}

const ordered = (
  found: Found[],
  inOrder: boolean,
  sort: Sort,
  nearness: ((document: unknown) => number) | undefined,
): Found[] => {
  if (inOrder) return found
  if (nearness) return found.toSorted((a, b) => nearness(a.document) - nearness(b.document))
  return sorted(found, sort, ({ document }) => document)
}

/** Finds documents: the planner narrows, the filter decides. Counts into the meter every document it reads. */
export const find = (view: View, collection: Collection, search: Search, meter: Meter): Found[] => {
  const { filter, sort = [], skip = 0, limit = Number.POSITIVE_INFINITY } = search
  const test = matcher(filter, search.options ?? mingoOptions())
  const plan = planSearch(view, collection, search)
  const nearness = sort.length === 0 ? nearnessOf(filter) : undefined
  const inOrder = nearness === undefined && (sort.length === 0 || (plan?.sorted ?? false))
  const enough = inOrder ? skip + limit : Number.POSITIVE_INFINITY
  const found: Found[] = []
  if (enough > 0) {
    for (const candidate of branches(view, collection, search, plan)) {
      meter.examined += 1
      if (test(candidate.document)) found.push(candidate)
      if (found.length >= enough) break
    }
  }
  return ordered(found, inOrder, sort, nearness).slice(skip, skip + limit)
}
