import type { PointsSettingsDocument } from '../_kit/documents/points'

/** How a centre's points run. */
export type Settings = Omit<PointsSettingsDocument, '_id'>

/** What holds until a centre, or one above it, has set something else. */
export const defaultSettings: Settings = {
  noticeDays: 7,
  pickupHours: 72,
  pickupPlace: '社区党群服务中心',
  openingTimes: '以社区通知为准',
  expireAfterYears: 0,
}

/**
 * The settings that hold at a centre, given what it and the centres above it have set: its own, else its street's, else
 * its district's. They hold as a whole: a centre that sets some sets all.
 */
export const settingsOf = (set: readonly PointsSettingsDocument[] | undefined): Settings => {
  const [nearest] = [...(set ?? [])].sort((one, other) => other._id.length - one._id.length)
  if (!nearest) return defaultSettings
  const { noticeDays, pickupHours, pickupPlace, openingTimes, expireAfterYears } = nearest
  return { noticeDays, pickupHours, pickupPlace, openingTimes, expireAfterYears }
}
