import { lineOf } from '../../types/common/line'
import type { CanteenDocument } from '../_kit/documents/canteen'

/** Longitude and latitude in degrees. */
export interface Place {
  readonly lng: number
  readonly lat: number
}

const earthRadius = 6_371_008
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two places as the crow flies, whole. */
export const metresBetween = (a: Place, b: Place): number => {
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2
  return Math.round(2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half))))
}

/** How many levels of the tree two centres share: of one community more than of one street. */
const shared = (one: string, other: string): number => {
  const line = new Set(lineOf(other))
  return lineOf(one).filter((centreId) => line.has(centreId)).length
}

type Located = Pick<CanteenDocument, 'centreId' | 'place'>

/**
 * Canteens, the nearest first. With a place: by distance, and those nobody has put on the map come last; without one,
 * and between equals, by how much of the tree they share with the asking centre.
 */
export const nearestFirst = <C extends Located>(
  canteens: readonly C[],
  centreId: string,
  near: Place | undefined,
): readonly { readonly canteen: C; readonly metres?: number }[] =>
  canteens
    .map((canteen) => {
      const metres = near && canteen.place ? metresBetween(near, canteen.place) : undefined
      return metres === undefined ? { canteen } : { canteen, metres }
    })
    .toSorted(
      (a, b) =>
        ('metres' in a ? a.metres : Number.MAX_SAFE_INTEGER) -
          ('metres' in b ? b.metres : Number.MAX_SAFE_INTEGER) ||
        shared(b.canteen.centreId, centreId) - shared(a.canteen.centreId, centreId),
    )
