import { dayText, type Instant, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import type { Question, ReceptionDayDocument } from '../../_kit/documents/sessions'
import { idOf } from '../../_kit/ids'
import { maskName } from '../../_kit/mask.rule'
import type { NoticeToSend } from '../../_kit/notices'

/** What somebody asks who comes to the door without a slot. */
export const askedAtDoor = (
  dayId: string,
  asker: {
    readonly name: string
    readonly nameSealed: string
    readonly phoneSealed: string
    readonly topic: string
    readonly requestKey: string
  },
  now: Instant,
): Question => {
  const { name, ...facts } = asker
  return {
    ...facts,
    id: idOf('question', dayId, 'door', asker.requestKey),
    slot: 0,
    at: now,
    who: '',
    nameMasked: maskName(name),
    outcome: '',
    answer: '',
    problemId: '',
    answeredIn: '',
  }
}

/** Questions as a reception day goes through them: the slots in their order, then those from the door. */
export const inOrder = (questions: ReceptionDayDocument['questions']): readonly Question[] => {
  const doorLast = (slot: number): number => (slot === 0 ? Number.POSITIVE_INFINITY : slot)
  return Object.values(questions).toSorted(
    (one, other) =>
      Math.sign(doorLast(one.slot) - doorLast(other.slot) || 0) ||
      one.at - other.at ||
      (one.id < other.id ? -1 : 1),
  )
}

/** What a day came to: everything asked except by those who did not come; of a day called off nothing. */
export const figuresOf = ({
  state,
  questions,
}: Pick<ReceptionDayDocument, 'state' | 'questions'>): Pick<
  ReceptionDayDocument,
  'asked' | 'answered' | 'listed'
> => {
  const outcomes = state === 'cancelled' ? [] : Object.values(questions).map(({ outcome }) => outcome)
  const count = (wanted: Question['outcome']) => outcomes.filter((outcome) => outcome === wanted).length
  return { asked: outcomes.length - count('absent'), answered: count('answered'), listed: count('listed') }
}

type NotDealtWith = 'HALL.NO_QUESTION' | 'HALL.DAY_OVER' | 'HALL.DAY_NOT_YET' | 'HALL.ALREADY_ANSWERED'

/**
 * Whether a question can be dealt with now: on the day itself (people come early) or afterwards, until the day is
 * closed. `there` when this very request dealt with it before.
 */
export const whyNotDealtWith = (
  day: ReceptionDayDocument,
  questionId: string,
  requestKey: string,
  now: Instant,
): NotDealtWith | 'there' | 'open' => {
  const question = day.questions[questionId]
  if (!question) return 'HALL.NO_QUESTION'
  if (question.answeredIn === requestKey) return 'there'
  if (day.state !== 'coming') return 'HALL.DAY_OVER'
  if (day.day > shanghaiDay(now)) return 'HALL.DAY_NOT_YET'
  return question.outcome === '' ? 'open' : 'HALL.ALREADY_ANSWERED'
}

/** The day after a question was dealt with on the spot: who did not come is not counted as having asked. */
export const withOutcome = (
  day: ReceptionDayDocument,
  questionId: string,
  written: Pick<Question, 'outcome' | 'answer' | 'answeredIn'>,
): ReceptionDayDocument => {
  const question = day.questions[questionId]
  if (!question) return day
  const dealtWith = { ...day, questions: { ...day.questions, [questionId]: { ...question, ...written } } }
  return { ...dealtWith, ...figuresOf(dealtWith) }
}

/** Why nothing was written in at the door; `there` when this very request wrote it. */
export const whyNotWrittenIn = (
  day: ReceptionDayDocument,
  questionId: string,
): 'there' | 'HALL.DAY_OVER' | 'HALL.DAY_FULL' | 'COMMON.BUSY' => {
  if (day.questions[questionId]) return 'there'
  if (day.state !== 'coming') return 'HALL.DAY_OVER'
  return day.room <= 0 ? 'HALL.DAY_FULL' : 'COMMON.BUSY'
}

/**
 * What comes of calling a day off: until it would have ended, while nothing was answered on it. `there` when this very
 * request called it off before.
 */
export const whyNotCalledOff = (
  day: ReceptionDayDocument,
  requestKey: string,
  now: Instant,
): 'there' | 'open' | 'HALL.DAY_OVER' => {
  if (day.state === 'cancelled' && day.closedIn === requestKey) return 'there'
  const isBegun = day.answered > 0 || day.listed > 0
  return day.state !== 'coming' || day.endsAt <= now || isBegun ? 'HALL.DAY_OVER' : 'open'
}

/** What comes of closing a day: `there` when this very request closed it before. */
export const whyNotClosed = (
  day: ReceptionDayDocument,
  requestKey: string,
  now: Instant,
): 'there' | 'open' | 'HALL.DAY_OVER' | 'HALL.DAY_NOT_YET' | 'HALL.QUESTIONS_OPEN' => {
  if (day.closedIn === requestKey) return 'there'
  if (day.state !== 'coming') return 'HALL.DAY_OVER'
  if (day.day > shanghaiDay(now)) return 'HALL.DAY_NOT_YET'
  return Object.values(day.questions).some(({ outcome }) => outcome === '') ? 'HALL.QUESTIONS_OPEN' : 'open'
}

/** A notice to who had a slot; nobody is told of what was asked at the door. */
const toAsker = (
  { _id, title, questions }: Pick<ReceptionDayDocument, '_id' | 'title' | 'questions'>,
  questionId: string,
  noticeOf: (question: Question) => Pick<NoticeToSend, 'title' | 'text' | 'page'>,
): readonly NoticeToSend[] => {
  const question = questions[questionId]
  if (!question || question.who === '') return []
  const notice = noticeOf(question)
  return [
    {
      ...notice,
      to: question.who,
      text: `${title}:${notice.text}`,
      once: `reception-answer:${_id}:${question.id}`,
    },
  ]
}

/** To somebody who had a slot, once the answer is written down. */
export const answeredNotices = (
  day: Pick<ReceptionDayDocument, '_id' | 'title' | 'questions'>,
  questionId: string,
): readonly NoticeToSend[] =>
  toAsker(day, questionId, ({ answer }) => ({
    title: '您问的事有答复了',
    text: answer,
    page: '/hall/resident/reception-page',
  }))

/** To somebody who had a slot, once what they asked is on the problem list (问题清单). */
export const onListNotices = (
  day: Pick<ReceptionDayDocument, '_id' | 'title' | 'questions'>,
  questionId: string,
  dueDay: ShanghaiDay,
): readonly NoticeToSend[] =>
  toAsker(day, questionId, () => ({
    title: '您问的事列进了问题清单',
    text: `${dayText(dueDay)}前办完,办完请您确认。`,
    page: '/hall/resident/my-problems-page',
  }))
