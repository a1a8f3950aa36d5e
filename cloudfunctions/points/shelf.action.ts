import type { pointsContract } from '../../types/points.contract'
import { type Ask, transact } from '../_kit/ask'
import { command as _ } from '../_kit/cloud'
import type { ShelfItemDocument, StockMoveDocument } from '../_kit/documents/points'
import { idOf, orderOf } from '../_kit/ids'
import { pageOf } from '../_kit/page.rule'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { itemFields, newItem, whyNotSave } from './shelf.rule'
import { allItems, changeItem, claimItem, publishedItems } from './shelf.store'
import { shelfView, staffShelfView } from './shelf.view'
import { countStock, whyNotStock } from './stock.rule'

type Points = typeof pointsContract

export const shelf: Action<Points, 'shelf'> = async ({ centreId, after }, { now }) => {
  const { rows, next } = pageOf(await publishedItems(centreId, after))
  return { data: { rows: rows.map((item) => shelfView(item, now)), ...(next && { next }) } }
}

export const shelfOfStaff: Action<Points, 'shelfOfStaff'> = async ({ centreId, after }, { now }) => {
  const { rows, next } = pageOf(await allItems(centreId, after))
  return { data: { rows: rows.map((item) => staffShelfView(item, now)), ...(next && { next }) } }
}

export const saveShelfItem: Action<Points, 'saveShelfItem'> = along(
  ({ itemId, sponsorId }) => [
    ...(itemId === undefined ? [] : [{ from: 'shelfItems' as const, id: itemId }]),
    ...(sponsorId === undefined ? [] : [{ from: 'sponsors' as const, id: sponsorId }]),
  ],
  async ({ centreId, itemId, slots, ...facts }, ask) => {
    const { shelfItems: item, sponsors: sponsor } = ask.rows
    if (itemId !== undefined && item?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    if (facts.sponsorId !== undefined && sponsor?.centreId !== centreId) {
      return refuse('COMMON.BAD_INPUT', { sponsorId: '没有这个赞助单位' })
    }
    const refused = whyNotSave(item, { kind: facts.kind, slots }, ask.now)
    if (refused) return refused

    if (item) {
      await changeItem(centreId, item._id, itemFields(facts))
      return { data: { itemId: item._id }, target: item._id }
    }
    const made = newItem(centreId, { ...facts, slots }, ask)
    await claimItem(made)
    return { data: { itemId: made._id }, target: made._id }
  },
)

const moveOf = (
  item: ShelfItemDocument,
  move: Pick<StockMoveDocument, 'kind' | 'quantity' | 'sponsorId' | 'note'>,
  ask: Ask,
): StockMoveDocument => {
  const _id = idOf('stockMove', ask.requestKey)
  const { centreId } = item
  const by = ask.caller.openid
  return { _id, centreId, itemId: item._id, ...move, by, at: ask.now, order: orderOf(ask.now, _id) }
}

/** Without a sponsor named it is from whoever the item says it is from. */
export const stockIn: Action<Points, 'stockIn'> = along(
  ({ sponsorId }) => (sponsorId === undefined ? [] : [{ from: 'sponsors', id: sponsorId }]),
  async ({ centreId, itemId, quantity, sponsorId, note = '' }, ask) => {
    if (sponsorId !== undefined && ask.rows.sponsors?.centreId !== centreId) {
      return refuse('COMMON.BAD_INPUT', { sponsorId: '没有这个赞助单位' })
    }
    return transact(ask, async (transaction) => {
      const item = await transaction.get('shelfItems', itemId)
      if (item?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
      const refused = whyNotStock(item)
      if (refused) return refused
      const move = { kind: 'in' as const, quantity, sponsorId: sponsorId ?? item.sponsorId, note }

      await transaction.update('shelfItems', itemId, { left: _.inc(quantity) })
      await transaction.insert('stockMoves', moveOf(item, move, ask))

      return { data: { left: item.left + quantity }, target: itemId }
    })
  },
)

export const stockCount: Action<Points, 'stockCount'> = async ({ centreId, itemId, counted, note }, ask) =>
  transact(ask, async (transaction) => {
    const item = await transaction.get('shelfItems', itemId)
    if (item?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const refused = whyNotStock(item)
    if (refused) return refused
    const result = countStock(item, counted)
    if ('refused' in result) return result
    const move = { kind: 'count' as const, quantity: result.difference, sponsorId: '', note }

    await transaction.update('shelfItems', itemId, { left: result.left })
    await transaction.insert('stockMoves', moveOf(item, move, ask))

    return { data: { left: result.left }, target: itemId }
  })
