import { matcher, mingoOptions } from '../mingo'
import { type Doc, type Fields, isFields } from '../values'
import { fieldAt } from './field'
import { refusal } from './operator'

const EVERY = '$[]'
const MATCHED = '$'

const fieldsOf = (filter: Fields): [path: string, condition: unknown][] =>
  Object.entries(filter).flatMap(([key, value]) => {
    if (['$and', '$or'].includes(key) && Array.isArray(value)) return value.filter(isFields).flatMap(fieldsOf)
    return key.startsWith('$') ? [] : [[key, value] satisfies [string, unknown]]
  })

const listAt = (document: Doc, path: string): unknown[] | undefined => {
  const value = fieldAt(document, path).get()
  return Array.isArray(value) ? value : undefined
}

/** The place of the first item that by itself fulfils what a filter asks of a list; of several demands the last counts. */
export const matchedPlace = (document: Doc, path: string, filter: Fields): number => {
  const demands = fieldsOf(filter).filter(([name]) => name === path || name.startsWith(`${path}.`))
  const items = listAt(document, path) ?? []
  for (const [name, condition] of demands.reverse()) {
    const test = matcher({ [name]: condition }, mingoOptions())
    const place = items.findIndex((item) => {
      const alone: Fields = {}
      fieldAt(alone, path).set([item])
      return test(alone)
    })
    if (place >= 0) return place
  }
  throw refusal('The positional operator did not find the match needed from the query.')
}

const placesAt = (document: Doc, path: string, segment: string, filter: Fields): number[] => {
  if (segment === MATCHED) return [matchedPlace(document, path, filter)]
  const items = listAt(document, path)
  if (items) return [...items.keys()]
  throw refusal(`The path '${path}' must exist in the document in order to apply array updates.`)
}

/**
 * The paths that one with `$` (the item that the filter found) or `$[]` (every item) stands for in a document.
 * Refuses a `$` whose list the filter does not ask about, and `$[]` of what is no list.
 */
export const placed = (document: Doc, path: string, filter: Fields): string[] => {
  const segments = path.split('.')
  const at = segments.findIndex((segment) => segment === MATCHED || segment === EVERY)
  if (at < 0) return [path]
  const list = segments.slice(0, at).join('.')
  const rest = segments.slice(at + 1)
  return placesAt(document, list, segments[at] ?? '', filter).flatMap((place) =>
    placed(document, [list, place, ...rest].join('.'), filter),
  )
}
