import { performance } from 'node:perf_hooks'
import { instantOf } from '../../types/common/time'
import { daughter, dayAfter, openNoon } from '../canteen/noon'
import { one, tally } from '../canteen/picks'
import { type Figure, rounded } from './figures'

const crowd = 300
const portions = 250
const had = 1000
const toPay = 800

/** 300 orders for 250 portions in the last minutes before the cut-off; the other figures are what must come out. */
export const canteenBurst = async (): Promise<Figure[]> => {
  const noon = await openNoon()
  try {
    const menuId = await noon.menu(dayAfter(0), 'lunch', { capacity: portions })
    const diners = await noon.diners(crowd, { balance: had })
    await noon.clock({ now: instantOf(dayAfter(0), 9 * 60) })
    const began = performance.now()
    const answers = await Promise.all(
      diners.map((dinerId) => noon.ask('placeOrders', one(dinerId, menuId), daughter)),
    )
    const took = performance.now() - began
    const { placed = 0, 'CANTEEN.FULL': full = 0 } = tally(answers)
    const menu = await noon.menuRow(menuId)
    const accounts = await noon.rows('mealAccounts')
    const paid = accounts.filter(({ balance }) => balance === had - toPay).length
    const bench = 'canteen-burst'
    const figure = (what: string, value: number, beside: number | string): Figure => ({
      ...{ bench, what, figure: value, beside },
    })
    return [
      figure('orders that stand', placed, portions),
      figure('orders told it is full', full, crowd - portions),
      figure('orders answered anything else', crowd - placed - full, 0),
      figure('orders on the menu', Object.keys(menu.orders).length, portions),
      figure('portions left', menu.left, 0),
      figure('accounts that paid', paid, portions),
      figure('accounts nothing was taken from', accounts.length - paid, crowd - portions),
      figure('faults between menu and accounts', (await noon.faults()).length, 0),
      figure('seconds for all of them', rounded(took / 1000, 1), 'this machine'),
    ]
  } finally {
    await noon.stop()
  }
}
