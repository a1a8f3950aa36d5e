import { addDays, asInstant, dayLength, type Instant, type ShanghaiDay } from '../../types/common/time'
import type {
  Journal,
  ObjectionDocument,
  PassbookDocument,
  PublicNoticeDocument,
} from '../_kit/documents/points'
import { idOf, orderOf } from '../_kit/ids'
import type { NoticeToSend } from '../_kit/notices'
import { reversalNotices } from './told.rule'

/** A door as people read it. */
export const doorText = (door: { readonly building: string; readonly room: string }): string =>
  `${door.building} ${door.room}`

/** The row of a journal under 公示; undefined when it is not shown. */
export const noticeOf = (
  passbook: Pick<PassbookDocument, '_id' | 'centreId' | 'building' | 'room'>,
  journal: Journal,
): PublicNoticeDocument | undefined =>
  journal.noticeUntil === ''
    ? undefined
    : {
        _id: journal.id,
        centreId: passbook.centreId,
        passbookId: passbook._id,
        household: doorText(passbook),
        reason: journal.reason,
        points: journal.amount,
        day: journal.day,
        until: journal.noticeUntil,
        order: orderOf(journal.at, journal.id),
      }

/** Lines are looked over this many days: the daily run of each of them may have been late. */
const lookedOver = 2

/** The rows that the newest lines of a passbook must have, unless they were reversed or their 公示 is over. */
export const noticesOf = (
  passbook: Pick<PassbookDocument, '_id' | 'centreId' | 'building' | 'room' | 'journals' | 'reversed'>,
  today: ShanghaiDay,
): readonly PublicNoticeDocument[] =>
  passbook.journals
    .filter(({ id, day }) => day >= addDays(today, -lookedOver) && !passbook.reversed.includes(id))
    .flatMap((journal) => noticeOf(passbook, journal) ?? [])
    .filter(({ until }) => until >= today)

/** No 公示 lasts longer than 30 days, so nothing older is looked at. */
export const oldestNotice = (now: Instant): string => orderOf(asInstant(now - 32 * dayLength), '')

/** Why a journal cannot be objected to (提异议): there is no such 公示 at the centre, or it is over. */
export const whyNoObjection = (
  notice: PublicNoticeDocument | undefined,
  asked: { readonly centreId: string; readonly passbookId: string },
  today: ShanghaiDay,
): 'COMMON.NOT_FOUND' | 'POINTS.NO_OBJECTION' | undefined => {
  if (notice?.centreId !== asked.centreId || notice.passbookId !== asked.passbookId) return 'COMMON.NOT_FOUND'
  return notice.until < today ? 'POINTS.NO_OBJECTION' : undefined
}

/** Who is told of a decided objection: the one who raised it, and the household when its line was reversed. */
export const decisionNotices = (
  objection: Pick<ObjectionDocument, '_id' | 'by' | 'household' | 'line' | 'journalId'>,
  state: 'upheld' | 'dismissed',
  words: string,
  members: readonly string[],
): readonly NoticeToSend[] => {
  const { _id, by, household, line, journalId: id } = objection
  const raised = {
    to: by,
    title: state === 'upheld' ? '您提的异议成立' : '您提的异议有回复',
    text: `${household} ${line}:${words}`,
    page: '/points/resident/public-notice-page',
    once: `objection:${_id}`,
  }
  const others = members.filter((member) => state === 'upheld' && member !== by)
  const touched = reversalNotices(others, { id, text: `${line}:${words}` })
  return [raised, ...touched]
}

/** 异议 of a household to a journal: each household objects to a journal once. */
export const newObjection = (
  notice: PublicNoticeDocument,
  from: Pick<ObjectionDocument, 'fromHousehold' | 'by' | 'byMasked' | 'reason' | 'at' | 'requestKey'>,
): ObjectionDocument => {
  const _id = idOf('objection', notice._id, from.fromHousehold)
  return {
    _id,
    centreId: notice.centreId,
    passbookId: notice.passbookId,
    journalId: notice._id,
    household: notice.household,
    line: notice.reason,
    points: notice.points,
    ...from,
    decidedIn: '',
    state: 'open',
    decision: '',
    order: orderOf(from.at, _id),
  }
}

/**
 * Why somebody may not decide an objection: it is decided, it is about or from their own household, or somebody began
 * to uphold it and it can only be upheld.
 */
export const whyNotDecidable = (
  objection: Pick<ObjectionDocument, 'state' | 'decidedIn'>,
  isOwnCase: boolean,
  decision: 'uphold' | 'dismiss',
): 'POINTS.OWN_HOUSEHOLD' | 'POINTS.ALREADY_DECIDED' | undefined => {
  if (isOwnCase) return 'POINTS.OWN_HOUSEHOLD'
  const isBarred = decision === 'dismiss' && objection.decidedIn !== ''
  return objection.state !== 'open' || isBarred ? 'POINTS.ALREADY_DECIDED' : undefined
}
