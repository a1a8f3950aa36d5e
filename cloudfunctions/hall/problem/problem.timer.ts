import { asInstant, type Instant } from '../../../types/common/time'
import type { ProblemDocument } from '../../_kit/documents/matters'
import { type NoticeToSend, tell } from '../../_kit/notices'
import { allRecounted } from '../calendar/calendar.rule'
import { calendarToRecount, districtOf, loadCalendars, markRecounted } from '../calendar/calendar.store'
import type { Calendars } from '../calendar/working-day.rule'
import { afterSilence, afterStep, recounted, stepDue } from './escalation.rule'
import { overseersOf } from './overseers.store'
import { changeSeen, dueProblems, openProblemsAfter, problemById } from './problem.store'
import type { ProblemChange } from './problem-change.rule'
import {
  changedNotices,
  finishedNotices,
  type Overseers,
  silentNotices,
  stepNotices,
} from './problem-told.rule'

/** Work of each kind in one tick; what is left waits for the next. */
const problemsPerTick = 20
const recountsPerTick = 50
/** A function lives 20 s: what it decided by an old calendar is written by then. */
const functionLife = 25_000
/** Others may change a problem at the same moment; each try sees it anew. */
const tries = 3

/** One that cannot be worked on keeps none of the others waiting; it is tried again with the next tick. */
const attempt = async (problemId: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ timer: 'problem', problemId, error: String(error) })}\n`)
  }
}

/** Asks for something once per key while a tick lasts. */
const once = <Found>(ask: (key: string) => Promise<Found>): ((key: string) => Promise<Found>) => {
  const asked = new Map<string, Promise<Found>>()
  return (key) => {
    const known = asked.get(key) ?? ask(key)
    asked.set(key, known)
    return known
  }
}

interface Step {
  readonly change: ProblemChange
  readonly notices: readonly NoticeToSend[]
}

const stepOfOpen = (
  problem: ProblemDocument,
  calendars: Calendars,
  overseers: Overseers,
  now: Instant,
): Step | undefined => {
  const moved = recounted(problem, calendars, now)
  if (moved) return { change: moved, notices: movedNotices(problem, moved) }
  const step = stepDue(problem, calendars, now)
  if (!step) return undefined
  return { change: afterStep(problem, step, calendars, now), notices: stepNotices(problem, step, overseers) }
}

const movedNotices = (problem: ProblemDocument, moved: ProblemChange): readonly NoticeToSend[] =>
  moved.fields.dueDay === problem.dueDay ? [] : changedNotices(problem, moved, '')

const stepOfDone = (
  problem: ProblemDocument,
  calendars: Calendars,
  { secretary }: Overseers,
  now: Instant,
): Step => {
  const change = afterSilence(problem, calendars, now)
  const { nextAt = now } = change.fields
  const notices =
    change.fields.state === 'struckOff' ? silentNotices(problem) : finishedNotices(problem, secretary, nextAt)
  return { change, notices }
}

/**
 * 督办: reminds, climbs, and strikes off what nobody said anything about, a step each time. Told first and written
 * afterwards, by notices that exist once: whoever dies in between tells no more, and of two timers one writes.
 */
export const tendProblems = async (now: Instant): Promise<void> => {
  const calendarsFor = once((district) => loadCalendars(district, now))
  const overseersFor = once(overseersOf)
  for (const state of ['open', 'done'] as const) {
    for (const problem of await dueProblems(state, now, problemsPerTick)) {
      await attempt(problem._id, async () => {
        const { centreId } = problem
        const calendars = await calendarsFor(districtOf(centreId))
        const overseers = await overseersFor(centreId)
        const step = (state === 'open' ? stepOfOpen : stepOfDone)(problem, calendars, overseers, now)
        if (!step) return
        await tell(step.notices, now)
        await changeSeen(problem, step.change)
      })
    }
  }
}

const recount = async (first: ProblemDocument, calendars: Calendars, now: Instant): Promise<void> => {
  let problem: ProblemDocument | undefined = first
  for (let count = 0; problem?.state === 'open' && count < tries; count += 1) {
    const moved = recounted(problem, calendars, now)
    if (!moved) return
    await tell(movedNotices(problem, moved), now)
    if (await changeSeen(problem, moved)) return
    problem = await problemById(problem.centreId, problem._id)
  }
}

/**
 * Counts the due days of open problems again, some each time, after a district entered a calendar: once nobody is
 * still at work who read the old one. Harmless when run twice at once.
 */
export const recountDueDays = async (now: Instant): Promise<void> => {
  const calendar = await calendarToRecount(asInstant(now - functionLife))
  if (!calendar) return
  const calendars = await loadCalendars(calendar.centreId, now)
  const problems = await openProblemsAfter(calendar.recountedAfter, recountsPerTick)
  for (const problem of problems) {
    if (districtOf(problem.centreId) !== calendar.centreId) continue
    await attempt(problem._id, () => recount(problem, calendars, now))
  }
  const last = problems.length < recountsPerTick ? undefined : problems.at(-1)
  await markRecounted(calendar, last?.order ?? allRecounted)
}
