import type { canteenContract } from '../../types/canteen.contract'
import type { InputOf } from '../../types/common/contract'
import type { Allergen, DietTag } from '../../types/common/words'
import type { MenuOfStaff } from './shown'

type Saved = InputOf<typeof canteenContract, 'saveMenu'>

/** A menu as it is written: dishes first, then the meals made of them; prices in yuan as typed. */
export interface MenuDraft {
  readonly dishes: readonly DishDraft[]
  readonly meals: readonly MealDraft[]
  readonly photo: string
  readonly capacity: number
}
export interface DishDraft {
  readonly id: string
  readonly name: string
  readonly tags: readonly DietTag[]
  readonly allergens: readonly Allergen[]
}
export interface MealDraft {
  readonly id: string
  readonly name: string
  readonly yuan: string
  readonly dishIds: readonly string[]
  readonly cap: number
}

/** Ids nobody uses yet: `d1`, `d2`… and `m1`, `m2`… */
const freeId = (prefix: string, used: readonly { readonly id: string }[]): string => {
  for (let n = 1; ; n += 1) {
    const id = `${prefix}${n}`
    if (!used.some((one) => one.id === id)) return id
  }
}

export const emptyDish = (dishes: readonly DishDraft[]): DishDraft => ({
  id: freeId('d', dishes),
  name: '',
  tags: [],
  allergens: [],
})
export const emptyMeal = (meals: readonly MealDraft[], dishes: readonly DishDraft[]): MealDraft => ({
  id: freeId('m', meals),
  name: meals.length === 0 ? '普通套餐' : '',
  yuan: '15',
  dishIds: dishes.map(({ id }) => id),
  cap: 0,
})

/** The draft of a menu that stands, or of a new one. */
export const draftOf = (menu: MenuOfStaff | undefined, capacity: number): MenuDraft =>
  menu
    ? {
        dishes: menu.dishes,
        meals: menu.meals.map(({ id, name, price, dishIds, cap }) => ({
          id,
          name,
          yuan: String(price / 100),
          dishIds,
          cap,
        })),
        photo: menu.photo,
        capacity: menu.capacity,
      }
    : { dishes: [emptyDish([])], meals: [emptyMeal([], [])], photo: '', capacity }

/** Yuan as typed in fen; undefined when it is no price: 「15」「15.5」「15.50」. */
export const fenOf = (yuan: string): number | undefined => {
  const parts = /^(\d{1,5})(?:\.(\d{1,2}))?$/.exec(yuan.trim())
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : undefined
}

/** What is saved: unnamed dishes are left out; undefined while a price or a name is missing. */
export const savedOf = (
  draft: MenuDraft,
): Pick<Saved, 'dishes' | 'meals' | 'photo' | 'capacity'> | undefined => {
  const dishes = draft.dishes.filter(({ name }) => name.trim() !== '')
  const known = dishes.map(({ id }) => id)
  const meals = draft.meals.map(({ id, name, yuan, dishIds, cap }) => ({
    id,
    name: name.trim(),
    price: fenOf(yuan),
    dishIds: dishIds.filter((dishId) => known.includes(dishId)),
    cap,
  }))
  const priced = meals.flatMap((meal) =>
    meal.price === undefined || meal.name === '' || meal.dishIds.length === 0
      ? []
      : [{ ...meal, price: meal.price }],
  )
  if (dishes.length === 0 || priced.length === 0 || priced.length < meals.length) return undefined
  return {
    dishes: dishes.map((dish) => ({ ...dish, tags: [...dish.tags], allergens: [...dish.allergens] })),
    meals: priced,
    photo: draft.photo,
    capacity: draft.capacity,
  }
}
