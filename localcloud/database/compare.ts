import { ordered } from './order'

const textOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))

/** MongoDB's order of two values of one type; undefined when their types differ. */
export const compareSameType = (a: unknown, b: unknown): number | undefined => {
  if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : a - b
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : textOrder(a, b)
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  const left = ordered(a)
  const right = ordered(b)
  return left[0] === right[0] ? Buffer.compare(left, right) : undefined
}

/** MongoDB's order of any two values. */
export const compareValues = (a: unknown, b: unknown): number => {
  const order = compareSameType(a, b)
  return order === undefined || Number.isNaN(order) ? Buffer.compare(ordered(a), ordered(b)) : order
}

/** Equality as MongoDB has it: 0 equals -0, missing equals null, fields of objects in order. */
export const sameValue = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' && typeof b !== 'object' && typeof a === typeof b) {
    return Number.isNaN(a) && Number.isNaN(b)
  }
  return compareSameType(a, b) === 0
}
