import { CloudError } from '../cloud-error'
import type { Collection, Index } from './catalog'
import { after, entriesOf, recordOf } from './keys'
import { documentBytes } from './store'
import type { Doc } from './values'
import type { Change, View } from './view'

const text = (prefix: Buffer): string => prefix.toString('latin1')

const prefixesOf = (index: Index, document: Doc | undefined): Buffer[] =>
  document ? entriesOf(index, document).prefixes : []

/**
 * The names under which a change may collide with another: what the document has in each unique index, before and
 * after. `_id` is one of them, so every document has at least one.
 */
export const claimsOf = ({ collection, before, after }: Change): string[] => {
  const unique = collection.indexes.filter((index) => index.unique)
  const prefixes = unique.flatMap((index) => [...prefixesOf(index, before), ...prefixesOf(index, after)])
  return [...new Set(prefixes.map(text))]
}

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `"${value}"`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  return value === undefined ? 'null' : JSON.stringify(value)
}

const at = (document: unknown, segments: string[]): unknown =>
  segments.reduce<unknown>((value, segment) => Object(value ?? {})[segment], document)

const duplicate = (collection: Collection, index: Index, document: Doc): CloudError => {
  const key = index.keys.map(({ path, segments }) => `${path}: ${shown(at(document, segments))}`).join(', ')
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] bulk write error: [{E11000 duplicate key error collection: tnt-local.${collection.name} index: ${index.name} dup key: { ${key} }}]`,
  )
}

const takenBy = (view: View, change: Change, prefix: Buffer): boolean => {
  const own = view.changes.get(change.collection)
  for (const key of view.store.entries({ start: prefix, end: after(prefix) }, false, view.snapshot)) {
    const record = recordOf(key)
    if (record !== change.record && !own?.has(record)) return true
  }
  return false
}

const takenInChanges = (view: View, change: Change, index: Index, prefix: Buffer): boolean => {
  for (const other of view.changes.get(change.collection)?.values() ?? []) {
    if (other.record === change.record) continue
    if (prefixesOf(index, other.after).some((theirs) => theirs.equals(prefix))) return true
  }
  return false
}

const checkUnique = (view: View, change: Change): void => {
  if (!change.after) return
  for (const index of change.collection.indexes) {
    const wanted = entriesOf(index, change.after).prefixes
    if (!index.unique) continue
    const had = prefixesOf(index, change.before)
    for (const prefix of wanted) {
      if (had.some((own) => own.equals(prefix))) continue
      if (takenBy(view, change, prefix) || takenInChanges(view, change, index, prefix)) {
        throw duplicate(change.collection, index, change.after)
      }
    }
  }
}

/**
 * Adds a change to what the request has done so far. Refuses duplicates in unique indexes (E11000), parallel
 * arrays in one index and documents that are too large; then nothing is added.
 */
export const stage = (view: View, change: Change): void => {
  if (change.after) documentBytes(change.after)
  checkUnique(view, change)
  const own = view.changes.get(change.collection) ?? new Map<number, Change>()
  // Of several changes to one document, what is on disk now stays the "before".
  const earlier = own.get(change.record)
  own.set(change.record, earlier ? { ...change, before: earlier.before } : change)
  view.changes.set(change.collection, own)
}

/** The number for a new document. */
export const nextRecord = (collection: Collection): number => {
  collection.lastRecord += 1
  return collection.lastRecord
}
