import { shanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import type { EarningItemDocument } from '../_kit/documents/points'
import { idOf } from '../_kit/ids'
import { isRefused, refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { itemsAt, nextVersion } from './earning-item.rule'
import { claimVersion, itemsOnLine, versionsOf } from './earning-item.store'

type Points = typeof pointsContract

const view = (item: EarningItemDocument, centreId: string) => {
  const { itemId, version, title, unit, points, caps, evidence, secondPersonAbove, startsOn, stopped } = item
  const own = item.centreId === centreId
  return {
    itemId,
    version,
    title,
    unit,
    points,
    caps,
    evidence,
    secondPersonAbove,
    startsOn,
    stopped,
    own,
  }
}

/** The items in force at a centre today, and after each the versions that begin later. */
export const earningItems: Action<Points, 'earningItems'> = async ({ centreId }, ask) => {
  const versions = await itemsOnLine(centreId)
  const rows = itemsAt(versions, centreId, shanghaiDay(ask.now))
  return { data: { rows: rows.map((item) => view(item, centreId)) } }
}

/** Others who save the same item at the same moment take a number; each try takes the next one. */
const tries = 8

/** A new item, or the next version of one: at the centre that set it, or as a community's own (试点). */
export const saveEarningItem: Action<Points, 'saveEarningItem'> = async (input, ask) => {
  const { centreId, itemId: known, ...facts } = input
  const itemId = known ?? idOf('item', ask.requestKey)
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const versions = await versionsOf(itemId)
    const made = versions.find(({ madeBy }) => madeBy === ask.requestKey)
    if (made) return { data: { itemId, version: made.version }, target: made._id }
    const next = nextVersion(versions, facts, {
      centreId,
      itemId,
      isNew: known === undefined,
      requestKey: ask.requestKey,
      today: shanghaiDay(ask.now),
      now: ask.now,
    })
    if (isRefused(next)) return next
    if (await claimVersion(next)) return { data: { itemId, version: next.version }, target: next._id }
  }
  return refuse('COMMON.BUSY')
}
