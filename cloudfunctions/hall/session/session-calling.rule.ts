import { addDays, type Instant, shanghaiDay } from '../../../types/common/time'
import type { Step } from '../../../types/hall.words'
import type { MatterDocument } from '../../_kit/documents/matters'
import type { SessionDocument } from '../../_kit/documents/sessions'
import { type Refused, refuse } from '../../_kit/refusal'
import { withSteps } from '../matter/procedure.rule'

/** Whether there is time to announce a session: so many days, counted by the calendar, before it starts. */
export const isInTime = (startsAt: Instant, daysAhead: number, now: Instant): boolean =>
  startsAt > now && shanghaiDay(startsAt) >= addDays(shanghaiDay(now), daysAhead)

/** A matter with the steps that are done once the session is announced, or held. */
export interface Stepped {
  readonly matter: MatterDocument
  readonly done: readonly Step[]
}

/** Matters with some steps taken; undefined when one of them would skip a step. */
export const stepped = (
  matters: readonly MatterDocument[],
  stepsOf: (matter: MatterDocument) => readonly Step[],
): readonly Stepped[] | undefined => {
  const all = matters.flatMap((matter) => {
    const done = withSteps(matter, stepsOf(matter))
    return done ? [{ matter, done }] : []
  })
  return all.length === matters.length ? all : undefined
}

/**
 * 预告: what announcing a session does to matters on its agenda. The strictest of their procedures says how many days
 * ahead; `movedFrom` is when an announced session was to start, and one put off needs no days anew.
 */
export const decideAnnouncing = (
  matters: readonly (MatterDocument | undefined)[],
  startsAt: Instant,
  now: Instant,
  movedFrom?: Instant,
):
  | readonly Stepped[]
  | Refused<'HALL.UNKNOWN_MATTER' | 'HALL.TOO_LATE_TO_ANNOUNCE' | 'HALL.NOT_THIS_STEP'> => {
  const underWay = matters.flatMap((matter) => (matter?.state === 'underWay' ? [matter] : []))
  if (underWay.length < matters.length) return refuse('HALL.UNKNOWN_MATTER')
  const isPutOff = movedFrom !== undefined && startsAt >= movedFrom
  const ahead = underWay.map(({ procedure, done }) =>
    isPutOff && done.includes('announce') ? 0 : (procedure?.announceAhead ?? 0),
  )
  if (!isInTime(startsAt, Math.max(0, ...ahead), now)) return refuse('HALL.TOO_LATE_TO_ANNOUNCE')
  return stepped(underWay, () => ['announce']) ?? refuse('HALL.NOT_THIS_STEP')
}

/** Why a session is not announced: only a draft is, as the staff saw it. */
export const whyNotAnnounced = (
  { state, changes }: Pick<SessionDocument, 'state' | 'changes'>,
  seen: number,
): Refused<'HALL.SESSION_OVER'> | undefined => {
  if (state === 'held' || state === 'cancelled') return refuse('HALL.SESSION_OVER')
  return state === 'draft' && changes === seen ? undefined : refuse('COMMON.CHANGED')
}
