import type { Instant } from '../../types/common/time'
import { leftOf, openSlots } from './shelf.rule'
import type { ListedItem } from './shelf.store'

/** An item as residents see it. */
export const shelfView = (item: ListedItem, now: Instant) => ({
  itemId: item._id,
  kind: item.kind,
  title: item.title,
  description: item.description,
  picture: item.picture,
  price: item.price,
  limit: item.limit,
  limitPeriod: item.limitPeriod,
  left: leftOf(item, now),
  slots: [...openSlots(item.slots, now)],
  sponsor: item.sponsor,
  state: item.state,
})

/** The same for the staff: what is held and how much was redeemed, too. */
export const staffShelfView = (item: ListedItem, now: Instant) => ({
  ...shelfView(item, now),
  held: item.held,
  redeemed: item.redeemed,
  sponsorId: item.sponsorId,
})
