import type { Instant } from '../../types/common/time'
import { workThroughDay } from './daily.timer'
import { repairMarket } from './market-repair.timer'

/** Every minute: what was left half done in the market is finished, and the day's work goes on. */
export const tick = async (now: Instant): Promise<void> => {
  await repairMarket(now)
  await workThroughDay(now)
}
