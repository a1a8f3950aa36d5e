import type { CentreDocument, HouseholdDocument, ResidentDocument } from '../_kit/documents/community'
import type { NoticeToSend } from '../_kit/notices'
import { type Refused, refuse } from '../_kit/refusal'

type JoinRefusal = 'COMMUNITY.NO_CENTRE' | 'COMMUNITY.NOT_A_COMMUNITY' | 'COMMUNITY.ALREADY_MEMBER'

/**
 * Whether somebody may ask to join a centre. People join communities, one at a time; who is approved there already
 * has nothing left to ask (`stay`); who waits, was turned down, or only holds a role may ask, elsewhere too.
 */
export const mayJoin = (
  centre: CentreDocument | undefined,
  resident: Pick<ResidentDocument, 'centreId' | 'membership'> | undefined,
): 'ask' | 'stay' | Refused<JoinRefusal> => {
  if (!centre) return refuse('COMMUNITY.NO_CENTRE')
  if (centre.level !== 'community') return refuse('COMMUNITY.NOT_A_COMMUNITY')
  if (resident?.membership !== 'approved') return 'ask'
  return resident.centreId === centre._id ? 'stay' : refuse('COMMUNITY.ALREADY_MEMBER')
}

type Door = Pick<ResidentDocument, '_id' | 'centreId' | 'building' | 'room'>

/** Whether an application is somebody's own, or for the door they live behind or ask to be registered at. */
const isOwn = (applicant: Door, decider: Door | undefined): boolean =>
  decider !== undefined &&
  (applicant._id === decider._id ||
    (applicant.centreId === decider.centreId &&
      applicant.building === decider.building &&
      applicant.room === decider.room))

/**
 * The applicant when an application can be decided at a centre. Another centre's row is not found; nobody lets people
 * into their own household.
 */
export const decidable = (
  resident: ResidentDocument | undefined,
  centreId: string,
  decider: Door | undefined,
):
  | { readonly applicant: ResidentDocument }
  | Refused<'COMMUNITY.NO_APPLICATION' | 'COMMUNITY.OWN_HOUSEHOLD'> => {
  if (!resident || resident.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
  if (isOwn(resident, decider)) return refuse('COMMUNITY.OWN_HOUSEHOLD')
  return resident.membership === 'pending' ? { applicant: resident } : refuse('COMMUNITY.NO_APPLICATION')
}

/** What the applicant is told. */
export const decisionNotice = (
  to: string,
  household: Pick<HouseholdDocument, 'building' | 'room'>,
  decision: 'approve' | 'reject',
  reason: string,
  once: string,
): NoticeToSend => ({
  to,
  ...(decision === 'approve'
    ? {
        title: '住户登记已通过',
        text: `您在 ${household.building} ${household.room} 的住户登记通过了,欢迎。`,
      }
    : {
        title: '住户登记被退回',
        text: reason ? `原因:${reason}。改好后可以再交一次。` : '请核对楼栋房号后再交一次,或给社区打电话。',
      }),
  page: '/community/resident/join-page',
  once,
})
