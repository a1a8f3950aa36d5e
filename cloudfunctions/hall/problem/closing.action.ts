import type { hallContract } from '../../../types/hall.contract'
import { type Ask, transact } from '../../_kit/ask'
import type { ProblemDocument } from '../../_kit/documents/matters'
import { type NoticeToSend, tellWithin } from '../../_kit/notices'
import { isRefused, type Refused, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { checkText } from '../../_kit/text-check'
import type { Transaction } from '../../_kit/transaction'
import { membersOf } from '../../community/community.door'
import { calendarsAlong, calendarsOf } from '../calendar/calendar.store'
import { storyLine } from '../matter/story.rule'
import { secretaryOf } from './overseers.store'
import { problemAlong, problemForUpdate, writeChange } from './problem.store'
import {
  extended,
  finished,
  type Line,
  type ProblemChange,
  reopened,
  struckOff,
  whyNotConfirm,
  whyNotStrikeOff,
} from './problem-change.rule'
import { changedNotices, finishedNotices } from './problem-told.rule'

type Hall = typeof hallContract

const lineBy =
  (ask: Ask): Line =>
  (kind, text) =>
    storyLine(ask, { kind, text })

const calendarsFor = ({ lists, now }: Ask) => calendarsOf(lists.calendars ?? [], now)

/** What somebody's decision about a problem comes to: what is answered, changed and told. */
interface Decided<Data> {
  readonly data: Data
  readonly change: ProblemChange
  readonly notices: readonly NoticeToSend[]
}

/** Decides about a problem as it stands in the transaction, and writes what follows with the notices it tells. */
const decide = <Data extends object, Code extends string>(
  ask: Ask,
  problemId: string,
  decision: (problem: ProblemDocument) => Decided<Data> | Refused<Code>,
) =>
  transact<Data, Code>(ask, async (transaction: Transaction) => {
    const problem = await problemForUpdate(transaction, ask.centreId, problemId)
    if (!problem) return refuse('COMMON.NOT_FOUND')
    const decided = decision(problem)
    if (isRefused(decided)) return decided
    await writeChange(transaction, problem, decided.change)
    await tellWithin(transaction, decided.notices, ask.now)
    return { data: decided.data, target: problemId }
  })

/** Says that a problem is done, and asks its raiser, else the secretary, to look at it. */
export const finishProblem: Action<Hall, 'finishProblem'> = along(
  ({ centreId, problemId }) => [problemAlong(centreId, problemId), calendarsAlong(centreId)],
  async ({ centreId, problemId, ...what }, ask) => {
    const seen = ask.rows.problems
    if (!seen) return refuse('COMMON.NOT_FOUND')
    const secretary = seen.raiser === '' ? await secretaryOf(centreId) : []
    return decide(ask, problemId, (problem) => {
      const change = finished(problem, what, lineBy(ask), calendarsFor(ask), ask.now)
      if (isRefused(change)) return change
      const { confirmBy } = change
      return { data: { confirmBy }, change, notices: finishedNotices(problem, secretary, confirmBy) }
    })
  },
)

/** Strikes a problem off, or has it done again; the officer is told. */
const closed = (problem: ProblemDocument, { solved, text }: { solved: boolean; text: string }, ask: Ask) => {
  const said = text === '' ? '' : `:${text}`
  const who = problem.raiser === '' ? '书记核实' : '提的人确认'
  const change = solved
    ? struckOff(lineBy(ask), `${who}解决了,销号${said}`)
    : reopened(problem, lineBy(ask), text, calendarsFor(ask), ask.now)
  const state = solved ? ('struckOff' as const) : ('open' as const)
  return { data: { state }, change, notices: changedNotices(problem, change, ask.caller.openid) }
}

/** The raiser says whether it is solved. */
export const confirmProblem: Action<Hall, 'confirmProblem'> = along(
  ({ centreId }) => [calendarsAlong(centreId)],
  async ({ problemId, solved, text }, ask) => {
    const { openid } = ask.caller
    const risky = text === '' ? undefined : await checkText(openid, text, 2)
    if (risky) return refuse(risky)
    return decide(
      ask,
      problemId,
      (problem) => whyNotConfirm(problem, openid, { solved, text }) ?? closed(problem, { solved, text }, ask),
    )
  },
)

/** Somebody who oversees says whether it is solved, where nobody in particular raised it. */
export const strikeOff: Action<Hall, 'strikeOff'> = along(
  ({ centreId }) => [calendarsAlong(centreId)],
  async ({ problemId, solved, text }, ask) => {
    const { openid, resident } = ask.caller
    const home = resident?.householdId ?? ''
    const members = home === '' ? [] : await membersOf([home])
    const household = [openid, ...members.map(({ _id }) => _id)]
    return decide(
      ask,
      problemId,
      (problem) => whyNotStrikeOff(problem, household) ?? closed(problem, { solved, text }, ask),
    )
  },
)

/** Gives a problem some working days more. */
export const extendProblem: Action<Hall, 'extendProblem'> = along(
  ({ centreId }) => [calendarsAlong(centreId)],
  async ({ problemId, ...more }, ask) =>
    decide(ask, problemId, (problem) => {
      const change = extended(problem, more, lineBy(ask), calendarsFor(ask), ask.now)
      if (isRefused(change)) return change
      const notices = changedNotices(problem, change, ask.caller.openid)
      return { data: { dueDay: change.dueDay }, change, notices }
    }),
)
