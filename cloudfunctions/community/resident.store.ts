import { lineOf } from '../../types/common/line'
import { allows, type Permission, type Role } from '../../types/common/roles'
import { command } from '../_kit/cloud'
import type { CentreDocument, HouseholdDocument, ResidentDocument } from '../_kit/documents/community'
import type { Door } from '../_kit/door.rule'
import { pageSize } from '../_kit/page.rule'
import { list, table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import type { Found } from './appointment.rule'
import { atHousehold, countIn, doorForUpdate } from './household.store'
import { newResident } from './resident.row'

const mostRoleHolders = 200

/** What an application to join changes in somebody's row. */
export type Application = Pick<
  ResidentDocument,
  'nameSealed' | 'nameMasked' | 'centreId' | 'building' | 'room' | 'askedAt' | 'order'
> &
  Partial<Pick<ResidentDocument, 'phoneSealed' | 'phoneMasked' | 'phoneHash'>>

/**
 * Writes an application, making the person's row when there is none (`isKnown` says which is tried first). False:
 * they were approved in the meantime.
 */
export const apply = async (openid: string, application: Application, isKnown: boolean): Promise<boolean> => {
  const asked = { ...application, membership: 'pending', rejectedBecause: '', householdId: '' } as const
  if (!isKnown && (await table('residents').claim(newResident(openid, asked)))) return true
  return changeApplicant(openid, asked)
}

const changeApplicant = async (openid: string, asked: Partial<ResidentDocument>): Promise<boolean> =>
  (await table('residents').update({ _id: openid, membership: command.neq('approved') }, asked)) > 0

/** A page of applications at a centre, oldest first. */
export const applicationPage = (centreId: string, after: string | undefined): Promise<ResidentDocument[]> =>
  table('residents').find(
    { centreId, membership: 'pending', ...(after !== undefined && { order: command.gt(after) }) },
    { order: [['order', 'asc']], limit: pageSize + 1 },
  )

/** Somebody's row, to be changed in the same transaction. */
export const residentForUpdate = (
  transaction: Transaction,
  residentId: string,
): Promise<ResidentDocument | undefined> => transaction.get('residents', residentId)

/** Lets an applicant into the household behind a door, which begins to exist with its first member. */
export const admit = async (
  transaction: Transaction,
  residentId: string,
  centreId: string,
  door: Door,
): Promise<string> => {
  const { household, begins } = await doorForUpdate(transaction, centreId, door)
  const householdId = household._id
  await countIn(transaction, household, begins, 1)
  await transaction.update('residents', residentId, { membership: 'approved', householdId })
  return householdId
}

/** Turns an applicant down. */
export const turnDown = async (
  transaction: Transaction,
  residentId: string,
  reason: string,
): Promise<void> => {
  await transaction.update('residents', residentId, { membership: 'rejected', rejectedBecause: reason })
}

/** Makes somebody the officer of a centre; they may live here already. */
export const becomeOfficer = async (
  transaction: Transaction,
  openid: string,
  person: Pick<ResidentDocument, 'nameSealed' | 'nameMasked'>,
  centreId: string,
): Promise<void> => {
  const held = { centreId, role: 'officer' } as const
  const known = await residentForUpdate(transaction, openid)
  if (known) await transaction.update('residents', openid, { ...person, roles: [...known.roles, held] })
  else await transaction.insert('residents', newResident(openid, { ...person, roles: [held] }))
}

/** A page of households somebody lives in, by building and room. */
export const householdPage = (
  centreId: string,
  building: string | undefined,
  after: string | undefined,
): Promise<HouseholdDocument[]> =>
  table('households').find(
    {
      centreId,
      members: command.gt(0),
      ...(building !== undefined && { building }),
      ...(after !== undefined && { order: command.gt(after) }),
    },
    { order: [['order', 'asc']], limit: pageSize + 1 },
  )

/** A household with its members, in one request. */
export const householdWithMembers = async (
  centreId: string,
  householdId: string,
): Promise<(HouseholdDocument & { readonly people: readonly ResidentDocument[] }) | undefined> => {
  const [row] = await list<HouseholdDocument & { people: ResidentDocument[] }>(
    atHousehold(centreId, householdId),
  )
  return row
}

/** Somebody whose home is a centre. */
export const residentAt = async (
  centreId: string,
  residentId: string,
): Promise<ResidentDocument | undefined> => {
  const [resident] = await table('residents').find({ _id: residentId, centreId }, { limit: 1 })
  return resident
}

/** Those who registered with a phone number, members before others; several share one where a family does. */
export const residentsByPhone = (phoneHash: string): Promise<ResidentDocument[]> =>
  table('residents').find({ phoneHash }, { order: [['membership', 'asc']], limit: 1 })

/** Those who hold a role at a centre itself. */
export const roleHoldersAt = (centreId: string): Promise<ResidentDocument[]> =>
  table('residents').find({ 'roles.centreId': centreId }, { limit: mostRoleHolders })

/** Those who hold a permission at a centre, by a role there or above it. One request; of at most 1000 people. */
export const holdersOf = async (centreId: string, permission: Permission): Promise<string[]> => {
  const people = await table('residents').find(
    { 'roles.centreId': command.in([...lineOf(centreId)]) },
    { limit: 1000, fields: { roles: true } },
  )
  return people.filter(({ roles }) => allows(roles, permission, centreId)).map(({ _id }) => _id)
}

/** Whether a centre and a person exist, in one request. */
export const centreAndPerson = async (centreId: string, residentId: string): Promise<Found> => {
  const [row] = await list<CentreDocument & { people: object[] }>(
    table('centres')
      .aggregate()
      .match({ _id: centreId })
      .limit(1)
      .lookup({
        from: 'residents',
        pipeline: [{ $match: { _id: residentId } }, { $project: { _id: 1 } }],
        as: 'people',
      }),
  )
  return { centre: row !== undefined, person: (row?.people.length ?? 0) > 0 }
}

/** Gives a role; giving it twice is giving it once. */
export const giveRole = async (residentId: string, centreId: string, role: Role): Promise<void> => {
  await table('residents').update({ _id: residentId }, { roles: command.addToSet({ centreId, role }) })
}

/** Takes a role away; a role not held stays not held. */
export const takeRole = async (residentId: string, centreId: string, role: Role): Promise<void> => {
  await table('residents').update({ _id: residentId }, { roles: command.pull({ centreId, role }) })
}
