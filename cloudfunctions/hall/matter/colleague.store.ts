import { lineOf } from '../../../types/common/line'
import { allows, roleNames } from '../../../types/common/roles'
import type { ResidentDocument } from '../../_kit/documents/community'
import { table } from '../../_kit/table'

/** More people than ever hold a role over one centre. */
const mostPeople = 200

/** Look-up of everybody with a role over a centre: some of them may work on its matters. */
export const colleaguesAlong = (centreId: string) => ({
  from: 'residents' as const,
  id: {
    where: { 'roles.centreId': { $in: [...lineOf(centreId)] } },
    limit: mostPeople,
    fields: ['roles', 'nameMasked'],
  },
})

type WithRoles = Pick<ResidentDocument, '_id' | 'roles' | 'nameMasked'>

/** 经办人 to choose from: those who may work on a centre's matters, with what they are there. */
export const colleaguesOf = (
  found: readonly WithRoles[] | undefined,
  centreId: string,
): readonly { readonly who: string; readonly nameMasked: string; readonly role: string }[] =>
  (found ?? []).flatMap(({ _id: who, roles, nameMasked }) => {
    const held = roles.find((role) => allows([role], 'matter.manage', centreId))
    return held ? [{ who, nameMasked, role: roleNames[held.role] }] : []
  })

/** Secretaries (书记) of a centre itself. One request. */
export const secretariesOf = async (centreId: string): Promise<string[]> => {
  const people = await table('residents').find(
    { 'roles.centreId': centreId },
    { limit: mostPeople, fields: { roles: true } },
  )
  return people
    .filter(({ roles }) => roles.some((held) => held.centreId === centreId && held.role === 'secretary'))
    .map(({ _id }) => _id)
}

/** How somebody is reached, all of it sealed. One request. */
export const contactOf = async (
  openid: string,
): Promise<Pick<ResidentDocument, 'nameSealed' | 'phoneSealed'> | undefined> => {
  const [resident] = await table('residents').find(
    { _id: openid },
    { limit: 1, fields: { nameSealed: true, phoneSealed: true } },
  )
  return resident
}
