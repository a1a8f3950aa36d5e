import type { OutputOf, RefusalOf } from '../../types/common/contract'
import type { communityContract } from '../../types/community.contract'
import { transact } from '../_kit/ask'
import { doorOf } from '../_kit/door.rule'
import { orderOf } from '../_kit/ids'
import { maskName, maskPhone } from '../_kit/mask.rule'
import { tellWithin } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { blindHash, seal } from '../_kit/privacy'
import { isRefused, type Outcome, refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { centreById } from './community.store'
import { decidable, decisionNotice, mayJoin } from './membership.rule'
import { admit, applicationPage, apply, residentForUpdate, turnDown } from './resident.store'

type Community = typeof communityContract

/** Somebody asks to be registered as living behind a door of a community. A phone given earlier stays when none is. */
export const join: Action<Community, 'join'> = async ({ centreId, name, phone, building, room }, ask) => {
  const { openid, resident } = ask.caller
  const decision = mayJoin(await centreById(centreId), resident)
  if (decision === 'stay') return { data: { membership: 'approved' }, target: openid }
  if (decision !== 'ask') return decision
  const application = {
    nameSealed: seal(name),
    nameMasked: maskName(name),
    ...(phone !== undefined && {
      phoneSealed: seal(phone),
      phoneMasked: maskPhone(phone),
      phoneHash: blindHash(phone),
    }),
    centreId,
    ...doorOf(building, room),
    askedAt: ask.now,
    order: orderOf(ask.now, openid),
  }
  if (!(await apply(openid, application, resident !== undefined))) return refuse('COMMON.CHANGED')
  return { data: { membership: 'pending' }, target: openid }
}

/** Who waits to be let in. */
export const applications: Action<Community, 'applications'> = async ({ centreId, after }) => {
  const { rows, ...next } = pageOf(await applicationPage(centreId, after))
  return {
    data: {
      rows: rows.map((resident) => ({
        residentId: resident._id,
        name: resident.nameMasked,
        phone: resident.phoneMasked,
        building: resident.building,
        room: resident.room,
        askedAt: resident.askedAt,
      })),
      ...next,
    },
  }
}

type Decided = Outcome<OutputOf<Community, 'decideApplication'>, RefusalOf<Community, 'decideApplication'>>

/** Lets an applicant into the household of the door, or turns the application down; tells the applicant. */
export const decideApplication: Action<Community, 'decideApplication'> = (input, ask) =>
  transact(ask, async (transaction): Promise<Decided> => {
    const { centreId, residentId, decision, reason = '' } = input
    const applicant = await residentForUpdate(transaction, residentId)
    const found = decidable(applicant, centreId, ask.caller.resident)
    if (isRefused(found)) return found
    const notice = decisionNotice(residentId, found.applicant, decision, reason, ask.requestKey)
    await tellWithin(transaction, [notice], ask.now)
    if (decision === 'reject') {
      await turnDown(transaction, residentId, reason)
      return { data: { membership: 'rejected' }, target: residentId }
    }
    const householdId = await admit(transaction, residentId, centreId, found.applicant)
    return { data: { membership: 'approved', householdId }, target: residentId }
  })
