import {
  asInstant,
  dayText,
  type Instant,
  instantOf,
  type ShanghaiDay,
  shanghaiDay,
} from '../../../types/common/time'
import type { ProblemLevel } from '../../../types/hall.words'
import type { ProblemDocument } from '../../_kit/documents/matters'
import { addWorkingDays, type Calendars, workingDayBefore } from '../calendar/working-day.rule'

/** 五个工作日: what a new problem has. */
export const workingDaysToFinish = 5
/** Working days for the raiser, or the secretary, to look at what was done. */
export const workingDaysToConfirm = 5

const morning = 9 * 60
const wholeDay = 24 * 60

/** Until the end of a day. */
export const endOf = (day: ShanghaiDay): Instant => instantOf(day, wholeDay)

/** The last day of what is open until the end of one, in people's words: 「12月2日」. */
export const lastDayOf = (until: Instant): string => dayText(shanghaiDay(asInstant(until - 1)))

/** What time does to an open problem, in this order. */
export type TimeStep = 'remindBefore' | 'remindOnDay' | 'overdue' | 'toSecretary' | 'toStreet'

/** How many working days after the due day a problem climbs. */
export const climbs = { toSecretary: 1, toStreet: 3 } as const

const rank: Readonly<Record<ProblemLevel, number>> = { officer: 0, staff: 1, secretary: 2, street: 3 }

export type Timed = Pick<ProblemDocument, 'dueDay' | 'level' | 'overdue'>

/**
 * 督办: the steps an open problem still has before it, with their moments: reminders at 9:00 on the last working day
 * before the due day and on the due day; overdue when the due day has ended; to the secretary when one working day
 * more, to the street when three more have ended. A problem that was reopened, or given more time, keeps its level:
 * it climbs on from there.
 */
export const stepsAhead = (
  { dueDay, level, overdue }: Timed,
  calendars: Calendars,
): readonly { readonly step: TimeStep; readonly at: Instant }[] => {
  const climbed = (step: keyof typeof climbs): Instant =>
    endOf(addWorkingDays(dueDay, climbs[step], calendars).day)
  return [
    ...(overdue
      ? []
      : [
          { step: 'remindBefore' as const, at: instantOf(workingDayBefore(dueDay, calendars), morning) },
          { step: 'remindOnDay' as const, at: instantOf(dueDay, morning) },
          { step: 'overdue' as const, at: endOf(dueDay) },
        ]),
    ...(rank[level] < rank.secretary ? [{ step: 'toSecretary' as const, at: climbed('toSecretary') }] : []),
    ...(rank[level] < rank.street ? [{ step: 'toStreet' as const, at: climbed('toStreet') }] : []),
  ]
}

/** Whether a step only reminds the officer. */
export const isReminder = (step: TimeStep): boolean => step === 'remindBefore' || step === 'remindOnDay'

/**
 * When time next does something to an open problem, seen at a moment; 0 when it does nothing any more. A reminder whose
 * time has passed is left out, a climb never is.
 */
export const nextAfter = (problem: Timed, calendars: Calendars, after: Instant): Instant => {
  const next = stepsAhead(problem, calendars).find(({ step, at }) => at > after || !isReminder(step))
  return next?.at ?? (0 as Instant)
}

/** Until when what was done on a day may be confirmed. */
export const confirmByOf = (now: Instant, calendars: Calendars): Instant =>
  endOf(addWorkingDays(shanghaiDay(now), workingDaysToConfirm, calendars).day)

/** Communities and their stations lie below streets. */
const deepestStreet = 2

/** What a centre is shown as climbed to it: a street or district what reached the street, a community its secretary too. */
export const escalatedLevelsOf = (centreId: string): readonly ProblemLevel[] =>
  centreId.split('.').length > deepestStreet ? ['secretary', 'street'] : ['street']
