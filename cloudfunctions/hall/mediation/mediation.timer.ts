import type { Instant } from '../../../types/common/time'
import { tell } from '../../_kit/notices'
import { followUpsDue, markReminded } from './mediation.store'
import { followUpNotice, remindedUntil } from './mediation-told.rule'

/** What is left waits for the next tick. */
const perTick = 20

/**
 * Reminds mediators of the follow-ups of the day. Told first and noted afterwards, by a notice that exists once:
 * whoever dies in between tells no more.
 */
export const remindFollowUps = async (now: Instant): Promise<void> => {
  const due = await followUpsDue(remindedUntil(now), perTick)
  await tell(due.map(followUpNotice), now)
  for (const mediation of due) await markReminded(mediation)
}
