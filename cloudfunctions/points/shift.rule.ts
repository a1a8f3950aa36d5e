import { asInstant, dayLength, type Instant, momentText, type ShanghaiDay } from '../../types/common/time'
import type { Journal, PassbookDocument, ShiftDocument } from '../_kit/documents/points'
import { idOf, orderOf } from '../_kit/ids'
import { type Refused, refuse } from '../_kit/refusal'
import { journalOf } from './journal.rule'
import { isShiftDigits } from './rotating-code.rule'

const minute = 60_000
/** Check-in opens this long before the shift begins. */
const early = 30 * minute
/** Check-out is possible this long after it ended; so much longer may be confirmed. */
const late = 120 * minute
/** A shift is at most this long, and planned at most this far ahead. */
const longest = 12 * 60 * minute
const furthest = 366 * dayLength
/** Whoever gives more wrong codes than this is guessing; staff can still confirm their minutes. */
const mostWrong = 20

type Entry = ShiftDocument['entries'][number]
type Times = { readonly startsAt: Instant; readonly endsAt: Instant }

/** What is wrong with planned times, by field; undefined when nothing is. */
export const badTimes = (
  times: readonly Times[],
  now: Instant,
): Readonly<Record<string, string>> | undefined => {
  const faults = times.flatMap(({ startsAt, endsAt }, at) => {
    if (endsAt <= startsAt) return [[`times.${at}.endsAt`, '结束要晚于开始']]
    if (endsAt - startsAt > longest) return [[`times.${at}.endsAt`, '一班最长 12 小时']]
    if (endsAt <= now) return [[`times.${at}.endsAt`, '这段时间已经过去']]
    return startsAt > now + furthest ? [[`times.${at}.startsAt`, '最多提前一年']] : []
  })
  return faults.length === 0 ? undefined : Object.fromEntries(faults)
}

/** The row of a new shift (班次). */
export const newShift = (
  activityId: string,
  at: number,
  facts: Pick<ShiftDocument, 'centreId' | 'title' | 'place' | 'cap' | 'pointsPerHour'> & Times,
  codeSeed: string,
): ShiftDocument => {
  const _id = idOf('shift', activityId, String(at))
  return {
    ...facts,
    _id,
    activityId,
    open: facts.cap,
    state: 'open',
    endedIn: '',
    settled: true,
    codeSeed,
    left: [],
    entries: [],
    confirmedBy: '',
    confirmedByMasked: '',
    order: orderOf(facts.startsAt, _id),
  }
}

export const entryOf = (shift: Pick<ShiftDocument, 'entries'>, who: string): Entry | undefined =>
  shift.entries.find((entry) => entry.who === who)

/** Why a place on a shift was not given; `there` when the person has one. */
export const whyNotTaken = (
  shift: ShiftDocument | undefined,
  who: string,
  now: Instant,
): 'there' | 'COMMON.NOT_FOUND' | 'POINTS.SHIFT_OVER' | 'POINTS.SHIFT_FULL' | 'COMMON.BUSY' => {
  if (!shift) return 'COMMON.NOT_FOUND'
  if (shift.state !== 'open') return 'POINTS.SHIFT_OVER'
  if (entryOf(shift, who)) return 'there'
  if (shift.endsAt <= now) return 'POINTS.SHIFT_OVER'
  return shift.open <= 0 ? 'POINTS.SHIFT_FULL' : 'COMMON.BUSY'
}

/** What is said about a shift that is in the way of another, by the input it hinders. */
export const inTheWay = (
  { title, place, startsAt }: Pick<ShiftDocument, 'title' | 'place' | 'startsAt'>,
  now: Instant,
): Readonly<Record<string, string>> => ({
  shiftId: `您已经报了「${title}」${momentText(startsAt, now)},${place}。退掉那一班才能报这一班`,
})

/** Where shifts that can overlap with one stand in the order of shifts: those that begin before it ends. */
export const spanOfOverlap = ({
  startsAt,
  endsAt,
}: Times): { readonly after: string; readonly before: string } => ({
  after: orderOf(asInstant(startsAt - longest), ''),
  before: orderOf(endsAt, ''),
})

