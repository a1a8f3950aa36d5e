import { EJSON } from 'bson'
import { CloudError } from '../cloud-error'
import { type Fields, isFields } from './values'

const REGEXP_FLAGS = /^[imsu]*$/
// PCRE writes options also at the head of the pattern, which JavaScript does not know.
const INLINE_FLAGS = /^\(\?([ims]+)\)/

interface BsonRegExp {
  pattern: string
  options: string
}

const regularExpression = ({ pattern, options }: BsonRegExp): RegExp => {
  if (!REGEXP_FLAGS.test(options)) {
    throw new CloudError(
      'LOCALCLOUD.UNSUPPORTED',
      `regular expression options "${options}" are not supported`,
    )
  }
  const [inline = '', more = ''] = INLINE_FLAGS.exec(pattern) ?? []
  try {
    return new RegExp(pattern.slice(inline.length), [...new Set(options + more)].join(''))
  } catch {
    throw new CloudError('DATABASE_REQUEST_FAILED', `Regular expression is invalid: ${pattern}`)
  }
}

const serverDate = (value: unknown, now: number): Date => {
  const offset = isFields(value) ? value.offset : 0
  return new Date(now + (typeof offset === 'number' ? offset : 0))
}

// The bson classes are told apart by their tag, as bson itself does, because the SDK brings its own copy of bson.
const fromBson = (type: unknown, value: object): unknown => {
  switch (type) {
    case 'ObjectId':
      return `${value}`
    case 'Long':
    case 'Int32':
    case 'Double':
      return Number(value)
    case 'BSONRegExp':
      return regularExpression(value as BsonRegExp)
    default:
      throw new CloudError('LOCALCLOUD.UNSUPPORTED', `values of type ${String(type)} are not supported`)
  }
}

const plain = (value: unknown, now: number): unknown => {
  if (Array.isArray(value)) return value.map((item) => plain(item, now))
  if (!isFields(value)) return value
  if ('_bsontype' in value && !Object.hasOwn(value, '_bsontype')) return fromBson(value._bsontype, value)
  if ('$tcb_server_date' in value) return serverDate(value.$tcb_server_date, now)
  if (Object.hasOwn(value, '__proto__')) {
    throw new CloudError('DATABASE_REQUEST_FAILED', 'the field name __proto__ is not allowed')
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item, now)]))
}

/**
 * Reads one EJSON text of a request. Server dates become `now` (epoch ms) plus their offset, ObjectIds plain
 * strings. Refuses what is not JSON (INVALID_PARAM) and BSON types that the database does not keep.
 */
export const decode = (text: unknown, now: number): unknown => {
  if (typeof text !== 'string') throw new CloudError('INVALID_PARAM', 'an EJSON text is expected')
  let value: unknown
  try {
    value = EJSON.parse(text)
  } catch {
    throw new CloudError('INVALID_PARAM', `not an EJSON text: ${text.slice(0, 80)}`)
  }
  return plain(value, now)
}

/** As `decode`, for texts that must hold an object; a missing text is an empty object. */
export const decodeFields = (text: unknown, now: number): Fields => {
  if (text === undefined || text === null || text === '') return {}
  const value = decode(text, now)
  if (!isFields(value)) throw new CloudError('INVALID_PARAM', 'an object is expected')
  return value
}

const numberToWire = (value: number): unknown => {
  if (Object.is(value, -0)) return { $numberDouble: '-0.0' }
  return Number.isFinite(value) ? value : { $numberDouble: `${value}` }
}

const toWire = (value: unknown): unknown => {
  if (typeof value === 'number') return numberToWire(value)
  if (value instanceof Date) return { $date: { $numberLong: `${value.getTime()}` } }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  }
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : toWire(item)))
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toWire(item)]))
}

/** The EJSON text of a document: numbers plain where plain JSON keeps them. */
export const encode = (value: unknown): string => JSON.stringify(toWire(value))

/** Refuses field names that start with `$` at any depth: they cannot be stored. */
export const checkNames = (value: unknown): void => {
  if (Array.isArray(value)) value.forEach(checkNames)
  if (!isFields(value)) return
  for (const [name, item] of Object.entries(value)) {
    if (name.startsWith('$')) {
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `The dollar ($) prefixed field '${name}' is not valid for storage.`,
      )
    }
    checkNames(item)
  }
}
