import * as mingo from 'mingo/operators/query'
import { compareSameType, sameValue } from '../compare'
import { isFields } from '../values'
import { type MatchOperator, onSome, refusal } from './operator'
import { reach } from './reach'

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

/** `$in`: one of some values, or of some patterns. */
export const $in: MatchOperator = (selector, wanted) => {
  if (!Array.isArray(wanted)) throw refusal('$in needs an array')
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

const $mod: MatchOperator = (selector, wanted, options) => {
  const [divisor = 0, remainder = 0, ...more] = Array.isArray(wanted)
    ? wanted.map(Number).map(Math.trunc)
    : []
  if (!Array.isArray(wanted) || wanted.length < 2 || more.length > 0) {
    throw refusal('malformed mod, needs to be an array of a divisor and a remainder')
  }
  if (divisor === 0) throw refusal('divisor cannot be 0')
  const divides = onSome((value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder)
  return divides(selector, wanted, options)
}

const $regex = onSome(
  (value, wanted) => wanted instanceof RegExp && typeof value === 'string' && wanted.test(value),
)

const TYPE_NAMES =
  'double string object array binData undefined objectId bool date null regex javascript int timestamp long decimal number'.split(
    ' ',
  )

const $type: MatchOperator = (selector, types, options) => {
  const unknown = [types]
    .flat()
    .find((type) => typeof type !== 'number' && !TYPE_NAMES.includes(String(type)))
  if (unknown !== undefined) throw refusal(`Unknown type name alias: ${unknown}`)
  const test = mingo.$type(selector, types, options)
  return (document) => isFields(document) && test(document)
}

const $eq = onSome(sameValue)

/**
 * Comparisons where mingo differs from MongoDB: arrays of objects in dotted paths, null inside arrays, the order of
 * texts, what is malformed. They agree with the indexes, which read paths the same way.
 */
export const comparisonMatches = {
  $eq,
  $ne: negated($eq),
  $gt: ranged((order) => order > 0),
  $gte: ranged((order) => order >= 0),
  $lt: ranged((order) => order < 0),
  $lte: ranged((order) => order <= 0),
  $in,
  $nin: negated($in),
  $mod,
  $regex,
  $type,
}
