import { command as _ } from '../_kit/cloud'
import type { CanteenDocument } from '../_kit/documents/canteen'
import { table } from '../_kit/table'

/** A district has fewer canteens than this. */
const mostCanteens = 300

/** The district of a centre: the first segment of its id. */
export const districtOf = (centreId: string): string => centreId.split('.')[0] ?? ''

/** The open canteens of a district. One request. */
export const canteensOfDistrict = (districtId: string): Promise<CanteenDocument[]> =>
  table('canteens').find({ districtId, state: 'open' }, { order: [['order', 'asc']], limit: mostCanteens })

/** Look-up of a centre's canteens, open or closed, to bring along with the caller: some fields of them, or all. */
export const canteensAlong = (centreId: string, fields?: readonly (keyof CanteenDocument)[]) => ({
  from: 'canteens' as const,
  id: { where: { centreId }, limit: mostCanteens, ...(fields && { fields }) },
})

/** Canteens by id. One request. */
export const canteensById = (ids: readonly string[]): Promise<CanteenDocument[]> =>
  table('canteens').find({ _id: _.in([...ids]) }, { limit: Math.max(1, ids.length) })

/** Answers whether it is new; a repeat of the request finds its own. */
export const claimCanteen = (canteen: CanteenDocument): Promise<boolean> => table('canteens').claim(canteen)

/** Changes what the form fills in; a place that is not given is taken off the map. */
export const changeCanteen = async (
  { _id, centreId }: Pick<CanteenDocument, '_id' | 'centreId'>,
  { place, ...facts }: Omit<CanteenDocument, '_id' | 'centreId' | 'districtId' | 'order'>,
): Promise<void> => {
  await table('canteens').update({ _id, centreId }, { ...facts, place: place ? _.set(place) : _.remove() })
}
