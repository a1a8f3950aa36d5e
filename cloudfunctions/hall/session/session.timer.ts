import type { Instant } from '../../../types/common/time'
import { tell } from '../../_kit/notices'
import { dueSessions, markReminded } from './session.store'
import { listed, noticesTo, reminder } from './session-told.rule'

/** Sessions one tick reminds of; what is left waits for the next. */
const sessionsPerTick = 20

/**
 * Reminds those who said that they come, the evening before. Told first and noted afterwards, by notices that exist
 * once: whoever dies in between tells no more. A session that has begun meanwhile is noted without a word.
 */
export const remindSessions = async (now: Instant): Promise<void> => {
  for (const session of await dueSessions(now, sessionsPerTick)) {
    if (now < session.startsAt) {
      await tell(noticesTo(listed(session, 'coming'), session._id, reminder(session)), now)
    }
    await markReminded(session)
  }
}
