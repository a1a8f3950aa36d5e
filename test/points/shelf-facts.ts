import type { PassbookDocument, ShelfItemDocument } from '../../cloudfunctions/_kit/documents/points'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'

/** What rules of the market are tried with. */

export const now = instantOf('2026-11-21' as ShanghaiDay, 9 * 60)
export const minutes = (count: number) => asInstant(now + count * 60_000)

export const item = (facts: Partial<ShelfItemDocument> = {}): ShelfItemDocument => ({
  _id: 'rice',
  centreId: 'a.b',
  kind: 'goods',
  title: '大米',
  description: '',
  picture: '',
  price: 10,
  limit: 0,
  limitPeriod: 'month',
  left: 5,
  redeemed: 0,
  slots: [],
  holds: [],
  sponsorId: '',
  state: 'published',
  order: 'o',
  ...facts,
})

/** A service with a slot that has begun, a full one and one with two places. */
export const service = (facts: Partial<ShelfItemDocument> = {}): ShelfItemDocument =>
  item({
    kind: 'service',
    title: '洗车',
    left: 6,
    slots: [
      { id: '0', startsAt: now, endsAt: minutes(30), left: 4 },
      { id: '1', startsAt: minutes(1), endsAt: minutes(60), left: 0 },
      { id: '2', startsAt: minutes(60), endsAt: minutes(120), left: 2 },
    ],
    ...facts,
  })

export const hold = (quantity: number, redemptionId = 'r'): ShelfItemDocument['holds'][number] => ({
  redemptionId,
  passbookId: 'home',
  quantity,
  price: 10,
  slotId: '',
  at: now,
})

export const purse = (facts: Partial<PassbookDocument> = {}) => ({
  centreId: 'a.b',
  state: 'open' as const,
  mayNotSpend: [],
  bought: {},
  balance: 100,
  ...facts,
})
