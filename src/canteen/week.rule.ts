import type { OfferedMenu } from './shown'

/** A meal picked for one menu. */
export interface WeekPick {
  readonly menuId: string
  readonly mealId: string
  readonly delivery: boolean
  readonly toPay: number
}

/** Names of the meals that can be ordered on any of the menus, in the order they first appear. */
export const mealNames = (menus: readonly OfferedMenu[]): readonly string[] => [
  ...new Set(menus.flatMap(({ meals }) => meals.map(({ name }) => name))),
]

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
