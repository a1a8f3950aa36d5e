import { command as _ } from '../../_kit/cloud'
import type {
  BallotDocument,
  PaperVoteDocument,
  RollDocument,
  VoteDocument,
} from '../../_kit/documents/ballots'
import { buildingName } from '../../_kit/door.rule'
import { pageSize } from '../../_kit/page.rule'
import { list, table } from '../../_kit/table'
import { rollIdOf } from './roll.rule'
import { voteIdOf } from './vote.store'

type Of = Pick<BallotDocument, '_id' | 'rollVersion'>

/** Somebody's place in a roll: by their household, by themselves, or by proxy. */
export type OwnRow = RollDocument & { readonly votes: readonly { readonly _id: string }[] }

/** Votes of the rows most people stand in are brought along; those of other rows are looked up by the caller. */
export const likelyRows = (ballot: Of, openid: string, householdId: string): readonly string[] => [
  rollIdOf(ballot, openid),
  rollIdOf(ballot, householdId),
]

/** The most rows one person stands in: their own, and three by proxy. */
const mostOwn = 20

/** The rows somebody may vote for. One request, which also brings the votes of `likelyRows`. */
export const ownRows = (
  { _id: ballotId, rollVersion, rulesVersion }: BallotDocument,
  openid: string,
  householdId: string,
): Promise<OwnRow[]> => {
  const likely = likelyRows({ _id: ballotId, rollVersion }, openid, householdId)
  const votes = likely.map((rollId) => voteIdOf(ballotId, rollId))
  const of = { ballotId, rollVersion }
  return list(
    table('ballotRoll')
      .aggregate()
      // each branch by an index of its own
      .match(
        _.or([
          { ...of, person: openid },
          { ...of, proxy: openid },
          ...(householdId === '' ? [] : [{ ...of, doors: householdId }]),
        ]),
      )
      .limit(mostOwn)
      .lookup({
        from: 'votes',
        as: 'votes',
        pipeline: [{ $match: { _id: { $in: votes }, rulesVersion } }, { $project: { _id: 1 } }],
      }),
  )
}

/**
 * Look-up of a page of a roll by door, to bring along with the caller. Rows of a roll that was cleared may still be
 * among them.
 */
export const rollAlong = (ballotId: string, building: string | undefined, after: string | undefined) => ({
  from: 'ballotRoll' as const,
  id: {
    where: {
      ballotId,
      ...(building !== undefined && { building: buildingName(building) }),
      ...(after !== undefined && { order: { $gt: after } }),
    },
    order: { order: 1 as const },
    limit: pageSize + 1,
  },
})

/** What was given or entered for some rows: votes that stand, and paper votes. */
export interface Given {
  readonly votes: readonly Pick<VoteDocument, '_id' | 'how'>[]
  readonly papers: readonly Pick<PaperVoteDocument, '_id' | 'state'>[]
}

/** What was given or entered for some rows of a ballot under its rules, nothing of it unsealed. One request. */
export const givenFor = async (
  { _id, rulesVersion }: Pick<BallotDocument, '_id' | 'rulesVersion'>,
  rollIds: readonly string[],
): Promise<Given> => {
  const voteIds = rollIds.map((rollId) => voteIdOf(_id, rollId))
  const [given] = await list<Given>(
    table('ballots')
      .aggregate()
      .match({ _id })
      .limit(1)
      .lookup({
        from: 'votes',
        as: 'votes',
        pipeline: [{ $match: { _id: { $in: voteIds }, rulesVersion } }, { $project: { how: 1 } }],
      })
      .lookup({
        from: 'paperVotes',
        as: 'papers',
        pipeline: [{ $match: { _id: { $in: [...rollIds] }, rulesVersion } }, { $project: { state: 1 } }],
      })
      .project({ votes: 1, papers: 1 }),
  )
  return given ?? { votes: [], papers: [] }
}
