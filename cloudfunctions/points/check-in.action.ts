import type { pointsContract } from '../../types/points.contract'
import type { ShiftDocument } from '../_kit/documents/points'
import { refuse } from '../_kit/refusal'
import { validUntil } from '../_kit/rotating-code.rule'
import { type Action, along } from '../_kit/serve'
import { shiftDigits, shiftWindow } from './rotating-code.rule'
import { decideCheckIn, decideCheckOut, minutesOn, showsCode } from './shift.rule'
import { countWrong, shiftAlong, shiftById, writeCheck } from './shift.store'

type Points = typeof pointsContract

/** Others who leave at the same moment shift the list; each try sees it anew. */
const tries = 5

/** The code whoever leads a shift shows on the spot; it changes every half minute. */
export const shiftCode: Action<Points, 'shiftCode'> = along(
  ({ centreId, shiftId }) => [shiftAlong(centreId, shiftId)],
  async (_input, ask) => {
    const shift = ask.rows.shifts
    if (!shift) return refuse('COMMON.NOT_FOUND')
    if (!showsCode(shift, ask.now)) return refuse('POINTS.SHIFT_OVER')
    const code = shiftDigits(shift.codeSeed, shift._id, ask.now)
    return { data: { code, validUntil: validUntil(ask.now, shiftWindow) } }
  },
)

/** Somebody on a shift arrives. Once; a repeat answers the first time. */
export const checkIn: Action<Points, 'checkIn'> = along(
  ({ centreId, shiftId }) => [shiftAlong(centreId, shiftId)],
  async ({ centreId, shiftId, code }, ask) => {
    let shift: ShiftDocument | undefined = ask.rows.shifts
    for (let attempt = 0; shift && attempt < tries; attempt += 1) {
      const check = decideCheckIn(shift, ask.caller.openid, code, ask.now)
      if (check.kind === 'refused') return refuse(check.because)
      if (check.kind === 'done')
        return { data: { at: shift.entries[check.index]?.inAt ?? 0 }, target: shiftId }
      if (check.kind === 'wrong') {
        await countWrong(shift, check.index)
        return refuse('POINTS.BAD_CODE')
      }
      if (await writeCheck(shift, check.index, { inAt: ask.now })) {
        return { data: { at: ask.now }, target: shiftId }
      }
      shift = await shiftById(centreId, shiftId)
    }
    return refuse(shift ? 'COMMON.BUSY' : 'COMMON.NOT_FOUND')
  },
)

/** Somebody on a shift leaves; their minutes are counted. Once; a repeat answers the first time. */
export const checkOut: Action<Points, 'checkOut'> = along(
  ({ centreId, shiftId }) => [shiftAlong(centreId, shiftId)],
  async ({ centreId, shiftId, code }, ask) => {
    let shift: ShiftDocument | undefined = ask.rows.shifts
    for (let attempt = 0; shift && attempt < tries; attempt += 1) {
      const check = decideCheckOut(shift, ask.caller.openid, code, ask.now)
      if (check.kind === 'refused') return refuse(check.because)
      const entry = shift.entries[check.index]
      if (!entry) return refuse('POINTS.NOT_ON_SHIFT')
      if (check.kind === 'done') {
        return { data: { at: entry.outAt, minutes: entry.minutes }, target: shiftId }
      }
      if (check.kind === 'wrong') {
        await countWrong(shift, check.index)
        return refuse('POINTS.BAD_CODE')
      }
      const minutes = minutesOn(shift, entry.inAt, ask.now)
      if (await writeCheck(shift, check.index, { outAt: ask.now, minutes })) {
        return { data: { at: ask.now, minutes }, target: shiftId }
      }
      shift = await shiftById(centreId, shiftId)
    }
    return refuse(shift ? 'COMMON.BUSY' : 'COMMON.NOT_FOUND')
  },
)
