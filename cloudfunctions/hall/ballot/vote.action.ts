import type { hallContract } from '../../../types/hall.contract'
import type { BallotDocument } from '../../_kit/documents/ballots'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { ballotAlong } from './ballot.store'
import { ballotView } from './ballot.view'
import { putVote } from './casting.store'
import { likelyRows, type OwnRow, ownRows } from './roll-reading.store'
import { howMayVote, isOnRoll, stands, whyNotVote } from './vote.rule'
import { newVote, requestMarkOf, standingVotes, voteIdOf } from './vote.store'

type Hall = typeof hallContract

/** Ids of the votes that stand for some rows; those that were not brought along are looked up. */
const votesGiven = async (
  ballot: BallotDocument,
  rows: readonly OwnRow[],
  likely: readonly string[],
): Promise<ReadonlySet<string>> => {
  const brought = rows.flatMap(({ votes }) => votes.map(({ _id }) => _id))
  const others = rows.filter(({ _id }) => !likely.includes(_id))
  const found = await standingVotes(
    ballot.rulesVersion,
    others.map(({ _id }) => voteIdOf(ballot._id, _id)),
  )
  return new Set([...brought, ...found])
}

/** One ballot and the votes the caller may give in it; one request more for several units of one owner or a proxy. */
export const ballot: Action<Hall, 'ballot'> = along(
  ({ centreId, ballotId }) => [ballotAlong(centreId, ballotId)],
  async (_input, { rows: { ballots: shown }, caller }) => {
    if (!shown || shown.openedIn === '') return refuse('COMMON.NOT_FOUND')
    const { openid, resident } = caller
    const home = resident?.membership === 'approved' ? resident.householdId : ''
    const rows = await ownRows(shown, openid, home)
    const given = await votesGiven(shown, rows, likelyRows(shown, openid, home))
    return {
      data: {
        ...ballotView(shown),
        mine: rows.map((row) => ({
          rollId: row._id,
          title: row.person === openid ? '本人' : row.title,
          area: row.area,
          proxy: howMayVote(row, caller) === 'proxy',
          voted: given.has(voteIdOf(shown._id, row._id)),
        })),
      },
    }
  },
)

/** One vote of a row of the roll, once and for all; by whoever the row belongs to or their proxy. */
export const castVote: Action<Hall, 'castVote'> = along(
  ({ centreId, ballotId, rollId }) => [
    ballotAlong(centreId, ballotId),
    { from: 'ballotRoll', id: rollId },
    { from: 'votes', id: voteIdOf(ballotId, rollId) },
  ],
  async ({ ballotId, choice, rulesVersion }, { rows, caller, requestKey, now }) => {
    const { ballots: open, ballotRoll: row, votes: seen } = rows
    if (!open) return refuse('COMMON.NOT_FOUND')
    const how = isOnRoll(row, open) ? howMayVote(row, caller) : undefined
    if (!row || !how) return refuse('HALL.NOT_ON_ROLL')
    const isRepeat = stands(seen, open) && seen?.requestMark === requestMarkOf(requestKey)
    if (!isRepeat) {
      const refused = whyNotVote(open, open.closesAt, now)
      if (refused) return refused
      if (open.rulesVersion !== rulesVersion) return refuse('HALL.RULES_CHANGED')
    }

    const refused = await putVote(open, newVote(open, row, choice, how, requestKey), seen, requestKey)
    return refused ?? { data: { voted: true }, target: ballotId }
  },
)
