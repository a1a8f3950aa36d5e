import { command as _ } from '../../_kit/cloud'
import type { BallotDocument, RollDocument } from '../../_kit/documents/ballots'
import type { HouseholdDocument, ResidentDocument } from '../../_kit/documents/community'
import { idOf } from '../../_kit/ids'
import { findIds } from '../../_kit/missing'
import { table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'
import type { RollChange } from './roll.rule'

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
