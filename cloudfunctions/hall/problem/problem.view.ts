import { type Instant, shanghaiDay } from '../../../types/common/time'
import type { ProblemDocument, StoryLine } from '../../_kit/documents/matters'
import { type Calendars, workingDaysUntil } from '../calendar/working-day.rule'

/** A problem as lists show it. */
export const problemRow = (problem: ProblemDocument, calendars: Calendars, now: Instant) => {
  const { text, measure, units, state, level, openedOn, dueDay, provisional, overdue, source } = problem
  return {
    ...{ text, measure, state, level, openedOn, dueDay, provisional, overdue, source },
    problemId: problem._id,
    units: [...units],
    officerName: problem.officerMasked,
    daysLeft: workingDaysUntil(shanghaiDay(now), dueDay, calendars),
  }
}

const shownLine = ({ at, kind, text, byMasked, about }: StoryLine) => ({
  at,
  kind,
  text,
  by: byMasked,
  about,
})

/** A problem with its whole story, for those who work on it or oversee it. */
export const problemStory = (problem: ProblemDocument, calendars: Calendars, now: Instant) => ({
  ...problemRow(problem, calendars, now),
  centreId: problem.centreId,
  story: problem.story.map(shownLine),
  evidence: [...problem.evidence],
  hasRaiser: problem.raiser !== '',
  confirmBy: problem.confirmBy,
  matterId: problem.matterId,
})

/** A problem as the one who raised it sees it: without what only the staff read. */
export const raisersProblem = (problem: ProblemDocument, calendars: Calendars, now: Instant) => ({
  ...problemRow(problem, calendars, now),
  confirmBy: problem.confirmBy,
  evidence: [...problem.evidence],
  story: problem.story.filter(({ internal }) => !internal).map(shownLine),
})