/** Why a place was not given back; `gone` when this very request gave it back before. */
export const whyNotLeft = (
  shift: ShiftDocument | undefined,
  who: string,
  requestKey: string,
  now: Instant,
): 'gone' | 'COMMON.NOT_FOUND' | 'POINTS.NOT_ON_SHIFT' | 'POINTS.SHIFT_OVER' | 'COMMON.BUSY' => {
  if (!shift) return 'COMMON.NOT_FOUND'
  if (shift.left.includes(requestKey)) return 'gone'
  if (!entryOf(shift, who)) return 'POINTS.NOT_ON_SHIFT'
  return shift.state !== 'open' || shift.startsAt <= now ? 'POINTS.SHIFT_OVER' : 'COMMON.BUSY'
}

/** Whether a shift still shows its code. */
export const showsCode = (shift: Pick<ShiftDocument, 'state' | 'endsAt'>, now: Instant): boolean =>
  shift.state === 'open' && now <= shift.endsAt + late

/** Minutes a person was there, within the shift's own times, rounded down. */
export const minutesOn = (shift: Times, inAt: number, outAt: number): number =>
  Math.max(0, Math.floor((Math.min(outAt, shift.endsAt) - Math.max(inAt, shift.startsAt)) / minute))

/** What a check comes to: already done, to be written, a wrong code to be counted, or refused. */
export type Check<Code extends string> =
  | { readonly kind: 'done' | 'write' | 'wrong'; readonly index: number }
  | { readonly kind: 'refused'; readonly because: Code }

const checkCode = (shift: ShiftDocument, index: number, code: string, now: Instant): Check<never> => {
  const isGuessing = (shift.entries[index]?.wrong ?? 0) >= mostWrong
  const isRight = isShiftDigits(code, shift.codeSeed, shift._id, now)
  return { kind: isRight && !isGuessing ? 'write' : 'wrong', index }
}

/** 签到: from half an hour before the shift until it ends, with the code of the place. */
export const decideCheckIn = (
  shift: ShiftDocument,
  who: string,
  code: string,
  now: Instant,
): Check<'POINTS.NOT_ON_SHIFT' | 'POINTS.SHIFT_OVER' | 'POINTS.TOO_EARLY'> => {
  const index = shift.entries.findIndex((entry) => entry.who === who)
  const entry = shift.entries[index]
  if (!entry) return { kind: 'refused', because: 'POINTS.NOT_ON_SHIFT' }
  if (entry.inAt > 0) return { kind: 'done', index }
  if (shift.state !== 'open' || now > shift.endsAt) return { kind: 'refused', because: 'POINTS.SHIFT_OVER' }
  if (now < shift.startsAt - early) return { kind: 'refused', because: 'POINTS.TOO_EARLY' }
  return checkCode(shift, index, code, now)
}

/** 签退: after check-in, until two hours after the shift ended, with the code of the place. */
export const decideCheckOut = (
  shift: ShiftDocument,
  who: string,
  code: string,
  now: Instant,
): Check<'POINTS.NOT_ON_SHIFT' | 'POINTS.SHIFT_OVER' | 'POINTS.NOT_CHECKED_IN'> => {
  const index = shift.entries.findIndex((entry) => entry.who === who)
  const entry = shift.entries[index]
  if (!entry) return { kind: 'refused', because: 'POINTS.NOT_ON_SHIFT' }
  if (entry.outAt > 0) return { kind: 'done', index }
  if (!showsCode(shift, now)) return { kind: 'refused', because: 'POINTS.SHIFT_OVER' }
  if (entry.inAt === 0) return { kind: 'refused', because: 'POINTS.NOT_CHECKED_IN' }
  return checkCode(shift, index, code, now)
}

/** Points for minutes at a rate per full hour, rounded down. */
export const pointsFor = (minutes: number, pointsPerHour: number): number =>
  Math.floor((minutes * pointsPerHour) / 60)

