import { asInstant, type Instant } from '../../types/common/time'
import { tell } from '../_kit/notices'
import { finishPending } from './carrying.store'
import { cancelledNotice } from './menu.rule'
import { accountsWithStale, type PayingAccount } from './placing.store'
import { menusOwing, type OwingMenu, payBack } from './taking-off.store'

/** Accounts, and menus, in one tick; what is left waits for the next. */
const perTick = 50
/** Refunds paid before they are struck off together. */
const chunk = 40
/** Milliseconds one tick goes on paying back. */
const patience = 5000
/** Nobody is still at an order or a refund that is older than this. */
const growsStale = 120_000

/** One that cannot be finished must not keep the others waiting; it is tried again with the next tick. */
const tried = async (what: Promise<void>): Promise<void> => {
  try {
    await what
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ timer: 'order-repair', error: String(error) })}\n`)
  }
}

const finish = async (account: PayingAccount, before: Instant, now: Instant): Promise<void> => {
  const stale = account.pending.filter(({ at }) => at < before)
  // one by one: picks of one request may have come to stand on some menus and not on others
  for (const pending of stale) await tried(finishPending(account._id, pending, now))
}

const payMenuBack = async (menu: OwingMenu, before: Instant, now: Instant): Promise<void> => {
  const stale = menu.refunds.filter(({ at }) => at < before)
  const began = performance.now()
  for (let at = 0; at < stale.length && performance.now() - began < patience; at += chunk) {
    const some = stale.slice(at, at + chunk)
    if (menu.state === 'cancelled')
      await tell(
        some.map(({ order }) => cancelledNotice(menu, order, menu.cancelledBecause)),
        now,
      )
    await payBack(menu, some)
  }
}

/**
 * Every minute: orders of runs that died come to stand or are undone, and what was taken off is paid back. Harmless
 * when run twice, or beside people who order.
 */
export const repairOrders = async (now: Instant): Promise<void> => {
  const before = asInstant(now - growsStale)
  for (const account of await accountsWithStale(before, perTick)) await finish(account, before, now)
  for (const menu of await menusOwing(before, perTick)) await tried(payMenuBack(menu, before, now))
}
