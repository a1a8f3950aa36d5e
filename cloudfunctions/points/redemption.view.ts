import type { RedemptionDocument } from '../_kit/documents/points'

const shared = (row: RedemptionDocument) => ({
  redemptionId: row._id,
  itemId: row.itemId,
  kind: row.kind,
  title: row.title,
  quantity: row.quantity,
  points: row.points,
  state: row.state,
  pickupBy: row.pickupBy,
  slotStartsAt: row.slotStartsAt,
  at: row.at,
  by: row.byMasked,
})

/** A redemption as the household sees it, with its pick-up code while that is of use. */
export const redemptionView = (row: RedemptionDocument) => ({
  ...shared(row),
  pickupCode: row.state === 'held' ? row.pickupCode : '',
})

/** The same for the counter: whose it is, but no code; that is what the household shows. */
export const counterView = (row: RedemptionDocument) => ({
  ...shared(row),
  building: row.building,
  room: row.room,
})
