import { dayText, type Instant, shanghaiDay } from '../../../types/common/time'
import { type Tier, tierNames } from '../../../types/hall.words'
import type { MatterDocument } from '../../_kit/documents/matters'
import { type Refused, refuse } from '../../_kit/refusal'
import type { Calendars } from '../calendar/working-day.rule'
import { answerDue } from './deadline.rule'
import { isOpen, type Move, never, type Teller } from './matter.rule'
import { type HallRules, isHeavier, nextStep, procedureOf } from './procedure.rule'
import { storyLine } from './story.rule'

/** What a term is counted by. */
export interface Terms {
  readonly rules: HallRules
  readonly calendars: Calendars
}

type Officer = Pick<MatterDocument, 'officer' | 'officerMasked'>

const before = (due: Instant): string => `${dayText(shanghaiDay(due))}前答复`

const whyNotSort = ({
  state,
}: Pick<MatterDocument, 'state'>): Refused<'HALL.MATTER_OVER' | 'HALL.ALREADY_SORTED'> | undefined => {
  if (state === 'raised') return undefined
  return isOpen({ state }) ? refuse('HALL.ALREADY_SORTED') : refuse('HALL.MATTER_OVER')
}

/** 分办: a raised matter gets a tier, somebody who answers for it, and a day to answer by. */
export const sorting = (
  matter: Pick<MatterDocument, 'state'>,
  { tier, ...officer }: Officer & { readonly tier: Tier },
  { rules, calendars }: Terms,
  ask: Teller,
): Move | Refused<'HALL.MATTER_OVER' | 'HALL.ALREADY_SORTED'> => {
  const refused = whyNotSort(matter)
  if (refused) return refused
  const procedure = procedureOf(rules, tier)
  const dueAt = answerDue(procedure, calendars, ask.now)
  return {
    fields: {
      state: 'underWay',
      ...{ tier, procedure, ...officer, dueAt },
      done: ['assign'],
      nextAt: dueAt,
    },
    line: storyLine(ask, { kind: 'assign', text: `社区接办,${tierNames[tier]},${before(dueAt)}` }),
    concerns: [officer.officer],
  }
}

/**
 * 升级: a matter under way goes on by a heavier procedure. What was done stays done, the next step is the first one
 * missing, and its term begins again.
 */
export const movingUp = (
  matter: Pick<MatterDocument, 'state' | 'tier' | 'done'>,
  { tier, reason }: { readonly tier: Tier; readonly reason: string },
  { rules, calendars }: Terms,
  ask: Teller,
): Move | Refused<'HALL.MATTER_OVER' | 'HALL.NOT_THIS_STEP' | 'HALL.ONLY_UP'> => {
  if (!isOpen(matter)) return refuse('HALL.MATTER_OVER')
  if (matter.state !== 'underWay') return refuse('HALL.NOT_THIS_STEP')
  if (!isHeavier(tier, matter.tier)) return refuse('HALL.ONLY_UP')
  const procedure = procedureOf(rules, tier)
  const dueAt = answerDue(procedure, calendars, ask.now)
  return {
    fields: { tier, procedure, dueAt, nextAt: dueAt, late: false },
    line: storyLine(ask, { kind: 'movedUp', text: `改用${tierNames[tier]}:${reason}。${before(dueAt)}` }),
  }
}

/** 不受理: a raised matter is not taken on; the reason says where to turn instead. */
export const refusing = (
  matter: Pick<MatterDocument, 'state'>,
  reason: string,
  ask: Teller,
): Move | Refused<'HALL.MATTER_OVER' | 'HALL.ALREADY_SORTED'> =>
  whyNotSort(matter) ?? {
    fields: { state: 'refused', nextAt: never },
    line: storyLine(ask, { kind: 'refused', text: `没有受理:${reason}` }),
  }

type Worked = Pick<MatterDocument, 'state' | 'procedure' | 'done'>

/** Why a step cannot be taken on a matter now; undefined when it is the next one. */
export const whyNotStep = (
  matter: Worked,
  step: MatterDocument['done'][number],
): Refused<'HALL.MATTER_OVER' | 'HALL.NOT_THIS_STEP'> | undefined => {
  if (!isOpen(matter)) return refuse('HALL.MATTER_OVER')
  return matter.state === 'underWay' && nextStep(matter) === step ? undefined : refuse('HALL.NOT_THIS_STEP')
}
