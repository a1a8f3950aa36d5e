import { type Iterator, Lazy } from 'mingo/lazy'
import { CloudError } from '../../cloud-error'
import { metresTo, type Position, readGeoJson, type Shape } from '../geo/geometry'
import { reach } from '../match/reach'
import { fieldAt } from '../update/field'
import { copy, type Fields, isFields } from '../values'

// As in the MongoDB of the cloud, when the stage sets no limit.
const DEFAULT_LIMIT = 100

const refusal = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

/** What `$geoNear` asks for. */
interface Nearness {
  place: Position
  key: string | undefined
  distanceField: string
  includeLocs: string | undefined
  multiplier: number
  least: number
  most: number
  limit: number
}

const optional = <T>(value: unknown, is: (value: unknown) => value is T, otherwise: T): T =>
  is(value) ? value : otherwise

const isNumber = (value: unknown): value is number => typeof value === 'number'

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Reads the stage's argument; refuses what MongoDB would. */
export const readNearness = (spec: unknown): Nearness => {
  const { near, distanceField, ...options }: Fields = isFields(spec) ? spec : {}
  const [place] = readGeoJson(near)?.points ?? []
  if (!place) throw new CloudError('LOCALCLOUD.UNSUPPORTED', '$geoNear near anything but a GeoJSON point')
  if (typeof distanceField !== 'string')
    throw refusal("$geoNear requires a 'distanceField' option as a String")
  if (options.spherical !== true) throw refusal('$geoNear near a GeoJSON point needs spherical: true')
  return {
    place,
    distanceField,
    key: textOf(options.key),
    includeLocs: textOf(options.includeLocs),
    multiplier: optional(options.distanceMultiplier, isNumber, 1),
    least: optional(options.minDistance, isNumber, 0),
    most: optional(options.maxDistance, isNumber, Number.POSITIVE_INFINITY),
    limit: optional(options.limit, isNumber, optional(options.num, isNumber, DEFAULT_LIMIT)),
  }
}

// Without a key, the one field that holds places; the real cloud takes the one geo index instead.
const keyOf = (documents: Fields[]): string => {
  const names = documents.flatMap((document) =>
    Object.entries(document).flatMap(([name, value]) => (readGeoJson(value) ? [name] : [])),
  )
  const [name, ...others] = new Set(names)
  if (others.length > 0) throw refusal(`$geoNear needs a 'key': ${[name, ...others].join(', ')} hold places`)
  return name ?? ''
}

const nearest = (
  document: Fields,
  key: string,
  place: Position,
): { shape: Shape; value: unknown; metres: number }[] =>
  reach(document, key.split('.'))
    .flatMap((value) => {
      const shape = readGeoJson(value)
      return shape ? [{ shape, value, metres: metresTo(place, shape) }] : []
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 1)

const measured = (documents: Fields[], spec: unknown): Fields[] => {
  const { place, key = keyOf(documents), ...wanted } = readNearness(spec)
  return documents
    .flatMap((document) => nearest(document, key, place).map((found) => ({ document, ...found })))
    .filter(({ metres }) => metres >= wanted.least && metres <= wanted.most)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, wanted.limit)
    .map(({ document, value, metres }) => {
      const result = { ...document }
      fieldAt(result, wanted.distanceField).set(metres * wanted.multiplier)
      if (wanted.includeLocs) fieldAt(result, wanted.includeLocs).set(copy(value))
      return result
    })
}

/** `$geoNear`: documents by their distance from a place, in metres. No index helps: every document is measured. */
export const geoNear = (documents: Iterator, spec: unknown): Iterator =>
  documents.transform((all: Fields[]) => Lazy(measured(all, spec)))
