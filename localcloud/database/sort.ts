import { CloudError } from '../cloud-error'
import { ordered, turned } from './order'
import { pathValues } from './paths'
import type { Sort } from './planner'
import { isFields } from './values'

/** Reads `{field: 1 | -1, …}`; refuses anything else. */
export const readSort = (order: unknown): Sort => {
  if (order === undefined) return []
  if (!isFields(order)) throw new CloudError('DATABASE_REQUEST_FAILED', 'the sort order must be an object')
  return Object.entries(order).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) {
      throw new CloudError('DATABASE_REQUEST_FAILED', `the sort direction of ${path} must be 1 or -1`)
    }
    return [path, direction]
  })
}

interface SortField {
  segments: string[]
  descending: boolean
}

// Of an array, the smallest item counts when ascending and the largest when descending, as in MongoDB.
const fieldKey = (document: unknown, { segments, descending }: SortField): Buffer => {
  const keys = pathValues(document, [segments]).rows.map(([value]) => {
    const bytes = ordered(value)
    return descending ? turned(bytes) : bytes
  })
  return keys.reduce((a, b) => (Buffer.compare(a, b) <= 0 ? a : b))
}

/** Sorts by MongoDB's order of values; what is equal keeps its order. */
export const sorted = <T>(items: T[], sort: Sort, documentOf: (item: T) => unknown): T[] => {
  const fields = sort.map(([path, direction]) => ({ segments: path.split('.'), descending: direction < 0 }))
  return items
    .map((item) => ({ item, key: Buffer.concat(fields.map((field) => fieldKey(documentOf(item), field))) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ item }) => item)
}
