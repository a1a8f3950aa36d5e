import type { ElderToTake } from './shown'

/** A meal chosen for one elder. */
export interface Take {
  readonly mealId: string
  readonly delivery: boolean
  /** What it costs the elder, in fen. */
  readonly toPay: number
}
/** What is chosen so far, by diner. */
export type Takes = Readonly<Record<string, Take>>

/** Whether an account takes so many fen more. */
export const affords = (
  { balance, owesUpTo }: Pick<ElderToTake, 'balance' | 'owesUpTo'>,
  fen: number,
): boolean => balance + owesUpTo >= fen

/** Names of the meals on a menu, in its order. */
export const mealNamesFor = (elders: readonly ElderToTake[]): readonly string[] => [
  ...new Set(elders.flatMap(({ meals }) => meals.map(({ name }) => name))),
]

/**
 * The meal of one name for everybody who has not ordered yet and whom it suits: some left, nothing clashes, and the
 * account takes it. Who may have it brought, has. What was chosen before for the others stays.
 */
export const takeForAll = (takes: Takes, elders: readonly ElderToTake[], mealName: string): Takes => {
  const suiting = elders.flatMap((elder) => {
    const meal = elder.meals.find(({ name }) => name === mealName)
    const suits = meal && meal.left > 0 && meal.clashes.length === 0 && affords(elder, meal.toPay)
    if (elder.ordered !== '' || !suits) return []
    return [[elder.dinerId, { mealId: meal.mealId, delivery: elder.mayDeliver, toPay: meal.toPay }] as const]
  })
  return { ...takes, ...Object.fromEntries(suiting) }
}

/**
 * What is still to be ordered of what was chosen, at the prices that hold now: whoever has ordered meanwhile, or whose
 * meal is gone, is left out.
 */
export const stillTaken = (takes: Takes, elders: readonly ElderToTake[]): Takes =>
  Object.fromEntries(
    elders.flatMap(({ dinerId, ordered, meals }) => {
      const take = takes[dinerId]
      const meal = meals.find(({ mealId, left }) => mealId === take?.mealId && left > 0)
      return take && meal && ordered === '' ? [[dinerId, { ...take, toPay: meal.toPay }] as const] : []
    }),
  )

/** What all the chosen meals cost their elders, in fen. */
export const sumOf = (takes: Takes): number => Object.values(takes).reduce((sum, { toPay }) => sum + toPay, 0)

/** Whom a list is narrowed to by what was typed: door or name; everybody while nothing is. */
export const foundBy = (elders: readonly ElderToTake[], typed: string): readonly ElderToTake[] => {
  const sought = typed.replace(/\s/g, '')
  return elders.filter(({ building, room, name }) => `${building}${room}${name}`.includes(sought))
}

/** The rows of `orderForMany`, as many in one request as it takes. */
export const chunksOf = (takes: Takes, size: number) => {
  const rows = Object.entries(takes).map(([dinerId, { mealId, delivery }]) => ({ dinerId, mealId, delivery }))
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
