import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { isFields } from '../values'
import { $in } from './comparison'
import { type MatchOperator, type Predicate, refusal } from './operator'
import { reach } from './reach'

const LOGICAL = ['$and', '$or', '$nor']

/** A condition on items of a list, which may be objects or anything else. */
export const itemTest = (criteria: object, options: Options): Predicate => {
  const keys = Object.keys(criteria)
  if (keys.length > 0 && keys.every((key) => key.startsWith('$') && !LOGICAL.includes(key))) {
    const query = new Query({ item: criteria }, options)
    return (item) => query.test({ item })
  }
  const query = new Query(criteria, options)
  return (item) => isFields(item) && query.test(item)
}

const $elemMatch: MatchOperator = (selector, criteria, options) => {
  if (!isFields(criteria)) throw refusal('$elemMatch needs an object')
  const test = itemTest(criteria, options)
  const segments = selector.split('.')
  return (document) => reach(document, segments).some((value) => Array.isArray(value) && value.some(test))
}

const $size: MatchOperator = (selector, count) => {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0) {
    throw refusal('$size must be a whole number from 0')
  }
  const segments = selector.split('.')
  return (document) =>
    reach(document, segments).some((value) => Array.isArray(value) && value.length === count)
}

const $all: MatchOperator = (selector, wanted, options) => {
  if (!Array.isArray(wanted)) throw refusal('$all needs an array')
  const tests = wanted.map((item) =>
    isFields(item) && '$elemMatch' in item
      ? $elemMatch(selector, item.$elemMatch, options)
      : $in(selector, [item], options),
  )
  return (document) => tests.length > 0 && tests.every((test) => test(document))
}

/** Conditions on lists where mingo differs from MongoDB: items that are no objects, `$all` of what is no list. */
export const listMatches = { $elemMatch, $size, $all }
