import { addDays, shanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import { pageOf } from '../_kit/page.rule'
import type { Action } from '../_kit/serve'
import { centreNameOf } from '../community/community.door'
import { placesOf, rollDigest } from './honour-roll.rule'
import { reconciliationPage, rollOf } from './reconciliation.store'

type Points = typeof pointsContract

/** What the daily reconciliations found, newest first. */
export const reconciliations: Action<Points, 'reconciliations'> = async ({ centreId, after }) => {
  const { rows, ...next } = pageOf(await reconciliationPage(centreId, after))
  return { data: { rows: rows.map((row) => ({ ...row, drift: [...row.drift] })), ...next } }
}

/** 荣誉榜 of a month or a year; without one, the month the last finished day belongs to. */
export const honourRoll: Action<Points, 'honourRoll'> = async ({ centreId, ...input }, ask) => {
  const period = input.period ?? addDays(shanghaiDay(ask.now), -1).slice(0, 7)
  const [roll, centreName] = await Promise.all([rollOf(centreId, period), centreNameOf(centreId)])
  const places = placesOf(roll?.rows ?? [])
  return { data: { period, rows: [...places], digest: rollDigest(centreName, period, places) } }
}
