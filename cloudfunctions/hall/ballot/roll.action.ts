import type { hallContract } from '../../../types/hall.contract'
import { type Ask, transact } from '../../_kit/ask'
import type { BallotDocument, RollDocument, Sums } from '../../_kit/documents/ballots'
import { buildingName } from '../../_kit/door.rule'
import { pageOf } from '../../_kit/page.rule'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { ballotAlong, ballotById, ballotForUpdate } from './ballot.store'
import { firstHouseholdAt, householdRow, ownersChange, personRow, type RollChange } from './roll.rule'
import {
  clearSums,
  fillSize,
  homePage,
  householdsAlong,
  laterHouseholds,
  removeCleared,
  rowsWithDoors,
  standingRows,
  voterPage,
  writeRoll,
} from './roll.store'
import { givenFor, rollAlong } from './roll-reading.store'
import { isOnRoll } from './vote.rule'
import { voteIdOf } from './vote.store'

type Hall = typeof hallContract

const plus = (roll: Sums, gain: Sums): Sums => ({
  votes: roll.votes + gain.votes,
  area: roll.area + gain.area,
})

/** Writes a change of the roll as it was seen, with the record of the request; answers the sums after it. */
const change = <More extends object>(ask: Ask, seen: BallotDocument, wanted: RollChange, more: More) =>
  transact<{ roll: Sums } & More, 'HALL.ROLL_FROZEN'>(ask, async (transaction) => {
    const ballot = await ballotForUpdate(transaction, seen.centreId, seen._id)
    if (ballot?.state !== 'draft') return refuse('HALL.ROLL_FROZEN')
    if (ballot.rollChanges !== seen.rollChanges) return refuse('COMMON.CHANGED')
    await writeRoll(transaction, ballot, wanted)
    return { data: { roll: plus(ballot.roll, wanted.gain), ...more }, target: ballot._id }
  })

/** Households of a page that have no row yet, or residents where each has a vote. */
const missingRows = async (
  ballot: BallotDocument,
  buildings: readonly string[],
  after: string | undefined,
): Promise<{ readonly added: readonly RollDocument[]; readonly next?: string }> => {
  if (ballot.unit === 'person') {
    const people = await voterPage(ballot.centreId, buildings, after)
    const rows = people.map((person) => personRow(ballot, person))
    const there = await standingRows(rows)
    const next = people[fillSize - 1]?.order
    return { added: rows.filter(({ _id }) => !there.has(_id)), ...(next && { next }) }
  }
  const homes = await homePage(ballot.centreId, buildings, after)
  const there = await rowsWithDoors(
    ballot,
    homes.map(({ _id }) => _id),
  )
  const taken = new Set(there.flatMap(({ doors }) => doors))
  const rows = homes.filter(({ _id }) => !taken.has(_id)).map((home) => householdRow(ballot, home))
  const next = homes[fillSize - 1]?.order
  return { added: rows, ...(next && { next }) }
}

export const fillRoll: Action<Hall, 'fillRoll'> = along(
  ({ centreId, ballotId }) => [ballotAlong(centreId, ballotId)],
  async ({ buildings, after }, ask) => {
    const ballot = ask.rows.ballots
    if (!ballot) return refuse('COMMON.NOT_FOUND')
    if (ballot.state !== 'draft') return refuse('HALL.ROLL_FROZEN')
    const { added, next } = await missingRows(ballot, buildings.map(buildingName), after)
    const gain = { votes: added.length, area: 0 }
    return change(ask, ballot, { added, areas: [], gain }, next ? { next } : {})
  },
)

/** Owners as they stand in the register: several doors of one owner are one row, one vote. */
export const saveRollRows: Action<Hall, 'saveRollRows'> = along(
  ({ centreId, ballotId, rows }) => [
    ballotAlong(centreId, ballotId),
    householdsAlong(rows.flatMap(({ doors }) => doors.map((door) => firstHouseholdAt(centreId, door)))),
  ],
  async ({ centreId, rows }, ask) => {
    const ballot = ask.rows.ballots
    if (!ballot) return refuse('COMMON.NOT_FOUND')
    if (ballot.state !== 'draft') return refuse('HALL.ROLL_FROZEN')
    if (ballot.unit === 'person') return refuse('COMMON.BAD_INPUT', { rows: '每人一票的名册按登记的居民编' })
    const later = await laterHouseholds(ask.lists.households ?? [])
    const homeAt = (door: (typeof rows)[number]['doors'][number]) => {
      const first = firstHouseholdAt(centreId, door)
      return later.get(first) ?? first
    }
    const there = await rowsWithDoors(
      ballot,
      rows.flatMap(({ doors }) => doors.map(homeAt)),
    )
    const wanted = ownersChange(ballot, rows, homeAt, there)
    if (isRefused(wanted)) return wanted
    return change(ask, ballot, wanted, { saved: rows.length })
  },
)

export const clearRoll: Action<Hall, 'clearRoll'> = along(
  ({ centreId, ballotId }) => [ballotAlong(centreId, ballotId)],
  async ({ centreId, ballotId }, ask) => {
    const seen = ask.rows.ballots
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const isRepeat = seen.clearedIn === ask.requestKey
    const isCleared = !isRepeat && seen.state === 'draft' && (await clearSums(seen, ask.requestKey))
    const ballot = isRepeat || isCleared ? seen : await ballotById(centreId, ballotId)
    const rollVersion = isCleared ? seen.rollVersion + 1 : (ballot?.rollVersion ?? 0)
    if (ballot?.state !== 'draft') return refuse('HALL.ROLL_FROZEN')
    await removeCleared(ballotId, rollVersion)
    return { data: { roll: { votes: 0, area: 0 } }, target: ballotId }
  },
)

/** A page of the roll: whose vote is given, and how; what was voted is not looked at. */
export const roll: Action<Hall, 'roll'> = along(
  ({ centreId, ballotId, building, after }) => [
    ballotAlong(centreId, ballotId),
    rollAlong(ballotId, building, after),
  ],
  async (_input, { rows: { ballots: ballot }, lists }) => {
    if (!ballot) return refuse('COMMON.NOT_FOUND')
    const { rows: fetched, next } = pageOf(lists.ballotRoll ?? [])
    const rows = fetched.filter((row) => isOnRoll(row, ballot))
    const { votes, papers } = await givenFor(
      ballot,
      rows.map(({ _id }) => _id),
    )
    const how = new Map(votes.map((vote) => [vote._id, vote.how]))
    const paper = new Map(papers.map(({ _id, state }) => [_id, state]))
    return {
      data: {
        rows: rows.map(({ _id, title, area, proxyMasked }) => {
          const given = how.get(voteIdOf(ballot._id, _id))
          const entered = given ? undefined : paper.get(_id)
          return {
            ...{ rollId: _id, title, area, voted: given !== undefined, how: given ?? ('' as const) },
            proxy: proxyMasked,
            // both agree, but the run that put the vote died: a second look is still needed
            paper: entered === 'counted' ? ('waiting' as const) : (entered ?? ('' as const)),
          }
        }),
        ...(next && { next }),
      },
    }
  },
)
