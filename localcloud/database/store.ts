import { mkdirSync } from 'node:fs'
import { deserialize, serialize } from 'bson'
import { open, type RootDatabase, type Database as Table, type Transaction } from 'lmdb'
import { CloudError } from '../cloud-error'
import { type Collection, readCollection, rowOf } from './catalog'
import { documentKey, documentRange, recordOf } from './keys'
import type { Doc, Fields } from './values'

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024
const NOTHING = Buffer.alloc(0)

/** A state of the data that does not move while it is held. */
export type Snapshot = Transaction

/** A range of entries: `start` included, `end` excluded. */
export interface KeyRange {
  start: Buffer
  end: Buffer
}

/** Documents and index entries on disk. Reads are synchronous; writes are only allowed inside `write`. */
export interface Store {
  collections: Map<string, Collection>
  /**
   * Runs `change` alone on the newest state; resolves when what it wrote is durable. When the disk refuses it
   * (LOCALCLOUD.NOT_WRITTEN), nothing of it is kept.
   */
  write<T>(change: () => T): Promise<T>
  /** Holds the state that all acknowledged writes are part of; call `done()` on it. */
  snapshot(): Snapshot
  /** Makes reads without a snapshot see every acknowledged write. */
  refresh(): void
  read(collection: Collection, record: number, snapshot?: Snapshot): Doc | undefined
  records(collection: Collection, snapshot?: Snapshot): Iterable<number>
  entries(range: KeyRange, reverse: boolean, snapshot?: Snapshot): Iterable<Buffer>
  countDocuments(collection: Collection): number
  /** How many entries a range has, counting no further than `limit`. */
  countEntries(range: KeyRange, limit: number, snapshot?: Snapshot): number
  putDocument(collection: Collection, record: number, document: Fields): void
  removeDocument(collection: Collection, record: number): void
  putEntry(key: Buffer): void
  removeEntry(key: Buffer): void
  /** Writes down a collection's declaration. */
  putCollection(collection: Collection): void
  /** A number no collection or index has had. */
  nextId(): number
  close(): Promise<void>
}

/** The bytes of a document; refuses what MongoDB would be too large. */
export const documentBytes = (document: Fields): Uint8Array => {
  const bytes = serialize(document, { ignoreUndefined: false })
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new CloudError('DATABASE_REQUEST_FAILED', 'the document is larger than 16 MB')
  }
  return bytes
}

const read = (bytes: Buffer): Doc => {
  const { _id, ...rest } = deserialize(bytes)
  return { _id, ...rest }
}

const NOT_WRITTEN = 'the disk did not take this write (is it full?); nothing of it was kept'

/** Runs changes; of a commit that fails, lmdb keeps nothing, but what memory has learned must be written anew. */
const writer = (root: RootDatabase, writeCatalog: () => void): Store['write'] => {
  let catalogBehind = false
  return async (change) => {
    let caughtUp = false
    try {
      const result = await root.transaction(() => {
        caughtUp = catalogBehind
        if (caughtUp) writeCatalog()
        return change()
      })
      if (caughtUp) catalogBehind = false
      return result
    } catch (error) {
      if (!(error instanceof Error && 'commitError' in error)) throw error
      // lmdb says the reason on standard error; here it only must not end the process.
      Promise.resolve(error.commitError).catch(() => undefined)
      catalogBehind = true
      throw new CloudError('LOCALCLOUD.NOT_WRITTEN', NOT_WRITTEN)
    }
  }
}

const held = (snapshot: Snapshot | undefined) => (snapshot ? { transaction: snapshot } : {})

const loadCollections = (catalog: Table<unknown, string>, documents: Table<Buffer, Buffer>) => {
  const collections = new Map<string, Collection>()
  for (const { key, value } of catalog.getRange({ start: 'collection:', end: 'collection;' })) {
    const collection = readCollection(key.slice('collection:'.length), value)
    if (!collection) continue
    const { start, end } = documentRange(collection)
    for (const last of documents.getKeys({ start: end, end: start, reverse: true, limit: 1 })) {
      collection.lastRecord = recordOf(last)
    }
    collections.set(collection.name, collection)
  }
  return collections
}

/** Opens the files in `dir`, made when missing. The caller sees to it that one process only does so. */
export const openStore = (dir: string): Store => {
  mkdirSync(dir, { recursive: true })
  // Without overlapping a commit is on the disk when it is answered, not merely handed to the system. Batching by
  // event turns makes a promise that nobody holds, and a commit that fails would end the process through it.
  const options = { maxDbs: 3, maxReaders: 1024, overlappingSync: false, eventTurnBatching: false }
  const root = open({ path: dir, ...options })
  const catalog = root.openDB<unknown, string>({ name: 'catalog' })
  const binary = { keyEncoding: 'binary', encoding: 'binary' } as const
  const documents = root.openDB<Buffer, Buffer>({ name: 'documents', ...binary })
  const entries = root.openDB<Buffer, Buffer>({ name: 'entries', ...binary })
  let lastId = Number(catalog.get('lastId') ?? 0)

  const collections = loadCollections(catalog, documents)
  const putCollection = (collection: Collection): void => {
    void catalog.put(`collection:${collection.name}`, rowOf(collection))
  }
  const writeCatalog = (): void => {
    for (const collection of collections.values()) putCollection(collection)
  }

  return {
    collections,
    write: writer(root, writeCatalog),
    snapshot: () => {
      root.resetReadTxn()
      return root.useReadTransaction()
    },
    refresh: () => root.resetReadTxn(),
    read: (collection, record, snapshot) => {
      const bytes = documents.get(documentKey(collection, record), held(snapshot))
      return bytes && read(bytes)
    },
    records: (collection, snapshot) =>
      documents.getKeys({ ...documentRange(collection), ...held(snapshot) }).map(recordOf),
    entries: ({ start, end }, reverse, snapshot) =>
      reverse
        ? entries.getKeys({ start: end, end: start, reverse, ...held(snapshot) })
        : entries.getKeys({ start, end, ...held(snapshot) }),
    countDocuments: (collection) => documents.getKeysCount(documentRange(collection)),
    countEntries: ({ start, end }, limit, snapshot) =>
      entries.getKeysCount({ start, end, limit, ...held(snapshot) }),
    putDocument: (collection, record, document) => {
      void documents.put(documentKey(collection, record), Buffer.from(documentBytes(document)))
    },
    removeDocument: (collection, record) => {
      void documents.remove(documentKey(collection, record))
    },
    putEntry: (key) => {
      void entries.put(key, NOTHING)
    },
    removeEntry: (key) => {
      void entries.remove(key)
    },
    putCollection,
    nextId: () => {
      lastId += 1
      void catalog.put('lastId', lastId)
      return lastId
    },
    close: () => root.close(),
  }
}
