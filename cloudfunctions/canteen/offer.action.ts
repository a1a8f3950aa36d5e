import type { canteenContract } from '../../types/canteen.contract'
import { addDays, shanghaiDay } from '../../types/common/time'
import { pageOf } from '../_kit/page.rule'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { districtOf } from './canteen.store'
import { mayHaveDelivery } from './diner.rule'
import { dinerAlong, dinerPage, eaterOf } from './diner.store'
import { orderRange } from './menu.rule'
import { menuAlong } from './menu.store'
import { againOf, offeredMenu, pricedMeals } from './offer.rule'
import { dinerToOrderFor } from './order.action'
import { accountToOfferAlong, seenMenusAlong } from './placing.store'
import { rulesAlong } from './subsidy.store'

type Canteen = typeof canteenContract

/** Days shown at once, and the most menus they have. */
const days = 7
const mostMenus = days * 3

export const offer: Action<Canteen, 'offer'> = along(
  ({ centreId, dinerId, canteenId, from }) => {
    const { first, beyond } = orderRange(from, addDays(from, days - 1))
    const where = { canteenId, order: { $gte: first, $lt: beyond }, state: { $ne: 'draft' } }
    return [
      dinerAlong(dinerId),
      accountToOfferAlong(dinerId),
      { from: 'canteens', id: canteenId },
      rulesAlong(centreId),
      seenMenusAlong(where, [dinerId], mostMenus, ['orders', 'served', 'ratings']),
    ]
  },
  async ({ centreId }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    const { diner } = found
    if (diner.state !== 'approved') return refuse('CANTEEN.NOT_APPROVED')
    const { canteens: canteen, mealAccounts: account } = ask.rows
    if (canteen?.districtId !== districtOf(centreId)) return refuse('COMMON.NOT_FOUND')
    const whose = { diner, eater: eaterOf(diner), rules: ask.lists.subsidyRules ?? [] }
    const menus = (ask.lists.menus ?? []).toSorted((a, b) => (a.order < b.order ? -1 : 1))
    const again = againOf(menus, account?.last ?? null, whose, ask.now)
    return {
      data: {
        dinerName: diner.nameMasked,
        canteenName: canteen.name,
        balance: account?.balance ?? 0,
        owesUpTo: account?.owesUpTo ?? 0,
        mayDeliver: mayHaveDelivery(diner, shanghaiDay(ask.now)),
        rows: menus.map((menu) => offeredMenu(menu, whose, ask.now)),
        ...(again && { again }),
      },
    }
  },
)

/** The diners of a centre by door, with what each meal of a menu costs them and what they have on it. */
export const ordersToTake: Action<Canteen, 'ordersToTake'> = along(
  ({ centreId, menuId }) => [menuAlong(menuId), rulesAlong(centreId)],
  async ({ centreId, after }, ask) => {
    const menu = ask.rows.menus
    if (!menu || menu.state === 'draft' || districtOf(menu.centreId) !== districtOf(centreId)) {
      return refuse('COMMON.NOT_FOUND')
    }
    const { rows, next } = pageOf(await dinerPage(centreId, 'approved', after))
    return {
      data: {
        rows: rows.map((diner) => ({
          dinerId: diner._id,
          name: diner.nameMasked,
          building: diner.building,
          room: diner.room,
          mayDeliver: mayHaveDelivery(diner, menu.day),
          balance: diner.balance,
          owesUpTo: diner.owesUpTo,
          meals: pricedMeals(menu, {
            diner,
            eater: eaterOf(diner),
            rules: ask.lists.subsidyRules ?? [],
          }),
          ordered: menu.orders[diner._id]?.mealName ?? '',
        })),
        ...(next && { next }),
      },
    }
  },
)
