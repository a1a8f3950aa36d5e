import { command as _ } from '../_kit/cloud'
import type { ShelfItemDocument, SponsorDocument, StockMoveDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { list, table } from '../_kit/table'

export const claimSponsor = (sponsor: SponsorDocument): Promise<boolean> => table('sponsors').claim(sponsor)

/** Changes a sponsor; answers whether there is one. */
export const changeSponsor = async (
  centreId: string,
  sponsorId: string,
  fields: Partial<SponsorDocument>,
): Promise<void> => {
  await table('sponsors').update({ _id: sponsorId, centreId }, fields)
}

/** A page of a centre's sponsors, in the order they were entered. */
export const findSponsors = (centreId: string, after: string | undefined): Promise<SponsorDocument[]> =>
  table('sponsors').find(
    { centreId, ...(after !== undefined && { order: _.gt(after) }) },
    { order: [['order', 'asc']], limit: pageSize + 1 },
  )

/** An item a sponsor gave to, with everything that was ever stocked of it. */
export type GivenItem = Pick<ShelfItemDocument, '_id' | 'title' | 'redeemed' | 'left' | 'order'> & {
  readonly held: number
  readonly moves: readonly Pick<StockMoveDocument, 'kind' | 'quantity' | 'sponsorId' | 'order'>[]
}

/** The most items a sponsor's story tells of. */
const mostItems = 100

/** Every item a sponsor gave to. One request. */
export const itemsGivenBy = (centreId: string, sponsorId: string): Promise<GivenItem[]> =>
  list(
    table('stockMoves')
      .aggregate()
      .match({ sponsorId, centreId, kind: 'in' })
      .group({ _id: '$itemId' })
      .limit(mostItems)
      .lookup({ from: 'shelfItems', localField: '_id', foreignField: '_id', as: 'item' })
      .lookup({ from: 'stockMoves', localField: '_id', foreignField: 'itemId', as: 'moves' })
      .unwind('$item')
      .project({
        title: '$item.title',
        redeemed: '$item.redeemed',
        left: '$item.left',
        order: '$item.order',
        held: { $sum: '$item.holds.quantity' },
        'moves.kind': 1,
        'moves.quantity': 1,
        'moves.sponsorId': 1,
        'moves.order': 1,
      })
      .sort({ order: 1 }),
  )
