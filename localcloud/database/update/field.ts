import { CloudError } from '../../cloud-error'
import { shown } from '../shown'
import { type Fields, isFields, isPlace } from '../values'

// MongoDB pads arrays with null up to this many places.
const MAX_PADDING = 1_500_000

/** A place in a document that an update operator works on; `document` is changed in place. */
export interface Field {
  path: string
  document: Fields
  /** The value; undefined when there is none. */
  get(): unknown
  /** Sets the value and makes the objects on the way; refuses to go through arrays by name, null and scalars. */
  set(value: unknown): void
  /** Takes the field away; an item of an array becomes null. */
  remove(): void
}

const step = (holder: unknown, segment: string): unknown => {
  if (Array.isArray(holder)) return isPlace(segment) ? holder[Number(segment)] : undefined
  return isFields(holder) && Object.hasOwn(holder, segment) ? holder[segment] : undefined
}

const put = (holder: unknown, segment: string, value: unknown, path: string, name: string): void => {
  if (Array.isArray(holder) && isPlace(segment)) {
    const at = Number(segment)
    if (at - holder.length > MAX_PADDING) {
      throw new CloudError('DATABASE_REQUEST_FAILED', `the place ${segment} of ${path} is too far away`)
    }
    while (holder.length < at) holder.push(null)
    holder[at] = value
  } else if (isFields(holder)) {
    holder[segment] = value
  } else {
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `Cannot create field '${segment}' in element {${name}: ${shown(holder)}}`,
    )
  }
}

/** Finds the place of a dotted path in a document. */
export const fieldAt = (document: Fields, path: string): Field => {
  const segments = path.split('.')
  const last = segments.at(-1) ?? ''
  const way = segments.slice(0, -1)
  return {
    path,
    document,
    get: () => segments.reduce<unknown>(step, document),
    set: (value) => {
      const holder = way.reduce<unknown>((current, segment, at) => {
        const next = step(current, segment)
        if (next !== undefined) return next
        const made: Fields = {}
        put(current, segment, made, path, segments[at - 1] ?? '')
        return made
      }, document)
      put(holder, last, value, path, way.at(-1) ?? '')
    },
    remove: () => {
      const holder = way.reduce<unknown>(step, document)
      if (Array.isArray(holder) && isPlace(last) && Number(last) < holder.length) holder[Number(last)] = null
      else if (isFields(holder)) delete holder[last]
    },
  }
}
