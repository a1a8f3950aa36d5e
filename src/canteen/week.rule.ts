import type { OfferedMenu } from './shown'

/** As many menus as one request may order from. */
export const mostPicks = 14

/** A meal picked for one menu. */
export interface WeekPick {
  readonly menuId: string
  readonly mealId: string
  readonly delivery: boolean
  readonly toPay: number
}

/** Names of the meals on any of the menus: those that always suit first, each part in the order they first appear. */
export const mealNames = (menus: readonly OfferedMenu[]): readonly string[] => {
  const meals = menus.flatMap((menu) => menu.meals)
  const clashing = new Set(meals.filter(({ clashes }) => clashes.length > 0).map(({ name }) => name))
  const names = [...new Set(meals.map(({ name }) => name))]
  return [...names.filter((name) => !clashing.has(name)), ...names.filter((name) => clashing.has(name))]
}

/** Whether a menu can still be ordered from and nothing is ordered on it. */
export const isFree = ({ state, ordered }: OfferedMenu): boolean => state === 'open' && !ordered

/**
 * What is ordered on the chosen menus: the meal of that name, else the first that suits (nothing clashes, some left);
 * a menu on which nothing suits is left out.
 */
export const weekPicks = (
  menus: readonly OfferedMenu[],
  menuIds: readonly string[],
  mealName: string,
  delivery: boolean,
): readonly WeekPick[] =>
  menus
    .filter((menu) => menuIds.includes(menu.menuId) && isFree(menu))
    .flatMap(({ menuId, meals }) => {
      const there = meals.filter(({ left }) => left > 0)
      const named = there.find(({ name }) => name === mealName)
      const meal = named ?? there.find(({ clashes }) => clashes.length === 0)
      return meal ? [{ menuId, mealId: meal.mealId, delivery, toPay: meal.toPay }] : []
    })

/** What the diner should not eat of what is picked, by menu; menus without such a dish are left out. */
export const pickedClashes = (
  menus: readonly OfferedMenu[],
  picks: readonly WeekPick[],
): readonly { readonly menu: OfferedMenu; readonly clashes: readonly string[] }[] =>
  menus.flatMap((menu) => {
    const pick = picks.find(({ menuId }) => menuId === menu.menuId)
    const clashes = menu.meals.find(({ mealId }) => mealId === pick?.mealId)?.clashes ?? []
    return clashes.length > 0 ? [{ menu, clashes }] : []
  })
