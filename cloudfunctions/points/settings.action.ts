import type { pointsContract } from '../../types/points.contract'
import type { Action } from '../_kit/serve'
import { settingsOf } from './settings.rule'
import { settingsAt, writeSettings } from './settings.store'

type Points = typeof pointsContract

/** How points run at a centre. */
export const settings: Action<Points, 'settings'> = async ({ centreId }) => ({
  data: settingsOf(await settingsAt(centreId)),
})

/** Sets how points run at a centre. */
export const saveSettings: Action<Points, 'saveSettings'> = async ({ centreId, ...set }) => {
  await writeSettings({ _id: centreId, ...set })
  return { data: { centreId }, target: centreId }
}
