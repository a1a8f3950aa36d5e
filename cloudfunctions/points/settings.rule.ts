import type { PointsSettingsDocument } from '../_kit/documents/points'

/** How a centre's points run. */
export type Settings = Omit<PointsSettingsDocument, '_id'>

/** What holds until a centre has set something else. */
export const defaultSettings: Settings = {
  noticeDays: 7,
  pickupHours: 72,
  pickupPlace: '社区党群服务中心',
  openingTimes: '以社区通知为准',
  expireAfterYears: 0,
}

/** The settings that hold, given what a centre has set. */
export const settingsOf = (own: PointsSettingsDocument | undefined): Settings => {
  if (!own) return defaultSettings
  const { noticeDays, pickupHours, pickupPlace, openingTimes, expireAfterYears } = own
  return { noticeDays, pickupHours, pickupPlace, openingTimes, expireAfterYears }
}
