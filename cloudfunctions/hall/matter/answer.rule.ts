import { dayText, type Instant, shanghaiDay } from '../../../types/common/time'
import type { MatterDocument, StoryLine } from '../../_kit/documents/matters'
import { type Refused, refuse } from '../../_kit/refusal'
import { type Calendars, workingDaysUntil } from '../calendar/working-day.rule'
import { answerDue, dueAfter } from './deadline.rule'
import { type Move, never, type Teller } from './matter.rule'
import type { Terms } from './sorting.rule'
import { whyNotStep } from './sorting.rule'
import { isNoticeRunning } from './step.rule'
import { storyLine } from './story.rule'

/** 答复: the last step. From now on the raiser may say for some working days that it is not done. */
export const answering = (
  matter: MatterDocument,
  { text, photos }: { readonly text: string; readonly photos: readonly string[] },
  { rules, calendars }: Terms,
  ask: Teller,
):
  | Move
  | Refused<'HALL.MATTER_OVER' | 'HALL.NOT_THIS_STEP' | 'HALL.PROBLEMS_OPEN' | 'HALL.NOTICE_RUNNING'> => {
  const refused = whyNotStep(matter, 'answer')
  if (refused) return refused
  if (isNoticeRunning(matter, ask.now)) return refuse('HALL.NOTICE_RUNNING')
  if (matter.openProblems > 0) return refuse('HALL.PROBLEMS_OPEN')
  const confirmBy = dueAfter(rules.confirmWithin, calendars, ask.now)
  return {
    fields: {
      state: 'answered',
      done: [...matter.done, 'answer'],
      answer: text,
      answerPhotos: photos,
      confirmBy,
      nextAt: confirmBy,
    },
    line: storyLine(ask, { kind: 'answer', text: `答复:${text}` }),
  }
}

/**
 * The raiser says that it is solved, which closes it (the timer tells everybody), or that it is not: then it is under
 * way again without its answer, with a new term.
 */
export const confirming = (
  matter: Pick<MatterDocument, 'by' | 'state' | 'done' | 'procedure'>,
  { solved, text }: { readonly solved: boolean; readonly text: string },
  calendars: Calendars,
  ask: Teller,
): Move | Refused<'HALL.NOT_YOURS' | 'HALL.NOTHING_TO_CONFIRM' | 'HALL.REASON_MISSING'> => {
  const { by, state, procedure } = matter
  if (by !== ask.caller.openid) return refuse('HALL.NOT_YOURS')
  if (state !== 'answered' || !procedure) return refuse('HALL.NOTHING_TO_CONFIRM')
  if (solved) {
    return {
      fields: { state: 'closed', confirmBy: never, nextAt: ask.now },
      line: storyLine(ask, { kind: 'closed', text: `提的人说解决了${text && `:${text}`}` }),
    }
  }
  if (text === '') return refuse('HALL.REASON_MISSING')
  const dueAt = answerDue(procedure, calendars, ask.now)
  return {
    fields: {
      state: 'underWay',
      done: matter.done.filter((step) => step !== 'answer'),
      ...{ confirmBy: never, dueAt, nextAt: dueAt, late: false },
    },
    line: storyLine(ask, {
      kind: 'reopened',
      text: `提的人说还没解决:${text}。接着办,${dayText(shanghaiDay(dueAt))}前再答复`,
    }),
  }
}

/** A line nobody wrote: time did it. */
const timeLine = (key: string, kind: string, text: string, now: Instant): StoryLine => ({
  ...{ key, at: now, kind, text },
  ...{ by: '', byMasked: '', about: '', internal: false },
})

/** Nobody said anything for as long as they may: it counts as confirmed. */
export const silence = (
  { story, confirmBy }: Pick<MatterDocument, 'story' | 'confirmBy'>,
  calendars: Calendars,
  now: Instant,
): Move => {
  const answeredAt = story.findLast(({ kind }) => kind === 'answer')?.at ?? now
  const days = workingDaysUntil(shanghaiDay(answeredAt), shanghaiDay(confirmBy), calendars)
  return {
    fields: { state: 'closed', confirmBy: never, nextAt: now },
    line: timeLine(`silent:${confirmBy}`, 'closed', `${days} 个工作日没有说不同意,按已解决办结`, now),
  }
}

/** Lines with which a term begins. */
const beginnings = ['assign', 'movedUp', 'reopened']

/**
 * The day to answer by has passed. It is counted once more first: where a calendar that was not published then gives
 * more days, the matter is not late but due on another day, and the story says so.
 */
export const overdue = (
  { procedure, story, dueAt }: Pick<MatterDocument, 'procedure' | 'story' | 'dueAt'>,
  calendars: Calendars,
  now: Instant,
): Move => {
  const begun = story.findLast(({ kind }) => beginnings.includes(kind))?.at
  const counted = procedure && begun !== undefined ? answerDue(procedure, calendars, begun) : dueAt
  const day = dayText(shanghaiDay(dueAt))
  if (counted > dueAt) {
    const text = `放假安排公布,时限由${day}改为${dayText(shanghaiDay(counted))}`
    return {
      fields: { dueAt: counted, nextAt: counted },
      line: timeLine(`recounted:${counted}`, 'recounted', text, now),
    }
  }
  return {
    fields: { late: true, nextAt: never },
    line: timeLine(`late:${dueAt}`, 'late', `过了${day}还没答复`, now),
  }
}
