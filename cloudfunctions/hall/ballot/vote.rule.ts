import type { Instant } from '../../../types/common/time'
import type { Caller } from '../../_kit/caller'
import type { BallotDocument, RollDocument, VoteDocument } from '../../_kit/documents/ballots'
import { type Refused, refuse } from '../../_kit/refusal'

type Row = Pick<RollDocument, 'ballotId' | 'rollVersion' | 'doors' | 'person' | 'proxy'>

/** Whether a row belongs to the roll a ballot has now. */
export const isOnRoll = (
  row: RollDocument | undefined,
  ballot: Pick<BallotDocument, '_id' | 'rollVersion'>,
): row is RollDocument => row?.ballotId === ballot._id && row.rollVersion === ballot.rollVersion

/** Whether a row is somebody's own: they are the person, or live behind one of its doors. */
export const isOwnRow = (
  { doors, person }: Pick<RollDocument, 'doors' | 'person'>,
  { openid, resident }: Caller,
): boolean => {
  if (person !== '') return person === openid
  const home = resident?.membership === 'approved' ? resident.householdId : ''
  return home !== '' && doors.includes(home)
}

/** How somebody may give a row's vote on their phone: for themselves, or by 委托 (proxy). Undefined when they may not. */
export const howMayVote = (row: Row, caller: Caller): 'phone' | 'proxy' | undefined => {
  if (isOwnRow(row, caller)) return 'phone'
  return row.proxy !== '' && row.proxy === caller.openid ? 'proxy' : undefined
}

/** Why nobody may vote now; undefined when the ballot is open until `until`. */
export const whyNotVote = (
  { state, opensAt }: Pick<BallotDocument, 'state' | 'opensAt'>,
  until: Instant,
  now: Instant,
): Refused<'HALL.BALLOT_NOT_OPEN' | 'HALL.BALLOT_CLOSED'> | undefined => {
  if (state === 'draft' || (state === 'open' && now < opensAt)) return refuse('HALL.BALLOT_NOT_OPEN')
  return state === 'open' && now < until ? undefined : refuse('HALL.BALLOT_CLOSED')
}

/** Whether a row's vote counts under the rules a ballot has now. */
export const stands = (
  vote: Pick<VoteDocument, 'rulesVersion'> | undefined,
  { rulesVersion }: Pick<BallotDocument, 'rulesVersion'>,
): boolean => vote?.rulesVersion === rulesVersion

/**
 * What became of a vote the ballot did not count in, from how the ballot is now: refused when it was cancelled or its
 * rules are others, else it was counted in before.
 */
export const whyNotCounted = (
  ballot: Pick<BallotDocument, 'state' | 'rulesVersion' | 'counted'> | undefined,
  { rulesVersion }: Pick<VoteDocument, 'rulesVersion'>,
  mark: string,
): Refused<'HALL.BALLOT_CLOSED' | 'HALL.RULES_CHANGED'> | undefined => {
  if (!ballot || ballot.counted.includes(mark)) return undefined
  if (ballot.state === 'cancelled') return refuse('HALL.BALLOT_CLOSED')
  return ballot.rulesVersion === rulesVersion ? undefined : refuse('HALL.RULES_CHANGED')
}
