import {
  addDays,
  asInstant,
  dayText,
  type Instant,
  type ShanghaiDay,
  shanghaiDay,
} from '../../types/common/time'
import type { ResidentDocument } from '../_kit/documents/community'
import type {
  EarningItemDocument,
  Journal,
  PassbookDocument,
  PendingLogDocument,
} from '../_kit/documents/points'
import { idOf, orderOf } from '../_kit/ids'
import { type Refused, refuse } from '../_kit/refusal'
import { aboutLog, type Ceiling, ceilingsOf, fits } from './cap.rule'
import { journalOf } from './journal.rule'

/** A log (记分) may arrive this many days after the day it happened: phones without reception keep it. */
const latestDays = 7
/** Phones' clocks are wrong by minutes; more than this ahead is no clock. */
const clockError = 10 * 60_000

/** What was logged, as the phone says. */
export interface Logged {
  readonly units: number
  readonly happenedAt: Instant
  readonly note?: string | undefined
  readonly evidence?: string | undefined
}

/** The day a log counts for, or why it comes too late. A little ahead of the server's clock is now. */
export const dayOfLog = (
  happenedAt: Instant,
  now: Instant,
): { readonly happenedOn: ShanghaiDay } | Refused<'POINTS.TOO_LONG_AGO'> => {
  if (happenedAt > now + clockError)
    return refuse('COMMON.BAD_INPUT', { happenedAt: '发生的时间不能晚于现在' })
  const happenedOn = shanghaiDay(asInstant(Math.min(happenedAt, now)))
  return happenedOn < addDays(shanghaiDay(now), -latestDays) ? refuse('POINTS.TOO_LONG_AGO') : { happenedOn }
}

/** The version an item is logged under, or why it cannot be: stopped, not begun, or its photo is missing. */
export const loggable = (
  item: EarningItemDocument | undefined,
  evidence: string | undefined,
): EarningItemDocument | Refused<'POINTS.ITEM_STOPPED' | 'POINTS.NEEDS_EVIDENCE'> => {
  if (!item || item.stopped) return refuse('POINTS.ITEM_STOPPED')
  const isPhoto = evidence?.startsWith('cloud://') === true
  return item.evidence === 'photo' && !isPhoto ? refuse('POINTS.NEEDS_EVIDENCE') : item
}

type Door = Pick<PassbookDocument, '_id' | 'centreId' | 'building' | 'room'>

/**
 * Whether a passbook is somebody's own (nobody logs, approves or decides for their own household): they are a member,
 * or gave its door when they asked to join.
 */
export const isOwn = (
  resident: Pick<ResidentDocument, 'householdId' | 'centreId' | 'building' | 'room'> | undefined,
  door: Door,
): boolean =>
  resident !== undefined &&
  (resident.householdId === door._id ||
    (resident.centreId === door.centreId &&
      resident.building === door.building &&
      resident.room === door.room))

/** More units at once than the item lets one person log (复核). */
export const needsSecond = (item: Pick<EarningItemDocument, 'secondPersonAbove'>, units: number): boolean =>
  units > item.secondPersonAbove

/** The line people read: what, how much, when it was not today, the note. */
export const reasonOf = (
  what: { readonly title: string; readonly unit: string; readonly units: number; readonly note: string },
  happenedOn: ShanghaiDay,
  today: ShanghaiDay,
): string => {
  const { title, unit, units, note } = what
  const when = happenedOn === today ? '' : `(${dayText(happenedOn)})`
  return `${title} ${units}${unit}${when}${note === '' ? '' : ` ${note}`}`
}

/** The one id of what a request logs for a household: its journal's, and its row's while it waits. */
export const logIdOf = (requestKey: string, passbookId: string): string => idOf('log', requestKey, passbookId)

/** Who handles it (经办), when, and until which day it is shown. */
export interface Handling {
  readonly now: Instant
  readonly by: string
  readonly byMasked: string
  readonly requestKey: string
  readonly noticeUntil: ShanghaiDay | ''
}

