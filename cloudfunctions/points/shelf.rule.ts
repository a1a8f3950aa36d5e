import { type Instant, shanghaiDay } from '../../types/common/time'
import type { ShelfItemDocument } from '../_kit/documents/points'
import { idOf, orderOf } from '../_kit/ids'
import { type Refused, refuse } from '../_kit/refusal'

/** The most redemptions of one item that may wait to be picked up. */
export const mostHolds = 500

type Hold = ShelfItemDocument['holds'][number]
type Slot = ShelfItemDocument['slots'][number]

/** What staff write about an item. */
export interface ItemFacts {
  readonly kind: ShelfItemDocument['kind']
  readonly title: string
  readonly description: string
  readonly picture: string
  readonly price: number
  readonly limit: number
  readonly limitPeriod: ShelfItemDocument['limitPeriod']
  readonly sponsorId?: string | undefined
  readonly state: ShelfItemDocument['state']
}
export interface SlotFacts {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly places: number
}

/** Why an item cannot be saved so; undefined when it can. Slots are set when a service is made, and stay. */
export const whyNotSave = (
  item: Pick<ShelfItemDocument, 'kind'> | undefined,
  wanted: Pick<ItemFacts, 'kind'> & { readonly slots: readonly SlotFacts[] },
  now: Instant,
): Refused<never> | undefined => {
  const no = (field: string, hint: string) => refuse('COMMON.BAD_INPUT', { [field]: hint })
  if (item) return item.kind === wanted.kind ? undefined : no('kind', '种类不能改,请另上架一件')
  if (wanted.kind === 'service' && wanted.slots.length === 0) return no('slots', '请填可以预约的时间')
  if (wanted.kind !== 'service' && wanted.slots.length > 0) return no('slots', '只有服务要填时间')
  const wrong = wanted.slots.findIndex(({ startsAt, endsAt }) => startsAt <= now || endsAt <= startsAt)
  return wrong < 0 ? undefined : no(`slots.${wrong}`, '时间要在以后,结束要晚于开始')
}

/** The fields of an item that a form fills in and may change later. */
export const itemFields = (facts: ItemFacts) => ({
  title: facts.title,
  description: facts.description,
  picture: facts.picture,
  price: facts.price,
  limit: facts.limit,
  limitPeriod: facts.limitPeriod,
  sponsorId: facts.sponsorId ?? '',
  state: facts.state,
})

/** The row of a new item (货架商品). A service has its places at once; goods and honours get theirs by stock-in. */
export const newItem = (
  centreId: string,
  facts: ItemFacts & { readonly slots: readonly SlotFacts[] },
  asked: { readonly requestKey: string; readonly now: Instant },
): ShelfItemDocument => {
  const _id = idOf('shelfItem', asked.requestKey)
  return {
    _id,
    centreId,
    kind: facts.kind,
    ...itemFields(facts),
    left: facts.slots.reduce((sum, { places }) => sum + places, 0),
    redeemed: 0,
    // a slot's id is its place in the list, which never changes, so that an update can name it
    slots: facts.slots.map(({ startsAt, endsAt, places }, at) => ({
      id: String(at),
      startsAt,
      endsAt,
      left: places,
    })),
    holds: [],
    order: orderOf(asked.now, _id),
  }
}

/** Slots that have not begun. */
export const openSlots = (slots: readonly Slot[], now: Instant): readonly Slot[] =>
  slots.filter(({ startsAt }) => startsAt > now)

/** Pieces that can still be redeemed: of a service the places of slots that have not begun. */
export const leftOf = (
  { kind, left, slots }: Pick<ShelfItemDocument, 'kind' | 'left' | 'slots'>,
  now: Instant,
): number => (kind === 'service' ? openSlots(slots, now).reduce((sum, slot) => sum + slot.left, 0) : left)

/** Why an item cannot be taken from the shelf at the `price` per piece somebody saw; undefined when it can. */
export const whyNotTake = (
  item: Pick<ShelfItemDocument, 'kind' | 'left' | 'slots' | 'state' | 'holds' | 'price'> | undefined,
  { quantity, slotId, price }: { readonly quantity: number; readonly slotId: string; readonly price: number },
  now: Instant,
):
  | Refused<'POINTS.NOT_ON_SHELF' | 'POINTS.PRICE_CHANGED' | 'POINTS.SOLD_OUT' | 'POINTS.NO_SLOT'>
  | undefined => {
  if (!item) return refuse('COMMON.NOT_FOUND')
  if (item.state !== 'published') return refuse('POINTS.NOT_ON_SHELF')
  if (item.price !== price) return refuse('POINTS.PRICE_CHANGED')
  if (leftOf(item, now) < quantity) return refuse('POINTS.SOLD_OUT')
  if ((item.kind === 'service') !== (slotId !== '')) return refuse('POINTS.NO_SLOT')
  const slot = openSlots(item.slots, now).find(({ id }) => id === slotId)
  if (item.kind === 'service' && (slot?.left ?? 0) < quantity) return refuse('POINTS.NO_SLOT')
  return item.holds.length < mostHolds ? undefined : refuse('COMMON.BUSY')
}

/** Pieces of an item that are held for pick-up. */
export const heldOf = (holds: readonly Pick<Hold, 'quantity'>[]): number =>
  holds.reduce((sum, { quantity }) => sum + quantity, 0)

/** The counters a household's redemptions of an item are kept in, at a moment: by month and by year. */
export const boughtKeys = (
  itemId: string,
  at: Instant,
): { readonly month: string; readonly year: string } => {
  const day = shanghaiDay(at)
  return { month: `${itemId}_m${day.slice(0, 4)}${day.slice(5, 7)}`, year: `${itemId}_y${day.slice(0, 4)}` }
}
