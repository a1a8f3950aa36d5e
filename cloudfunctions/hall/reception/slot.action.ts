import { instantOf, shanghaiDay } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import type { Ask } from '../../_kit/ask'
import type { ReceptionDayDocument } from '../../_kit/documents/sessions'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { checkText } from '../../_kit/text-check'
import { dayView, questionView } from './reception.view'
import { dayAlong, dayById, daysAskedOn, daysFrom, giveSlotBack, takeSlot } from './reception-day.store'
import { askedInSlot, decideGivingBack, freeSlots, slotAt, slotOf, whyNoSlot } from './slot.rule'

type Hall = typeof hallContract

/** How WeChat's text check counts what somebody asks. */
const forumScene = 3

/** The days from today on, with the slots that are free and one's own. */
export const receptionDays: Action<Hall, 'receptionDays'> = async ({ centreId }, { caller, now }) => {
  const days = await daysFrom(centreId, instantOf(shanghaiDay(now), 0))
  return {
    data: {
      rows: days.map((day) => ({
        ...dayView(day),
        free: freeSlots(day, now),
        mySlot: slotOf(day, caller.openid),
      })),
    },
  }
}

const questionBy = (
  { caller: { openid, resident }, requestKey }: Ask,
  day: ReceptionDayDocument,
  slot: number,
  topic: string,
) =>
  askedInSlot(day, slot, {
    who: openid,
    nameSealed: resident?.nameSealed ?? '',
    nameMasked: resident?.nameMasked ?? '',
    phoneSealed: resident?.phoneSealed ?? '',
    topic,
    requestKey,
  })

/** 约时段: one conditional update, so that of many who want a slot exactly one has it. */
export const bookSlot: Action<Hall, 'bookSlot'> = along(
  ({ centreId, dayId }) => [dayAlong(centreId, dayId)],
  async ({ centreId, dayId, slot, topic }, ask) => {
    const seen = ask.rows.receptionDays
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const { caller, requestKey, now } = ask
    const done = { data: { slot, at: slotAt(seen, slot) }, target: dayId }
    const before = whyNoSlot(seen, slot, caller.openid, requestKey, now)
    if (before === 'there') return done
    if (before !== 'free') return refuse(before)
    const refused = await checkText(caller.openid, topic, forumScene)
    if (refused) return refuse(refused)
    if (await takeSlot(seen, questionBy(ask, seen, slot, topic), now)) return done
    const day = await dayById(centreId, dayId)
    if (!day) return refuse('COMMON.NOT_FOUND')
    const since = whyNoSlot(day, slot, caller.openid, requestKey, now)
    if (since === 'there') return done
    return refuse(since === 'free' ? 'COMMON.BUSY' : since)
  },
)

/** Gives one's slot back before the day begins. */
export const cancelSlot: Action<Hall, 'cancelSlot'> = along(
  ({ centreId, dayId }) => [dayAlong(centreId, dayId)],
  async ({ centreId, dayId }, ask) => {
    const seen = ask.rows.receptionDays
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const { caller, requestKey, now } = ask
    const done = { data: { dayId }, target: dayId }
    const giving = decideGivingBack(seen, caller.openid, requestKey, now)
    if (giving.kind === 'gone') return done
    if (giving.kind === 'refused') return refuse(giving.because)
    if (await giveSlotBack(seen, giving.question, requestKey, now)) return done
    const day = await dayById(centreId, dayId)
    if (!day) return refuse('COMMON.NOT_FOUND')
    const since = decideGivingBack(day, caller.openid, requestKey, now)
    if (since.kind === 'gone') return done
    return refuse(since.kind === 'refused' ? since.because : 'COMMON.BUSY')
  },
)

/** What somebody asked on reception days of a centre, latest first. */
export const myQuestions: Action<Hall, 'myQuestions'> = async ({ centreId }, { caller }) => {
  const days = await daysAskedOn(caller.openid)
  return {
    data: {
      rows: days
        .filter((day) => day.centreId === centreId)
        .flatMap(({ _id: dayId, day, title, place, state, own }) =>
          own.map(({ v: question }) => ({ ...questionView(question), dayId, day, title, place, state })),
        ),
    },
  }
}