/** What confirming comes to: minutes by place in the list, or points that are still to be posted. */
export type Confirming =
  | { readonly kind: 'confirm'; readonly minutes: readonly number[] }
  | { readonly kind: 'resume' }

type ConfirmRefusal =
  | 'POINTS.TOO_EARLY'
  | 'POINTS.ALREADY_DECIDED'
  | 'POINTS.NOT_ON_SHIFT'
  | 'POINTS.OWN_HOUSEHOLD'

/**
 * Decides a confirmation: those in `rows` get the minutes named, everybody else what check-out recorded. Nobody
 * confirms minutes of their own household; a colleague does, for the whole shift. A confirmation that died before
 * all points were posted is finished, as it was decided, by whoever asks next.
 */
export const decideConfirming = (
  shift: ShiftDocument,
  rows: readonly { readonly residentId: string; readonly minutes: number }[],
  caller: { readonly openid: string; readonly householdId: string; readonly requestKey: string },
  now: Instant,
): Confirming | Refused<ConfirmRefusal> => {
  if (shift.state === 'cancelled') return refuse('POINTS.ALREADY_DECIDED')
  if (shift.state === 'confirmed') {
    const isOurs = shift.endedIn === caller.requestKey
    return isOurs || !shift.settled ? { kind: 'resume' } : refuse('POINTS.ALREADY_DECIDED')
  }
  if (now < shift.endsAt) return refuse('POINTS.TOO_EARLY')
  const named = new Map(rows.map(({ residentId, minutes }) => [residentId, minutes]))
  if (named.size < rows.length) return refuse('COMMON.BAD_INPUT', { rows: '同一个人写了两次' })
  if (rows.some(({ residentId }) => !entryOf(shift, residentId))) return refuse('POINTS.NOT_ON_SHIFT')
  const most = Math.floor((shift.endsAt - shift.startsAt + late) / minute)
  if (rows.some(({ minutes }) => minutes > most)) {
    return refuse('COMMON.BAD_INPUT', { rows: `这一班最多 ${most} 分钟` })
  }
  const minutes = shift.entries.map((entry) => named.get(entry.who) ?? entry.minutes)
  const isOwn = ({ who, passbookId }: Entry) => who === caller.openid || passbookId === caller.householdId
  return shift.entries.some((entry, index) => isOwn(entry) && (minutes[index] ?? 0) > 0)
    ? refuse('POINTS.OWN_HOUSEHOLD')
    : { kind: 'confirm', minutes }
}

/** The journal of one person's minutes: one per person and shift. Undefined when they are worth nothing. */
export const shiftJournal = (
  shift: ShiftDocument,
  entry: Entry,
  passbook: Pick<PassbookDocument, '_id' | 'centreId'>,
  now: Instant,
  noticeUntil: ShanghaiDay | '',
): Journal | undefined => {
  const points = pointsFor(entry.minutes, shift.pointsPerHour)
  if (points === 0) return undefined
  return journalOf({
    id: idOf('shift-journal', shift._id, entry.who),
    kind: 'earn',
    at: now,
    centreId: passbook.centreId,
    passbookId: passbook._id,
    amount: points,
    reason: `${shift.title} ${entry.minutes}分钟 ${entry.nameMasked}`,
    about: `shift:${shift._id}`,
    by: shift.confirmedBy,
    byMasked: shift.confirmedByMasked,
    requestKey: shift.endedIn,
    noticeUntil,
  })
}

/** Where a person stands on a shift. */
export const standingOf = (
  state: ShiftDocument['state'],
  entry: Pick<Entry, 'inAt' | 'outAt'> | undefined,
): 'none' | 'taken' | 'in' | 'out' | 'confirmed' => {
  if (!entry) return 'none'
  if (state === 'confirmed') return 'confirmed'
  if (entry.outAt > 0) return 'out'
  return entry.inAt > 0 ? 'in' : 'taken'
}

/** Shifts of the last week are still listed: they wait to be confirmed. */
export const oldestShift = (now: Instant): string => orderOf(asInstant(now - 7 * dayLength), '')
