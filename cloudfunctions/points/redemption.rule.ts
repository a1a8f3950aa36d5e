import { asInstant, type Instant } from '../../types/common/time'
import type {
  Journal,
  PassbookDocument,
  RedemptionDocument,
  ShelfItemDocument,
} from '../_kit/documents/points'
import { idOf } from '../_kit/ids'
import { type Refused, refuse } from '../_kit/refusal'
import { journalOf } from './journal.rule'
import { boughtKeys } from './shelf.rule'

/** A function is ended after 20 s; whoever took from the shelf longer ago than this is no longer at it. */
export const runsAtMost = 25_000

/** The redemption a request makes, and no other. */
export const redemptionIdOf = (requestKey: string): string => idOf('redemption', requestKey)

/** Names the journal that takes a redemption's points, and the one that gives them back. */
export const payingId = (redemptionId: string): string => idOf('redeem', redemptionId)
export const givingBackId = (redemptionId: string): string => idOf('giveBack', redemptionId)

/** 兑换 under way: who wants how much of what. */
export interface Wish {
  readonly redemptionId: string
  readonly who: string
  readonly quantity: number
  readonly now: Instant
}

/** Why a household cannot pay; undefined when it can. */
export const whyNotPay = (
  passbook: Pick<PassbookDocument, 'centreId' | 'state' | 'mayNotSpend' | 'bought' | 'balance'> | undefined,
  item: Pick<ShelfItemDocument, '_id' | 'centreId' | 'price' | 'limit' | 'limitPeriod'>,
  { who, quantity, now }: Pick<Wish, 'who' | 'quantity' | 'now'>,
):
  | Refused<'POINTS.NO_PASSBOOK' | 'POINTS.MAY_NOT_SPEND' | 'POINTS.LIMIT_REACHED' | 'POINTS.INSUFFICIENT'>
  | undefined => {
  if (passbook?.centreId !== item.centreId || passbook.state !== 'open') return refuse('POINTS.NO_PASSBOOK')
  if (passbook.mayNotSpend.includes(who)) return refuse('POINTS.MAY_NOT_SPEND')
  const bought = passbook.bought[boughtKeys(item._id, now)[item.limitPeriod]] ?? 0
  if (item.limit > 0 && bought + quantity > item.limit) return refuse('POINTS.LIMIT_REACHED')
  return passbook.balance < item.price * quantity ? refuse('POINTS.INSUFFICIENT') : undefined
}

/** What stands in the passbook for a redemption: `大米 5 公斤 ×2`. */
const named = ({ title, quantity }: { readonly title: string; readonly quantity: number }): string =>
  quantity === 1 ? title : `${title} ×${quantity}`

/** The journal that pays for a redemption. */
export const payingJournal = (
  wish: Wish & { readonly byMasked: string; readonly requestKey: string },
  item: Pick<ShelfItemDocument, 'centreId' | 'title' | 'price'>,
  passbookId: string,
): Journal =>
  journalOf({
    id: payingId(wish.redemptionId),
    kind: 'redeem',
    at: wish.now,
    centreId: item.centreId,
    passbookId,
    amount: -item.price * wish.quantity,
    reason: `兑换 ${named({ title: item.title, quantity: wish.quantity })}`,
    about: `redemption:${wish.redemptionId}`,
    by: wish.who,
    byMasked: wish.byMasked,
    requestKey: wish.requestKey,
  })

const endWords: Readonly<Record<RedemptionDocument['state'], string>> = {
  held: '',
  done: '',
  cancelled: '取消兑换',
  expired: '过期未取',
  short: '柜台缺货',
}

/** The journal that gives an ended redemption's points back. It follows from the row, so that it is the same each time. */
export const givingBackJournal = (redemption: RedemptionDocument, passbookId: string): Journal =>
  journalOf({
    id: givingBackId(redemption._id),
    kind: 'giveBack',
    at: asInstant(redemption.endedAt),
    centreId: redemption.centreId,
    passbookId,
    amount: redemption.points,
    reason: `${endWords[redemption.state]},退回 ${named(redemption)}`,
    about: `redemption:${redemption._id}`,
    by: redemption.handedBy,
    byMasked: redemption.handedByMasked,
    requestKey: redemption.endedIn,
  })

/** Until when something is to be picked up: a service until its slot ends, anything else within `hours`. */
export const pickupBy = (
  item: Pick<ShelfItemDocument, 'slots'>,
  slotId: string,
  now: Instant,
  hours: number,
): Instant => item.slots.find(({ id }) => id === slotId)?.endsAt ?? asInstant(now + hours * 3_600_000)

/** Why something cannot be handed out; undefined when it can. */
export const whyNotFulfil = (
  { state, pickupBy }: Pick<RedemptionDocument, 'state' | 'pickupBy'>,
  now: Instant,
): Refused<'POINTS.NOT_HELD' | 'POINTS.LAPSED'> | undefined => {
  if (state === 'expired' || (state === 'held' && pickupBy < now)) return refuse('POINTS.LAPSED')
  return state === 'held' ? undefined : refuse('POINTS.NOT_HELD')
}
