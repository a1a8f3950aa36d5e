import { randomBytes } from 'node:crypto'
import { momentText } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import type { ShiftDocument } from '../_kit/documents/points'
import { idOf } from '../_kit/ids'
import { tell } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import {
  badTimes,
  entryOf,
  inTheWay,
  newShift,
  oldestShift,
  standingOf,
  whyNotLeft,
  whyNotTaken,
} from './shift.rule'
import {
  addShiftRows,
  cancelShiftRow,
  leavePlace,
  overlappingShift,
  shiftAlong,
  shiftById,
  shiftPage,
  takePlace,
  undoTaking,
} from './shift.store'

type Points = typeof pointsContract

const view = (
  shift: Omit<ShiftDocument, 'entries' | 'codeSeed'>,
  own: ShiftDocument['entries'][number] | undefined,
) => {
  const { activityId, title, place, startsAt, endsAt, cap, open, pointsPerHour, state } = shift
  return {
    shiftId: shift._id,
    activityId,
    title,
    place,
    startsAt,
    endsAt,
    cap,
    taken: cap - open,
    pointsPerHour,
    state,
    mine: standingOf(state, own),
  }
}

/** The shifts of a centre, soonest first, from last week's on. */
export const shifts: Action<Points, 'shifts'> = async ({ centreId, after }, ask) => {
  const fetched = await shiftPage(centreId, ask.caller.openid, after ?? oldestShift(ask.now))
  const { rows, ...next } = pageOf(fetched)
  return { data: { rows: rows.map((row) => view(row, row.own[0])), ...next } }
}

/** One shift with its people, names masked. */
export const shift: Action<Points, 'shift'> = along(
  ({ centreId, shiftId }) => [shiftAlong(centreId, shiftId)],
  async (_input, ask) => {
    const found = ask.rows.shifts
    if (!found) return refuse('COMMON.NOT_FOUND')
    return {
      data: {
        ...view(found, entryOf(found, ask.caller.openid)),
        people: found.entries.map(({ who, nameMasked, inAt, outAt, minutes }) => ({
          residentId: who,
          name: nameMasked,
          inAt,
          outAt,
          minutes,
        })),
      },
    }
  },
)

/** Publishes an activity (志愿活动) with its shifts. */
export const addShifts: Action<Points, 'addShifts'> = async ({ times, ...facts }, ask) => {
  const faults = badTimes(times, ask.now)
  if (faults) return refuse('COMMON.BAD_INPUT', faults)
  const activityId = idOf('activity', ask.requestKey)
  const rows = times.map((time, at) =>
    newShift(activityId, at, { ...facts, ...time }, randomBytes(24).toString('base64')),
  )
  await addShiftRows(rows)
  return { data: { activityId, shiftIds: rows.map(({ _id }) => _id) }, target: activityId }
}

/** Cancels a shift and tells those on it, each once. */
export const cancelShift: Action<Points, 'cancelShift'> = async ({ centreId, shiftId, reason }, ask) => {
  await cancelShiftRow(centreId, shiftId, ask.requestKey, ask.now)
  const found = await shiftById(centreId, shiftId)
  if (!found) return refuse('COMMON.NOT_FOUND')
  if (found.endedIn !== ask.requestKey) return refuse('POINTS.SHIFT_OVER')
  const what = `「${found.title}」${momentText(found.startsAt, ask.now)},${found.place}`
  const notices = found.entries.map(({ who }) => ({
    to: who,
    title: '志愿班次取消了',
    text: `您报名的${what},已取消:${reason}`,
    page: `/points/resident/shifts-page?centreId=${centreId}`,
    once: `shift-cancelled:${shiftId}`,
  }))
  await tell(notices, ask.now)
  return { data: { shiftId, told: notices.length }, target: shiftId }
}

/**
 * Takes a place on a shift, unless the person is on another at that time. The place is taken first and given back when
 * there is another: of two shifts taken at the same moment the later one finds the earlier, so that nobody keeps both.
 * (Looking before taking would cost as much and let both through; both are refused when each finds the other.)
 */
export const takeShift: Action<Points, 'takeShift'> = along(
  ({ centreId, shiftId }) => [shiftAlong(centreId, shiftId)],
  async ({ centreId, shiftId }, ask) => {
    const { openid: who, resident } = ask.caller
    const seen = ask.rows.shifts
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const entry = {
      who,
      nameMasked: resident?.nameMasked ?? '',
      passbookId: resident?.householdId ?? '',
      homeId: resident?.centreId ?? '',
      requestKey: ask.requestKey,
      inAt: 0,
      outAt: 0,
      minutes: 0,
      wrong: 0,
    } as const
    if (!(await takePlace(centreId, shiftId, entry, ask.now))) {
      const why = whyNotTaken(await shiftById(centreId, shiftId), who, ask.now)
      if (why !== 'there') return refuse(why)
    }
    const other = await overlappingShift(seen, who)
    if (other && (await undoTaking(shiftId, who, ask.requestKey))) {
      return refuse('POINTS.SHIFTS_OVERLAP', inTheWay(other, ask.now))
    }
    return { data: { shiftId }, target: shiftId }
  },
)

/** Gives a place back before the shift begins. */
export const leaveShift: Action<Points, 'leaveShift'> = async ({ centreId, shiftId }, ask) => {
  const who = ask.caller.openid
  const done = { data: { shiftId }, target: shiftId }
  if (await leavePlace(centreId, shiftId, who, ask.requestKey, ask.now)) return done
  const why = whyNotLeft(await shiftById(centreId, shiftId), who, ask.requestKey, ask.now)
  return why === 'gone' ? done : refuse(why)
}
