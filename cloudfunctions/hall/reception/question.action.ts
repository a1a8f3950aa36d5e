import type { Instant } from '../../../types/common/time'
import type { hallContract } from '../../../types/hall.contract'
import { transact } from '../../_kit/ask'
import type { Question, ReceptionDayDocument } from '../../_kit/documents/sessions'
import { tell, tellWithin } from '../../_kit/notices'
import { seal, unseal } from '../../_kit/privacy'
import { isRefused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { calendarsAlong, calendarsOf } from '../calendar/calendar.store'
import { newProblem, officerNameAt } from '../problem/new-problem.rule'
import { insertProblem } from '../problem/opening.store'
import { officerAlong } from '../problem/problem.store'
import { listedNotices } from '../problem/problem-told.rule'
import {
  answeredNotices,
  askedAtDoor,
  onListNotices,
  whyNotDealtWith,
  whyNotWrittenIn,
  withOutcome,
} from './question.rule'
import { dayAlong, dayById, dayForUpdate, markListed, writeIn, writeOutcome } from './reception-day.store'

type Hall = typeof hallContract

/** Writes in what somebody asks who came without a slot. */
export const writeInQuestion: Action<Hall, 'writeInQuestion'> = async (
  { centreId, dayId, topic, name, phone = '' },
  ask,
) => {
  const { requestKey, now } = ask
  const sealed = { nameSealed: seal(name), phoneSealed: seal(phone) }
  const question = askedAtDoor(dayId, { name, topic, requestKey, ...sealed }, now)
  const done = { data: { questionId: question.id }, target: dayId }
  if (await writeIn(centreId, dayId, question)) return done
  const day = await dayById(centreId, dayId)
  if (!day) return refuse('COMMON.NOT_FOUND')
  const why = whyNotWrittenIn(day, question.id)
  return why === 'there' ? done : refuse(why)
}

/** Name and phone of somebody who asked, for calling them back; the audit row keeps who looked, not what was seen. */
export const askerContact: Action<Hall, 'askerContact'> = along(
  ({ centreId, dayId }) => [dayAlong(centreId, dayId)],
  async ({ dayId, questionId }, ask) => {
    const day = ask.rows.receptionDays
    if (!day) return refuse('COMMON.NOT_FOUND')
    const question = day.questions[questionId]
    if (!question) return refuse('HALL.NO_QUESTION')
    const { nameSealed, phoneSealed } = question
    return {
      data: { name: unseal(nameSealed), phone: unseal(phoneSealed) },
      target: `${dayId}:${questionId}`,
    }
  },
)

/** Writes down what came of a question; answers the day as it stands then, also when an earlier run wrote it. */
const dealWith = async (
  seen: ReceptionDayDocument,
  questionId: string,
  written: Pick<Question, 'answer' | 'answeredIn'> & { readonly outcome: 'answered' | 'absent' },
  now: Instant,
) => {
  const before = whyNotDealtWith(seen, questionId, written.answeredIn, now)
  if (before === 'there') return seen
  if (before !== 'open') return refuse(before)
  if (await writeOutcome(seen, questionId, written)) return withOutcome(seen, questionId, written)
  const day = await dayById(seen.centreId, seen._id)
  if (!day) return refuse('COMMON.NOT_FOUND')
  const since = whyNotDealtWith(day, questionId, written.answeredIn, now)
  if (since === 'there') return day
  return refuse(since === 'open' ? 'COMMON.BUSY' : since)
}

/** 当场答复: writes the answer down and tells who had a slot; or that they did not come. */
export const answerQuestion: Action<Hall, 'answerQuestion'> = along(
  ({ centreId, dayId }) => [dayAlong(centreId, dayId)],
  async ({ dayId, questionId, outcome, answer }, ask) => {
    const seen = ask.rows.receptionDays
    if (!seen) return refuse('COMMON.NOT_FOUND')
    if (outcome === 'answered' && answer === '') return refuse('HALL.ANSWER_MISSING')
    const day = await dealWith(seen, questionId, { outcome, answer, answeredIn: ask.requestKey }, ask.now)
    if (isRefused(day)) return day
    if (outcome === 'answered') await tell(answeredNotices(day, questionId), ask.now)
    return { data: { asked: day.asked, answered: day.answered }, target: dayId }
  },
)

/** 列入问题清单: the problem and what became of the question stand together; the officer and who had a slot are told. */
export const listQuestion: Action<Hall, 'listQuestion'> = along(
  ({ centreId, officer }) => [officerAlong(officer), calendarsAlong(centreId)],
  async ({ dayId, questionId, ...facts }, ask) => {
    const { caller, requestKey, now } = ask
    const officerMasked = officerNameAt(facts.centreId, ask.rows.residents)
    if (officerMasked === undefined) return refuse('HALL.WRONG_PERSON')
    const calendars = calendarsOf(ask.lists.calendars ?? [], now)
    return transact(ask, async (transaction) => {
      const day = await dayForUpdate(transaction, facts.centreId, dayId)
      if (!day) return refuse('COMMON.NOT_FOUND')
      const why = whyNotDealtWith(day, questionId, requestKey, now)
      if (why !== 'open') return refuse(why === 'there' ? 'HALL.ALREADY_ANSWERED' : why)
      const by = { by: caller.openid, byMasked: caller.resident?.nameMasked ?? '', requestKey }
      const raiser = day.questions[questionId]?.who ?? ''
      const from = { source: 'reception', matterId: '', raiser } as const
      const problem = newProblem({ ...facts, ...from, ...by, officerMasked }, calendars, now)
      const { _id: problemId, dueDay } = problem
      await insertProblem(transaction, problem)
      await markListed(transaction, day, questionId, { problemId, answeredIn: requestKey })
      const notices = [
        ...listedNotices(problem, caller.openid),
        ...(problem.raiser === '' ? [] : onListNotices(day, questionId, dueDay)),
      ]
      await tellWithin(transaction, notices, now)
      return { data: { problemId, dueDay }, target: problemId }
    })
  },
)
