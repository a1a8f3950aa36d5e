import type { OutputOf, RefusalOf } from '../../types/common/contract'
import { roleNames } from '../../types/common/roles'
import type { communityContract } from '../../types/community.contract'
import { transact } from '../_kit/ask'
import { uploadFile } from '../_kit/files'
import { blindHash, unseal } from '../_kit/privacy'
import { type Outcome, refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import {
  forgetInCanteen,
  isExpectedInCanteen,
  isNeededInCanteen,
  ownInCanteen,
} from '../canteen/canteen.door'
import { forgetInHall, isExpectedInHall, ownInHall } from '../hall/hall.door'
import { forgetInLists, isExpectedInLists, ownInLists } from '../lists/lists.door'
import { forgetInPoints, isExpectedInPoints, ownInPoints } from '../points/points.door'
import { aliasOf, whyNotDeleted } from './account.rule'
import { ownSheet } from './account.sheet'
import { deleteResident, dropNoticesTo, noticesTo } from './account.store'
import { residentForUpdate } from './resident.store'

type Community = typeof communityContract
type Deleted = Outcome<OutputOf<Community, 'deleteMyAccount'>, RefusalOf<Community, 'deleteMyAccount'>>

/** Everything that is kept about the caller as a file, in full: it is theirs. */
export const exportMyData: Action<Community, 'exportMyData'> = async (_input, ask) => {
  const { openid, resident } = ask.caller
  if (!resident) return refuse('COMMON.NOT_FOUND')
  const { nameSealed, phoneSealed, building, room, householdId, roles } = resident
  const facts = [
    ['姓名', unseal(nameSealed)],
    ['电话', unseal(phoneSealed)],
    ['楼栋房号', `${building} ${room}`.trim()],
    ['职务', roles.map(({ centreId, role }) => `${centreId} ${roleNames[role]}`).join('、')],
  ] as const
  const notices = await noticesTo(openid)
  const rows = [
    ...(await ownInLists(openid)),
    ...(await ownInPoints(openid, householdId)),
    ...(await ownInCanteen(resident, ask.now)),
    ...(await ownInHall(openid)),
    ...notices.map(({ at, title, text }) => ({ what: '通知', at, text: `${title}:${text}` })),
  ]
  const sheet = await ownSheet(facts, rows)
  // the request's key makes the path one that nobody can guess
  const data = await uploadFile(`own-data/${ask.requestKey}.xlsx`, sheet)
  return { data, target: openid }
}

/**
 * 注销账号: the caller's row goes; what they did stays under a masked name, and their household keeps its passbook.
 * Lists forget them first, each step harmless when done again: as long as the row is there, nothing is half done.
 */
export const deleteMyAccount: Action<Community, 'deleteMyAccount'> = async ({ name }, ask) => {
  const { openid, resident } = ask.caller
  const done = { data: { deleted: true }, target: openid }
  if (!resident) return done
  const isExpected =
    (await isExpectedInLists(openid, ask.now)) ||
    (await isExpectedInPoints(openid, ask.now)) ||
    (await isExpectedInCanteen(openid, ask.now)) ||
    (await isExpectedInHall(openid, ask.now))
  const isNeeded = await isNeededInCanteen(resident, ask.now)
  const names = { own: unseal(resident.nameSealed), written: name }
  const why = whyNotDeleted(resident, names, { isExpected, isNeeded })
  if (why) return why
  const alias = aliasOf(blindHash(openid))
  await forgetInLists(openid, alias)
  if (!(await forgetInPoints(openid, resident, alias))) return refuse('COMMON.BUSY')
  if (!(await forgetInCanteen(resident, alias, ask.now))) return refuse('COMMON.BUSY')
  if (!(await forgetInHall(openid, alias, ask.now))) return refuse('COMMON.BUSY')
  await dropNoticesTo(openid)
  return transact({ ...ask, centreId: resident.centreId }, async (transaction): Promise<Deleted> => {
    const now = await residentForUpdate(transaction, openid)
    const whyNow = now && whyNotDeleted(now, names, { isExpected: false, isNeeded: false })
    if (whyNow) return whyNow
    if (now) await deleteResident(transaction, now)
    return done
  })
}
