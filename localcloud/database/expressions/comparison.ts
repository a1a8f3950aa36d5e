import { evalExpr } from 'mingo/core'
import { compareValues } from '../compare'
import { isFields } from '../values'
import { type Evaluation, type ExpressionOperator, operands, refusal } from './expression'

// Expressions compare values of all types, in MongoDB's order, where a missing field comes before null.
const order = (a: unknown, b: unknown): number =>
  a === undefined || b === undefined
    ? Number(a !== undefined) - Number(b !== undefined)
    : Math.sign(compareValues(a, b))

const comparison =
  (name: string, answer: (order: number) => unknown): ExpressionOperator =>
  (...evaluation) => {
    const pair = operands(...evaluation)
    if (pair.length !== 2) throw refusal(`Expression ${name} takes exactly 2 arguments`)
    return answer(order(pair[0], pair[1]))
  }

const isTrue = (value: unknown): boolean =>
  value !== false && value !== null && value !== undefined && value !== 0

const $not: ExpressionOperator = (...evaluation) => {
  const values = operands(...evaluation)
  if (values.length !== 1) throw refusal('Expression $not takes exactly 1 argument')
  return !isTrue(values[0])
}

const $switch = (...[document, argument, options]: Evaluation): unknown => {
  const { branches, ...rest } = isFields(argument) ? argument : {}
  if (!Array.isArray(branches) || branches.length === 0)
    throw refusal('$switch requires at least one branch.')
  const branch = branches.find((each) => isTrue(evalExpr(document, each.case, options)))
  if (branch) return evalExpr(document, branch.then, options)
  if ('default' in rest) return evalExpr(document, rest.default, options)
  throw refusal('$switch could not find a matching branch for an input, and no default was specified.')
}

/** Comparisons of any two values, and what builds on them. mingo compares only values of one type. */
export const comparisonExpressions = {
  $cmp: comparison('$cmp', (found) => found),
  $eq: comparison('$eq', (found) => found === 0),
  $ne: comparison('$ne', (found) => found !== 0),
  $gt: comparison('$gt', (found) => found > 0),
  $gte: comparison('$gte', (found) => found >= 0),
  $lt: comparison('$lt', (found) => found < 0),
  $lte: comparison('$lte', (found) => found <= 0),
  $not,
  $switch,
}
