import type { communityContract } from '../../types/community.contract'
import { blindHash, unseal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { centreView } from './centre.action'
import { myself } from './community.store'
import { residentAt, residentsByPhone } from './resident.store'

type Community = typeof communityContract

/** Who the caller is here. */
export const me: Action<Community, 'me'> = async (_input, ask) => {
  const mine = await myself(ask.caller.openid)
  const noticeTemplate = process.env.LINLI_NOTICE_TEMPLATE ?? ''
  if (!mine) return { data: { membership: 'none', roles: [], unreadNotices: 0, noticeTemplate } }
  const { resident, centres, unread } = mine
  const { membership, rejectedBecause, householdId, building, room } = resident
  const byId = new Map(centres.map((centre) => [centre._id, centre]))
  const home = byId.get(resident.centreId)
  return {
    data: {
      name: unseal(resident.nameSealed),
      ...(home && { centre: centreView(home) }),
      membership,
      ...(membership === 'rejected' && { rejectedBecause }),
      ...(householdId !== '' && { household: { id: householdId, building, room } }),
      ...(building !== '' && { door: { building, room } }),
      roles: resident.roles.map(({ centreId, role }) => ({
        centreId,
        centreName: byId.get(centreId)?.name ?? '',
        role,
      })),
      unreadNotices: unread,
      noticeTemplate,
    },
  }
}

/** A resident's name and phone in full. The audit row keeps who looked, at whom, and why; not what was seen. */
export const revealPhone: Action<Community, 'revealPhone'> = async ({ centreId, residentId, reason }) => {
  const resident = await residentAt(centreId, residentId)
  if (!resident) return refuse('COMMUNITY.NO_PERSON')
  const { nameSealed, phoneSealed } = resident
  return {
    data: { name: unseal(nameSealed), phone: unseal(phoneSealed) },
    target: `${residentId} ${reason}`,
  }
}

/** The person registered with a phone number, at whichever community: staff need not live where they work. */
export const findByPhone: Action<Community, 'findByPhone'> = async ({ phone }) => {
  const [resident] = await residentsByPhone(blindHash(phone))
  if (!resident) return refuse('COMMUNITY.NO_PERSON')
  return { data: { residentId: resident._id, name: resident.nameMasked }, target: resident._id }
}
