import { isFields } from '../values'
import { exactAngle, exactCosine, exactSine } from './exact-sine'

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number]

type Segment = readonly [Position, Position]

/** A shape taken apart: its corners, its edges, and the polygons whose inside belongs to it. */
export interface Shape {
  points: Position[]
  segments: Segment[]
  polygons: Position[][][]
}

// MongoDB's radius of the earth, in metres.
const EARTH_METRES = 6_378_100

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every((part) => typeof part === 'number')

const positions = (value: unknown): Position[] => (Array.isArray(value) ? value.filter(isPosition) : [])

const lists = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const edges = (line: Position[]): Segment[] =>
  line.slice(1).flatMap((to, at) => {
    const from = line[at]
    return from ? [[from, to]] : []
  })

const lineShape = (line: Position[]): Shape => ({ points: line, segments: edges(line), polygons: [] })

const polygonShape = (rings: Position[][]): Shape => ({
  points: rings.flat(),
  segments: rings.flatMap(edges),
  polygons: [rings],
})

const joined = (shapes: Shape[]): Shape => ({
  points: shapes.flatMap(({ points }) => points),
  segments: shapes.flatMap(({ segments }) => segments),
  polygons: shapes.flatMap(({ polygons }) => polygons),
})

const rings = (value: unknown): Position[][] => lists(value).map(positions)

/** Reads GeoJSON; undefined for anything else. */
export const readGeoJson = (value: unknown): Shape | undefined => {
  if (!isFields(value)) return undefined
  const { type, coordinates } = value
  if (type === 'Point') return isPosition(coordinates) ? lineShape([coordinates]) : undefined
  if (type === 'LineString') return lineShape(positions(coordinates))
  if (type === 'Polygon') return polygonShape(rings(coordinates))
  if (type === 'MultiPoint') return { points: positions(coordinates), segments: [], polygons: [] }
  if (type === 'MultiLineString') return joined(rings(coordinates).map(lineShape))
  if (type === 'MultiPolygon')
    return joined(lists(coordinates).map((polygon) => polygonShape(rings(polygon))))
  return undefined
}

/** Reads GeoJSON, or a bare pair of longitude and latitude; undefined for anything else. */
export const readShape = (value: unknown): Shape | undefined =>
  isPosition(value) ? lineShape([value]) : readGeoJson(value)

const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))

const between = (value: number, a: number, b: number): boolean =>
  Math.min(a, b) <= value && value <= Math.max(a, b)

const isOn = (point: Position, [from, to]: Segment): boolean =>
  turn(from, to, point) === 0 && between(point[0], from[0], to[0]) && between(point[1], from[1], to[1])

const crosses = ([a, b]: Segment, [c, d]: Segment): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0

// A ray to the east crosses the rim an odd number of times from inside; holes are rims too. The rim belongs to it.
const isInPolygon = (point: Position, polygon: Position[][]): boolean => {
  const rim = polygon.flatMap(edges)
  if (rim.some((segment) => isOn(point, segment))) return true
  const crossings = rim.filter(([[ax, ay], [bx, by]]) => {
    const spans = ay > point[1] !== by > point[1]
    return spans && point[0] < ((bx - ax) * (point[1] - ay)) / (by - ay) + ax
  })
  return crossings.length % 2 === 1
}

const isIn = (point: Position, area: Shape): boolean =>
  area.polygons.some((polygon) => isInPolygon(point, polygon))

/** Whether a shape lies in an area altogether. Edges are straight in degrees, not along the globe. */
export const isWithin = (shape: Shape, area: Shape): boolean =>
  shape.points.length > 0 &&
  shape.points.every((point) => isIn(point, area)) &&
  !shape.segments.some((segment) => area.segments.some((rim) => crosses(segment, rim)))

/** Whether two shapes have a place in common. */
export const intersects = (a: Shape, b: Shape): boolean =>
  a.points.some((point) => isIn(point, b) || b.segments.some((segment) => isOn(point, segment))) ||
  b.points.some((point) => isIn(point, a) || a.segments.some((segment) => isOn(point, segment))) ||
  a.segments.some((one) => b.segments.some((other) => crosses(one, other))) ||
  a.points.some(([x, y]) => b.points.some((point) => point[0] === x && point[1] === y))

const RADIANS = Math.PI / 180

type Vector = readonly [number, number, number]

const vectorOf = ([longitude, latitude]: Position): Vector => {
  const [theta, phi] = [longitude * RADIANS, latitude * RADIANS]
  const across = exactCosine(phi)
  return [exactCosine(theta) * across, exactSine(theta) * across, exactSine(phi)]
}

/** The distance over the globe between two places, as an angle in radians; computed as MongoDB does, to the last digit. */
export const angleBetween = (a: Position, b: Position): number => {
  const [[ax, ay, az], [bx, by, bz]] = [vectorOf(a), vectorOf(b)]
  const [x, y, z] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx]
  return exactAngle(Math.sqrt(x * x + y * y + z * z), ax * bx + ay * by + az * bz)
}

/** The distance from a place to the nearest corner of a shape, in metres. */
export const metresTo = (place: Position, shape: Shape): number =>
  Math.min(...shape.points.map((point) => angleBetween(place, point) * EARTH_METRES))
