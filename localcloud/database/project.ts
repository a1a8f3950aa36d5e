import { Query } from 'mingo/query'
import { evaluate, mingoOptions } from './mingo'
import { checkOperators } from './supported'
import { copy, type Doc, type Fields, isFields } from './values'

const isSlice = (value: unknown): value is { $slice: unknown } => isFields(value) && '$slice' in value

const cut = (items: unknown[], slice: unknown): unknown[] => {
  const [from, count] = Array.isArray(slice)
    ? [Number(slice[0]), Number(slice[1])]
    : [Number(slice), Infinity]
  if (Array.isArray(slice)) {
    const start = from < 0 ? Math.max(0, items.length + from) : from
    return items.slice(start, start + count)
  }
  return from < 0 ? items.slice(from) : items.slice(0, from)
}

const sliceAt = (value: unknown, [segment = '', ...rest]: string[], slice: unknown): void => {
  if (Array.isArray(value)) {
    for (const item of value) sliceAt(item, [segment, ...rest], slice)
  } else if (isFields(value)) {
    const inside = value[segment]
    if (rest.length > 0) sliceAt(inside, rest, slice)
    else if (Array.isArray(inside)) value[segment] = cut(inside, slice)
  }
}

/**
 * Applies a projection to whole documents. `$slice` is done here, because in MongoDB it does not hide the other
 * fields, and in mingo it does.
 */
export const project = (documents: Doc[], projection: Fields): Fields[] => {
  checkOperators(projection)
  const entries = Object.entries(projection)
  const slices = entries.filter((entry): entry is [string, { $slice: unknown }] => isSlice(entry[1]))
  const others: Fields = Object.fromEntries(entries.filter(([, value]) => !isSlice(value)))
  const including = Object.entries(others).some(([path, value]) => path !== '_id' && value !== 0)
  if (including) for (const [path] of slices) others[path] = 1
  const projected = evaluate(() => new Query({}, mingoOptions()).find<Fields>(documents, others).all())
  if (slices.length === 0) return projected
  return projected.map((document) => {
    const own = copy(document)
    for (const [path, { $slice }] of slices) sliceAt(own, path.split('.'), $slice)
    return isFields(own) ? own : {}
  })
}
