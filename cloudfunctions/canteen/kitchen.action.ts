import type { canteenContract } from '../../types/canteen.contract'
import { mealSlotNames } from '../../types/common/words'
import { uploadFile } from '../_kit/files'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { kitchenOf, whyNotServe, whyNotServing } from './kitchen.rule'
import { kitchenSheetFile } from './kitchen.sheet'
import { setLeftOver, setServed } from './kitchen.store'
import { canteenIdOf } from './menu.rule'
import { headAlong, menuAlong, onMenuAlong } from './menu.store'

type Canteen = typeof canteenContract

export const kitchen: Action<Canteen, 'kitchen'> = along(
  ({ menuId }) => [menuAlong(menuId)],
  async ({ centreId }, { rows: { menus: menu } }) =>
    menu?.centreId === centreId ? { data: kitchenOf(menu) } : refuse('COMMON.NOT_FOUND'),
)

/** Paper for the kitchen: what to cook, and a label for every box. */
export const kitchenSheet: Action<Canteen, 'kitchenSheet'> = along(
  ({ menuId }) => [menuAlong(menuId), { from: 'canteens', id: canteenIdOf(menuId) }],
  async ({ centreId, menuId }, { rows: { menus: menu, canteens: canteen }, requestKey }) => {
    if (menu?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const heading = `${canteen?.name ?? ''} ${menu.day} ${mealSlotNames[menu.slot]}`

    // the request's key makes the path one that nobody can guess
    const file = await uploadFile(
      `canteen/kitchen/${requestKey}.xlsx`,
      await kitchenSheetFile(heading, kitchenOf(menu)),
    )

    return { data: file, target: menuId }
  },
)

/** Ticks a diner off at the counter, or takes the tick back. */
export const markServed: Action<Canteen, 'markServed'> = along(
  ({ menuId, dinerId }) => [onMenuAlong(menuId, dinerId)],
  async ({ centreId, menuId, dinerId, served }, { rows: { menus: menu }, now }) => {
    if (menu?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const refused = whyNotServe(menu, menu.orders?.[dinerId], now)
    if (refused) return refused

    await setServed(menuId, dinerId, served ? now : undefined)

    return { data: { served }, target: menuId }
  },
)

export const saveLeftOver: Action<Canteen, 'saveLeftOver'> = along(
  ({ menuId }) => [headAlong(menuId)],
  async ({ centreId, menuId, leftOver }, { rows: { menus: menu }, now }) => {
    if (menu?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    const refused = whyNotServing(menu, now)
    if (refused) return refused

    await setLeftOver(centreId, menuId, leftOver)

    return { data: { leftOver }, target: menuId }
  },
)
