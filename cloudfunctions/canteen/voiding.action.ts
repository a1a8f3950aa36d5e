import type { canteenContract } from '../../types/canteen.contract'
import type { TakenOff } from '../_kit/documents/canteen'
import { refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { isOwnDiner } from './diner.rule'
import { dinerAlong } from './diner.store'
import { payingAccountsAlong } from './placing.store'
import {
  backByOtherRun,
  backFor,
  menuToVoid,
  menuToVoidAlong,
  payBack,
  type VoidableMenu,
  voidOnMenu,
} from './taking-off.store'
import { summaryWithout, whyNotVoid } from './voiding.rule'

type Canteen = typeof canteenContract

/** A menu changes while orders are added to it; each try sees it anew. */
const tries = 6

/**
 * 冲正 of an order from the cut-off on, not of one's own family's. The refund in the account, or the order among those
 * taken off, is the record of the request.
 */
export const voidOrder: Action<Canteen, 'voidOrder'> = along(
  ({ menuId, dinerId }) => [
    dinerAlong(dinerId),
    menuToVoidAlong(menuId, dinerId),
    payingAccountsAlong([dinerId]),
  ],
  async ({ centreId, menuId, dinerId, reason }, ask) => {
    const { now, requestKey, caller, rows } = ask
    const done = (back: number) => ({ data: { back }, target: menuId, recorded: true as const })
    let menu: VoidableMenu | undefined = rows.menus
    if (menu?.centreId !== centreId) return refuse('COMMON.NOT_FOUND')
    if (rows.diners && isOwnDiner(caller.resident, rows.diners)) return refuse('CANTEEN.OWN_AFFAIR')
    const earlier = backFor(rows.mealAccounts?.journals ?? [], menuId, requestKey)
    if (earlier !== undefined) return done(earlier)

    for (let attempt = 0; menu && attempt < tries; attempt += 1) {
      const order = menu.orders[dinerId]
      const refused = whyNotVoid(menu, order, now)
      if (order && !refused) {
        const by = { by: caller.openid, byMasked: caller.resident?.nameMasked ?? '', requestKey }
        const taken: TakenOff = { order, reason, at: now, ...by }
        const summary = menu.summary && summaryWithout(menu.summary, order)
        if (await voidOnMenu(menu, taken, summary)) {
          await payBack(menu, [taken])
          return done(order.toPay)
        }
      }
      const seen: VoidableMenu | undefined = await menuToVoid(menuId, dinerId)
      const back = await backByOtherRun(seen, { menuId, dinerId, requestKey })
      if (back !== undefined) return done(back)
      if (refused) return refused
      menu = seen
    }
    return refuse('COMMON.BUSY')
  },
)
