import { addDays, type Instant } from '../../../types/common/time'
import { loadCalendars } from '../calendar/calendar.store'
import { comingDays, madeUntilAt } from './reception-day.rule'
import { makeDays, rulesBehind } from './reception-rule.store'

/** Rules one tick makes days for; the others wait for the next. */
const rulesPerTick = 20

/**
 * Keeps the days of every rule standing for the weeks ahead: each midnight opens one day more. Harmless when run twice
 * at once. A rule that cannot be worked on keeps none of the others waiting; it is tried again with the next tick.
 */
export const makeReceptionDays = async (now: Instant): Promise<void> => {
  const until = madeUntilAt(now)
  for (const rule of await rulesBehind(until, rulesPerTick)) {
    try {
      const calendars = await loadCalendars(rule.centreId, now)
      await makeDays(rule, comingDays(rule, addDays(rule.madeUntil, 1), calendars, now), until)
    } catch (error) {
      process.stderr.write(
        `${JSON.stringify({ timer: 'reception', what: rule._id, error: String(error) })}\n`,
      )
    }
  }
}
