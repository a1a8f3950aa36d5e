import { CloudError } from '../cloud-error'
import { type Collection, ID_INDEX, type Index, newIndex } from './catalog'
import type { CollectionDeclaration } from './database'
import { learn } from './flush'
import { after, entriesOf, indexPrefix, recordBytes } from './keys'
import type { Store } from './store'

const MAX_INDEX_KEYS = 31

type IndexDeclaration = CollectionDeclaration['indexes'][number]

// Places have no order to keep: of a 2dsphere index, only its other keys narrow a search.
const keysOf = ({ name, keys, unique }: IndexDeclaration): { path: string; descending: boolean }[] => {
  if (keys.length === 0 || keys.length > MAX_INDEX_KEYS) {
    throw new CloudError('INVALID_PARAM', `index ${name} needs 1 to ${MAX_INDEX_KEYS} keys`)
  }
  const plain = keys.filter(({ direction }) => direction !== '2dsphere')
  if (unique && plain.length < keys.length) {
    throw new CloudError('INVALID_PARAM', `index ${name}: a 2dsphere index cannot be unique`)
  }
  return plain.map((key) => ({ path: key.name, descending: key.direction === '-1' }))
}

const isSame = (index: Index, declared: IndexDeclaration): boolean =>
  index.unique === (declared.unique ?? false) &&
  JSON.stringify(index.keys.map(({ path, descending }) => [path, descending])) ===
    JSON.stringify(keysOf(declared).map(({ path, descending }) => [path, descending]))

const drop = (store: Store, index: Index): void => {
  const start = indexPrefix(index)
  for (const key of [...store.entries({ start, end: after(start) }, false)]) store.removeEntry(key)
}

const build = (store: Store, collection: Collection, index: Index): void => {
  const keys: Buffer[] = []
  const taken = new Set<string>()
  for (const record of store.records(collection)) {
    const document = store.read(collection, record)
    if (!document) continue
    learn(index, document)
    for (const prefix of entriesOf(index, document).prefixes) {
      const name = prefix.toString('latin1')
      if (index.unique && taken.has(name)) {
        throw new CloudError(
          'DATABASE_REQUEST_FAILED',
          `E11000 duplicate key error collection: tnt-local.${collection.name} index: ${index.name}: two documents already share a value`,
        )
      }
      taken.add(name)
      keys.push(Buffer.concat([prefix, recordBytes(record)]))
    }
  }
  for (const key of keys) store.putEntry(key)
}

const declareIndex = (store: Store, collection: Collection, declared: IndexDeclaration): void => {
  const known = collection.indexes.find(({ name }) => name === declared.name)
  if (known && isSame(known, declared)) return
  const index = newIndex(store.nextId(), declared.name, declared.unique ?? false, keysOf(declared))
  build(store, collection, index)
  if (known) drop(store, known)
  collection.indexes = [...collection.indexes.filter((other) => other !== known), index]
  store.putCollection(collection)
}

/** What the platform declares for every collection by itself, beside the index on `_id`. */
const PLATFORM_INDEXES: IndexDeclaration[] = [
  { name: '_openid_1', keys: [{ name: '_openid', direction: '1' }] },
]

/** Makes a collection with the indexes that every collection has; only inside `store.write`. */
export const createCollection = (store: Store, name: string): Collection => {
  const id = newIndex(store.nextId(), ID_INDEX, true, [{ path: '_id', descending: false }])
  const collection = { id: store.nextId(), name, indexes: [id], lastRecord: 0 }
  for (const index of PLATFORM_INDEXES) declareIndex(store, collection, index)
  store.collections.set(name, collection)
  store.putCollection(collection)
  return collection
}

/**
 * Makes what is declared and missing: collections, indexes, and the index entries of documents that are there
 * already. An index declared differently than before is built anew. Only inside `store.write`.
 */
export const declareAll = (store: Store, collections: CollectionDeclaration[]): void => {
  for (const { indexes } of collections) indexes.forEach(keysOf)
  for (const { name, indexes } of collections) {
    const collection = store.collections.get(name) ?? createCollection(store, name)
    for (const index of [...PLATFORM_INDEXES, ...indexes]) declareIndex(store, collection, index)
  }
}
