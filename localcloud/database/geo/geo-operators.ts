import type { Options } from 'mingo/types'
import { CloudError } from '../../cloud-error'
import { reach } from '../match/reach'
import { type Fields, isFields } from '../values'
import {
  angleBetween,
  intersects,
  isWithin,
  metresTo,
  type Position,
  readShape,
  type Shape,
} from './geometry'

type Test = (document: unknown) => boolean
type GeoOperator = (selector: string, value: unknown, options: Options) => Test

const refusal = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message)

const shapesAt = (document: unknown, path: string): Shape[] =>
  reach(document, path.split('.'))
    .map(readShape)
    .filter((shape) => shape !== undefined)

const geometryIn = (value: unknown, operator: string): Shape => {
  if (Array.isArray(value)) {
    throw new CloudError('LOCALCLOUD.UNSUPPORTED', `${operator} takes GeoJSON only, no bare pairs`)
  }
  const shape = isFields(value) ? readShape(value.$geometry) : undefined
  if (!shape || shape.points.length === 0) throw refusal(`${operator} needs a $geometry`)
  return shape
}

const placeIn = (value: unknown, operator: string): Position => {
  const [place] = geometryIn(value, operator).points
  if (!place) throw refusal(`${operator} needs a point`)
  return place
}

const circleTest = (circle: unknown, selector: string): Test => {
  const [centre, angle] = Array.isArray(circle) ? circle : []
  const [place] = readShape(centre)?.points ?? []
  if (!place || typeof angle !== 'number')
    throw refusal('$centerSphere needs a point and a radius in radians')
  const inside = ({ points }: Shape): boolean => points.every((point) => angleBetween(place, point) <= angle)
  return (document) => shapesAt(document, selector).some(inside)
}

const $geoWithin: GeoOperator = (selector, value) => {
  if (isFields(value) && '$centerSphere' in value) return circleTest(value.$centerSphere, selector)
  const area = geometryIn(value, '$geoWithin')
  if (area.polygons.length === 0) throw refusal('$geoWithin needs a Polygon or MultiPolygon')
  return (document) => shapesAt(document, selector).some((shape) => isWithin(shape, area))
}

const $geoIntersects: GeoOperator = (selector, value) => {
  const area = geometryIn(value, '$geoIntersects')
  return (document) => shapesAt(document, selector).some((shape) => intersects(shape, area))
}

const metresAt = (document: unknown, path: string, place: Position): number =>
  Math.min(...shapesAt(document, path).map((shape) => metresTo(place, shape)))

const limit = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise)

const $nearSphere: GeoOperator = (selector, value) => {
  const place = placeIn(value, '$nearSphere')
  const { $minDistance, $maxDistance }: Fields = isFields(value) ? value : {}
  const [least, most] = [limit($minDistance, 0), limit($maxDistance, Number.MAX_VALUE)]
  return (document) => {
    const metres = metresAt(document, selector, place)
    return metres >= least && metres <= most
  }
}

/** What a filter with `$nearSphere` orders by when no other order is asked for; undefined without one. */
export const nearnessOf = (filter: Fields): ((document: unknown) => number) | undefined => {
  const parts = Array.isArray(filter.$and) ? filter.$and.filter(isFields) : []
  for (const [path, condition] of [filter, ...parts].flatMap((part) => Object.entries(part))) {
    const near = isFields(condition) ? (condition.$nearSphere ?? condition.$near) : undefined
    if (near === undefined) continue
    const place = placeIn(near, '$nearSphere')
    return (document) => metresAt(document, path, place)
  }
  return undefined
}

/** Conditions on places. No index helps them: every candidate is measured. */
export const geoOperators = { $geoWithin, $geoIntersects, $nearSphere, $near: $nearSphere }
