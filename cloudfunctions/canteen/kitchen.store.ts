import type { Instant } from '../../types/common/time'
import { command as _ } from '../_kit/cloud'
import type { KitchenCount, MenuDocument } from '../_kit/documents/canteen'
import { table } from '../_kit/table'

/** Published menus whose cut-off has passed, with what is ordered on them, the longest over first. One request. */
export const closedMenus = (now: Instant, limit: number): Promise<MenuDocument[]> =>
  table('menus').find({ state: 'published', cutoffAt: _.lte(now) }, { order: [['cutoffAt', 'asc']], limit })

/** Writes the count of a menu once and for all, unless an order changed since it was read. */
export const freeze = async (seen: MenuDocument, count: KitchenCount): Promise<boolean> => {
  const updated = await table('menus').update(
    { _id: seen._id, state: 'published', changes: seen.changes },
    { state: 'frozen', count: _.set(count), routed: false },
  )
  return updated === 1
}

/** Menus past their cut-off whose routes do not stand yet. One request. */
export const unroutedMenus = (limit: number): Promise<MenuDocument[]> =>
  table('menus').find({ routed: false }, { order: [['order', 'asc']], limit })

/** The routes of a menu are as it wants them, unless it changed since it was read: then they are looked at again. */
export const markRouted = async ({ _id, changes }: Pick<MenuDocument, '_id' | 'changes'>): Promise<void> => {
  await table('menus').update({ _id, changes }, { routed: true })
}

/** Writes when a diner was served at the counter, or that nobody was; who was served stays served at that moment. */
export const setServed = async (menuId: string, dinerId: string, at: Instant | undefined): Promise<void> => {
  const field = `served.${dinerId}`
  await table('menus').update(
    { _id: menuId, ...(at !== undefined && { [field]: _.exists(false) }) },
    { [field]: at ?? _.remove() },
  )
}

/** Writes how many portions were left over; the last word counts. */
export const setLeftOver = async (centreId: string, menuId: string, leftOver: number): Promise<void> => {
  await table('menus').update({ _id: menuId, centreId }, { leftOver })
}
