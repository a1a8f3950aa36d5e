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

/** Expressions that mingo lacks or gets wrong. */
export const expressionOperators = { $week, $indexOfCP }
