import * as mingo from 'mingo/operators/accumulator'
import { typeName } from '../update/operator'
import { type ExpressionOperator, isNothing, operands, refusal } from './expression'

const $mod: ExpressionOperator = (...evaluation) => {
  const [dividend, divisor] = operands(...evaluation)
  if (isNothing(dividend) || isNothing(divisor)) return null
  if (typeof dividend !== 'number' || typeof divisor !== 'number') {
    throw refusal(`$mod only supports numeric types, not ${typeName(dividend)} and ${typeName(divisor)}`)
  }
  if (divisor === 0) throw refusal("can't $mod by zero")
  return dividend % divisor
}

const $trunc: ExpressionOperator = (...evaluation) => {
  const [value, place = 0] = operands(...evaluation)
  if (isNothing(value)) return null
  if (typeof value !== 'number' || typeof place !== 'number') {
    throw refusal(`$trunc only supports numeric types, not ${typeName(value)}`)
  }
  const scale = 10 ** place
  return Math.trunc(value * scale) / scale
}

const logarithm =
  (name: string, compute: (value: number, base: number) => number): ExpressionOperator =>
  (...evaluation) => {
    const values = operands(...evaluation)
    if (values.some(isNothing)) return null
    const [value, base = 10] = values
    if (typeof value !== 'number' || typeof base !== 'number' || value <= 0 || base <= 0 || base === 1) {
      throw refusal(`${name}'s argument must be a positive number`)
    }
    return compute(value, base)
  }

type Accumulator = (...[documents, argument, options]: Parameters<typeof mingo.$sum>) => unknown

// Inside $group an accumulator gets the group's documents, elsewhere one document; mingo then wants a list.
const overList =
  (accumulator: Accumulator): ExpressionOperator =>
  (...[document, argument, options]) => {
    if (Array.isArray(document)) return accumulator(document, argument, options)
    const values = operands(document, argument, options)
    const [only] = values
    const list = values.length === 1 && Array.isArray(only) ? only : values
    return accumulator(list, null, options)
  }

/** Arithmetic where mingo differs from MongoDB: nulls, zeros, sums of what is no list. */
export const numberExpressions = {
  $mod,
  $trunc,
  $ln: logarithm('$ln', Math.log),
  $log: logarithm('$log', (value, base) => Math.log(value) / Math.log(base)),
  $log10: logarithm('$log10', Math.log10),
  $sum: overList(mingo.$sum),
  $avg: overList(mingo.$avg),
  $max: overList(mingo.$max),
  $min: overList(mingo.$min),
  $stdDevPop: overList(mingo.$stdDevPop),
  $stdDevSamp: overList(mingo.$stdDevSamp),
}
