import type { PointsSettingsDocument } from '../_kit/documents/points'
import { table } from '../_kit/table'

export const settingsAt = (centreId: string): Promise<PointsSettingsDocument | undefined> =>
  table('pointsSettings').get(centreId)

/** Writes a centre's settings, the first time or again. 1–2 requests. */
export const writeSettings = async (settings: PointsSettingsDocument): Promise<void> => {
  if (await table('pointsSettings').claim(settings)) return
  const { _id, ...changes } = settings
  await table('pointsSettings').update({ _id }, changes)
}
