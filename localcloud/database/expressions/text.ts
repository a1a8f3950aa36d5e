import { typeName } from '../update/operator'
import { type ExpressionOperator, isNothing, operands, refusal } from './expression'

const asText = (value: unknown): string => {
  if (isNothing(value)) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  throw refusal(`can't convert from BSON type ${typeName(value)} to String`)
}

const place = (value: unknown, otherwise: number): number => {
  if (value === undefined) return otherwise
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw refusal('a place in a text must be a whole number from 0')
}

// Where a part begins, counted in bytes or in characters; mingo has the first only, and counts UTF-16 units.
const indexIn =
  (name: string, unitsOf: (text: string) => readonly unknown[]): ExpressionOperator =>
  (...evaluation) => {
    const [text, part, from, to] = operands(...evaluation)
    if (isNothing(text)) return null
    if (typeof text !== 'string' || typeof part !== 'string') throw refusal(`${name} requires two strings`)
    const [units, wanted] = [unitsOf(text), unitsOf(part)]
    const end = Math.min(place(to, units.length), units.length)
    for (let at = place(from, 0); at + wanted.length <= end; at++) {
      if (wanted.every((unit, nth) => units[at + nth] === unit)) return at
    }
    return -1
  }

// A negative count means the rest of the text; a cut inside a character is refused.
const $substrBytes: ExpressionOperator = (...evaluation) => {
  const [value, from, count] = operands(...evaluation)
  const bytes = Buffer.from(asText(value))
  const [start, length] = [Number(from), Number(count)]
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(length)) {
    throw refusal('$substrBytes needs a start from 0 and a whole count')
  }
  const part = bytes.subarray(start, length < 0 ? bytes.length : start + length).toString('utf8')
  if (part.includes('\ufffd')) {
    throw refusal('$substrBytes: Invalid range, in the middle of a UTF-8 character')
  }
  return part
}

/** Texts where mingo differs from MongoDB: places in bytes and characters, nulls, dates as texts. */
export const textExpressions = {
  $indexOfBytes: indexIn('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexIn('$indexOfCP', (text) => [...text]),
  $substrBytes,
  $substr: $substrBytes,
  $toLower: ((...evaluation) => asText(operands(...evaluation)[0]).toLowerCase()) as ExpressionOperator,
  $toUpper: ((...evaluation) => asText(operands(...evaluation)[0]).toUpperCase()) as ExpressionOperator,
}
