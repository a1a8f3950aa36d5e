/** A document's field as JavaScript holds it: JSON values plus Date and RegExp; ObjectIds are plain strings. */
export type Fields = Record<string, unknown>

/** A document: always has an `_id`. */
export type Doc = Fields & { _id: unknown }

/** True for plain objects only: not for arrays, dates, regular expressions or null. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

/** True for the path segments that address a place in an array: `0`, `17`. */
export const isPlace = (segment: string): boolean => /^(0|[1-9]\d*)$/.test(segment)

/** A deep copy that keeps dates and regular expressions. */
export const copy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copy)
  if (value instanceof Date) return new Date(value)
  if (isFields(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]))
  return value
}

/** A deep copy of a document, `_id` first. */
export const copyDocument = ({ _id, ...fields }: Doc): Doc => {
  const entries = Object.entries(fields).map(([name, value]) => [name, copy(value)])
  return { _id, ...Object.fromEntries(entries) }
}
