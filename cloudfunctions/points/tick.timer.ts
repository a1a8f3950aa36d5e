import type { Instant } from '../../types/common/time'
import { workThroughDay } from './daily.timer'
import { repairMarket } from './market-repair.timer'
import { settleShifts } from './shift.timer'

/**
 * Every minute: what was left half done in the market and with shifts is finished, then the day's work goes on. In
 * this order, so that nothing half done is put away.
 */
export const tick = async (now: Instant): Promise<void> => {
  await repairMarket(now)
  await settleShifts(now)
  await workThroughDay(now)
}
