import type { Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { Question, ReceptionDayDocument } from '../../_kit/documents/sessions'
import { orderOf } from '../../_kit/ids'
import { list, table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'

/** More days than all rules of a centre have in the weeks ahead, or in a month. */
const mostDays = 100
/** Days of one's own that are shown. */
const mostOwn = 50
/** Requests that gave a slot back are remembered a while: a repeat comes soon after. */
const remembered = 50

/** Look-up of a centre's reception day, to bring along with the caller. */
export const dayAlong = (centreId: string, dayId: string) => ({
  from: 'receptionDays' as const,
  id: { where: { _id: dayId, centreId }, limit: 1 },
})

/** One day of a centre. One request. */
export const dayById = async (centreId: string, dayId: string): Promise<ReceptionDayDocument | undefined> => {
  const day = await table('receptionDays').get(dayId)
  return day?.centreId === centreId ? day : undefined
}

/** One day of a centre, in a transaction that changes it. */
export const dayForUpdate = async (
  transaction: Transaction,
  centreId: string,
  dayId: string,
): Promise<ReceptionDayDocument | undefined> => {
  const day = await transaction.get('receptionDays', dayId)
  return day?.centreId === centreId ? day : undefined
}

/** A day as lists show it: without what was asked. */
export type ListedDay = Omit<ReceptionDayDocument, 'questions' | 'askers' | 'gaveBack'>
const withoutQuestions = { questions: false, askers: false, gaveBack: false }

/** A centre's days from a moment on that are not closed, soonest first. One request. */
export const daysFrom = (centreId: string, from: Instant): Promise<ListedDay[]> =>
  table('receptionDays').find(
    { centreId, order: _.gte(orderOf(from, '')), state: _.neq('closed') },
    { order: [['order', 'asc']], limit: mostDays, fields: withoutQuestions },
  )

/** A centre's days of a month, in their order. One request. */
export const daysOfMonth = (centreId: string, month: string): Promise<ListedDay[]> =>
  table('receptionDays').find(
    { centreId, month },
    { order: [['order', 'asc']], limit: mostDays, fields: withoutQuestions },
  )

/** A day with what one person asked on it. */
export type DayOfAsker = Pick<
  ReceptionDayDocument,
  '_id' | 'centreId' | 'day' | 'title' | 'place' | 'state'
> & {
  readonly own: readonly { readonly v: Question }[]
}

/** The days somebody asked something on, latest first, each with only their question. One request. */
export const daysAskedOn = (openid: string): Promise<DayOfAsker[]> =>
  list(
    table('receptionDays')
      .aggregate()
      .match({ askers: openid })
      .sort({ order: -1 })
      .limit(mostOwn)
      .project({
        ...{ centreId: 1, day: 1, title: 1, place: 1, state: 1 },
        own: {
          $filter: {
            input: { $objectToArray: '$questions' },
            as: 'question',
            cond: { $eq: ['$$question.v.who', { $literal: openid }] },
          },
        },
      }),
  )

/** Takes a slot in one conditional update: the slot is free, the asker has none, the day has not begun. */
export const takeSlot = async (
  { _id, centreId }: Pick<ReceptionDayDocument, '_id' | 'centreId'>,
  question: Question,
  now: Instant,
): Promise<boolean> =>
  (await table('receptionDays').update(
    {
      _id,
      centreId,
      state: 'coming',
      startsAt: _.gt(now),
      slots: _.gte(question.slot),
      [`taken.${question.slot}`]: _.exists(false),
      askers: _.neq(question.who),
    },
    {
      [`taken.${question.slot}`]: question.id,
      [`questions.${question.id}`]: _.set(question),
      askers: _.push([question.who]),
      left: _.inc(-1),
      asked: _.inc(1),
    },
  )) > 0

/** Gives a slot back in one conditional update, as long as the question stands as it was seen and nothing came of it. */
export const giveSlotBack = async (
  { _id, centreId }: Pick<ReceptionDayDocument, '_id' | 'centreId'>,
  { id, slot, who, requestKey: takenIn }: Question,
  requestKey: string,
  now: Instant,
): Promise<boolean> =>
  (await table('receptionDays').update(
    {
      _id,
      centreId,
      state: 'coming',
      startsAt: _.gt(now),
      [`questions.${id}.requestKey`]: takenIn,
      [`questions.${id}.outcome`]: '',
    },
    {
      [`taken.${slot}`]: _.remove(),
      [`questions.${id}`]: _.remove(),
      askers: _.pull(who),
      left: _.inc(1),
      asked: _.inc(-1),
      gaveBack: _.push({ each: [requestKey], slice: -remembered }),
    },
  )) > 0

/** Writes in what somebody asks at the door, once, while the day is not over and has room. */
export const writeIn = async (centreId: string, dayId: string, question: Question): Promise<boolean> =>
  (await table('receptionDays').update(
    {
      _id: dayId,
      centreId,
      state: 'coming',
      room: _.gt(0),
      [`questions.${question.id}.id`]: _.exists(false),
    },
    { [`questions.${question.id}`]: _.set(question), room: _.inc(-1), asked: _.inc(1) },
  )) > 0

/** What came of a question on the spot; those who did not come are not counted as having asked. */
export const writeOutcome = async (
  { _id, centreId }: Pick<ReceptionDayDocument, '_id' | 'centreId'>,
  questionId: string,
  written: Pick<Question, 'answer' | 'answeredIn'> & { readonly outcome: 'answered' | 'absent' },
): Promise<boolean> =>
  (await table('receptionDays').update(
    { _id, centreId, state: 'coming', [`questions.${questionId}.outcome`]: '' },
    {
      ...Object.fromEntries(
        Object.entries(written).map(([field, value]) => [`questions.${questionId}.${field}`, value]),
      ),
      ...(written.outcome === 'answered' ? { answered: _.inc(1) } : { asked: _.inc(-1) }),
    },
  )) > 0

/** Marks a question as listed, in the transaction that puts the problem on the list. One request. */
export const markListed = async (
  transaction: Transaction,
  { _id }: Pick<ReceptionDayDocument, '_id'>,
  questionId: string,
  { problemId, answeredIn }: Pick<Question, 'problemId' | 'answeredIn'>,
): Promise<void> => {
  const question = `questions.${questionId}`
  await transaction.update('receptionDays', _id, {
    [`${question}.outcome`]: 'listed',
    [`${question}.problemId`]: problemId,
    [`${question}.answeredIn`]: answeredIn,
    listed: _.inc(1),
  })
}

/** Calls a day off that is not over and on which nothing was answered yet. */
export const callOff = async (
  { _id, centreId }: Pick<ReceptionDayDocument, '_id' | 'centreId'>,
  written: Pick<ReceptionDayDocument, 'cancelledBecause' | 'closedIn'>,
  now: Instant,
): Promise<boolean> =>
  (await table('receptionDays').update(
    { _id, centreId, state: 'coming', endsAt: _.gt(now), answered: 0, listed: 0 },
    { state: 'cancelled', asked: 0, ...written },
  )) > 0

/** Closes a day whose figures stand as they were seen: nothing was asked or answered since. */
export const closeDay = async (
  { _id, centreId, asked, answered, listed }: ReceptionDayDocument,
  closedIn: string,
): Promise<boolean> =>
  (await table('receptionDays').update(
    { _id, centreId, state: 'coming', asked, answered, listed },
    { state: 'closed', closedIn },
  )) > 0
