import type { Index } from './catalog'
import type { Change, Changes } from './changes'
import { entriesOf, recordBytes } from './keys'
import type { Store } from './store'
import type { Doc } from './values'

const keysOf = (index: Index, record: number, document: Doc | undefined): Map<string, Buffer> => {
  const prefixes = document ? entriesOf(index, document).prefixes : []
  return new Map(
    prefixes.map((prefix) => [prefix.toString('latin1'), Buffer.concat([prefix, recordBytes(record)])]),
  )
}

/** Remembers what a document teaches about an index; answers whether that was new. */
export const learn = (index: Index, document: Doc): boolean => {
  const { arrays, long } = entriesOf(index, document)
  const news = (long && !index.long) || arrays.some((array, at) => array && !index.arrays[at])
  index.long ||= long
  index.arrays = index.arrays.map((known, at) => known || (arrays[at] ?? false))
  return news
}

const write = (store: Store, { collection, record, before, after }: Change): void => {
  let news = false
  for (const index of collection.indexes) {
    const old = keysOf(index, record, before)
    const current = keysOf(index, record, after)
    for (const [name, key] of old) if (!current.has(name)) store.removeEntry(key)
    for (const [name, key] of current) if (!old.has(name)) store.putEntry(key)
    if (after && learn(index, after)) news = true
  }
  if (after) store.putDocument(collection, record, after)
  else if (before) store.removeDocument(collection, record)
  if (news) store.putCollection(collection)
}

/** Writes changes to the store; only inside `store.write`. */
export const flush = (store: Store, changes: Changes): void => {
  for (const change of changes.all()) write(store, change)
}
