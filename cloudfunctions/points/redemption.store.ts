import type { Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { RedemptionDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { table } from '../_kit/table'

export const redemptionById = (id: string): Promise<RedemptionDocument | undefined> =>
  table('redemptions').get(id)

/** Inserts a redemption; false when it is there already, or its pick-up code is in use at the centre. */
export const claimRedemption = (redemption: RedemptionDocument): Promise<boolean> =>
  table('redemptions').claim(redemption)

/** How a redemption ends. */
export interface Ending {
  readonly state: Exclude<RedemptionDocument['state'], 'held'>
  readonly endedAt: Instant
  readonly handedBy: string
  readonly handedByMasked: string
  readonly endedIn: string
}

/**
 * Ends a redemption that is held, in one conditional update: whoever does it first has done it. The pick-up code is
 * free again; `settled` waits for points and stock. `pickupBy` narrows it to those that may still, or no longer, be
 * picked up.
 */
export const endRedemption = async (
  { _id, centreId }: Pick<RedemptionDocument, '_id' | 'centreId'>,
  ending: Ending,
  pickupBy?: { readonly from: Instant } | { readonly before: Instant },
): Promise<boolean> => {
  const within = pickupBy && ('from' in pickupBy ? _.gte(pickupBy.from) : _.lt(pickupBy.before))
  const updated = await table('redemptions').update(
    { _id, centreId, state: 'held', ...(within && { pickupBy: within }) },
    { ...ending, settled: false, pickupCode: _id },
  )
  return updated === 1
}

/** Marks ended redemptions whose points and stock are where they belong. */
export const markSettled = async (ids: readonly string[]): Promise<void> => {
  await table('redemptions').update({ _id: _.in([...ids]), settled: false }, { settled: true })
}

/** A household's redemptions, newest first. */
export const redemptionsOf = (
  centreId: string,
  passbookId: string,
  after: string | undefined,
): Promise<RedemptionDocument[]> =>
  table('redemptions').find(
    { passbookId, centreId, ...(after !== undefined && { order: _.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/** What waits at a centre to be picked up, oldest first. */
export const heldRedemptions = (
  centreId: string,
  after: string | undefined,
  limit: number = pageSize + 1,
): Promise<RedemptionDocument[]> =>
  table('redemptions').find(
    { centreId, state: 'held', ...(after !== undefined && { order: _.gt(after) }) },
    { order: [['order', 'asc']], limit },
  )

export const redemptionByCode = async (
  centreId: string,
  pickupCode: string,
): Promise<RedemptionDocument | undefined> => {
  const [found] = await table('redemptions').find({ centreId, pickupCode }, { limit: 1 })
  return found
}

/** Held redemptions that nobody picked up in time, the longest overdue first. */
export const lapsedRedemptions = (now: Instant, limit: number): Promise<RedemptionDocument[]> =>
  table('redemptions').find({ state: 'held', pickupBy: _.lt(now) }, { order: [['pickupBy', 'asc']], limit })

/** Ended redemptions whose points and stock may not be where they belong. */
export const unsettledRedemptions = (limit: number): Promise<RedemptionDocument[]> =>
  table('redemptions').find({ settled: false }, { order: [['order', 'asc']], limit })
