import { asInstant, dateText, type Instant } from '../../../types/common/time'
import type { Question, ReceptionDayDocument } from '../../_kit/documents/sessions'
import { idOf } from '../../_kit/ids'
import type { NoticeToSend } from '../../_kit/notices'

const minute = 60_000

/** A resident asks once a day: the question's id is made of both. */
export const questionIdOf = (dayId: string, openid: string): string => idOf('question', dayId, openid)

type Slots = Pick<ReceptionDayDocument, 'startsAt' | 'slots' | 'slotMinutes' | 'taken' | 'state'>

/** When a slot begins; the first is number 1. */
export const slotAt = (
  { startsAt, slotMinutes }: Pick<Slots, 'startsAt' | 'slotMinutes'>,
  slot: number,
): Instant => asInstant(startsAt + (slot - 1) * slotMinutes * minute)

/** Numbers of the slots that can still be booked; none once the day has begun or is called off. */
export const freeSlots = ({ startsAt, slots, taken, state }: Slots, now: Instant): number[] =>
  state !== 'coming' || startsAt <= now
    ? []
    : Array.from({ length: slots }, (_one, at) => at + 1).filter((slot) => taken[slot] === undefined)

/** The slot somebody has on a day; 0 for none. */
export const slotOf = (
  { _id, taken }: Pick<ReceptionDayDocument, '_id' | 'taken'>,
  openid: string,
): number => {
  const questionId = questionIdOf(_id, openid)
  return Number(Object.entries(taken).find(([, id]) => id === questionId)?.[0] ?? 0)
}

/** What somebody asks in a slot, their name and phone sealed as they are with the community. */
export const askedInSlot = (
  day: Pick<ReceptionDayDocument, '_id' | 'startsAt' | 'slotMinutes'>,
  slot: number,
  asker: Pick<Question, 'who' | 'nameSealed' | 'nameMasked' | 'phoneSealed' | 'topic' | 'requestKey'>,
): Question => ({
  ...asker,
  id: questionIdOf(day._id, asker.who),
  slot,
  at: slotAt(day, slot),
  outcome: '',
  answer: '',
  problemId: '',
  answeredIn: '',
})

type NoSlot = 'HALL.DAY_OVER' | 'HALL.ALREADY_ASKED' | 'HALL.NO_SLOT' | 'HALL.SLOT_TAKEN'

/** What comes of wanting a slot of a day as it was seen: `there` when this very request has it already. */
export const whyNoSlot = (
  day: ReceptionDayDocument,
  slot: number,
  openid: string,
  requestKey: string,
  now: Instant,
): NoSlot | 'there' | 'free' => {
  const own = day.questions[questionIdOf(day._id, openid)]
  if (own?.requestKey === requestKey) return 'there'
  if (day.state !== 'coming' || day.startsAt <= now) return 'HALL.DAY_OVER'
  if (own) return 'HALL.ALREADY_ASKED'
  if (slot > day.slots) return 'HALL.NO_SLOT'
  return day.taken[slot] === undefined ? 'free' : 'HALL.SLOT_TAKEN'
}

/** What comes of giving one's slot back: `gone` when this very request gave it back before. */
export type GivingBack =
  | { readonly kind: 'gone' }
  | { readonly kind: 'give'; readonly question: Question }
  | { readonly kind: 'refused'; readonly because: 'HALL.NOT_ASKED' | 'HALL.DAY_OVER' }

/** Decides giving a slot back: before the day begins, as long as nothing was answered yet. */
export const decideGivingBack = (
  day: ReceptionDayDocument,
  openid: string,
  requestKey: string,
  now: Instant,
): GivingBack => {
  if (day.gaveBack.includes(requestKey)) return { kind: 'gone' }
  const question = day.questions[questionIdOf(day._id, openid)]
  if (!question) return { kind: 'refused', because: 'HALL.NOT_ASKED' }
  return day.state !== 'coming' || day.startsAt <= now || question.outcome !== ''
    ? { kind: 'refused', because: 'HALL.DAY_OVER' }
    : { kind: 'give', question }
}

/** To everybody who had a slot on a day that is called off. */
export const calledOffNotices = ({
  _id,
  askers,
  title,
  startsAt,
  cancelledBecause,
}: Pick<
  ReceptionDayDocument,
  '_id' | 'askers' | 'title' | 'startsAt' | 'cancelledBecause'
>): readonly NoticeToSend[] =>
  askers.map((to) => ({
    to,
    title: `${title}这天不办了`,
    text: `您约的${dateText(startsAt)} ${title}不办了:${cancelledBecause}。可以另约一天。`,
    page: '/hall/resident/reception-page',
    once: `reception-cancelled:${_id}`,
  }))
