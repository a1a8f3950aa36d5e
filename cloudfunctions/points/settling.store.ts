import { asInstant, type Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { PassbookDocument, RedemptionDocument } from '../_kit/documents/points'
import { idOf, orderOf } from '../_kit/ids'
import { passbookById, post } from './passbook.store'
import { givingBackId, givingBackJournal } from './redemption.rule'
import { type Ending, endRedemption, redemptionById } from './redemption.store'
import { boughtKeys } from './shelf.rule'
import { claimStockMove, endHold, type Whereabouts } from './shelf.store'

/** A passbook that was merged away points to the next one; nobody merges more often than this. */
const mostMerges = 10

const written = (passbook: PassbookDocument, journalId: string): boolean =>
  passbook.journals.some(({ id }) => id === journalId)

/**
 * Gives an ended redemption's points back, once: to the household that paid, or to the one it was merged into. Throws
 * when the passbook cannot take them now; the timer tries again.
 */
const givePointsBack = async (redemption: RedemptionDocument): Promise<void> => {
  const { _id, centreId, itemId, quantity, at } = redemption
  const { month, year } = boughtKeys(itemId, at)
  const changes = { [`bought.${month}`]: _.inc(-quantity), [`bought.${year}`]: _.inc(-quantity) }
  let passbookId = redemption.passbookId
  for (let merges = 0; merges < mostMerges; merges += 1) {
    const isPayer = passbookId === redemption.passbookId
    const journal = givingBackJournal(redemption, passbookId)
    if (await post(centreId, passbookId, journal, isPayer ? { changes } : {})) return
    const passbook = await passbookById(centreId, passbookId)
    if (!passbook) break
    if (written(passbook, givingBackId(_id))) return
    if (passbook.state === 'open' || passbook.successor === '') break
    passbookId = passbook.successor
  }
  throw new Error(`points of redemption ${_id} could not be given back`)
}

const whereabouts: Readonly<Record<RedemptionDocument['state'], Whereabouts>> = {
  held: 'back',
  cancelled: 'back',
  expired: 'back',
  done: 'redeemed',
  short: 'missing',
}

/** What was missing at the counter is written down like a stock-take, so that a sponsor's story adds up. */
const noteMissing = async (redemption: RedemptionDocument): Promise<void> => {
  const { _id: redemptionId, centreId, itemId, quantity, handedBy, endedAt } = redemption
  const _id = idOf('missing', redemptionId)
  const at = asInstant(endedAt)
  const note = '柜台缺货'
  const kind = 'count'
  await claimStockMove({
    _id,
    centreId,
    itemId,
    kind,
    quantity: -quantity,
    sponsorId: '',
    note,
    by: handedBy,
    at,
    order: orderOf(at, _id),
  })
}

/**
 * Carries out what the state of an ended redemption says: points back unless it was handed out, the hold off the
 * shelf. Every step recognises itself, so that it may be run again from wherever it broke off.
 */
export const settle = async (redemption: RedemptionDocument): Promise<void> => {
  const { _id: redemptionId, state, itemId, slotId, quantity } = redemption
  if (state !== 'done') await givePointsBack(redemption)
  if (state === 'short') await noteMissing(redemption)
  await endHold(itemId, { redemptionId, slotId, quantity }, whereabouts[state])
}

const endedBy = async (
  seen: RedemptionDocument,
  ending: Ending,
  notBefore: Instant | undefined,
): Promise<RedemptionDocument | undefined> => {
  if (seen.endedIn === ending.endedIn) return seen
  if (seen.state !== 'held') return undefined
  const within = notBefore === undefined ? undefined : { from: notBefore }
  if (await endRedemption(seen, ending, within)) {
    return { ...seen, ...ending, settled: false, pickupCode: seen._id }
  }
  const now = await redemptionById(seen._id)
  return now?.endedIn === ending.endedIn ? now : undefined
}

/**
 * Ends a redemption for a request and carries it out; only if it may be picked up at `notBefore`, when that is given.
 * Answers the row, also when the same request ended it before, or undefined when somebody else did.
 */
export const endOnce = async (
  seen: RedemptionDocument,
  ending: Ending,
  notBefore?: Instant,
): Promise<RedemptionDocument | undefined> => {
  const ended = await endedBy(seen, ending, notBefore)
  if (ended && !ended.settled) await settle(ended)
  return ended
}
