import { command as _ } from '../../_kit/cloud'
import type {
  BallotDocument,
  PaperVoteDocument,
  RollDocument,
  VoteDocument,
} from '../../_kit/documents/ballots'
import type { HouseholdDocument, ResidentDocument } from '../../_kit/documents/community'
import { idOf } from '../../_kit/ids'
import { findIds } from '../../_kit/missing'
import { pageSize } from '../../_kit/page.rule'
import { list, table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'
import { buildingName } from '../../community/community.door'
import { type RollChange, rollIdOf } from './roll.rule'
import { voteIdOf } from './vote.store'

type Of = Pick<BallotDocument, '_id' | 'rollVersion'>

/** Households or residents one call of `fillRoll` takes. */
export const fillSize = 300

/** A page of the households somebody lives in, by building and room. */
export const homePage = (
  centreId: string,
  buildings: readonly string[],
  after: string | undefined,
): Promise<HouseholdDocument[]> =>
  table('households').find(
    {
      centreId,
      ...(buildings.length > 0 && { building: _.in([...buildings]) }),
      members: _.gt(0),
      ...(after !== undefined && { order: _.gt(after) }),
    },
    { order: [['order', 'asc']], limit: fillSize },
  )

/** What the roll needs of a resident. */
export type Voter = Pick<ResidentDocument, '_id' | 'nameMasked' | 'building' | 'room' | 'order'>

/** A page of the residents a centre approved. */
export const voterPage = (
  centreId: string,
  buildings: readonly string[],
  after: string | undefined,
): Promise<Voter[]> =>
  table('residents').find(
    {
      centreId,
      membership: 'approved',
      ...(buildings.length > 0 && { building: _.in([...buildings]) }),
      ...(after !== undefined && { order: _.gt(after) }),
    },
    {
      order: [['order', 'asc']],
      limit: fillSize,
      fields: { _id: true, nameMasked: true, building: true, room: true, order: true },
    },
  )

/** The most rows some doors can stand in. */
const mostRows = 1000

/** Look-up of the households some doors begin with, to bring along with the caller. */
export const householdsAlong = (householdIds: readonly string[]) => ({
  from: 'households' as const,
  id: { where: { _id: { $in: [...new Set(householdIds)] }, members: 0 }, limit: mostRows },
})

/**
 * Who lives where everybody has moved out before: by the former household, the one behind the same door now. One
 * request for every family that left.
 */
export const laterHouseholds = async (
  left: readonly HouseholdDocument[],
): Promise<ReadonlyMap<string, string>> => {
  const now = new Map<string, string>()
  let waiting = left.map(({ _id }) => ({ first: _id, home: idOf(_id, 'next') }))
  while (waiting.length > 0) {
    const found = await table('households').find(
      { _id: _.in(waiting.map(({ home }) => home)), members: 0 },
      { limit: mostRows, fields: { _id: true } },
    )
    const empty = new Set(found.map(({ _id }) => _id))
    for (const { first, home } of waiting) if (!empty.has(home)) now.set(first, home)
    waiting = waiting
      .filter(({ home }) => empty.has(home))
      .map(({ first, home }) => ({ first, home: idOf(home, 'next') }))
  }
  return now
}

/** Rows of a roll that have any of some doors. One request. */
export const rowsWithDoors = ({ _id, rollVersion }: Of, doors: readonly string[]): Promise<RollDocument[]> =>
  table('ballotRoll').find({ ballotId: _id, rollVersion, doors: _.in([...doors]) }, { limit: mostRows })

/** Which of some rows stand already. One request. */
export const standingRows = (rows: readonly RollDocument[]): Promise<Set<string>> =>
  findIds(
    'ballotRoll',
    rows.map(({ _id }) => _id),
  )

/** Writes what changes about a roll, with its sums, in a transaction that read the ballot. At most 83 operations. */
export const writeRoll = async (
  transaction: Transaction,
  ballot: BallotDocument,
  { added, areas, gain }: RollChange,
): Promise<void> => {
  if (added.length > 0) await transaction.insertAll('ballotRoll', added)
  for (const { _id, area } of areas) await transaction.update('ballotRoll', _id, { area })
  await transaction.update('ballots', ballot._id, {
    'roll.votes': _.inc(gain.votes),
    'roll.area': _.inc(gain.area),
    rollChanges: _.inc(1),
  })
}

/** Begins the roll of a draft anew; false when the ballot is no draft, or others cleared it. */
export const clearSums = async (
  { _id, rollVersion }: Pick<BallotDocument, '_id' | 'rollVersion'>,
  requestKey: string,
): Promise<boolean> =>
  (await table('ballots').update(
    { _id, state: 'draft', rollVersion },
    {
      roll: { votes: 0, area: 0 },
      proxies: _.set({}),
      rollVersion: rollVersion + 1,
      rollChanges: _.inc(1),
      clearedIn: requestKey,
    },
  )) > 0

/** Deletes rows of a roll that was cleared; they count for nothing in any case. */
export const removeCleared = async (ballotId: string, rollVersion: number): Promise<void> => {
  await table('ballotRoll').remove({ ballotId, rollVersion: _.lt(rollVersion) })
}

/** Whether a row of a roll has no area. One request. */
export const isAreaMissing = async ({ _id, rollVersion }: Of): Promise<boolean> => {
  const found = await table('ballotRoll').find(
    { ballotId: _id, rollVersion, area: 0 },
    { limit: 1, fields: { _id: true } },
  )
  return found.length > 0
}

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
