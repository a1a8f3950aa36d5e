import {
  addDays,
  type Instant,
  minutesOfDay,
  type ShanghaiDay,
  shanghaiDay,
} from '../../../types/common/time'
import type { MediationDocument } from '../../_kit/documents/mediation'
import type { NoticeToSend } from '../../_kit/notices'

type Told = Pick<MediationDocument, '_id' | 'centreId' | 'people' | 'mediator'>

const partyPage = ({ _id, centreId }: Told): string =>
  `/hall/resident/mediation-page?centreId=${centreId}&mediationId=${_id}`
const mediatorPage = ({ _id, centreId }: Told): string =>
  `/hall/staff/mediation-desk-page?centreId=${centreId}&mediationId=${_id}`

/**
 * What everybody in a mediation is told when somebody did something, except whoever did it. A notice may light up a
 * locked phone, so it never says what about, nor with whom.
 */
export const newsOf = (mediation: Told, by: string, once: string): readonly NoticeToSend[] => {
  const { people, mediator } = mediation
  const parties = people.map((to) => ({ to, page: partyPage(mediation) }))
  const all = mediator === '' ? parties : [...parties, { to: mediator, page: mediatorPage(mediation) }]
  return all
    .filter(({ to }) => to !== by)
    .map(({ to, page }) => ({
      to,
      title: '您有一件调解有新进展',
      text: '请打开看一看。内容只有当事人和调解员看得到。',
      page,
      once: `mediation:${once}`,
    }))
}

/** What those who could mediate are told when a mediation waits for one of them: that it waits, and nothing else. */
export const waitingNotices = (
  { centreId, people }: Pick<Told, 'centreId' | 'people'>,
  mediators: readonly string[],
  once: string,
): readonly NoticeToSend[] =>
  mediators
    .filter((to) => !people.includes(to))
    .map((to) => ({
      to,
      title: '有一件调解等人接',
      text: '接了才看得到是什么事。',
      page: `/hall/staff/mediations-desk-page?centreId=${centreId}`,
      once: `mediation-waits:${once}`,
    }))

const nine = 9 * 60

/** The last day whose follow-ups are to be reminded of at a moment: nobody is reminded before nine in the morning. */
export const remindedUntil = (now: Instant): ShanghaiDay =>
  minutesOfDay(now) >= nine ? shanghaiDay(now) : addDays(shanghaiDay(now), -1)

/** What the mediator is told on the day of a follow-up (回访). */
export const followUpNotice = (mediation: Told & Pick<MediationDocument, 'remindOn'>): NoticeToSend => ({
  to: mediation.mediator,
  title: '有一件调解到回访的日子了',
  text: '看看协议做到了没有,记一下。',
  page: mediatorPage(mediation),
  once: `mediation-follow-up:${mediation._id}:${mediation.remindOn}`,
})
