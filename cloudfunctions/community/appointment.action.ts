import type { communityContract } from '../../types/community.contract'
import type { Caller } from '../_kit/caller'
import type { Action } from '../_kit/serve'
import { cannotAppoint } from './appointment.rule'
import { centreAndPerson, giveRole, roleHoldersAt, takeRole } from './resident.store'

type Community = typeof communityContract

const appointer = ({ openid, resident }: Caller) => ({ openid, roles: resident?.roles ?? [] })

/** Who holds a role at a centre itself, masked. */
export const roleHolders: Action<Community, 'roleHolders'> = async ({ centreId }) => {
  const people = await roleHoldersAt(centreId)
  const rows = people.flatMap((person) =>
    person.roles
      .filter((held) => held.centreId === centreId)
      .map(({ role }) => ({ residentId: person._id, name: person.nameMasked, role, centreId })),
  )
  return { data: { rows } }
}

/** Gives somebody a role at a centre. */
export const appoint: Action<Community, 'appoint'> = async ({ centreId, residentId, role }, ask) => {
  const found = await centreAndPerson(centreId, residentId)
  const refusal = cannotAppoint(found, appointer(ask.caller), residentId, role, centreId)
  if (refusal) return refusal
  await giveRole(residentId, centreId, role)
  return { data: { residentId, role }, target: `${residentId} ${role}` }
}

/** Takes a role at a centre away from somebody. */
export const dismiss: Action<Community, 'dismiss'> = async ({ centreId, residentId, role }, ask) => {
  const found = await centreAndPerson(centreId, residentId)
  const refusal = cannotAppoint(found, appointer(ask.caller), residentId, role, centreId)
  if (refusal) return refusal
  await takeRole(residentId, centreId, role)
  return { data: { residentId }, target: `${residentId} ${role}` }
}
