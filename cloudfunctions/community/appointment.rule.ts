import { type Role, reaches } from '../../types/common/roles'
import type { ResidentDocument } from '../_kit/documents/community'
import { type Refused, refuse } from '../_kit/refusal'

type Roles = ResidentDocument['roles']

const secretaryMayGive: readonly Role[] = ['volunteer', 'staff']

/** Whether the centre and the person somebody named are there. */
export interface Found {
  readonly centre: boolean
  readonly person: boolean
}

type AppointRefusal = 'COMMUNITY.NO_PERSON' | 'COMMUNITY.OWN_ROLE' | 'COMMUNITY.ROLE_ABOVE'

/**
 * Why somebody may not give or take a role at a centre; undefined when they may: officers any role in their subtree,
 * a secretary volunteers and staff. Nobody changes a role of their own, so there is always a second pair of eyes.
 */
export const cannotAppoint = (
  found: Found,
  by: { readonly openid: string; readonly roles: Roles },
  residentId: string,
  role: Role,
  centreId: string,
): Refused<AppointRefusal> | undefined => {
  if (!found.centre) return refuse('COMMON.NOT_FOUND')
  if (!found.person) return refuse('COMMUNITY.NO_PERSON')
  if (by.openid === residentId) return refuse('COMMUNITY.OWN_ROLE')
  const isOfficer = by.roles.some((held) => held.role === 'officer' && reaches(held.centreId, centreId))
  if (isOfficer || secretaryMayGive.includes(role)) return undefined
  return refuse('COMMUNITY.ROLE_ABOVE')
}
