import type { canteenContract } from '../../types/canteen.contract'
import type { Ask } from '../_kit/ask'
import type { TakenOff } from '../_kit/documents/canteen'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { checkText } from '../_kit/text-check'
import { districtOf } from './canteen.store'
import { dinerAlong, dinerOf, eaterOf } from './diner.store'
import { ordersAs } from './family.rule'
import { type SeenMenu, whyClosed, whyNotCanteen } from './order.rule'
import { place } from './ordering.store'
import { refusedResult } from './pick-result.rule'
import { payingAccountsAlong, seenMenus, seenMenusAlong } from './placing.store'
import { rulesAlong } from './subsidy.store'
import { backByOtherRun, backFor, payBack, takeOff } from './taking-off.store'

type Canteen = typeof canteenContract

/** The diner's order may change while it is taken off; each try sees it anew. */
const tries = 4

/** The diner that came along and as what the caller orders for them, or why they may not. */
export const dinerToOrderFor = (ask: Ask, centreId: string) => {
  const { resident } = ask.caller
  if (!resident) return refuse('CANTEEN.NOT_YOURS')
  const diner = dinerOf(ask, centreId)
  if (!diner) return refuse('COMMON.NOT_FOUND')
  const as = ordersAs(resident, diner)
  return as ? { diner, as, resident } : refuse('CANTEEN.NOT_YOURS')
}

export const placeOrders: Action<Canteen, 'placeOrders'> = along(
  ({ centreId, dinerId, canteenId, picks }) => [
    dinerAlong(dinerId),
    // before the menus: whoever sees an order paid for also sees whether it stands
    payingAccountsAlong([dinerId]),
    { from: 'canteens', id: canteenId },
    rulesAlong(centreId),
    seenMenusAlong({ _id: { $in: picks.map(({ menuId }) => menuId) } }, [dinerId], picks.length),
  ],
  async ({ centreId, canteenId, picks, note = '' }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    const { diner, as, resident } = found
    if (diner.state !== 'approved') return refuse('CANTEEN.NOT_APPROVED')
    // what the staff write down is theirs; what families write is read in the kitchen and by couriers
    const risky = note === '' || as === 'staff' ? undefined : await checkText(resident._id, note, 2)
    if (risky) return refuse(risky)
    const account = ask.rows.mealAccounts
    const closed = whyNotCanteen(ask.rows.canteens, districtOf(centreId))
    if (closed) {
      const results = picks.map(({ menuId }) => refusedResult(menuId, closed.refused))
      return { data: { results, balance: account?.balance ?? 0 }, target: diner._id }
    }
    const menus = ask.lists.menus ?? []
    const { results, balance, isRecorded } = await place({
      whose: { diner, eater: eaterOf(diner), rules: ask.lists.subsidyRules ?? [] },
      account,
      ordering: {
        source: as === 'staff' && note !== '' ? 'phone' : as,
        by: resident._id,
        byMasked: resident.nameMasked,
        at: ask.now,
        requestKey: ask.requestKey,
        note,
        lateBecause: '',
      },
      leave: { now: ask.now, late: false, mayChange: true },
      wanted: picks.map((pick) => ({
        ...pick,
        menu: menus.find(({ _id, canteenId: at }) => _id === pick.menuId && at === canteenId),
      })),
    })
    const answer = { data: { results: [...results], balance }, target: diner._id }
    return isRecorded ? { ...answer, recorded: true as const } : answer
  },
)

/** The refund in the account, or the order among those taken off, is the record of the request. */
export const cancelOrder: Action<Canteen, 'cancelOrder'> = along(
  ({ dinerId, menuId }) => [
    dinerAlong(dinerId),
    seenMenusAlong({ _id: menuId }, [dinerId], 1),
    payingAccountsAlong([dinerId]),
  ],
  async ({ centreId, dinerId, menuId }, ask) => {
    const found = dinerToOrderFor(ask, centreId)
    if (isRefused(found)) return found
    const { now, requestKey, caller } = ask
    const done = (back: number) => ({ data: { back }, target: menuId, recorded: true as const })
    const earlier = backFor(ask.rows.mealAccounts?.journals ?? [], menuId, requestKey)
    if (earlier !== undefined) return done(earlier)

    let menu: SeenMenu | undefined = ask.rows.menus
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const order = menu?.orders[dinerId]
      if (menu && order && !whyClosed(menu, { now, late: false })) {
        const by = { by: caller.openid, byMasked: found.resident.nameMasked, requestKey }
        const taken: TakenOff = { order, reason: '取消', at: now, ...by }
        if (await takeOff(menu, taken, { now, forGood: true })) {
          await payBack(menu, [taken])
          return done(order.toPay)
        }
      }
      const [seen] = await seenMenus([menuId], [dinerId])
      const back = await backByOtherRun(seen, { menuId, dinerId, requestKey })
      if (back !== undefined) return done(back)
      if (!seen?.orders[dinerId]) return refuse('CANTEEN.NOT_ORDERED')
      if (whyClosed(seen, { now, late: false })) return refuse('CANTEEN.TOO_LATE')
      menu = seen
    }
    return refuse('COMMON.BUSY')
  },
)
