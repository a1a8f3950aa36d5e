import { lineOf } from '../../../types/common/line'
import { allows } from '../../../types/common/roles'
import { asInstant, dayText, type Instant, shanghaiDay } from '../../../types/common/time'
import type { ResidentDocument } from '../../_kit/documents/community'
import type { ProblemDocument } from '../../_kit/documents/matters'
import { idOf, orderOf } from '../../_kit/ids'
import { addWorkingDays, type Calendars } from '../calendar/working-day.rule'
import { nextAfter, workingDaysToFinish } from './problem-due.rule'

/** What is put on the list, by whom, and with which request: each request lists one problem. */
export interface ProblemFacts {
  readonly centreId: string
  readonly text: string
  readonly measure: string
  readonly units: readonly string[]
  readonly officer: string
  readonly officerMasked: string
  readonly source: ProblemDocument['source']
  /** Empty when it comes from no matter. */
  readonly matterId: string
  /** Openid of who confirms that it is done; empty when the secretary does. */
  readonly raiser: string
  readonly by: string
  readonly byMasked: string
  readonly requestKey: string
}

export const problemIdOf = (requestKey: string): string => idOf('problem', requestKey)

/** 列入问题清单: a new problem, due in five working days. Who works on it never confirms it: the secretary does then. */
export const newProblem = (facts: ProblemFacts, calendars: Calendars, now: Instant): ProblemDocument => {
  const { by, byMasked, ...kept } = facts
  const { centreId, measure, requestKey } = kept
  const _id = problemIdOf(requestKey)
  const units = [...new Set(kept.units)]
  const openedOn = shanghaiDay(now)
  const { day: dueDay, provisional } = addWorkingDays(openedOn, workingDaysToFinish, calendars)
  const timed = { dueDay, level: 'officer' as const, overdue: false }
  return {
    ...kept,
    ...timed,
    _id,
    units,
    raiser: kept.raiser === kept.officer ? '' : kept.raiser,
    line: lineOf(centreId),
    state: 'open',
    month: openedOn.slice(0, 7),
    openedOn,
    workingDays: workingDaysToFinish,
    extended: 0,
    provisional,
    evidence: [],
    story: [
      {
        ...{ key: requestKey, at: now, kind: 'listed', by, byMasked, about: '', internal: false },
        text: `列入问题清单,${dayText(dueDay)}前办完:${measure}(${units.join('、')})`,
      },
    ],
    confirmBy: asInstant(0),
    nextAt: nextAfter(timed, calendars, now),
    changes: 0,
    order: orderOf(now, _id),
  }
}

/** 经办人: the masked name of somebody who may work on problems of a centre; undefined when they may not. */
export const officerNameAt = (
  centreId: string,
  person: Pick<ResidentDocument, 'roles' | 'nameMasked'> | undefined,
): string | undefined =>
  person && allows(person.roles, 'problem.manage', centreId) ? person.nameMasked : undefined
