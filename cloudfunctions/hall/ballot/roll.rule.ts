import type { ParsedInputOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import type { BallotDocument, RollDocument, Sums } from '../../_kit/documents/ballots'
import type { HouseholdDocument, ResidentDocument } from '../../_kit/documents/community'
import { doorOf, doorOrder } from '../../_kit/door.rule'
import { idOf } from '../../_kit/ids'
import { type Refused, refuse } from '../../_kit/refusal'

type Hall = typeof hallContract
type Written = ParsedInputOf<Hall, 'saveRollRows'>['rows']
type Door = Written[number]['doors'][number]

/** The ballot whose roll a row belongs to. */
type Of = Pick<BallotDocument, '_id' | 'centreId' | 'rollVersion'>

/** Names a row by the household (the first of several) or the person it belongs to. */
export const rollIdOf = ({ _id, rollVersion }: Pick<Of, '_id' | 'rollVersion'>, key: string): string =>
  idOf('roll', _id, String(rollVersion), key)

/** The household behind a door where nobody has moved out: what whoever joins there first will belong to. */
export const firstHouseholdAt = (centreId: string, { building, room }: Door): string => {
  const door = doorOf(building, room)
  return idOf(centreId, door.building, door.room)
}

const tidied = ({ building, room }: Door): Door => doorOf(building, room)

const shared = ({ _id: ballotId, centreId, rollVersion }: Of) => ({
  ...{ ballotId, centreId, rollVersion },
  ...{ proxy: '', proxyMasked: '', proxyLetter: '' },
})

/** The row of a registered household; its area is still to be written where one counts. */
export const householdRow = (
  ballot: Of,
  { _id: householdId, building, room }: Pick<HouseholdDocument, '_id' | 'building' | 'room'>,
): RollDocument => {
  const _id = rollIdOf(ballot, householdId)
  return {
    _id,
    ...shared(ballot),
    ...{ doors: [householdId], person: '', title: `${building} ${room}`, building, area: 0 },
    order: doorOrder({ building, room }, _id),
  }
}

/** The row of a resident where each person has a vote. */
export const personRow = (
  ballot: Of,
  {
    _id: person,
    nameMasked,
    building,
    room,
  }: Pick<ResidentDocument, '_id' | 'nameMasked' | 'building' | 'room'>,
): RollDocument => {
  const _id = rollIdOf(ballot, person)
  return {
    _id,
    ...shared(ballot),
    ...{ doors: [], person, title: `${nameMasked}(${building} ${room})`, building, area: 0 },
    order: doorOrder({ building, room }, _id),
  }
}

/** 「5栋 2-301、2-302」: rooms of the same building after it once. */
const titleOf = (doors: readonly Door[]): string =>
  doors
    .map(({ building, room }, at) =>
      building === doors[at - 1]?.building ? `、${room}` : ` ${building} ${room}`,
    )
    .join('')
    .trim()

/** An owner's row: one vote for all their doors, with the area of all of them. `homes` are the households there. */
const ownerRow = (ballot: Of, { doors, area }: Written[number], homes: readonly string[]): RollDocument => {
  const tidy = doors.map(tidied)
  const [first = { building: '', room: '' }] = tidy
  const _id = rollIdOf(ballot, homes[0] ?? '')
  return {
    _id,
    ...shared(ballot),
    ...{ doors: homes, person: '', title: titleOf(tidy), building: first.building, area },
    order: doorOrder(first, _id),
  }
}

/** What writing some rows changes about a roll. */
export interface RollChange {
  readonly added: readonly RollDocument[]
  /** Rows that stay, with another area. */
  readonly areas: readonly { readonly _id: string; readonly area: number }[]
  /** What the whole roll gains. */
  readonly gain: Sums
}

const sameDoors = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((door) => b.includes(door))

/**
 * What owners' rows change about a roll: a row with the doors of one that is there corrects its area, one that shares
 * a door with another is refused. `homeAt` names the household behind a door, `there` are rows with any of them.
 */
export const ownersChange = (
  ballot: Of,
  written: Written,
  homeAt: (door: Door) => string,
  there: readonly RollDocument[],
): RollChange | Refused<'HALL.DOOR_TWICE'> => {
  const seen = new Set<string>()
  const added: RollDocument[] = []
  const areas: { _id: string; area: number }[] = []
  let gained = 0
  for (const row of written) {
    const homes = row.doors.map(homeAt)
    const known = there.filter(({ doors }) => doors.some((door) => homes.includes(door)))
    const [same] = known.filter(({ doors }) => sameDoors(doors, homes))
    if (
      homes.some((home, at) => seen.has(home) || homes.indexOf(home) !== at) ||
      known.length > (same ? 1 : 0)
    ) {
      return refuse('HALL.DOOR_TWICE', { rows: titleOf(row.doors.map(tidied)) })
    }
    for (const home of homes) seen.add(home)
    if (!same) added.push(ownerRow(ballot, row, homes))
    else if (same.area !== row.area) areas.push({ _id: same._id, area: row.area })
    gained += row.area - (same?.area ?? 0)
  }
  return { added, areas, gain: { votes: added.length, area: gained } }
}
