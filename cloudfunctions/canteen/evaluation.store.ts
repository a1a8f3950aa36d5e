import { command as _ } from '../_kit/cloud'
import type { MenuDocument } from '../_kit/documents/canteen'
import { table } from '../_kit/table'

/** Writes what somebody thought of a meal they had ordered, once. */
export const rate = async (
  menuId: string,
  dinerId: string,
  rating: MenuDocument['ratings'][string],
): Promise<boolean> => {
  const updated = await table('menus').update(
    {
      _id: menuId,
      [`orders.${dinerId}.voidedBecause`]: '',
      [`ratings.${dinerId}`]: _.exists(false),
    },
    { [`ratings.${dinerId}`]: _.set(rating) },
  )
  return updated === 1
}

/** What stands of a diner's evaluation. One request. */
export const ratingOf = async (
  menuId: string,
  dinerId: string,
): Promise<Pick<MenuDocument, 'ratings'> | undefined> => {
  const [menu] = await table('menus').find(
    { _id: menuId },
    { limit: 1, fields: { [`ratings.${dinerId}`]: true } },
  )
  return menu
}
