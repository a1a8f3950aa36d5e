import type { hallContract } from '../../../types/hall.contract'
import { tell } from '../../_kit/notices'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { inOrder, whyNotCalledOff, whyNotClosed } from './question.rule'
import { dayView, questionView } from './reception.view'
import { callOff, closeDay, dayAlong, dayById, daysOfMonth } from './reception-day.store'
import { calledOffNotices } from './slot.rule'

type Hall = typeof hallContract

/** 接访单: one day with everything asked on it, names masked. */
export const receptionDayOfStaff: Action<Hall, 'receptionDayOfStaff'> = along(
  ({ centreId, dayId }) => [dayAlong(centreId, dayId)],
  async (_input, ask) => {
    const day = ask.rows.receptionDays
    if (!day) return refuse('COMMON.NOT_FOUND')
    const { questions, asked, answered, listed } = day
    return {
      data: { ...dayView(day), questions: inOrder(questions).map(questionView), asked, answered, listed },
    }
  },
)

/** A month's days with what was asked, answered on the spot and listed. */
export const receptionDaysOfStaff: Action<Hall, 'receptionDaysOfStaff'> = async ({ centreId, month }) => {
  const days = await daysOfMonth(centreId, month)
  return {
    data: {
      rows: days.map((day) => {
        const { asked, answered, listed } = day
        return { ...dayView(day), asked, answered, listed }
      }),
    },
  }
}

/** Calls a day off and tells those who had a slot, each once. */
export const cancelReceptionDay: Action<Hall, 'cancelReceptionDay'> = along(
  ({ centreId, dayId }) => [dayAlong(centreId, dayId)],
  async ({ centreId, dayId, reason }, ask) => {
    const seen = ask.rows.receptionDays
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const before = whyNotCalledOff(seen, ask.requestKey, ask.now)
    if (before === 'HALL.DAY_OVER') return refuse(before)
    if (before === 'open') {
      await callOff(seen, { cancelledBecause: reason, closedIn: ask.requestKey }, ask.now)
    }
    // read again: those who took a slot meanwhile are told too
    const day = await dayById(centreId, dayId)
    if (!day) return refuse('COMMON.NOT_FOUND')
    if (whyNotCalledOff(day, ask.requestKey, ask.now) !== 'there') return refuse('HALL.DAY_OVER')
    const notices = calledOffNotices(day)
    await tell(notices, ask.now)
    return { data: { told: notices.length }, target: dayId }
  },
)

/** Ends a day when everything asked on it has its outcome; its figures stand from then on. */
export const closeReceptionDay: Action<Hall, 'closeReceptionDay'> = along(
  ({ centreId, dayId }) => [dayAlong(centreId, dayId)],
  async ({ centreId, dayId }, ask) => {
    const seen = ask.rows.receptionDays
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const { asked, answered, listed } = seen
    const done = { data: { asked, answered, listed }, target: dayId }
    const before = whyNotClosed(seen, ask.requestKey, ask.now)
    if (before === 'there') return done
    if (before !== 'open') return refuse(before)
    if (await closeDay(seen, ask.requestKey)) return done
    const day = await dayById(centreId, dayId)
    if (!day) return refuse('COMMON.NOT_FOUND')
    const since = whyNotClosed(day, ask.requestKey, ask.now)
    if (since === 'there') return done
    return refuse(since === 'open' ? 'COMMON.CHANGED' : since)
  },
)
