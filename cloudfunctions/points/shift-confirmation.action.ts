import type { pointsContract } from '../../types/points.contract'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { decideConfirming } from './shift.rule'
import { confirmShiftRow, shiftAlong, shiftById } from './shift.store'
import { settleShift } from './shift.timer'

type Points = typeof pointsContract

/** Check-outs at the same moment change the list; each try sees it anew. */
const tries = 4

/**
 * Confirms everybody's minutes, then posts what they are worth: the minutes stand first, in one conditional update, so
 * that whatever happens afterwards the same points are posted, once.
 */
export const confirmShift: Action<Points, 'confirmShift'> = along(
  ({ centreId, shiftId }) => [shiftAlong(centreId, shiftId)],
  async ({ centreId, shiftId, rows }, ask) => {
    const { openid, resident } = ask.caller
    const { requestKey } = ask
    const caller = { openid, householdId: resident?.householdId ?? '', requestKey }
    let shift = ask.rows.shifts
    for (let attempt = 0; shift && attempt < tries; attempt += 1) {
      const decision = decideConfirming(shift, rows, caller, ask.now)
      if (isRefused(decision)) return decision
      if (decision.kind === 'resume') return { data: await settleShift(shift, ask.now), target: shiftId }
      await confirmShiftRow(shift, decision.minutes, {
        confirmedBy: openid,
        confirmedByMasked: resident?.nameMasked ?? '',
        endedIn: requestKey,
      })
      shift = await shiftById(centreId, shiftId)
    }
    return refuse(shift ? 'COMMON.BUSY' : 'COMMON.NOT_FOUND')
  },
)
