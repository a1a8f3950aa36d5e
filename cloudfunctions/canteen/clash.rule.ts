import type { Allergen, DietTag } from '../../types/common/words'
import type { Dish, Meal } from '../_kit/documents/canteen'

/** What a diner must not or does not want to eat. */
export interface Diet {
  readonly needs: readonly DietTag[]
  readonly avoids: readonly Allergen[]
}

/** Needs that forbid a dish unless it says that it keeps them; the others (低盐、低糖、软烂) are cooked to order. */
const strict: readonly DietTag[] = ['清真', '素食']

/** Dishes of a meal a diner should not eat, each with why: 「油爆虾:含虾蟹」. Empty when all of it suits. */
export const clashesOf = (meal: Meal, dishes: readonly Dish[], diet: Diet): readonly string[] =>
  dishes
    .filter(({ id }) => meal.dishIds.includes(id))
    .flatMap(({ name, tags, allergens }) => {
      const eaten = allergens.filter((allergen) => diet.avoids.includes(allergen))
      const missed = strict.filter((need) => diet.needs.includes(need) && !tags.includes(need))
      const why = [...eaten.map((allergen) => `含${allergen}`), ...missed.map((need) => `不是${need}`)]
      return why.length > 0 ? [`${name}:${why.join('、')}`] : []
    })

/** How the kitchen cooks for a diner, in one phrase: 「低盐、软烂」; empty when as for everybody. */
export const dietText = ({ needs }: Pick<Diet, 'needs'>): string => needs.join('、')
