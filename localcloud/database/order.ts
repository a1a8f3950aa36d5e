import { createHash } from 'node:crypto'
import { isFields } from './values'

/**
 * Values as bytes whose order is MongoDB's order of values: nothing < null < numbers < strings < objects < arrays
 * < booleans < dates < regular expressions. Every encoding says where it ends, so that encodings can be joined
 * into compound keys and turned round for descending ones.
 */
const TAG = {
  emptyArray: 0x08,
  null: 0x10,
  number: 0x20,
  string: 0x30,
  object: 0x40,
  array: 0x50,
  boolean: 0x60,
  date: 0x70,
  regexp: 0x80,
} as const

/** What an empty array leaves in an index: it sorts before null and equals nothing that is asked for. */
export const EMPTY_ARRAY = Symbol('empty array')

const END = Buffer.from([0])

const numberBytes = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value)
  const negative = (bytes[0] ?? 0) & 0x80
  for (let at = 0; at < 8; at++)
    bytes[at] = negative ? ~(bytes[at] ?? 0) : (bytes[at] ?? 0) ^ (at === 0 ? 0x80 : 0)
  return bytes
}

// A zero byte inside a text is written 00 FF, so that the closing 00 00 is smaller than any continuation.
const textBytes = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'utf8')
  if (!bytes.includes(0)) return Buffer.concat([bytes, END, END])
  const escaped: number[] = []
  for (const byte of bytes) byte === 0 ? escaped.push(0, 0xff) : escaped.push(byte)
  return Buffer.from([...escaped, 0, 0])
}

const fieldBytes = ([name, value]: [string, unknown]): Buffer[] => {
  const encoded = ordered(value)
  return [encoded.subarray(0, 1), textBytes(name), encoded.subarray(1)]
}

/** The bytes of one value. Missing counts as null, as in MongoDB's indexes. */
export const ordered = (value: unknown): Buffer => {
  if (value === EMPTY_ARRAY) return Buffer.from([TAG.emptyArray])
  if (value === null || value === undefined) return Buffer.from([TAG.null])
  if (typeof value === 'number') return Buffer.concat([Buffer.from([TAG.number]), numberBytes(value)])
  if (typeof value === 'string') return Buffer.concat([Buffer.from([TAG.string]), textBytes(value)])
  if (typeof value === 'boolean') return Buffer.from([TAG.boolean, value ? 1 : 0])
  if (value instanceof Date) return Buffer.concat([Buffer.from([TAG.date]), numberBytes(value.getTime())])
  if (value instanceof RegExp) return Buffer.concat([Buffer.from([TAG.regexp]), textBytes(`${value}`)])
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([TAG.array]), ...value.map(ordered), END])
  const fields = isFields(value) ? Object.entries(value).flatMap(fieldBytes) : []
  return Buffer.concat([Buffer.from([TAG.object]), ...fields, END])
}

/** The first byte of every value of the same type: ranges stay inside it, as MongoDB's comparisons do. */
export const typeTag = (value: unknown): number => ordered(value)[0] ?? 0

/** All bits turned, so that the order is descending. */
export const turned = (bytes: Buffer): Buffer => {
  const result = Buffer.allocUnsafe(bytes.length)
  for (let at = 0; at < bytes.length; at++) result[at] = ~(bytes[at] ?? 0)
  return result
}

const HASH_BYTES = 16

/** True when `shortened` would cut this encoding. */
export const isLong = (bytes: Buffer, limit: number): boolean => bytes.length > limit - HASH_BYTES

/**
 * An encoding of at most `limit` bytes: long ones keep their beginning and a hash of the whole. Equal values stay
 * equal; the order between two long values with the same beginning is lost (see `isLong`).
 */
export const shortened = (bytes: Buffer, limit: number): Buffer => {
  if (!isLong(bytes, limit)) return bytes
  const hash = createHash('sha256').update(bytes).digest().subarray(0, HASH_BYTES)
  return Buffer.concat([bytes.subarray(0, limit - HASH_BYTES), hash])
}

/** The beginning that a long value shares with its neighbours: the bound of a range that must not miss any. */
export const beginning = (bytes: Buffer, limit: number): Buffer => bytes.subarray(0, limit - HASH_BYTES)
