import { addDays, type Instant, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import type { MediationAgreement, MediationDocument } from '../../_kit/documents/mediation'
import { type Refused, refuse } from '../../_kit/refusal'

/** Times the parties may answer one version: changing one's mind is fine, endless rows are not. */
export const mostReplies = 60
const mostVersions = 100
/** A follow-up further away than this is a slip of the finger. */
const latestFollowUp = 731

/** Whether somebody may be visited again on a day: after today, within two years. */
export const isFollowUpDay = (day: ShanghaiDay, now: Instant): boolean => {
  const today = shanghaiDay(now)
  return day > today && day <= addDays(today, latestFollowUp)
}

type Proposable = Pick<MediationDocument, 'state' | 'parties' | 'agreement'>

/** 调解协议, the next version: nobody has confirmed it yet, whatever they said to the one before. */
export const proposed = (
  { state, parties, agreement }: Proposable,
  textSealed: string,
  followUpOn: ShanghaiDay,
  now: Instant,
): MediationAgreement | Refused<'HALL.MEDIATION_OVER' | 'HALL.PARTY_MISSING' | 'HALL.WRONG_DAY'> => {
  const version = (agreement?.version ?? 0) + 1
  if (state !== 'underWay' || version > mostVersions) return refuse('HALL.MEDIATION_OVER')
  if (!Object.values(parties).some(({ role }) => role === 'other')) return refuse('HALL.PARTY_MISSING')
  if (!isFollowUpDay(followUpOn, now)) return refuse('HALL.WRONG_DAY')
  return { version, textSealed, proposedAt: now, replies: [] }
}

type Reply = MediationAgreement['replies'][number]

/** The last word of a party to an agreement; undefined when they have said nothing. */
export const lastReply = (
  agreement: Pick<MediationAgreement, 'replies'> | null,
  party: string,
): Reply | undefined => agreement?.replies.findLast((reply) => reply.party === party)

/** Keys of the parties who have not confirmed an agreement. */
export const unconfirmed = ({ parties, agreement }: Pick<MediationDocument, 'parties' | 'agreement'>) =>
  Object.keys(parties).filter((party) => lastReply(agreement, party)?.agrees !== true)

/** Whether an agreement waits for a party's word. */
export const waitsFor = (
  { state, agreement }: Pick<MediationDocument, 'state' | 'agreement'>,
  party: string,
): boolean => state === 'underWay' && agreement !== null && lastReply(agreement, party) === undefined

type WhyNotReplied = 'HALL.MEDIATION_OVER' | 'HALL.AGREEMENT_CHANGED' | 'HALL.NOTES_FULL'

/**
 * The agreement with a party's word to one version: a party confirms what they read, never a text that took its place.
 * Undefined when this very request has said it already.
 */
export const replied = (
  { state, agreement }: Pick<MediationDocument, 'state' | 'agreement'>,
  version: number,
  reply: Reply,
): MediationAgreement | undefined | Refused<WhyNotReplied> => {
  if (agreement?.replies.some(({ key }) => key === reply.key)) return undefined
  if (state !== 'underWay') return refuse('HALL.MEDIATION_OVER')
  if (agreement?.version !== version) return refuse('HALL.AGREEMENT_CHANGED')
  if (agreement.replies.length >= mostReplies) return refuse('HALL.NOTES_FULL')
  return { ...agreement, replies: [...agreement.replies, reply] }
}
