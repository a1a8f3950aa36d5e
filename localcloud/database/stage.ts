import { CloudError } from '../cloud-error'
import type { Collection, Index } from './catalog'
import type { Change } from './changes'
import { after, entriesOf, recordOf } from './keys'
import { shown } from './shown'
import { documentBytes } from './store'
import type { Doc } from './values'
import type { View } from './view'

const at = (document: unknown, segments: string[]): unknown =>
  segments.reduce<unknown>((value, segment) => Object(value ?? {})[segment], document)

const duplicate = (kind: string, collection: Collection, index: Index, document: Doc): CloudError => {
  const key = index.keys.map(({ path, segments }) => `${path}: ${shown(at(document, segments))}`).join(', ')
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.${kind}] bulk write error: [{E11000 duplicate key error collection: tnt-local.${collection.name} index: ${index.name} dup key: { ${key} }}]`,
  )
}

const isTaken = (view: View, change: Change, prefix: Buffer): boolean => {
  const owner = view.changes.owner(prefix.toString('latin1'))
  if (owner !== undefined) return owner !== change.record
  const own = view.changes.of(change.collection)
  for (const key of view.store.entries({ start: prefix, end: after(prefix) }, false, view.snapshot)) {
    const record = recordOf(key)
    if (record !== change.record && !own?.has(record)) return true
  }
  return false
}

const checkIndexes = (view: View, { before, after, ...change }: Change): void => {
  if (!after) return
  for (const index of change.collection.indexes) {
    const wanted = entriesOf(index, after).prefixes
    if (!index.unique) continue
    const had = before ? entriesOf(index, before).prefixes : []
    const added = wanted.filter((prefix) => !had.some((own) => own.equals(prefix)))
    if (added.some((prefix) => isTaken(view, { ...change, before, after }, prefix))) {
      throw duplicate(before ? 'Update' : 'Insert', change.collection, index, after)
    }
  }
}

/**
 * Adds a change to what the request has done so far. Refuses duplicates in unique indexes (E11000), parallel
 * arrays in one index and documents that are too large; then nothing is added.
 */
export const stage = (view: View, change: Change): void => {
  if (change.after) documentBytes(change.after)
  checkIndexes(view, change)
  view.changes.put(change)
}

/** The number for a new document. */
export const nextRecord = (collection: Collection): number => {
  collection.lastRecord += 1
  return collection.lastRecord
}
