import type { pointsContract } from '../../types/points.contract'
import type { Ask } from '../_kit/ask'
import type { PassbookDocument, RedemptionDocument, ShelfItemDocument } from '../_kit/documents/points'
import { pageOf } from '../_kit/page.rule'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { passbookById } from './passbook.store'
import { pay, type Redeemer, writeRedemption } from './redeeming.store'
import { redemptionIdOf, runsAtMost, whyNotPay } from './redemption.rule'
import { redemptionById, redemptionsOf } from './redemption.store'
import { redemptionView } from './redemption.view'
import { settingsOf } from './settings.rule'
import { settingsAlong } from './settings.store'
import { endOnce } from './settling.store'
import { whyNotTake } from './shelf.rule'
import { giveHoldBack, type Hold, itemById, takeFromShelf, takeHoldOver } from './shelf.store'

type Points = typeof pointsContract

/** The redemption row is the record of the request, so the audit log needs none. */
const answer = (row: RedemptionDocument) => ({
  data: {
    redemptionId: row._id,
    pickupCode: row.state === 'held' ? row.pickupCode : '',
    pickupBy: row.pickupBy,
    points: row.points,
  },
  target: row._id,
  recorded: true as const,
})

const redeemerOf = (ask: Ask): Redeemer => ({
  who: ask.caller.openid,
  byMasked: ask.caller.resident?.nameMasked ?? '',
  requestKey: ask.requestKey,
  now: ask.now,
})

/** Has the household pay for a hold of this run and writes the redemption, or gives the hold back. */
const complete = async (item: ShelfItemDocument, hold: Hold, passbook: PassbookDocument, ask: Ask) => {
  const redeemer = redeemerOf(ask)
  const payment = await pay(item, hold, redeemer)
  if ('refused' in payment) {
    await giveHoldBack(item._id, hold)
    return payment
  }
  const hours = settingsOf(ask.lists.pointsSettings).pickupHours
  return answer(await writeRedemption(item, hold, passbook, { ...redeemer, hours, paid: payment.paid }))
}

const pause = 150
/** How often a run looks whether another run of the same request has finished: for about 8 s. */
const looks = 50

/**
 * Another run of the same request has the hold: waits for what comes of it. When that run is dead, this one takes the
 * hold over and goes on from there. Answers undefined when the hold was given back, so that it can be tried anew.
 */
const join = async (first: ShelfItemDocument, passbook: PassbookDocument, ask: Ask) => {
  const id = redemptionIdOf(ask.requestKey)
  let item: ShelfItemDocument | undefined = first
  for (let look = 0; look < looks; look += 1) {
    const hold: Hold | undefined = item?.holds.find(({ redemptionId }) => redemptionId === id)
    const row = await redemptionById(id)
    if (row) return answer(row)
    if (!item || !hold) return undefined
    // a hold of another household's passbook (the caller moved since) is left to the timer
    const isDead = hold.at < ask.now - runsAtMost && hold.passbookId === passbook._id
    if (isDead && (await takeHoldOver(item, hold, ask.now))) {
      return complete(item, { ...hold, at: ask.now }, passbook, ask)
    }
    await new Promise((done) => setTimeout(done, pause))
    item = await itemById(item.centreId, item._id)
  }
  return refuse('COMMON.BUSY')
}

/** Prices and runs of the same request may change under a redemption; each try sees them anew. */
const tries = 5

export const redeem: Action<Points, 'redeem'> = along(
  ({ centreId, itemId }, requestKey) => [
    // in this order: whoever sees points taken also sees the hold they are taken for, or the redemption
    { from: 'passbooks', id: { of: 'household' } },
    { from: 'shelfItems', id: itemId },
    settingsAlong(centreId),
    { from: 'redemptions', id: redemptionIdOf(requestKey) },
  ],
  async ({ centreId, itemId, quantity, price, slotId = '' }, ask) => {
    const { rows, now } = ask
    if (rows.redemptions) return answer(rows.redemptions)
    const redemptionId = redemptionIdOf(ask.requestKey)
    let passbook = rows.passbooks
    let item = rows.shelfItems?.centreId === centreId ? rows.shelfItems : undefined
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (!item) return refuse('COMMON.NOT_FOUND')
      if (!passbook) return refuse('POINTS.NO_PASSBOOK')
      if (item.holds.some((hold) => hold.redemptionId === redemptionId)) {
        const joined = await join(item, passbook, ask)
        if (joined) return joined
        passbook = await passbookById(centreId, passbook._id)
        item = await itemById(centreId, itemId)
        continue
      }
      const refused =
        whyNotTake(item, { quantity, slotId, price }, now) ??
        whyNotPay(passbook, item, { who: ask.caller.openid, quantity, now })
      if (refused) return refused

      const hold: Hold = { redemptionId, passbookId: passbook._id, quantity, price, slotId, at: now }
      if (await takeFromShelf(item, hold)) return complete(item, hold, passbook, ask)

      item = await itemById(centreId, itemId)
    }
    return refuse('COMMON.BUSY')
  },
)

export const myRedemptions: Action<Points, 'myRedemptions'> = async ({ centreId, after }, ask) => {
  const householdId = ask.caller.resident?.householdId ?? ''
  if (householdId === '') return { data: { rows: [] } }
  const { rows, next } = pageOf(await redemptionsOf(centreId, householdId, after))
  return { data: { rows: rows.map(redemptionView), ...(next && { next }) } }
}

/** Every member may cancel what the household redeemed, also when picking up is overdue. */
export const cancelRedemption: Action<Points, 'cancelRedemption'> = along(
  ({ redemptionId }) => [{ from: 'redemptions', id: redemptionId }],
  async ({ centreId, redemptionId }, ask) => {
    const held = ask.rows.redemptions
    const { openid, resident } = ask.caller
    if (held?.centreId !== centreId || held.passbookId !== resident?.householdId) {
      return refuse('COMMON.NOT_FOUND')
    }
    const ending = {
      state: 'cancelled' as const,
      endedAt: ask.now,
      handedBy: openid,
      handedByMasked: resident.nameMasked,
      endedIn: ask.requestKey,
    }
    const ended = await endOnce(held, ending)
    if (!ended) return refuse('POINTS.NOT_HELD')
    return { data: { redemptionId, points: ended.points }, target: redemptionId, recorded: true }
  },
)
