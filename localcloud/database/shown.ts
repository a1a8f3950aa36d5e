/** A value as MongoDB's messages show it. */
export const shown = (value: unknown): string => {
  if (typeof value === 'string') return `"${value}"`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  return value === undefined ? 'null' : JSON.stringify(value)
}
