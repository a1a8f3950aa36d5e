import { randomInt } from 'node:crypto'
import type { Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { PassbookDocument, RedemptionDocument, ShelfItemDocument } from '../_kit/documents/points'
import { orderOf } from '../_kit/ids'
import { refuse } from '../_kit/refusal'
import { passbookById, post } from './passbook.store'
import { codeCount, pickupCodeOf } from './pickup-code.rule'
import { payingId, payingJournal, pickupBy, whyNotPay } from './redemption.rule'
import { claimRedemption, redemptionById } from './redemption.store'
import { boughtKeys } from './shelf.rule'
import type { Hold } from './shelf.store'

/** Who redeems, and for which request. */
export interface Redeemer {
  readonly who: string
  readonly byMasked: string
  readonly requestKey: string
  readonly now: Instant
}

/** What is known of an item while one of its holds becomes a redemption. */
export type HeldItem = Pick<ShelfItemDocument, '_id' | 'centreId' | 'kind' | 'title' | 'slots'>

/** A household's limit of an item as a condition on its passbook, so that it holds under a burst. */
const limitGuard = (item: ShelfItemDocument, quantity: number, now: Instant) => {
  if (item.limit === 0) return {}
  const counter = boughtKeys(item._id, now)[item.limitPeriod]
  // a counter that is not there yet is not above anything
  return { [`bought.${counter}`]: _.not(_.gt(item.limit - quantity)) }
}

/**
 * Has a household pay for what is held: one conditional update with balance, limit and who may spend, at the
 * price it was taken at. Answers the points paid, also when they were paid by a run of the same request that died, or why not.
 */
export const pay = async (item: ShelfItemDocument, hold: Hold, redeemer: Redeemer) => {
  const { redemptionId, quantity, passbookId, price } = hold
  const { who, now } = redeemer
  const journal = payingJournal({ ...redeemer, redemptionId, quantity }, { ...item, price }, passbookId)
  const { month, year } = boughtKeys(item._id, now)
  const posted = await post(item.centreId, passbookId, journal, {
    guards: { mayNotSpend: _.neq(who), ...limitGuard(item, quantity, now) },
    changes: { [`bought.${month}`]: _.inc(quantity), [`bought.${year}`]: _.inc(quantity) },
  })
  if (posted) return { paid: -journal.amount }
  const passbook = await passbookById(item.centreId, passbookId)
  const earlier = passbook?.journals.find(({ id }) => id === payingId(redemptionId))
  // somebody may have changed something in between: then it is worth another try
  return earlier
    ? { paid: -earlier.amount }
    : (whyNotPay(passbook, { ...item, price }, { who, quantity, now }) ?? refuse('COMMON.BUSY'))
}

/** The row of a redemption that is paid and held. */
const rowOf = (
  item: HeldItem,
  hold: Hold,
  passbook: Pick<PassbookDocument, 'building' | 'room'>,
  {
    who,
    byMasked,
    now,
    paid,
    hours,
  }: Omit<Redeemer, 'requestKey'> & { readonly paid: number; readonly hours: number },
): Omit<RedemptionDocument, 'pickupCode'> => ({
  _id: hold.redemptionId,
  centreId: item.centreId,
  passbookId: hold.passbookId,
  by: who,
  byMasked,
  building: passbook.building,
  room: passbook.room,
  itemId: item._id,
  kind: item.kind,
  title: item.title,
  quantity: hold.quantity,
  points: paid,
  slotId: hold.slotId,
  slotStartsAt: item.slots.find(({ id }) => id === hold.slotId)?.startsAt ?? 0,
  state: 'held',
  settled: true,
  pickupBy: pickupBy(item, hold.slotId, now, hours),
  at: now,
  endedAt: 0,
  handedBy: '',
  handedByMasked: '',
  endedIn: '',
  order: orderOf(now, hold.redemptionId),
})

/** A code is in use with a chance of one in a thousand at most; this many in a row are not. */
const codesTried = 30

/**
 * Writes the redemption with a pick-up code nobody at the centre has, and answers the row that stands: another run of
 * the same request may have written it first. One request, unless the code is taken.
 */
export const writeRedemption = async (
  item: HeldItem,
  hold: Hold,
  passbook: Pick<PassbookDocument, 'building' | 'room'>,
  facts: Omit<Redeemer, 'requestKey'> & { readonly paid: number; readonly hours: number },
): Promise<RedemptionDocument> => {
  for (let tried = 0; tried < codesTried; tried += 1) {
    const row = { ...rowOf(item, hold, passbook, facts), pickupCode: pickupCodeOf(randomInt(codeCount)) }
    if (await claimRedemption(row)) return row
    const earlier = await redemptionById(row._id)
    if (earlier) return earlier
  }
  throw new Error('no pick-up code was free')
}
