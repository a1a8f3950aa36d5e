import type { OutputOf, RefusalOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'
import { type Ask, transact } from '../_kit/ask'
import type { HouseholdDocument } from '../_kit/documents/community'
import { doorOf } from '../_kit/door.rule'
import { tellWithin } from '../_kit/notices'
import { isRefused, type Outcome, refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import {
  doorForUpdate,
  householdForUpdate,
  leaveHousehold,
  membersOf,
  moveMembers,
} from '../community/community.door'
import { doorText } from './honour-roll.rule'
import { type MoveFacts, mergeOf, splitOf, underWay, whyNotMerged } from './household.rule'
import { passbookForUpdate, withRedemptions, writeMerge, writeSplit } from './household.store'
import { isOwn } from './log.rule'
import { emptyPassbook } from './passbook.store'

type Points = typeof pointsContract
type Merged = Outcome<OutputOf<Points, 'mergePassbooks'>, RefusalOf<Points, 'mergePassbooks'>>
type Left = Outcome<OutputOf<Points, 'moveOut'>, RefusalOf<Points, 'moveOut'>>
type Split = Outcome<OutputOf<Points, 'splitPassbook'>, RefusalOf<Points, 'splitPassbook'>>

/** A transaction has a hundred operations; each member takes two of them. */
const mostMoved = 20

const page = '/points/resident/passbook-page'

const factsOf = (ask: Ask, reason: string): MoveFacts => ({
  at: ask.now,
  by: ask.caller.openid,
  byMasked: ask.caller.resident?.nameMasked ?? '',
  reason,
  requestKey: ask.requestKey,
})

/** Nobody moves people or points into or out of their own household. */
const concernsOwn = (ask: Ask, ...doors: readonly HouseholdDocument[]): boolean =>
  doors.some((door) => isOwn(ask.caller.resident, door))

/**
 * 并户: two passbooks become one, the people with them. The old passbook keeps its lines and is closed; the new one
 * shows what came from where.
 */
export const mergePassbooks: Action<Points, 'mergePassbooks'> = async (
  { centreId, fromId, intoId, reason },
  ask,
) => {
  // the passbook is read before its redemptions, and again inside: nothing was redeemed in between
  const seen = await withRedemptions(centreId, fromId)
  const members = await membersOf([fromId, intoId])
  const moving = members.filter(({ householdId }) => householdId === fromId).map(({ _id }) => _id)

  return transact(ask, async (transaction): Promise<Merged> => {
    const fromHousehold = await householdForUpdate(transaction, centreId, fromId)
    const intoHousehold = await householdForUpdate(transaction, centreId, intoId)
    if (!fromHousehold || !intoHousehold) return refuse('POINTS.NO_PASSBOOK')
    if (concernsOwn(ask, fromHousehold, intoHousehold)) return refuse('POINTS.OWN_HOUSEHOLD')
    const from = await passbookForUpdate(transaction, fromHousehold)
    const into = await passbookForUpdate(transaction, intoHousehold)
    const held = seen.passbook !== undefined && underWay(seen.passbook, seen.redemptions, ask.now)
    const refusal = whyNotMerged(from.passbook, into.passbook, held)
    if (refusal) return refusal
    if (moving.length > mostMoved) {
      return refuse('COMMON.BAD_INPUT', { fromId: `这户超过 ${mostMoved} 人,请先把一部分人分出去` })
    }
    const isAsSeen =
      from.passbook.written === (seen.passbook?.written ?? 0) && fromHousehold.members === moving.length
    if (!isAsSeen) return refuse('COMMON.CHANGED')

    if (into.begins) await transaction.insert('passbooks', into.passbook)
    if (from.begins) await transaction.insert('passbooks', from.passbook)
    const transfer = mergeOf(from.passbook, into.passbook, factsOf(ask, reason))
    await writeMerge(transaction, from.passbook, into.passbook, transfer)
    const target = { household: intoHousehold, begins: false }
    if (!(await moveMembers(transaction, moving, fromHousehold, target))) return refuse('COMMON.CHANGED')
    const points = from.passbook.balance
    const notices = members.map(({ _id: to }) => ({
      to,
      title: '两户已并成一户',
      text: `${doorText(fromHousehold)} 并入 ${doorText(intoHousehold)},转入 ${points} 分。`,
      page,
      once: `merged:${ask.requestKey}`,
    }))
    await tellWithin(transaction, notices, ask.now)
    return { data: { intoId, points }, target: `${fromId} ${intoId}` }
  })
}

/** 分户: some members begin a household of their own (or join the one behind that door) with points agreed on. */
export const splitPassbook: Action<Points, 'splitPassbook'> = (input, ask) =>
  transact(ask, async (transaction): Promise<Split> => {
    const { centreId, passbookId, residentIds, points, reason } = input
    const moving = [...new Set(residentIds)]
    const fromHousehold = await householdForUpdate(transaction, centreId, passbookId)
    if (!fromHousehold) return refuse('POINTS.NO_PASSBOOK')
    const { passbook: from } = await passbookForUpdate(transaction, fromHousehold)
    const target = await doorForUpdate(transaction, centreId, doorOf(input.building, input.room))
    if (concernsOwn(ask, fromHousehold, target.household)) return refuse('POINTS.OWN_HOUSEHOLD')
    const into = target.begins
      ? { passbook: emptyPassbook(target.household), begins: true }
      : await passbookForUpdate(transaction, target.household)
    const moved = splitOf(from, into.passbook, points, factsOf(ask, reason))
    if (isRefused(moved)) return moved

    if (into.begins) await transaction.insert('passbooks', into.passbook)
    const barred = from.mayNotSpend.filter((openid) => moving.includes(openid))
    await writeSplit(transaction, from, into.passbook, moved, barred)
    if (!(await moveMembers(transaction, moving, fromHousehold, target))) return refuse('COMMON.NOT_FOUND')
    const { _id } = into.passbook
    return { data: { passbookId: _id }, target: `${passbookId} ${_id}` }
  })

/** 迁出: somebody leaves; the household keeps its passbook and everything in it. */
export const moveOut: Action<Points, 'moveOut'> = ({ centreId, residentId, reason }, ask) =>
  transact(ask, async (transaction): Promise<Left> => {
    const resident = await leaveHousehold(transaction, centreId, residentId)
    if (!resident) return refuse('COMMON.NOT_FOUND')
    if (isOwn(ask.caller.resident, { ...resident, _id: resident.householdId })) {
      return refuse('POINTS.OWN_HOUSEHOLD')
    }
    const notice = {
      to: residentId,
      title: '您已迁出原来的住户',
      text: `您已从 ${doorText(resident)} 迁出:${reason}。搬到新住处后可以重新登记。`,
      page: '/community/resident/join-page',
      once: `moved-out:${ask.requestKey}`,
    }
    await tellWithin(transaction, [notice], ask.now)
    return { data: { residentId }, target: `${residentId} ${resident.householdId}` }
  })
