import { neededSteps, type Step, steps, type Tier, tiers } from '../../../types/hall.words'
import type { HallSettingsDocument, MatterDocument, Procedure } from '../../_kit/documents/matters'

const houseDays: Readonly<Record<Tier, Omit<Procedure, 'tier' | 'steps'>>> = {
  brief: { answerWithin: 3, announceAhead: 0, publicNoticeDays: 0 },
  fast: { answerWithin: 5, announceAhead: 0, publicNoticeDays: 0 },
  assembly: { answerWithin: 30, announceAhead: 3, publicNoticeDays: 7 },
}
const houseProcedure = (tier: Tier): Procedure => ({ tier, steps: neededSteps[tier], ...houseDays[tier] })
/** 三种议事办法 of the house, from light to heavy, for centres where nobody set their own. */
export const defaultProcedures: readonly Procedure[] = tiers.map(houseProcedure)
/** Working days of silence after which an answer counts as confirmed. */
const defaultConfirmWithin = 5

/** How matters are deliberated at a centre. */
export type HallRules = Pick<HallSettingsDocument, 'procedures' | 'confirmWithin'>

/** What holds at a centre: its own, else what the nearest above it set, else the house's. `found` are of its line. */
export const rulesFor = (found: readonly HallSettingsDocument[] = []): HallRules =>
  found.reduce<HallSettingsDocument | undefined>(
    (nearest, other) => (nearest && nearest._id.length > other._id.length ? nearest : other),
    undefined,
  ) ?? { procedures: defaultProcedures, confirmWithin: defaultConfirmWithin }

const isInOrder = (list: readonly Step[]): boolean =>
  list.every((step, at) => at === 0 || steps.indexOf(step) > steps.indexOf(list[at - 1] ?? step))

/**
 * Whether a centre may deliberate like this: each tier once, from light to heavy; every step of the house is in it,
 * in order and once, and the answer comes last. Minutes need a meeting, and a meeting its announcement.
 */
export const areProcedures = (procedures: readonly Procedure[]): boolean =>
  procedures.length === tiers.length &&
  procedures.every(({ tier, steps: own }, at) => {
    const needs = (step: Step, before: Step) => !own.includes(step) || own.includes(before)
    return (
      tier === tiers[at] &&
      neededSteps[tier].every((step) => own.includes(step)) &&
      isInOrder(own) &&
      needs('meet', 'announce') &&
      needs('minutes', 'meet')
    )
  })

/** The procedure of one tier. */
export const procedureOf = ({ procedures }: HallRules, tier: Tier): Procedure =>
  procedures.find((procedure) => procedure.tier === tier) ?? houseProcedure(tier)

/** How far a matter is. */
export type Progress = Pick<MatterDocument, 'procedure' | 'done'>

/** The step to take now: the first of the procedure that is not done. Empty when all are, or nobody sorted it yet. */
export const nextStep = ({ procedure, done }: Progress): Step | '' =>
  procedure?.steps.find((step) => !done.includes(step)) ?? ''

/**
 * What counts as done after some steps were taken one after another. Steps done before are passed over (the second
 * session on a matter announces again), as are steps its procedure does not have. Undefined when one would be skipped.
 */
export const withSteps = (matter: Progress, taken: readonly Step[]): readonly Step[] | undefined => {
  const { procedure } = matter
  if (!procedure) return undefined
  let done = matter.done
  for (const step of taken) {
    if (done.includes(step) || !procedure.steps.includes(step)) continue
    if (nextStep({ procedure, done }) !== step) return undefined
    done = [...done, step]
  }
  return done
}

/** Whether a tier is heavier than the one a matter has. */
export const isHeavier = (tier: Tier, than: Tier | ''): boolean =>
  than === '' || tiers.indexOf(tier) > tiers.indexOf(than)
