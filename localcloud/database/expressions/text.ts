import { evalExpr } from 'mingo/core'
import { CloudError } from '../cloud-error'

type Expression = Parameters<typeof evalExpr>

// Weeks begin on Sunday and week 1 with the first of them; mingo counts one too many.
const $week = (...[document, date, options]: Expression): unknown =>
  evalExpr(
    document,
    { $floor: { $divide: [{ $subtract: [{ $add: [{ $dayOfYear: date }, 7] }, { $dayOfWeek: date }] }, 7] } },
    options,
  )

// mingo has none: like $indexOfBytes, but in characters.
const $indexOfCP = (...[document, args, options]: Expression): unknown => {
  const [text, part, from = 0, to] = [evalExpr(document, args, options)].flat()
  if (text === null || text === undefined) return null
  if (typeof text !== 'string' || typeof part !== 'string') {
    throw new CloudError('DATABASE_REQUEST_FAILED', '$indexOfCP needs two texts')
  }
  const [characters, wanted] = [[...text], [...part]]
  const end = Math.min(typeof to === 'number' ? to : characters.length, characters.length)
  for (let at = Number(from); at + wanted.length <= end; at++) {
    if (wanted.every((character, nth) => characters[at + nth] === character)) return at
  }
  return -1
}

// A negative count means the rest of the text, which mingo refuses; a cut inside a character is refused by both.
const $substrBytes = (...[document, args, options]: Expression): unknown => {
  const [value, from, count] = [evalExpr(document, args, options)].flat()
  const bytes = Buffer.from(value === null || value === undefined ? '' : String(value))
  const [start, length] = [Number(from), Number(count)]
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(length)) {
    throw new CloudError('DATABASE_REQUEST_FAILED', '$substrBytes needs a start from 0 and a whole count')
  }
  const end = length < 0 ? bytes.length : start + length
  const part = bytes.subarray(start, end).toString('utf8')
  if (part.includes('\ufffd')) {
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      '$substrBytes: Invalid range, in the middle of a UTF-8 character',
    )
  }
  return part
}

/** Expressions that mingo lacks or gets wrong. */
export const expressionOperators = { $week, $indexOfCP, $substrBytes, $substr: $substrBytes }
