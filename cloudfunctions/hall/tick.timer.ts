import type { Instant } from '../../types/common/time'
import { countBallots } from './ballot/ballot.timer'
import { tendMatters } from './matter/matter.timer'
import { remindFollowUps } from './mediation/mediation.timer'
import { recountDueDays, tendProblems } from './problem/problem.timer'
import { makeReceptionDays } from './reception/reception.timer'
import { remindSessions } from './session/session.timer'

/**
 * Every minute, in this order: results people wait for; due days by the newest calendar before anything climbs by an
 * old one; what is overdue or silent; what lies ahead.
 */
export const tick = async (now: Instant): Promise<void> => {
  await countBallots(now)
  await recountDueDays(now)
  await tendProblems(now)
  await tendMatters(now)
  await remindSessions(now)
  await makeReceptionDays(now)
  await remindFollowUps(now)
}
