import type { Instant } from '../../types/common/time'
import type { CanteenDocument, MenuDocument } from '../_kit/documents/canteen'
import { canteensById } from './canteen.store'
import { countOf } from './kitchen.rule'
import { closedMenus, freeze, markRouted, unroutedMenus } from './kitchen.store'
import { dropRoutes, makeRoutes } from './route.store'

/** Menus of each kind in one tick; what is left waits for the next. */
const perTick = 30

/** A menu called off after its cut-off has nothing to carry. */
const route = async (
  menu: MenuDocument,
  canteen: CanteenDocument | undefined,
  now: Instant,
): Promise<void> => {
  if (menu.state === 'cancelled') await dropRoutes(menu._id, now)
  else if (canteen) await makeRoutes(menu, canteen)
}

/** One that cannot be routed must not keep the others waiting; it is tried again with the next tick. */
const routeAll = async (menus: readonly MenuDocument[], now: Instant): Promise<void> => {
  const canteens = await canteensById(menus.map(({ canteenId }) => canteenId))
  for (const menu of menus) {
    try {
      await route(
        menu,
        canteens.find(({ _id }) => _id === menu.canteenId),
        now,
      )
      await markRouted(menu)
    } catch (error) {
      process.stderr.write(`${JSON.stringify({ timer: 'freeze', error: String(error) })}\n`)
    }
  }
}

/**
 * Every minute: menus whose cut-off has passed are counted, once and for all, then their routes are made. A menu that
 * changed since it was read is counted in the next tick; routes that a run did not finish are finished then.
 */
export const freezeDue = async (now: Instant): Promise<void> => {
  for (const menu of await closedMenus(now, perTick)) await freeze(menu, countOf(menu))

  const unrouted = await unroutedMenus(perTick)
  if (unrouted.length > 0) await routeAll(unrouted, now)
}
