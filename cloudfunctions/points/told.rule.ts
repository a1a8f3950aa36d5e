import { dayText } from '../../types/common/time'
import type { PendingLogDocument, ReconciliationDocument, ShiftDocument } from '../_kit/documents/points'
import type { NoticeToSend } from '../_kit/notices'

const passbookPage = '/points/resident/passbook-page'

/** To whoever logged something a second person decided (复核); once per log. */
export const decidedNotice = (
  log: Pick<PendingLogDocument, '_id' | 'by' | 'building' | 'room' | 'title' | 'units' | 'unit' | 'points'>,
  decision: 'approve' | 'reject',
): NoticeToSend => {
  const what = `${log.building} ${log.room} ${log.title} ${log.units}${log.unit}`
  return {
    to: log.by,
    ...(decision === 'approve'
      ? { title: '您记的积分通过了复核', text: `${what},${log.points} 分记进了存折。` }
      : { title: '您记的积分没有通过复核', text: `${what},没有记。有疑问请找复核的同事。` }),
    page: '/points/staff/log-page',
    once: `decided:${log._id}`,
  }
}

/** To a volunteer whose minutes were confirmed, with the points that came of them; once per shift. */
export const minutesNotice = (
  shift: Pick<ShiftDocument, '_id' | 'title'>,
  { who, minutes }: Pick<ShiftDocument['entries'][number], 'who' | 'minutes'>,
  points: number,
): NoticeToSend => {
  const credited = points > 0 ? `,${points} 分记进了您家的存折。` : '。'
  return {
    to: who,
    title: '志愿时长确认了',
    text: `「${shift.title}」确认了 ${minutes} 分钟${credited}`,
    page: passbookPage,
    once: `minutes:${shift._id}`,
  }
}

/** To the members of a household whose line was undone (冲正), by whichever way; once per line. */
export const reversalNotices = (
  members: readonly string[],
  { id, text }: { readonly id: string; readonly text: string },
): readonly NoticeToSend[] =>
  members.map((to) => ({
    to,
    title: '您家一笔积分冲正了',
    text,
    page: passbookPage,
    once: `reversed:${id}`,
  }))

/** To those who audit a centre at which the reconciliation (对账) of a day found drift; once per day. */
export const driftNotices = (
  auditors: readonly string[],
  centreName: string,
  { centreId, day, drift }: Pick<ReconciliationDocument, 'centreId' | 'day' | 'drift'>,
): readonly NoticeToSend[] =>
  drift.length === 0
    ? []
    : auditors.map((to) => ({
        to,
        title: '积分对账有出入',
        text: `${centreName} ${dayText(day)}有 ${drift.length} 户的存折对不上,请尽快查看。`,
        page: `/points/staff/reconciliations-page?centreId=${centreId}`,
        once: `drift:${centreId}:${day}`,
      }))
