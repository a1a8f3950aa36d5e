import { command } from '../_kit/cloud'
import type { HouseholdDocument, ResidentDocument } from '../_kit/documents/community'
import { type Door, doorOrder } from '../_kit/door.rule'
import { idOf } from '../_kit/ids'
import { table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'

/** The most members of a household that are shown and told. */
const mostMembers = 50

/** What other rooms may know of a member. */
type Member = Pick<ResidentDocument, '_id' | 'nameMasked' | 'householdId'>

/**
 * Starts an aggregation at a household that brings its members along as `people`; a room may hang look-ups of its own
 * on it, so that a household and what that room keeps for it are one request.
 */
export const atHousehold = (centreId: string, householdId: string) =>
  table('households')
    .aggregate()
    .match({ _id: householdId, centreId })
    .limit(1)
    .lookup({
      from: 'residents',
      pipeline: [{ $match: { householdId } }, { $sort: { order: 1 } }, { $limit: mostMembers }],
      as: 'people',
    })

/** A household by its id. One request. */
export const householdById = async (
  centreId: string,
  householdId: string,
): Promise<HouseholdDocument | undefined> => {
  const household = await table('households').get(householdId)
  return household?.centreId === centreId ? household : undefined
}

/** Look-up of a household's members, to bring along with the caller. */
export const membersAlong = (householdId: string) => ({
  from: 'residents' as const,
  id: { where: { householdId }, limit: mostMembers },
})

/** The members of several households, one request; at most 1000. */
export const membersOf = (householdIds: readonly string[]): Promise<Member[]> =>
  table('residents').find(
    { householdId: command.in([...householdIds]) },
    { limit: 1000, fields: { _id: true, nameMasked: true, householdId: true } },
  )

/** A household, to be changed in the same transaction. Another centre's is not found. */
export const householdForUpdate = async (
  transaction: Transaction,
  centreId: string,
  householdId: string,
): Promise<HouseholdDocument | undefined> => {
  const household = await transaction.get('households', householdId)
  return household?.centreId === centreId ? household : undefined
}

/**
 * The household behind a door, or the one that begins there (`members` 0, not yet written). Where everybody has moved
 * away, the next family is a household with an id of its own, so that it never finds the former one's passbook.
 */
export const doorForUpdate = async (
  transaction: Transaction,
  centreId: string,
  door: Door,
): Promise<{ readonly household: HouseholdDocument; readonly begins: boolean }> => {
  let householdId = idOf(centreId, door.building, door.room)
  for (;;) {
    const household = await transaction.get('households', householdId)
    if (household && household.members > 0) return { household, begins: false }
    if (!household) {
      const order = doorOrder(door, householdId)
      const { building, room } = door
      return { household: { _id: householdId, centreId, building, room, members: 0, order }, begins: true }
    }
    householdId = idOf(householdId, 'next')
  }
}

/** Counts people into a household, which begins to exist with its first members. */
export const countIn = async (
  transaction: Transaction,
  household: HouseholdDocument,
  begins: boolean,
  count: number,
): Promise<void> => {
  if (begins) await transaction.insert('households', { ...household, members: count })
  else await transaction.update('households', household._id, { members: command.inc(count) })
}

/**
 * Moves members from one household to another, 2 operations each and 2 more. False, and the transaction has to be
 * rolled back, when somebody is no member of `from` any longer.
 */
export const moveMembers = async (
  transaction: Transaction,
  residentIds: readonly string[],
  from: HouseholdDocument,
  to: { readonly household: HouseholdDocument; readonly begins: boolean },
): Promise<boolean> => {
  const { _id: householdId, building, room } = to.household
  for (const residentId of residentIds) {
    const resident = await transaction.get('residents', residentId)
    if (resident?.householdId !== from._id) return false
    await transaction.update('residents', residentId, { householdId, building, room })
  }
  await countIn(transaction, to.household, to.begins, residentIds.length)
  await transaction.update('households', from._id, { members: command.inc(-residentIds.length) })
  return true
}

/** Lets a member go: the household keeps everything else. Undefined when nobody of that id lives at the centre. */
export const leaveHousehold = async (
  transaction: Transaction,
  centreId: string,
  residentId: string,
): Promise<ResidentDocument | undefined> => {
  const resident = await transaction.get('residents', residentId)
  if (resident?.centreId !== centreId || resident.membership !== 'approved') return undefined
  await transaction.update('residents', residentId, {
    membership: 'none',
    centreId: '',
    householdId: '',
    building: '',
    room: '',
  })
  await transaction.update('households', resident.householdId, { members: command.inc(-1) })
  return resident
}
