import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { CloudError } from '../cloud-error'
import { compareSameType, sameValue } from './compare'
import { reach } from './reach'
import { isFields } from './values'

type Predicate = (document: unknown) => boolean
type MatchOperator = (selector: string, value: unknown, options: Options) => Predicate

const onSome =
  (test: (value: unknown, wanted: unknown) => boolean): MatchOperator =>
  (selector, wanted) => {
    const segments = selector.split('.')
    return (document) => reach(document, segments).some((value) => test(value, wanted))
  }

const negated =
  (operator: MatchOperator): MatchOperator =>
  (selector, value, options) => {
    const test = operator(selector, value, options)
    return (document) => !test(document)
  }

const ranged = (accepts: (order: number) => boolean): MatchOperator =>
  onSome((value, wanted) => {
    const order = compareSameType(value, wanted)
    return order !== undefined && accepts(order)
  })

const isOneOf = (value: unknown, wanted: unknown): boolean =>
  wanted instanceof RegExp && typeof value === 'string' ? wanted.test(value) : sameValue(value, wanted)

const $in: MatchOperator = (selector, wanted) => {
  if (!Array.isArray(wanted)) throw new CloudError('DATABASE_REQUEST_FAILED', '$in needs an array')
  const segments = selector.split('.')
  const simple = new Set<unknown>(
    wanted.filter((item) => typeof item === 'string' || typeof item === 'number'),
  )
  const others = wanted.filter((item) => !simple.has(item))
  return (document) =>
    reach(document, segments).some(
      (value) => simple.has(value) || others.some((item) => isOneOf(value, item)),
    )
}

const LOGICAL = ['$and', '$or', '$nor']

const itemTest = (criteria: object, options: Options): Predicate => {
  const onValue = Object.keys(criteria).every((key) => key.startsWith('$') && !LOGICAL.includes(key))
  if (onValue) {
    const query = new Query({ item: criteria }, options)
    return (item) => query.test({ item })
  }
  const query = new Query(criteria, options)
  return (item) => isFields(item) && query.test(item)
}

const $elemMatch: MatchOperator = (selector, criteria, options) => {
  if (!isFields(criteria)) throw new CloudError('DATABASE_REQUEST_FAILED', '$elemMatch needs an object')
  const test = itemTest(criteria, options)
  const segments = selector.split('.')
  return (document) => reach(document, segments).some((value) => Array.isArray(value) && value.some(test))
}

const $mod = onSome((value, wanted) => {
  if (!Array.isArray(wanted) || wanted.length !== 2) {
    throw new CloudError('DATABASE_REQUEST_FAILED', '$mod needs a divisor and a remainder')
  }
  const [divisor, remainder] = wanted.map((item) => Math.trunc(Number(item)))
  if (typeof value !== 'number' || divisor === undefined) return false
  return Math.trunc(value) % divisor === remainder
})

const $eq = onSome(sameValue)

/**
 * Conditions where mingo differs from MongoDB: arrays of objects in dotted paths, null inside arrays, the order
 * of texts, `$elemMatch` on items that are no objects, `$mod` of null. They agree with the indexes, which read paths the same way.
 */
export const matchOperators = {
  $eq,
  $ne: negated($eq),
  $gt: ranged((order) => order > 0),
  $gte: ranged((order) => order >= 0),
  $lt: ranged((order) => order < 0),
  $lte: ranged((order) => order <= 0),
  $in,
  $nin: negated($in),
  $elemMatch,
  $mod,
}
