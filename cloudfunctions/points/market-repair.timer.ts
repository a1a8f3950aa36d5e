import { asInstant, type Instant } from '../../types/common/time'
import type { Journal, PassbookDocument, RedemptionDocument } from '../_kit/documents/points'
import { tell } from '../_kit/notices'
import { passbookById } from './passbook.store'
import { writeRedemption } from './redeeming.store'
import { payingId } from './redemption.rule'
import { endRedemption, lapsedRedemptions, markSettled, unsettledRedemptions } from './redemption.store'
import { settingsOf } from './settings.rule'
import { settingsAt } from './settings.store'
import { settle } from './settling.store'
import { endHold, giveHoldBack, type StaleHold, staleHolds, takeHoldOver } from './shelf.store'

/** Work of each kind in one tick; what is left waits for the next. */
const perTick = 50
/** Nobody is still at a hold that is older than this. */
const holdsGrowStale = 120_000

const lapse = async (redemption: RedemptionDocument, now: Instant): Promise<void> => {
  const ending = { endedAt: now, handedBy: 'timer', handedByMasked: '系统', endedIn: '' }
  await endRedemption(redemption, { state: 'expired', ...ending }, { before: now })
}

const lapsedNotice = (redemption: RedemptionDocument) => ({
  to: redemption.by,
  title: '兑换的东西没有取,积分已退回',
  text: `${redemption.title} 过了取货时间,${redemption.points} 积分已退回您家的存折。`,
  page: '/points/resident/redemptions-page',
  once: `lapsed:${redemption._id}`,
})

/** One that cannot be settled must not keep the others waiting; it is tried again with the next tick. */
const settleAndTell = async (redemption: RedemptionDocument, now: Instant): Promise<boolean> => {
  try {
    await settle(redemption)
    if (redemption.state === 'expired') await tell([lapsedNotice(redemption)], now)
    return true
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ timer: 'market-repair', error: String(error) })}\n`)
    return false
  }
}

const payingJournalIn = (passbook: PassbookDocument | undefined, redemptionId: string): Journal | undefined =>
  passbook?.journals.find(({ id }) => id === payingId(redemptionId))

/** A hold a dead run left behind: paid for, it becomes the redemption it was meant to be; else it goes back. */
const resolve = async ({ item, hold, redemption }: StaleHold, now: Instant): Promise<void> => {
  const { redemptionId, passbookId } = hold
  if (redemption) {
    // a repeat took again what was over; an unsettled one is settled first
    if (redemption.settled) await endHold(item._id, hold, 'back')
    return
  }
  const passbook = await passbookById(item.centreId, passbookId)
  const journal = payingJournalIn(passbook, redemptionId)
  if (!passbook || !journal) return giveHoldBack(item._id, hold)
  if (!(await takeHoldOver(item, hold, now))) return
  const { pickupHours: hours } = settingsOf(await settingsAt(item.centreId))
  const { by: who, byMasked } = journal
  await writeRedemption(item, hold, passbook, { who, byMasked, now, hours, paid: -journal.amount })
}

/**
 * Every minute: what was not picked up in time lapses, ended redemptions are settled, holds of runs that died are
 * resolved. Harmless when run twice, or beside people who redeem and the counter.
 */
export const repairMarket = async (now: Instant): Promise<void> => {
  for (const redemption of await lapsedRedemptions(now, perTick)) await lapse(redemption, now)

  const settled: string[] = []
  for (const redemption of await unsettledRedemptions(perTick)) {
    if (await settleAndTell(redemption, now)) settled.push(redemption._id)
  }
  if (settled.length > 0) await markSettled(settled)

  for (const stale of await staleHolds(asInstant(now - holdsGrowStale), perTick)) await resolve(stale, now)
}
