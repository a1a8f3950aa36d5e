import { asInstant, dayText, type Instant, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import type { ProblemDocument, StoryLine } from '../../_kit/documents/matters'
import { type Refused, refuse } from '../../_kit/refusal'
import { addWorkingDays, type Calendars, workingDaysUntil } from '../calendar/working-day.rule'
import { confirmByOf, lastDayOf, nextAfter } from './problem-due.rule'
import { type Counted, stateCounted } from './problem-figure.rule'

/** What one step changes about a problem: fields, one line of its story, and the month's figures. */
export interface ProblemChange {
  readonly fields: Partial<Omit<ProblemDocument, '_id' | 'centreId' | 'story' | 'changes'>>
  readonly line: StoryLine
  readonly counted: Counted
}

/** A line somebody writes, of whatever kind and text. */
export type Line = (kind: string, text: string) => StoryLine

const mostExtensions = 2
/** 重办: what a problem has at least when it is opened again. */
const workingDaysAgain = 3

const laterOf = (one: ShanghaiDay, other: ShanghaiDay): ShanghaiDay => (one > other ? one : other)

/** The due day that lies some working days after a day, and the working days since the opening it comes to. */
const dueAfter = (
  { openedOn, level }: Pick<ProblemDocument, 'openedOn' | 'level'>,
  from: ShanghaiDay,
  count: number,
  calendars: Calendars,
  now: Instant,
) => {
  const workingDays = workingDaysUntil(openedOn, from, calendars) + count
  const { day: dueDay, provisional } = addWorkingDays(openedOn, workingDays, calendars)
  const timed = { dueDay, level, overdue: false }
  return { workingDays, provisional, dueDay, overdue: false, nextAt: nextAfter(timed, calendars, now) }
}

/** 延期: some working days more, counted from the due day, or from today when that is past. Twice at most. */
export const extended = (
  problem: ProblemDocument,
  { workingDays, reason }: { readonly workingDays: number; readonly reason: string },
  line: Line,
  calendars: Calendars,
  now: Instant,
):
  | (ProblemChange & { readonly dueDay: ShanghaiDay })
  | Refused<'HALL.PROBLEM_OVER' | 'HALL.EXTENDED_ENOUGH'> => {
  if (problem.state !== 'open') return refuse('HALL.PROBLEM_OVER')
  if (problem.extended >= mostExtensions) return refuse('HALL.EXTENDED_ENOUGH')
  const due = dueAfter(problem, laterOf(problem.dueDay, shanghaiDay(now)), workingDays, calendars, now)
  return {
    dueDay: due.dueDay,
    fields: { ...due, extended: problem.extended + 1 },
    line: line(
      'extended',
      `延期 ${workingDays} 个工作日,时限由 ${dayText(problem.dueDay)} 改为 ${dayText(due.dueDay)}:${reason}`,
    ),
    counted: {},
  }
}

/** 办完: with at least one photo; the raiser, else the secretary, looks at it within five working days. */
export const finished = (
  problem: ProblemDocument,
  { text, evidence }: { readonly text: string; readonly evidence: readonly string[] },
  line: Line,
  calendars: Calendars,
  now: Instant,
):
  | (ProblemChange & { readonly confirmBy: Instant })
  | Refused<'HALL.PROBLEM_OVER' | 'HALL.EVIDENCE_MISSING'> => {
  if (problem.state !== 'open') return refuse('HALL.PROBLEM_OVER')
  if (evidence.length === 0) return refuse('HALL.EVIDENCE_MISSING')
  const confirmBy = confirmByOf(now, calendars)
  const who = problem.raiser === '' ? '等书记核实' : `请提的人在 ${lastDayOf(confirmBy)} 前确认`
  return {
    confirmBy,
    fields: {
      state: 'done',
      evidence: [...problem.evidence, ...evidence],
      confirmBy,
      nextAt: confirmBy,
    },
    line: line('finished', `办完了:${text}。${who}`),
    counted: stateCounted('open', 'done'),
  }
}

/** 销号: somebody who may says that it is solved. */
export const struckOff = (line: Line, text: string): ProblemChange => ({
  fields: { state: 'struckOff', confirmBy: asInstant(0), nextAt: asInstant(0) },
  line: line('struckOff', text),
  counted: stateCounted('done', 'struckOff'),
})

/** 重办: not solved; at least three working days more, and the level it has climbed to stays. */
export const reopened = (
  problem: ProblemDocument,
  line: Line,
  text: string,
  calendars: Calendars,
  now: Instant,
): ProblemChange => {
  const today = shanghaiDay(now)
  const again = addWorkingDays(today, workingDaysAgain, calendars).day
  const [from, count] = problem.dueDay > again ? [problem.dueDay, 0] : [today, workingDaysAgain]
  const due = dueAfter(problem, from, count, calendars, now)
  return {
    fields: { ...due, state: 'open', confirmBy: asInstant(0) },
    line: line('reopened', `还没解决,${dayText(due.dueDay)}前重办:${text}`),
    counted: stateCounted('done', 'open'),
  }
}

/** Why somebody who raised a problem, or did not, cannot say anything about it; undefined when they can. */
export const whyNotConfirm = (
  { raiser, state }: Pick<ProblemDocument, 'raiser' | 'state'>,
  openid: string,
  { solved, text }: { readonly solved: boolean; readonly text: string },
): Refused<'HALL.NOT_YOURS' | 'HALL.NOTHING_TO_CONFIRM' | 'HALL.REASON_MISSING'> | undefined => {
  if (raiser !== openid) return refuse('HALL.NOT_YOURS')
  if (state !== 'done') return refuse('HALL.NOTHING_TO_CONFIRM')
  return !solved && text === '' ? refuse('HALL.REASON_MISSING') : undefined
}

/**
 * Why somebody cannot strike off a problem nobody in particular raised; undefined when they can. Who worked on it, or
 * lives with whom it was given to, is not the one to look at it.
 */
export const whyNotStrikeOff = (
  { raiser, state, officer }: Pick<ProblemDocument, 'raiser' | 'state' | 'officer'>,
  household: readonly string[],
): Refused<'HALL.NOTHING_TO_CONFIRM' | 'HALL.RAISER_CONFIRMS' | 'HALL.OWN_AFFAIR'> | undefined => {
  if (state !== 'done') return refuse('HALL.NOTHING_TO_CONFIRM')
  if (raiser !== '') return refuse('HALL.RAISER_CONFIRMS')
  return household.includes(officer) ? refuse('HALL.OWN_AFFAIR') : undefined
}
