import type { ShelfItemDocument } from '../_kit/documents/points'
import { type Refused, refuse } from '../_kit/refusal'
import { heldOf } from './shelf.rule'

/** Why stock of an item cannot be changed: a service has its places in its slots. */
export const whyNotStock = (
  item: Pick<ShelfItemDocument, 'kind'> | undefined,
): Refused<never> | undefined => {
  if (!item) return refuse('COMMON.NOT_FOUND')
  return item.kind === 'service'
    ? refuse('COMMON.BAD_INPUT', { itemId: '服务的名额在预约时间里定' })
    : undefined
}

/**
 * 盘点: what can still be redeemed when `counted` pieces are there, those held for pick-up among them, and by how much
 * that differs from the books.
 */
export const countStock = (
  item: Pick<ShelfItemDocument, 'left' | 'holds'>,
  counted: number,
): { readonly left: number; readonly difference: number } | Refused<'POINTS.COUNT_TOO_LOW'> => {
  const left = counted - heldOf(item.holds)
  return left < 0 ? refuse('POINTS.COUNT_TOO_LOW') : { left, difference: left - item.left }
}
