import { compareValues, sameValue } from '../compare'
import { typeName } from '../update/operator'
import { type Fields, isFields } from '../values'
import { type ExpressionOperator, isNothing, operands, refusal, valuesOf } from './expression'

const $size: ExpressionOperator = (...evaluation) => {
  const [list] = operands(...evaluation)
  if (Array.isArray(list)) return list.length
  throw refusal(`The argument to $size must be an array, but was of type: ${typeName(list)}`)
}

const pairOf = (item: unknown): [string, unknown] => {
  const [name, value] = Array.isArray(item) ? item : isFields(item) ? [item.k, item.v] : []
  if (typeof name === 'string') return [name, value]
  throw refusal('$arrayToObject requires an array of key-value pairs whose keys are strings')
}

const $arrayToObject: ExpressionOperator = (...evaluation) => {
  const [list] = operands(...evaluation)
  if (isNothing(list)) return null
  if (!Array.isArray(list)) throw refusal('$arrayToObject requires an array input')
  return Object.fromEntries(list.map(pairOf))
}

const $mergeObjects: ExpressionOperator = (...[document, argument, options]) => {
  // Inside $group: one object of each of the group's documents.
  const values = Array.isArray(document)
    ? valuesOf(document, argument, options)
    : operands(document, argument, options)
  const merged: Fields = {}
  for (const value of values) {
    if (isNothing(value)) continue
    if (!isFields(value)) throw refusal(`$mergeObjects requires object inputs, but got ${typeName(value)}`)
    Object.assign(merged, value)
  }
  return merged
}

const asSet = (list: unknown[]): unknown[] =>
  list.toSorted(compareValues).filter((item, at, all) => at === 0 || !sameValue(item, all[at - 1]))

const onSets =
  (name: string, combine: (sets: unknown[][]) => unknown[]): ExpressionOperator =>
  (...evaluation) => {
    const lists = operands(...evaluation)
    if (lists.some(isNothing)) return null
    if (!lists.every(Array.isArray)) throw refusal(`All operands of ${name} must be arrays.`)
    return combine(lists)
  }

const $setUnion = onSets('$setUnion', (sets) => asSet(sets.flat()))

const $setIntersection = onSets('$setIntersection', ([first = [], ...others]) =>
  asSet(first).filter((item) => others.every((set) => set.some((other) => sameValue(item, other)))),
)

/** Lists, sets and objects where mingo differs from MongoDB: sets come sorted, what is no list is refused. */
export const listExpressions = { $size, $arrayToObject, $mergeObjects, $setUnion, $setIntersection }
