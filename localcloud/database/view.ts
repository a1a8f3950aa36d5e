import type { Collection } from './catalog'
import type { Changes } from './changes'
import { recordOf } from './keys'
import type { IndexPlan, Stretch } from './planner'
import type { Snapshot, Store } from './store'
import { copyDocument, type Doc } from './values'

/** The data as one request sees it: a state on disk with its own changes over it. */
export interface View {
  store: Store
  snapshot: Snapshot | undefined
  changes: Changes
}

/** A document with the number it is kept under. */
export interface Found {
  record: number
  document: Doc
}

function* merged(view: View, { stretches, reverse }: IndexPlan): Generator<Buffer> {
  const heads = stretches.flatMap((stretch) => {
    const keys = view.store.entries(stretch, reverse, view.snapshot)[Symbol.iterator]()
    const first = keys.next()
    return first.done ? [] : [{ keys, key: first.value, shared: stretch.shared }]
  })
  const sign = reverse ? -1 : 1
  try {
    while (heads.length > 0) {
      const next = heads.reduce((a, b) =>
        sign * Buffer.compare(a.key.subarray(a.shared), b.key.subarray(b.shared)) <= 0 ? a : b,
      )
      yield next.key
      const step = next.keys.next()
      if (step.done) heads.splice(heads.indexOf(next), 1)
      else next.key = step.value
    }
  } finally {
    // A reader that stops early leaves cursors open, and an open cursor holds its state of the data.
    for (const { keys } of heads) keys.return?.()
  }
}

function* chained(view: View, stretches: Stretch[], reverse: boolean): Generator<Buffer> {
  for (const stretch of stretches) yield* view.store.entries(stretch, reverse, view.snapshot)
}

function* planned(view: View, plan: IndexPlan): Generator<number> {
  const keys =
    plan.sorted && plan.stretches.length > 1
      ? merged(view, plan)
      : chained(view, plan.stretches, plan.reverse)
  if (!plan.index.arrays.includes(true)) {
    for (const key of keys) yield recordOf(key)
    return
  }
  const seen = new Set<number>()
  for (const key of keys) {
    const record = recordOf(key)
    if (!seen.has(record)) yield record
    seen.add(record)
  }
}

/** Reads documents through a plan, or all of them; what the request itself changed comes last. */
export function* candidates(
  view: View,
  collection: Collection,
  plan: IndexPlan | undefined,
): Generator<Found> {
  const own = view.changes.of(collection)
  const records = plan ? planned(view, plan) : view.store.records(collection, view.snapshot)
  for (const record of records) {
    if (own?.has(record)) continue
    const document = view.store.read(collection, record, view.snapshot)
    if (document) yield { record, document }
  }
  for (const { record, after } of own?.values() ?? []) {
    if (after) yield { record, document: copyDocument(after) }
  }
}
