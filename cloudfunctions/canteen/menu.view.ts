import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import type { CanteenDocument, MenuDocument } from '../_kit/documents/canteen'
import { orderedOf } from './menu.rule'

type MenuView = OutputOf<typeof canteenContract, 'menus'>['rows'][number]

/** Portions of a meal that can still be ordered: of the menu, and of the meal when it has a limit of its own. */
export const leftOf = (
  menu: Pick<MenuDocument, 'left' | 'sold'>,
  { id, cap }: MenuDocument['meals'][number],
): number => Math.max(0, cap === 0 ? menu.left : Math.min(menu.left, cap - orderedOf(menu, id)))

/** A menu as everybody may see it. */
export const menuView = (
  menu: Pick<
    MenuDocument,
    | '_id'
    | 'day'
    | 'slot'
    | 'dishes'
    | 'meals'
    | 'photo'
    | 'capacity'
    | 'left'
    | 'sold'
    | 'cutoffAt'
    | 'servedFrom'
    | 'servedTo'
    | 'state'
    | 'cancelledBecause'
  >,
): MenuView => ({
  menuId: menu._id,
  day: menu.day,
  slot: menu.slot,
  dishes: menu.dishes.map((dish) => ({ ...dish, tags: [...dish.tags], allergens: [...dish.allergens] })),
  meals: menu.meals.map((meal) => ({ ...meal, dishIds: [...meal.dishIds], left: leftOf(menu, meal) })),
  photo: menu.photo,
  capacity: menu.capacity,
  left: Math.max(0, menu.left),
  cutoffAt: menu.cutoffAt,
  servedFrom: menu.servedFrom,
  servedTo: menu.servedTo,
  state: menu.state,
  cancelledBecause: menu.cancelledBecause,
})

/** A canteen as everybody may see it. */
export const canteenView = ({
  _id: canteenId,
  centreId,
  name,
  address,
  phone,
  slots,
  state,
}: CanteenDocument) => ({
  canteenId,
  centreId,
  name,
  address,
  phone,
  slots: [...slots],
  state,
})
