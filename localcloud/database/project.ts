import { Query } from 'mingo/query'
import { itemTest } from './match/lists'
import { refusal } from './match/operator'
import { evaluate, mingoOptions } from './mingo'
import { checkOperators } from './supported'
import { matchedPlace } from './update/positions'
import { copy, type Doc, type Fields, isFields } from './values'

/** What a projection does to one list; undefined leaves the field out. */
type Cut = (items: unknown[], document: Doc) => unknown[] | undefined

const sliceCut = (slice: unknown): Cut => {
  const [from, count] = Array.isArray(slice) ? slice.map(Number) : [Number(slice), undefined]
  if (from === undefined || !Number.isInteger(from)) throw refusal('$slice needs whole numbers')
  if (count !== undefined) {
    return (items) => {
      const start = from < 0 ? Math.max(0, items.length + from) : from
      return items.slice(start, start + count)
    }
  }
  return (items) => (from < 0 ? items.slice(from) : items.slice(0, from))
}

const elementCut = (criteria: unknown): Cut => {
  if (!isFields(criteria)) throw refusal('elemMatch: Invalid argument, object required')
  const test = itemTest(criteria, mingoOptions())
  return (items) => {
    const found = items.find(test)
    return found === undefined ? undefined : [found]
  }
}

const POSITION = '.$'

/** One field of a projection, read: a plain 0 or 1, or what is cut out of a list. */
interface Wanted {
  path: string
  flag: 0 | 1 | undefined
  cut: Cut | undefined
}

const readField = (filter: Fields, [path, value]: [string, unknown]): Wanted => {
  if (path.endsWith(POSITION)) {
    const list = path.slice(0, -POSITION.length)
    return { path: list, flag: 1, cut: (items, document) => [items[matchedPlace(document, list, filter)]] }
  }
  if (isFields(value) && '$slice' in value) return { path, flag: undefined, cut: sliceCut(value.$slice) }
  if (isFields(value) && '$elemMatch' in value) return { path, flag: 1, cut: elementCut(value.$elemMatch) }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { path, flag: value ? 1 : 0, cut: undefined }
  }
  throw refusal(`Unsupported projection option: ${path}: ${JSON.stringify(value)}`)
}

const cutAt = (target: unknown, segments: string[], cut: Cut, document: Doc): void => {
  const [segment = '', ...rest] = segments
  if (Array.isArray(target)) for (const item of target) cutAt(item, segments, cut, document)
  else if (isFields(target) && rest.length > 0) cutAt(target[segment], rest, cut, document)
  else if (isFields(target) && Array.isArray(target[segment])) {
    const left = cut(target[segment], document)
    if (left) target[segment] = left
    else delete target[segment]
  }
}

const shaped = (documents: Doc[], projection: Fields): Fields[] =>
  evaluate(() => new Query({}, mingoOptions()).find<Fields>(documents, projection).all())

/**
 * Applies a projection to whole documents that `filter` found. What is cut out of lists is done here: in MongoDB
 * `$slice` does not hide the other fields, and `$elemMatch` looks at items of any kind.
 */
export const project = (documents: Doc[], projection: Fields, filter: Fields): Fields[] => {
  checkOperators(Object.values(projection))
  const wanted = Object.entries(projection).map((entry) => readField(filter, entry))
  const including = wanted.some(({ path, flag }) => path !== '_id' && flag === 1)
  const flags = wanted.flatMap(({ path, flag }) => {
    const known = flag ?? (including ? 1 : undefined)
    return known === undefined ? [] : [[path, known]]
  })
  const projected = flags.length === 0 ? documents : shaped(documents, Object.fromEntries(flags))
  const cuts = wanted.flatMap(({ path, cut }) => (cut ? [{ segments: path.split('.'), cut }] : []))
  if (cuts.length === 0) return projected
  return projected.map((fields, at) => {
    const own = copy(fields)
    const document = documents[at]
    if (document) for (const { segments, cut } of cuts) cutAt(own, segments, cut, document)
    return isFields(own) ? own : {}
  })
}
