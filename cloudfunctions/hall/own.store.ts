import type { Instant } from '../../types/common/time'
import type { OwnRow } from '../_kit/own'
import { forgetBallot, ownBallot } from './ballot/own.store'
import { forgetMatters, isExpectedInMatters, ownMatters } from './matter/own.store'
import { forgetMediation, isExpectedInMediation, ownMediation } from './mediation/own.store'
import { forgetProblems, isExpectedInProblems, ownProblems } from './problem/own.store'
import { forgetReception, isExpectedInReception, ownReception } from './reception/own.store'
import { forgetSession, isExpectedInSession, ownSession } from './session/own.store'

/** What the hall keeps of a resident, part by part. */
export const ownInHall = async (openid: string): Promise<OwnRow[]> => [
  ...(await ownMatters(openid)),
  ...(await ownSession(openid)),
  ...(await ownReception(openid)),
  ...(await ownProblems(openid)),
  ...(await ownMediation(openid)),
  ...(await ownBallot(openid)),
]

/** Whether somebody is still waited for: something they have in hand, a session or a talk they said they come to. */
export const isExpectedInHall = async (openid: string, now: Instant): Promise<boolean> =>
  (await isExpectedInMatters(openid)) ||
  (await isExpectedInProblems(openid)) ||
  (await isExpectedInMediation(openid)) ||
  (await isExpectedInSession(openid, now)) ||
  (await isExpectedInReception(openid, now))

/** Forgets who somebody was, part by part; harmless when repeated. False when others were in the way: try again. */
export const forgetInHall = async (openid: string, alias: string, now: Instant): Promise<boolean> => {
  if (!(await forgetMatters(openid, alias))) return false
  if (!(await forgetProblems(openid, alias))) return false
  if (!(await forgetSession(openid, alias))) return false
  await forgetReception(openid, alias)
  await forgetMediation(openid, alias, now)
  await forgetBallot(openid, alias)
  return true
}
