import { asInstant, dayText, type Instant } from '../../../types/common/time'
import type { ProblemDocument, StoryLine } from '../../_kit/documents/matters'
import { addWorkingDays, type Calendars } from '../calendar/working-day.rule'
import type { ProblemChange } from './problem-change.rule'
import {
  climbs,
  confirmByOf,
  endOf,
  isReminder,
  nextAfter,
  stepsAhead,
  type TimeStep,
  workingDaysToConfirm,
} from './problem-due.rule'

/** A line that time writes: one for every change of the problem. */
const lineOfTime = (
  { changes }: Pick<ProblemDocument, 'changes'>,
  at: Instant,
  kind: string,
  text: string,
  internal = false,
): StoryLine => ({ key: `${kind}:${changes}`, at, kind, text, by: '', byMasked: '', about: '', internal })

/** What time does to an open problem now: of reminders the last, of climbs one after another. */
export const stepDue = (
  problem: Pick<ProblemDocument, 'dueDay' | 'level' | 'overdue'>,
  calendars: Calendars,
  now: Instant,
): TimeStep | undefined => {
  const due = stepsAhead(problem, calendars).filter(({ at }) => at <= now)
  return (due.find(({ step }) => !isReminder(step)) ?? due.at(-1))?.step
}

const texts: Readonly<Record<TimeStep, (dueDay: string) => string>> = {
  remindBefore: (dueDay) => `提醒经办人:${dueDay}前办完`,
  remindOnDay: () => '提醒经办人:今天到期',
  overdue: (dueDay) => `${dueDay}前没有办完,已经超期,告知社区全体工作人员`,
  toSecretary: () => `超期 ${climbs.toSecretary} 个工作日还没有办完,报书记督办`,
  toStreet: () => `超期 ${climbs.toStreet} 个工作日还没有办完,报街道督办`,
}

/** 督办一步: what a step of time changes. The first time a problem is overdue it is counted. */
export const afterStep = (
  problem: ProblemDocument,
  step: TimeStep,
  calendars: Calendars,
  now: Instant,
): ProblemChange => {
  const level =
    step === 'toStreet'
      ? 'street'
      : step === 'toSecretary'
        ? 'secretary'
        : step === 'overdue' && problem.level === 'officer'
          ? 'staff'
          : problem.level
  const timed = { dueDay: problem.dueDay, level, overdue: problem.overdue || step === 'overdue' }
  const kind = isReminder(step) ? 'reminded' : 'escalated'
  const line = lineOfTime(problem, now, kind, texts[step](dayText(problem.dueDay)), isReminder(step))
  return {
    fields: { level, overdue: timed.overdue, nextAt: nextAfter(timed, calendars, now) },
    line,
    counted: problem.level === 'officer' && level !== 'officer' ? { overdue: 1 } : {},
  }
}

/**
 * Nobody said anything in time about a problem that is done. With a raiser, it is struck off and says so; without one,
 * whoever has to look at it is reminded again and again.
 */
export const afterSilence = (problem: ProblemDocument, calendars: Calendars, now: Instant): ProblemChange =>
  problem.raiser === ''
    ? {
        fields: { nextAt: confirmByOf(now, calendars) },
        line: lineOfTime(problem, now, 'reminded', '提醒书记:办完了,等核实销号', true),
        counted: {},
      }
    : {
        fields: { state: 'struckOff', confirmBy: asInstant(0), nextAt: asInstant(0) },
        line: lineOfTime(problem, now, 'silent', `${workingDaysToConfirm} 个工作日没有说不同意,按已解决销号`),
        counted: { done: -1, struckOff: 1 },
      }

/**
 * An open problem's due day, counted again by the calendars that hold now; undefined when all stays as it is. What was
 * opened in a year whose calendar is not at hand keeps its day.
 */
export const recounted = (
  problem: ProblemDocument,
  calendars: Calendars,
  now: Instant,
): ProblemChange | undefined => {
  const { openedOn, workingDays, level, nextAt } = problem
  if (!calendars.has(Number(openedOn.slice(0, 4)))) return undefined
  const { day: dueDay, provisional } = addWorkingDays(openedOn, workingDays, calendars)
  const moved = dueDay !== problem.dueDay
  const overdue = problem.overdue && endOf(dueDay) <= now
  const next = nextAfter({ dueDay, level, overdue }, calendars, now)
  // a step that is due now is taken before anything else is said, unless the day has moved
  const isTime = nextAt <= now && stepDue(problem, calendars, now) !== undefined
  const isSame = !moved && provisional === problem.provisional && (next === nextAt || isTime)
  if (isSame) return undefined
  const text = moved
    ? `放假安排公布,时限由 ${dayText(problem.dueDay)} 改为 ${dayText(dueDay)}`
    : '放假安排公布,时限不变'
  return {
    fields: { dueDay, provisional, overdue, nextAt: next },
    line: lineOfTime(problem, now, 'recounted', text, !moved),
    counted: {},
  }
}
