import type { Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { ShelfItemDocument, StockMoveDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { list, table } from '../_kit/table'
import { mostHolds } from './shelf.rule'

export type Hold = ShelfItemDocument['holds'][number]

/** An item as lists show it: what is held as one number, and who gave it by name. */
export type ListedItem = Omit<ShelfItemDocument, 'holds'> & {
  readonly held: number
  readonly sponsor: string
}

const listed = (where: object, after: string | undefined): Promise<ListedItem[]> =>
  list(
    table('shelfItems')
      .aggregate()
      .match({ ...where, ...(after !== undefined && { order: _.gt(after) }) })
      .sort({ order: 1 })
      .limit(pageSize + 1)
      .lookup({ from: 'sponsors', localField: 'sponsorId', foreignField: '_id', as: 'sponsors' })
      .addFields({
        held: { $sum: '$holds.quantity' },
        sponsor: { $ifNull: [{ $arrayElemAt: ['$sponsors.name', 0] }, ''] },
      })
      .project({ holds: 0, sponsors: 0 }),
  )

/** A page of what a centre has on its shelf, in the order it was put there. One request. */
export const publishedItems = (centreId: string, after: string | undefined): Promise<ListedItem[]> =>
  listed({ centreId, state: 'published' }, after)

/** The same with what was taken off the shelf. */
export const allItems = (centreId: string, after: string | undefined): Promise<ListedItem[]> =>
  listed({ centreId }, after)

export const itemById = async (centreId: string, itemId: string): Promise<ShelfItemDocument | undefined> => {
  const [item] = await table('shelfItems').find({ _id: itemId, centreId }, { limit: 1 })
  return item
}

export const claimItem = (item: ShelfItemDocument): Promise<boolean> => table('shelfItems').claim(item)

/** Changes what a form fills in. */
export const changeItem = async (
  centreId: string,
  itemId: string,
  fields: Partial<ShelfItemDocument>,
): Promise<void> => {
  await table('shelfItems').update({ _id: itemId, centreId }, fields)
}

/** How a number of pieces moves in or out of an item, and of its slot when it is a service. */
const moved = (slotId: string, quantity: number) => ({
  left: _.inc(quantity),
  ...(slotId !== '' && { [`slots.${slotId}.left`]: _.inc(quantity) }),
})

/**
 * Takes pieces from the shelf for a redemption and records the hold, in one conditional update: on the shelf at
 * the hold's price, enough left (of the slot, too, which has not begun), not taken by the same redemption before.
 */
export const takeFromShelf = async (
  item: Pick<ShelfItemDocument, '_id' | 'centreId'>,
  hold: Hold,
): Promise<boolean> => {
  const { slotId, quantity } = hold
  const updated = await table('shelfItems').update(
    {
      _id: item._id,
      centreId: item.centreId,
      state: 'published',
      price: hold.price,
      left: _.gte(quantity),
      'holds.redemptionId': _.neq(hold.redemptionId),
      [`holds.${mostHolds - 1}`]: _.exists(false),
      ...(slotId !== '' && {
        [`slots.${slotId}.left`]: _.gte(quantity),
        [`slots.${slotId}.startsAt`]: _.gt(hold.at),
      }),
    },
    { ...moved(slotId, -quantity), holds: _.push([hold]) },
  )
  return updated === 1
}

/** Takes a hold over from a run that died; answers whether nobody else was faster. */
export const takeHoldOver = async (
  item: Pick<ShelfItemDocument, '_id' | 'holds'>,
  hold: Hold,
  now: Instant,
): Promise<boolean> => {
  const place = item.holds.findIndex(({ redemptionId }) => redemptionId === hold.redemptionId)
  const updated = await table('shelfItems').update(
    {
      _id: item._id,
      [`holds.${place}.redemptionId`]: hold.redemptionId,
      [`holds.${place}.at`]: hold.at,
    },
    { [`holds.${place}.at`]: now },
  )
  return updated === 1
}

/** Gives a hold back that no redemption came of, unless another run took it over. */
export const giveHoldBack = async (itemId: string, hold: Hold): Promise<void> => {
  const { redemptionId, at, slotId, quantity } = hold
  await table('shelfItems').update(
    { _id: itemId, holds: _.elemMatch({ redemptionId, at }) },
    { ...moved(slotId, quantity), holds: _.pull({ redemptionId }) },
  )
}

/** Where the pieces of an ended redemption went: back on the shelf, to the household, or they never were there. */
export type Whereabouts = 'back' | 'redeemed' | 'missing'

/** Ends the hold of a redemption, once: a hold that is gone has been ended. */
export const endHold = async (
  itemId: string,
  hold: Pick<Hold, 'redemptionId' | 'slotId' | 'quantity'>,
  went: Whereabouts,
): Promise<void> => {
  const { redemptionId, slotId, quantity } = hold
  await table('shelfItems').update(
    { _id: itemId, 'holds.redemptionId': redemptionId },
    {
      holds: _.pull({ redemptionId }),
      ...(went === 'back' && moved(slotId, quantity)),
      ...(went === 'redeemed' && { redeemed: _.inc(quantity) }),
    },
  )
}

/** A hold that should be ended or completed, with the item it is on. */
export interface StaleHold {
  readonly item: Pick<ShelfItemDocument, '_id' | 'centreId' | 'kind' | 'title' | 'slots' | 'holds'>
  readonly hold: Hold
  /** How its redemption stands; undefined when there is none. */
  readonly redemption: { readonly settled: boolean } | undefined
}

/** Holds taken before a moment whose redemption is missing or over, at most `limit`. */
export const staleHolds = async (before: Instant, limit: number): Promise<readonly StaleHold[]> => {
  const rows = await list<
    StaleHold['item'] & { readonly hold: Hold; readonly found: readonly { readonly settled: boolean }[] }
  >(
    table('shelfItems')
      .aggregate()
      .match({ 'holds.at': _.lt(before) })
      .addFields({ hold: '$holds' })
      .unwind('$hold')
      .match({ 'hold.at': _.lt(before) })
      .lookup({ from: 'redemptions', localField: 'hold.redemptionId', foreignField: '_id', as: 'found' })
      .match({ 'found.state': _.neq('held') })
      .limit(limit),
  )
  return rows.map(({ hold, found, ...item }) => ({ item, hold, redemption: found[0] }))
}

export const claimStockMove = (move: StockMoveDocument): Promise<boolean> => table('stockMoves').claim(move)
