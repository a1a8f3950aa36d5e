import type { Instant } from '../../types/common/time'
import { workThroughDay } from './daily.timer'
import { remindWelfare, settleRoutes } from './delivery.timer'
import { freezeDue } from './freeze.timer'
import { repairOrders } from './order-repair.timer'
import { placeStanding } from './standing.timer'

/**
 * Every minute, in this order: an elder nobody has seen comes first; then what was left half done, so that nothing half
 * done is counted; standing orders before the cut-off takes their menus away; the cut-off itself; the day's work last.
 */
export const tick = async (now: Instant): Promise<void> => {
  await remindWelfare(now)
  await repairOrders(now)
  await placeStanding(now)
  await freezeDue(now)
  await settleRoutes(now)
  await workThroughDay(now)
}