/** 公示 ends after this many days; none at all for 0. */
export const noticeUntilOf = (now: Instant, noticeDays: number): ShanghaiDay | '' =>
  noticeDays === 0 ? '' : addDays(shanghaiDay(now), noticeDays)

/** The journal of a log. */
export const logJournal = (
  door: Door,
  item: EarningItemDocument,
  logged: Logged,
  happenedOn: ShanghaiDay,
  handling: Handling,
): Journal => {
  const { now, by, byMasked, requestKey, noticeUntil } = handling
  const { units, note = '', evidence } = logged
  return journalOf({
    id: logIdOf(requestKey, door._id),
    kind: 'earn',
    at: now,
    centreId: door.centreId,
    passbookId: door._id,
    amount: units * item.points,
    reason: reasonOf({ title: item.title, unit: item.unit, units, note }, happenedOn, shanghaiDay(now)),
    about: aboutLog(item.itemId, units, happenedOn),
    by,
    byMasked,
    requestKey,
    ruleVersion: item.version,
    noticeUntil,
    ...(evidence && { evidence }),
  })
}

/** The row of a log that waits for a second person. */
export const pendingLog = (
  door: Door,
  item: EarningItemDocument,
  logged: Logged,
  happenedOn: ShanghaiDay,
  handling: Handling,
): PendingLogDocument => {
  const { now, by, byMasked, requestKey } = handling
  const { units, note = '', evidence = '' } = logged
  const _id = logIdOf(requestKey, door._id)
  const { centreId, building, room } = door
  const { itemId, version, title, unit } = item
  const what = { itemId, version, title, unit, units, points: units * item.points }
  return {
    _id,
    centreId,
    passbookId: door._id,
    building,
    room,
    ...what,
    note,
    evidence,
    happenedOn,
    by,
    byMasked,
    at: now,
    state: 'waiting',
    order: orderOf(now, _id),
  }
}

/** The journal of an approved log: its logger handled it, who approved it stands in the line. */
export const approvedJournal = (
  log: PendingLogDocument,
  handling: Pick<Handling, 'now' | 'byMasked' | 'requestKey' | 'noticeUntil'>,
): Journal => {
  const { now, byMasked, requestKey, noticeUntil } = handling
  return journalOf({
    id: log._id,
    kind: 'earn',
    at: now,
    centreId: log.centreId,
    passbookId: log.passbookId,
    amount: log.points,
    reason: `${reasonOf(log, log.happenedOn, shanghaiDay(now))} 复核:${byMasked}`,
    about: aboutLog(log.itemId, log.units, log.happenedOn),
    by: log.by,
    byMasked: log.byMasked,
    requestKey,
    ruleVersion: log.version,
    noticeUntil,
    ...(log.evidence && { evidence: log.evidence }),
  })
}

type Standing = Pick<PassbookDocument, 'state' | 'units'>

/** Why a passbook does not take a log; undefined when it does. */
export const whyNotLogged = (
  passbook: Standing,
  ceilings: readonly Ceiling[],
): 'POINTS.PASSBOOK_CLOSED' | 'POINTS.CAP_REACHED' | undefined => {
  if (passbook.state === 'closed') return 'POINTS.PASSBOOK_CLOSED'
  return fits(ceilings, passbook.units) ? undefined : 'POINTS.CAP_REACHED'
}

/** What a log must leave room for, by the version it was made under. */
export const ceilingsOfLog = (
  item: Pick<EarningItemDocument, 'itemId' | 'caps'>,
  units: number,
  happenedOn: ShanghaiDay,
): readonly Ceiling[] => ceilingsOf(item.itemId, item.caps, units, happenedOn)

/** Why somebody may not decide a log that waits. */
export const whyNotDecided = (
  log: PendingLogDocument,
  caller: string,
  own: boolean,
): 'POINTS.ALREADY_DECIDED' | 'POINTS.SAME_PERSON' | 'POINTS.OWN_HOUSEHOLD' | undefined => {
  if (log.by === caller) return 'POINTS.SAME_PERSON'
  if (own) return 'POINTS.OWN_HOUSEHOLD'
  return log.state === 'waiting' ? undefined : 'POINTS.ALREADY_DECIDED'
}
