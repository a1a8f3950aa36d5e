import { lineOf } from '../../types/common/line'
import { command as _ } from '../_kit/cloud'
import type { EarningItemDocument } from '../_kit/documents/points'
import { table } from '../_kit/table'

/** More versions than a centre's line of items is ever expected to have. */
const mostVersions = 1000

/** All versions set at a centre or above it; one request. */
export const itemsOnLine = (centreId: string): Promise<EarningItemDocument[]> =>
  table('earningItems').find(
    { centreId: _.in([...lineOf(centreId)]) },
    { order: [['order', 'asc']], limit: mostVersions },
  )

/** Look-up of one item's versions that reach a centre, to bring along with the caller. */
export const versionsAlong = (itemId: string, centreId: string) => ({
  from: 'earningItems' as const,
  id: { where: { itemId, centreId: { $in: [...lineOf(centreId)] } }, limit: mostVersions },
})

/** Every version of an item, wherever it was set. */
export const versionsOf = (itemId: string): Promise<EarningItemDocument[]> =>
  table('earningItems').find({ itemId }, { order: [['version', 'desc']], limit: mostVersions })

/** One version of an item. */
export const versionById = (itemId: string, version: number): Promise<EarningItemDocument | undefined> =>
  table('earningItems').get(`${itemId}:${version}`)

/** Adds a version unless its number was taken in the meantime. */
export const claimVersion = (version: EarningItemDocument): Promise<boolean> =>
  table('earningItems').claim(version)
