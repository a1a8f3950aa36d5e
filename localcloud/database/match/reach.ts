import { isFields, isPlace } from '../values'

const into = (value: unknown, rest: string[], found: unknown[]): void => {
  const [segment, ...later] = rest
  if (segment === undefined) {
    found.push(value)
    if (Array.isArray(value)) found.push(...value)
    return
  }
  if (Array.isArray(value)) {
    if (isPlace(segment) && Number(segment) < value.length) into(value[Number(segment)], later, found)
    for (const item of value) if (isFields(item)) into(item, rest, found)
    return
  }
  const inside = isFields(value) && Object.hasOwn(value, segment) ? value[segment] : undefined
  if (inside === undefined) found.push(undefined)
  else into(inside, later, found)
}

/**
 * Every value that a condition on a dotted path is held against, as in MongoDB: arrays on the way are opened, an
 * array at the end counts as itself and item by item, a missing field counts as undefined.
 */
export const reach = (document: unknown, segments: string[]): unknown[] => {
  const found: unknown[] = []
  into(document, segments, found)
  return found
}
