import type { Instant } from '../../../types/common/time'
import { outcomeOf } from './outcome.rule'
import { forgetEntries } from './paper.store'
import { dueBallots, publishResult } from './result.store'
import { tallyOf } from './vote.store'

/** Ballots one tick counts; what is left waits for the next. */
const ballotsPerTick = 5

/**
 * 计票: counts ballots when nobody can still be putting a vote, from the votes and nothing else, and publishes the
 * result. Harmless when run twice at once: both count the same, one publishes. One that cannot be counted keeps no
 * other waiting; it is tried again with the next tick.
 */
export const countBallots = async (now: Instant): Promise<void> => {
  for (const ballot of await dueBallots(now, ballotsPerTick)) {
    try {
      await publishResult(ballot, outcomeOf(ballot, ballot.roll, await tallyOf(ballot)), now)
      await forgetEntries(ballot._id)
    } catch (error) {
      process.stderr.write(`${JSON.stringify({ timer: 'ballot', what: ballot._id, error: String(error) })}\n`)
    }
  }
}
