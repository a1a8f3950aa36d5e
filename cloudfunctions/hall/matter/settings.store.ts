import { lineOf } from '../../../types/common/line'
import { command as _ } from '../../_kit/cloud'
import type { HallSettingsDocument } from '../../_kit/documents/matters'
import { table } from '../../_kit/table'

/** A centre, its street, its district, and a station's community. */
const mostLevels = 4

/** How a centre and those above it deliberate; one request. */
export const hallSettingsAt = (centreId: string): Promise<HallSettingsDocument[]> =>
  table('hallSettings').find({ _id: _.in([...lineOf(centreId)]) }, { limit: mostLevels })

/** Look-up of the same, to bring along with the caller. */
export const hallSettingsAlong = (centreId: string) => ({
  from: 'hallSettings' as const,
  id: { where: { _id: { $in: [...lineOf(centreId)] } }, limit: mostLevels },
})

/** Writes how a centre deliberates, the first time or again. 1–2 requests. */
export const writeHallSettings = async (settings: HallSettingsDocument): Promise<void> => {
  if (await table('hallSettings').claim(settings)) return
  const { _id, ...changes } = settings
  await table('hallSettings').update({ _id }, changes)
}
