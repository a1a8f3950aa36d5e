import type { ProblemCount, ProblemDocument, ProblemFigureDocument } from '../../_kit/documents/matters'
import { idOf } from '../../_kit/ids'

/** What a write changes in the month's figures. */
export type Counted = Partial<ProblemCount>

const nothing: ProblemCount = { opened: 0, done: 0, struckOff: 0, overdue: 0 }

/** The key a responsible unit is counted under: names have dots, keys must not. */
export const unitKeyOf = (unit: string): string => idOf('unit', unit)

export const figureIdOf = ({ centreId, month }: Pick<ProblemDocument, 'centreId' | 'month'>): string =>
  `${centreId}:${month}`

const plus = (count: ProblemCount, more: Counted): ProblemCount => ({
  opened: count.opened + (more.opened ?? 0),
  done: count.done + (more.done ?? 0),
  struckOff: count.struckOff + (more.struckOff ?? 0),
  overdue: count.overdue + (more.overdue ?? 0),
})

/** 对账销号: the figures of a problem's month after a change of that problem, its units' included. */
export const countedIn = (
  figure: ProblemFigureDocument | undefined,
  problem: Pick<ProblemDocument, 'centreId' | 'month' | 'units'>,
  more: Counted,
): ProblemFigureDocument => {
  const { centreId, month } = problem
  const before = figure ?? { ...nothing, _id: figureIdOf(problem), centreId, month, units: {} }
  const units = problem.units.map((unit) => {
    const key = unitKeyOf(unit)
    return [key, { unit, ...plus(before.units[key] ?? nothing, more) }] as const
  })
  return { ...before, ...plus(before, more), units: { ...before.units, ...Object.fromEntries(units) } }
}

/** What going from one state to another changes: `done` counts those that wait to be confirmed. */
export const stateCounted = (from: ProblemDocument['state'], to: ProblemDocument['state']): Counted => {
  const at = (state: ProblemDocument['state']): Counted => (state === 'open' ? {} : { [state]: 1 })
  const [left, entered] = [at(from), at(to)]
  return {
    done: (entered.done ?? 0) - (left.done ?? 0),
    struckOff: (entered.struckOff ?? 0) - (left.struckOff ?? 0),
  }
}
