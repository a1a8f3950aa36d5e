import type { canteenContract } from '../../types/canteen.contract'
import type { Ask } from '../_kit/ask'
import { tell } from '../_kit/notices'
import { pageOf } from '../_kit/page.rule'
import { unseal } from '../_kit/privacy'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { answeredNotice, noteOf } from './welfare.rule'
import { addNote, checkAlong, checkById, checkPage, contactOf, endCheck } from './welfare.store'

type Canteen = typeof canteenContract

const noteBy = (ask: Ask, text: string) =>
  noteOf(
    {
      key: ask.requestKey,
      at: ask.now,
      by: ask.caller.openid,
      byMasked: ask.caller.resident?.nameMasked ?? '',
    },
    text,
  )

export const welfareChecks: Action<Canteen, 'welfareChecks'> = async ({ centreId, state, after }) => {
  const { rows, next } = pageOf(await checkPage(centreId, state, after))
  return {
    data: {
      rows: rows.map(
        ({ _id: checkId, dinerId, building, room, raisedAt, state, notes, finding, ...check }) => ({
          ...{ checkId, dinerId, building, room, raisedAt, state, finding },
          name: check.nameMasked,
          by: check.byMasked,
          to: check.toMasked,
          notes: notes.map(({ at, byMasked, text }) => ({ at, by: byMasked, text })),
        }),
      ),
      ...(next && { next }),
    },
  }
}

/** Numbers to call where nobody answered; the audit row keeps who looked, not what was seen. */
export const welfareContact: Action<Canteen, 'welfareContact'> = along(
  ({ centreId, checkId }) => [checkAlong(centreId, checkId)],
  async ({ checkId }, ask) => {
    const diner = ask.rows.welfareChecks && (await contactOf(ask.rows.welfareChecks.dinerId))
    if (!diner) return refuse('COMMON.NOT_FOUND')
    const { nameSealed, phoneSealed, emergency } = diner
    return {
      data: {
        name: unseal(nameSealed),
        phone: unseal(phoneSealed),
        emergencyName: unseal(emergency.nameSealed),
        relation: emergency.relation,
        emergencyPhone: unseal(emergency.phoneSealed),
      },
      target: checkId,
    }
  },
)

/** Writes down what was tried; the reminders go on. */
export const noteWelfareCheck: Action<Canteen, 'noteWelfareCheck'> = along(
  ({ centreId, checkId }) => [checkAlong(centreId, checkId)],
  async ({ centreId, checkId, text }, ask) => {
    const seen = ask.rows.welfareChecks
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const isThere = seen.notes.some(({ key }) => key === ask.requestKey)
    const isNew = !isThere && (await addNote(checkId, noteBy(ask, text)))
    if (isNew) return { data: { notes: seen.notes.length + 1 }, target: checkId }
    const check = isThere ? seen : await checkById(centreId, checkId)
    return check?.notes.some(({ key }) => key === ask.requestKey)
      ? { data: { notes: check.notes.length }, target: checkId }
      : refuse('CANTEEN.CHECK_ANSWERED')
  },
)

/** Ends the reminders with what somebody found, and tells the courier who had found nobody. */
export const answerWelfareCheck: Action<Canteen, 'answerWelfareCheck'> = along(
  ({ centreId, checkId }) => [checkAlong(centreId, checkId)],
  async ({ centreId, checkId, finding, text }, ask) => {
    const seen = ask.rows.welfareChecks
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const isEnded = seen.state === 'open' && (await endCheck(seen, finding, noteBy(ask, text)))
    const check = isEnded || seen.state === 'answered' ? seen : await checkById(centreId, checkId)
    if (!isEnded && check?.answeredIn !== ask.requestKey) return refuse('CANTEEN.CHECK_ANSWERED')
    await tell([answeredNotice(seen, finding)], ask.now)
    return { data: { checkId }, target: checkId }
  },
)
