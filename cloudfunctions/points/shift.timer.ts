import type { Instant } from '../../types/common/time'
import type { PublicNoticeDocument, ShiftDocument } from '../_kit/documents/points'
import { tell } from '../_kit/notices'
import { type Postable, passbookBegun, postFollowing } from './following.store'
import { noticeUntilOf } from './log.rule'
import { noticeOf } from './notice.rule'
import { show } from './notice.store'
import { settingsOf } from './settings.rule'
import { settingsAt } from './settings.store'
import { shiftJournal } from './shift.rule'
import { passbooksOfAll, settleShiftRow, unsettledShifts } from './shift.store'
import { minutesNotice } from './told.rule'

type Entry = ShiftDocument['entries'][number]

/** Postings that run beside each other. */
const abreast = 10
/** Shifts one tick of the timer finishes. */
const shiftsPerTick = 3
/** What became of one person's points: posted (now or before), nothing to post, or to be tried again. */
interface Credit {
  readonly points: number
  readonly later?: true
  readonly notice?: PublicNoticeDocument | undefined
}

const credit = async (
  shift: ShiftDocument,
  entry: Entry,
  start: Postable | undefined,
  now: Instant,
  noticeUntil: ReturnType<typeof noticeUntilOf>,
): Promise<Credit> => {
  const credited = await postFollowing(start, async (passbook) =>
    shiftJournal(shift, entry, passbook, now, noticeUntil),
  )
  if (credited === 'nobody') return { points: 0 }
  if (credited === 'later') return { points: 0, later: true }
  const { passbook, journal } = credited
  return { points: journal.amount, notice: noticeOf(passbook, journal) }
}

/**
 * Posts what a confirmed shift is worth, once per person, tells everybody, and marks it settled when nothing is left to post. Harmless
 * when run twice: every journal has the one id of its person and shift.
 */
export const settleShift = async (
  shift: ShiftDocument,
  now: Instant,
): Promise<{ readonly credited: number; readonly points: number }> => {
  const { noticeDays } = settingsOf(await settingsAt(shift.centreId))
  const noticeUntil = noticeUntilOf(now, noticeDays)
  const ids = [...new Set(shift.entries.map(({ passbookId }) => passbookId))]
  const known = new Map((await passbooksOfAll(ids)).map((passbook) => [passbook._id, passbook]))
  const credits: Credit[] = []
  for (let from = 0; from < shift.entries.length; from += abreast) {
    const some = shift.entries.slice(from, from + abreast).map(async (entry): Promise<Credit> => {
      if (entry.minutes === 0) return { points: 0 }
      const { passbookId, homeId } = entry
      const passbook = known.get(passbookId) ?? (await passbookBegun(homeId, passbookId))
      return credit(shift, entry, passbook, now, noticeUntil)
    })
    credits.push(...(await Promise.all(some)))
  }
  await show(credits.flatMap(({ notice }) => notice ?? []))
  const notices = shift.entries.flatMap((entry, at) => {
    const { points = 0, later } = credits[at] ?? {}
    return entry.minutes === 0 || later ? [] : [minutesNotice(shift, entry, points)]
  })
  await tell(notices, now)
  if (!credits.some(({ later }) => later)) await settleShiftRow(shift._id)
  const paid = credits.filter(({ points }) => points > 0)
  return { credited: paid.length, points: paid.reduce((sum, { points }) => sum + points, 0) }
}

/** Finishes shifts whose confirmation died before all points were posted; for every tick of the timer. */
export const settleShifts = async (now: Instant): Promise<void> => {
  for (const shift of await unsettledShifts(shiftsPerTick)) await settleShift(shift, now)
}
