import type { communityContract } from '../../types/community.contract'
import { buildingName } from '../_kit/door.rule'
import { pageOf } from '../_kit/page.rule'
import { unseal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { householdPage, householdWithMembers } from './resident.store'

type Community = typeof communityContract

/** The households of a community, all or of one building. */
export const households: Action<Community, 'households'> = async ({ centreId, building, after }) => {
  const named = building === undefined ? undefined : buildingName(building)
  const { rows, ...next } = pageOf(await householdPage(centreId, named, after))
  return {
    data: {
      rows: rows.map((household) => ({
        id: household._id,
        building: household.building,
        room: household.room,
        members: household.members,
      })),
      ...next,
    },
  }
}

/** One household with its members, masked. */
export const household: Action<Community, 'household'> = async ({ centreId, householdId }) => {
  const found = await householdWithMembers(centreId, householdId)
  if (!found) return refuse('COMMON.NOT_FOUND')
  const { _id, building, room, people } = found
  const members = people.map((person) => ({
    residentId: person._id,
    name: person.nameMasked,
    phone: person.phoneMasked,
  }))
  return { data: { id: _id, building, room, members } }
}

/** The caller's own household; only the caller's own name is in full. */
export const myHousehold: Action<Community, 'myHousehold'> = async (_input, ask) => {
  const { openid, resident } = ask.caller
  const found = resident && (await householdWithMembers(resident.centreId, resident.householdId))
  if (!found) return refuse('COMMON.NOT_FOUND')
  const { _id, building, room, people } = found
  const members = people.map((person) => {
    const me = person._id === openid
    return { name: me ? unseal(person.nameSealed) : person.nameMasked, me }
  })
  return { data: { id: _id, building, room, members } }
}
