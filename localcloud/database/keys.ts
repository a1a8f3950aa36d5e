import type { Collection, Index } from './catalog'
import { isLong, ordered, shortened, turned } from './order'
import { pathValues } from './paths'

// lmdb keys may have 1978 bytes; four go to the index's number, six to the record's.
const FIELD_BYTES = 1900
const RECORD_BYTES = 6
const OWNER_BYTES = 4

const owner = (id: number): Buffer => {
  const bytes = Buffer.allocUnsafe(OWNER_BYTES)
  bytes.writeUInt32BE(id)
  return bytes
}

/** The record number as the tail of an index entry. */
export const recordBytes = (record: number): Buffer => {
  const bytes = Buffer.allocUnsafe(RECORD_BYTES)
  bytes.writeUIntBE(record, 0, RECORD_BYTES)
  return bytes
}

/** The record number that an entry's or a document's key ends with. */
export const recordOf = (key: Buffer): number => key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES)

/** Where a document lies. */
export const documentKey = (collection: Collection, record: number): Buffer =>
  Buffer.concat([owner(collection.id), recordBytes(record)])

/** The first key after all keys that begin with these bytes. */
export const after = (prefix: Buffer): Buffer => {
  const end = Buffer.from(prefix)
  for (let at = end.length - 1; at >= 0; at--) {
    const byte = end[at] ?? 0
    if (byte < 0xff) {
      end[at] = byte + 1
      return end.subarray(0, at + 1)
    }
  }
  return Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff])
}

/** The range of a collection's documents. */
export const documentRange = (collection: Collection): { start: Buffer; end: Buffer } => {
  const start = owner(collection.id)
  return { start, end: after(start) }
}

/** What every entry of an index begins with. */
export const indexPrefix = (index: Index): Buffer => owner(index.id)

/** How many bytes one field may take in this index. */
export const fieldLimit = (index: Index): number => Math.floor(FIELD_BYTES / index.keys.length)

/** One value as it stands in an index: shortened when long, turned when descending. */
export const fieldKey = (index: Index, at: number, value: unknown): Buffer => {
  const bytes = shortened(ordered(value), fieldLimit(index))
  return index.keys[at]?.descending ? turned(bytes) : bytes
}

/** A document's entries in one index, without the record number, and what they teach about the index. */
export interface Entries {
  prefixes: Buffer[]
  arrays: boolean[]
  long: boolean
}

const computeEntries = (index: Index, document: unknown): Entries => {
  const limit = fieldLimit(index)
  const { rows, arrays } = pathValues(
    document,
    index.keys.map((key) => key.segments),
  )
  let long = false
  const prefixes = new Map<string, Buffer>()
  for (const row of rows) {
    const fields = row.map((value, at) => {
      const bytes = ordered(value)
      long ||= isLong(bytes, limit)
      const short = shortened(bytes, limit)
      return index.keys[at]?.descending ? turned(short) : short
    })
    const prefix = Buffer.concat([indexPrefix(index), ...fields])
    prefixes.set(prefix.toString('latin1'), prefix)
  }
  return { prefixes: [...prefixes.values()], arrays, long }
}

// A write asks for the entries of one document several times; documents do not change once they are handed on.
const known = new WeakMap<object, Map<Index, Entries>>()

/** A document's entries in an index; refuses parallel arrays. */
export const entriesOf = (index: Index, document: object): Entries => {
  const byIndex = known.get(document) ?? new Map<Index, Entries>()
  known.set(document, byIndex)
  const entries = byIndex.get(index) ?? computeEntries(index, document)
  byIndex.set(index, entries)
  return entries
}
