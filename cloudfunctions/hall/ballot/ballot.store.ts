import { command as _ } from '../../_kit/cloud'
import type { BallotDocument, VoteDocument } from '../../_kit/documents/ballots'
import { pageSize } from '../../_kit/page.rule'
import { table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'
import { type BallotRules, countAtOf } from './ballot.rule'

/** Look-up of a centre's ballot, to bring along with the caller. */
export const ballotAlong = (centreId: string, ballotId: string) => ({
  from: 'ballots' as const,
  id: { where: { _id: ballotId, centreId }, limit: 1 },
})

/** One ballot of a centre. */
export const ballotById = async (centreId: string, ballotId: string): Promise<BallotDocument | undefined> => {
  const ballot = await table('ballots').get(ballotId)
  return ballot?.centreId === centreId ? ballot : undefined
}

/** A ballot of a centre, inside a transaction that will change it. */
export const ballotForUpdate = async (
  transaction: Transaction,
  centreId: string,
  ballotId: string,
): Promise<BallotDocument | undefined> => {
  const ballot = await transaction.get('ballots', ballotId)
  return ballot?.centreId === centreId ? ballot : undefined
}

/** A page of a centre's ballots, newest first; residents see those that were opened. */
export const ballotPage = (
  centreId: string,
  show: 'all' | 'opened',
  after: string | undefined,
): Promise<BallotDocument[]> =>
  table('ballots').find(
    {
      centreId,
      ...(show === 'opened' && { openedIn: _.neq('') }),
      ...(after !== undefined && { order: _.lt(after) }),
    },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/** Inserts a draft; false when the request made it before. */
export const claimBallot = (ballot: BallotDocument): Promise<boolean> => table('ballots').claim(ballot)

/**
 * Writes other rules, under which votes are given from then on, unless somebody voted, or state, rules or roll are no
 * longer those that were seen. False when it did not.
 */
export const changeRules = async (
  { _id, state, rulesVersion, rollChanges }: BallotDocument,
  rules: BallotRules,
  requestKey: string,
): Promise<boolean> =>
  (await table('ballots').update(
    { _id, state, rulesVersion, rollChanges, 'cast.votes': 0 },
    {
      ...rules,
      rulesVersion: rulesVersion + 1,
      requestKey,
      ...(state === 'open' && { countAt: countAtOf(rules) }),
    },
  )) > 0

/** Opens a draft with the roll as it was seen; false when rules, roll or state changed meanwhile. */
export const openDraft = async (ballot: BallotDocument, requestKey: string): Promise<boolean> => {
  const { _id, rulesVersion, rollChanges } = ballot
  const updated = await table('ballots').update(
    { _id, state: 'draft', rulesVersion, rollChanges },
    { state: 'open', countAt: countAtOf(ballot), openedIn: requestKey },
  )
  return updated > 0
}

/** Ends a ballot that is not counted, without a result; false when it is counted or cancelled. */
export const cancel = async (ballotId: string, reason: string, requestKey: string): Promise<boolean> =>
  (await table('ballots').update(
    { _id: ballotId, state: _.in(['draft', 'open']) },
    { state: 'cancelled', cancelledBecause: reason, cancelledIn: requestKey, countAt: 0 },
  )) > 0

/** Requests that are remembered as counted in; a repeat comes long before so many others. */
const remembered = 200

/**
 * Counts a vote into the turnout, once for each mark, while the ballot is open under the vote's rules. The hours need
 * no look: whoever may vote under these rules was found before, and other hours are other rules.
 */
export const countIn = async (
  { ballotId, rulesVersion, area }: VoteDocument,
  mark: string,
): Promise<boolean> =>
  (await table('ballots').update(
    { _id: ballotId, state: 'open', rulesVersion, counted: _.neq(mark) },
    {
      'cast.votes': _.inc(1),
      'cast.area': _.inc(area),
      counted: _.push({ each: [mark], slice: -remembered }),
    },
  )) > 0
