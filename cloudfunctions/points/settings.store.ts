import { lineOf } from '../../types/common/line'
import { command as _ } from '../_kit/cloud'
import type { PointsSettingsDocument } from '../_kit/documents/points'
import { table } from '../_kit/table'

/** A centre, its street, its district, and a station's community. */
const mostLevels = 4

/** What a centre and the centres above it have set; one request. */
export const settingsAt = (centreId: string): Promise<PointsSettingsDocument[]> =>
  table('pointsSettings').find({ _id: _.in([...lineOf(centreId)]) }, { limit: mostLevels })

/** Look-up of what a centre and the centres above it have set, to bring along with the caller. */
export const settingsAlong = (centreId: string) => ({
  from: 'pointsSettings' as const,
  id: { where: { _id: { $in: [...lineOf(centreId)] } }, limit: mostLevels },
})

/** Writes a centre's settings, the first time or again. 1–2 requests. */
export const writeSettings = async (settings: PointsSettingsDocument): Promise<void> => {
  if (await table('pointsSettings').claim(settings)) return
  const { _id, ...changes } = settings
  await table('pointsSettings').update({ _id }, changes)
}
