import type { BallotDocument, RollDocument } from '../../cloudfunctions/_kit/documents/ballots'
import type { HouseholdDocument, ResidentDocument } from '../../cloudfunctions/_kit/documents/community'
import { doorOrder } from '../../cloudfunctions/_kit/door.rule'
import { idOf, orderOf } from '../../cloudfunctions/_kit/ids'
import { rollIdOf } from '../../cloudfunctions/hall/ballot/roll.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { centres } from '../harness/town'

export const centreId = centres.jingui
/** Thursday, 3 December 2026, nine in the morning: ballots of these rows opened an hour before. */
export const nine = instantOf('2026-12-03' as ShanghaiDay, 9 * 60)
export const minute = 60_000
export const hour = 60 * minute

/** An open ballot of households, until eleven; paper votes until noon. */
export const ballotRow = (_id: string, facts: Partial<BallotDocument> = {}): BallotDocument => {
  const paperUntil = facts.paperUntil ?? asInstant(nine + 3 * hour)
  return {
    _id,
    centreId,
    question: '5栋楼下要不要装充电桩',
    about: '',
    unit: 'household',
    subject: '',
    majority: 'half',
    turnoutPercent: 0,
    opensAt: asInstant(nine - hour),
    closesAt: asInstant(nine + 2 * hour),
    paperUntil,
    matterId: '',
    state: 'open',
    rulesVersion: 1,
    roll: { votes: 0, area: 0 },
    rollVersion: 1,
    rollChanges: 0,
    proxies: {},
    cast: { votes: 0, area: 0 },
    counted: [],
    result: null,
    cancelledBecause: '',
    countAt: asInstant(paperUntil + 30_000),
    clearedIn: '',
    openedIn: 'planted',
    cancelledIn: '',
    requestKey: 'planted',
    order: orderOf(nine, _id),
    ...facts,
  }
}

/** The household behind a door of building 5. */
export const homeRow = (room: string, building = '5栋'): HouseholdDocument => {
  const _id = idOf(centreId, building, room)
  return { _id, centreId, building, room, members: 1, order: doorOrder({ building, room }, _id) }
}

/** Somebody who lives behind that door. */
export const voterRow = (
  openid: string,
  { _id: householdId, building, room }: HouseholdDocument,
  facts: Partial<ResidentDocument> = {},
): ResidentDocument => ({
  _id: openid,
  ...{ nameSealed: '', nameMasked: '赵*', phoneSealed: '', phoneMasked: '', phoneHash: '' },
  ...{ centreId, membership: 'approved', rejectedBecause: '', building, room, householdId },
  ...{ roles: [], askedAt: nine, order: orderOf(nine, openid) },
  ...facts,
})

/** A row of the roll for some doors, 90 square metres unless it says otherwise. */
export const rollRow = (
  ballotId: string,
  homes: readonly HouseholdDocument[],
  facts: Partial<RollDocument> = {},
): RollDocument => {
  const [first] = homes
  const _id = rollIdOf({ _id: ballotId, rollVersion: 1 }, first?._id ?? facts.person ?? '')
  const { building = '', room = '' } = first ?? {}
  return {
    _id,
    ...{ ballotId, centreId, rollVersion: 1, doors: homes.map((home) => home._id), person: '' },
    ...{ title: `${building} ${room}`, building, area: 90_00 },
    ...{ proxy: '', proxyMasked: '', proxyLetter: '', order: doorOrder({ building, room }, _id) },
    ...facts,
  }
}
