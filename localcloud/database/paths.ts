import { CloudError } from '../cloud-error'
import { EMPTY_ARRAY } from './order'
import { isFields, isPlace } from './values'

/** One path on its way into a document. `element`: the value is an item of an array that was opened. */
interface Step {
  value: unknown
  rest: string[]
  element: boolean
}

/** The values that a document has at some paths: one row per combination, and which paths met an array. */
export interface PathValues {
  rows: unknown[][]
  arrays: boolean[]
}

const advance = (step: Step): Step => {
  let { value, rest, element } = step
  while (rest.length > 0) {
    const [segment = '', ...later] = rest
    if (Array.isArray(value)) {
      if (!isPlace(segment)) break
      value = value[Number(segment)]
    } else {
      value = isFields(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
    }
    rest = later
    element = false
  }
  return { value, rest, element }
}

// MongoDB looks into one level of arrays: an array that is itself an item stays a value.
const openArray = ({ value, element }: Step): unknown[] | undefined =>
  Array.isArray(value) && !element ? value : undefined

const settled = ({ value, rest }: Step): unknown => (rest.length === 0 ? value : undefined)

const rowsOf = (steps: Step[], arrays: boolean[]): unknown[][] => {
  const advanced = steps.map(advance)
  const opened = new Set(advanced.map(openArray).filter((array) => array !== undefined))
  if (opened.size > 1) {
    throw new CloudError('DATABASE_REQUEST_FAILED', 'cannot index parallel arrays')
  }
  const [array] = opened
  if (!array) return [advanced.map(settled)]
  for (const [at, step] of advanced.entries()) if (step.value === array) arrays[at] = true
  if (array.length === 0) {
    const empty = (step: Step): unknown => (step.rest.length === 0 ? EMPTY_ARRAY : undefined)
    return [advanced.map((step) => (step.value === array ? empty(step) : settled(step)))]
  }
  return array.flatMap((item) =>
    rowsOf(
      advanced.map((step) => (step.value === array ? { ...step, value: item, element: true } : step)),
      arrays,
    ),
  )
}

/**
 * Reads dotted paths out of a document as MongoDB's indexes do: arrays on the way are opened, paths through the
 * same array stay together item by item, two different arrays at once are refused.
 */
export const pathValues = (document: unknown, paths: string[][]): PathValues => {
  const arrays = paths.map(() => false)
  const rows = rowsOf(
    paths.map((rest) => ({ value: document, rest, element: false })),
    arrays,
  )
  return { rows, arrays }
}
