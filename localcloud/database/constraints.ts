import { evalExpr } from 'mingo/core'
import { type Fields, isFields } from './values'

/** One side of a range. */
export interface Edge {
  value: unknown
  inclusive: boolean
}

/** What a filter certainly demands of one path: one of some values, or a place in a range of one type. */
export interface Constraint {
  points?: unknown[]
  low?: Edge
  high?: Edge
}

/** The demands of a filter by path; what an index cannot help with is left out. */
export type Constraints = Map<string, Constraint>

const isPoint = (value: unknown): boolean =>
  value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value)

const demand = (into: Constraints, path: string, found: Constraint): void => {
  const known = into.get(path) ?? {}
  into.set(path, { ...found, ...known })
}

const addPoints = (into: Constraints, path: string, values: unknown): void => {
  if (Array.isArray(values) && values.every(isPoint)) demand(into, path, { points: values })
}

const addRange = (into: Constraints, path: string, operator: string, value: unknown): void => {
  if (value === null || !isPoint(value)) return
  const edge = { value, inclusive: operator.endsWith('e') }
  demand(into, path, operator.startsWith('$g') ? { low: edge } : { high: edge })
}

const addOperator = (into: Constraints, path: string, operator: string, value: unknown): void => {
  if (operator === '$eq') addPoints(into, path, [value])
  else if (operator === '$in') addPoints(into, path, value)
  else if (operator === '$all' && Array.isArray(value) && value.length > 0) {
    addPoints(into, path, value.slice(0, 1))
  } else if (operator === '$elemMatch') addElements(into, path, value)
  else if (['$gt', '$gte', '$lt', '$lte'].includes(operator)) addRange(into, path, operator, value)
}

const isOperators = (value: unknown): value is Fields =>
  isFields(value) && Object.keys(value).some((key) => key.startsWith('$'))

const addElements = (into: Constraints, path: string, value: unknown): void => {
  if (!isFields(value)) return
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('$')) addOperator(into, path, key, item)
    else addField(into, `${path}.${key}`, item)
  }
}

const addField = (into: Constraints, path: string, value: unknown): void => {
  if (!isOperators(value)) addPoints(into, path, [value])
  else for (const [operator, item] of Object.entries(value)) addOperator(into, path, operator, item)
}

const isPathName = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$')

const isConstant = (value: unknown): boolean => {
  if (typeof value === 'string') return !value.startsWith('$') || value.startsWith('$$')
  if (Array.isArray(value)) return value.every(isConstant)
  return isPoint(value)
}

type Evaluate = (expression: unknown) => unknown

// Only equality: the comparisons of expressions do not stay inside one type, as an index range does.
const addExpression = (into: Constraints, expression: unknown, evaluate: Evaluate): void => {
  if (!isFields(expression)) return
  if (Array.isArray(expression.$and)) {
    for (const part of expression.$and) addExpression(into, part, evaluate)
  }
  if (Array.isArray(expression.$eq) && expression.$eq.length === 2) {
    const [left, right] = expression.$eq
    if (isPathName(left) && isConstant(right)) addPoints(into, left.slice(1), [evaluate(right)])
    else if (isPathName(right) && isConstant(left)) addPoints(into, right.slice(1), [evaluate(left)])
  }
  if (Array.isArray(expression.$in) && expression.$in.length === 2) {
    const [path, list] = expression.$in
    if (isPathName(path) && isConstant(list)) addPoints(into, path.slice(1), evaluate(list))
  }
}

/** Reads off a filter what an index can use. `options` carries the variables of `$expr` (mingo's options). */
export const constraintsOf = (filter: Fields, options: Parameters<typeof evalExpr>[2]): Constraints => {
  const constraints: Constraints = new Map()
  const add = (part: Fields): void => {
    for (const [key, value] of Object.entries(part)) {
      if (key === '$and' && Array.isArray(value)) value.filter(isFields).forEach(add)
      else if (key === '$expr') addExpression(constraints, value, (item) => evalExpr({}, item, options))
      else if (!key.startsWith('$')) addField(constraints, key, value)
    }
  }
  add(filter)
  return constraints
}
