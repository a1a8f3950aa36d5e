import { instantOf } from '../../types/common/time'
import { carriedOrder, type Delivery } from '../canteen/delivering'
import { canteenId, centreId, daughter, dayAfter, staff } from '../canteen/noon'
import { one } from '../canteen/picks'
import { accountRow, dinerRow, menuRow, monday, morning } from '../canteen/rows'
import type { Answer } from '../harness/town'

const dayLength = 86_400_000
/** Diners, menus of the same canteen and menus of others that stand beside what is asked, at 1×. */
const crowd = { diners: 30, menus: 3, elsewhere: 5, orders: 2 }

/** Fills a canteen so that there is `times` what a small one has; `from` says how much was there. */
export const fillCanteen = async (noon: Delivery, from: number, times: number): Promise<void> => {
  const upTo = (count: number, name: string) =>
    Array.from({ length: count * (times - from) }, (_one, n) => `${name}-${from * count + n}`)
  const diners = upTo(crowd.diners, 'crowd')
  await noon.plant(
    'diners',
    diners.map((id) => dinerRow(id, { family: [] })),
  )
  await noon.plant(
    'mealAccounts',
    diners.map((id) => accountRow(id, 1000)),
  )
  const before = { state: 'settled' as const, order: '2026-01-01:1' }
  await noon.plant(
    'menus',
    upTo(crowd.menus, 'past').map((_id) => menuRow(monday, 'lunch', { _id, ...before })),
  )
  await noon.plant(
    'menus',
    upTo(crowd.elsewhere, 'other').map((_id) => menuRow(monday, 'lunch', { _id, canteenId: _id, ...before })),
  )
}

/** Everyday questions of the canteen on a day nothing else touches, in a canteen of some size, one after the other. */
export const askCanteen = async (
  noon: Delivery,
  day: number,
  times: number,
): Promise<Readonly<Record<string, Answer<unknown>>>> => {
  await noon.clock({ now: morning + day * dayLength })
  const others = Array.from({ length: crowd.orders * times }, (_one, n) => {
    const order = carriedOrder(`crowd-${n}`, '5栋', '301')
    return [order.dinerId, { ...order, delivery: false }] as const
  })
  const orders = Object.fromEntries(others)
  const [menuId, second] = [
    await noon.menu(dayAfter(day), 'lunch', { orders, capacity: 500 }),
    await noon.menu(dayAfter(day + 1)),
  ]
  const dinerId = await noon.diner()
  const two = {
    ...one(dinerId, menuId),
    picks: [...one(dinerId, menuId).picks, ...one(dinerId, second).picks],
  }
  const asked: Record<string, Answer<unknown>> = {
    'canteen.offer': await noon.ask('offer', { centreId, dinerId, canteenId, from: dayAfter(day) }, daughter),
    'canteen.placeOrders, two days (writes)': await noon.ask('placeOrders', two, daughter),
    'canteen.placeOrders, change (writes)': await noon.ask(
      'placeOrders',
      one(dinerId, menuId, { mealId: 'b', toPay: 500 }),
      daughter,
    ),
    'canteen.cancelOrder (writes)': await noon.ask(
      'cancelOrder',
      { centreId, dinerId, menuId: second },
      daughter,
    ),
    'canteen.account': await noon.ask(
      'account',
      { centreId, dinerId, month: dayAfter(day).slice(0, 7) },
      daughter,
    ),
    'canteen.myDiners': await noon.ask('myDiners', {}, daughter),
    'canteen.kitchen': await noon.ask('kitchen', { centreId, menuId }, staff),
    'canteen.ordersToTake': await noon.ask('ordersToTake', { centreId, menuId }, staff),
    'canteen.diners': await noon.ask('diners', { centreId, state: 'approved' }, staff),
  }
  const lone = await noon.diner()
  asked['canteen.placeOrders (writes)'] = await noon.ask('placeOrders', one(lone, second), daughter)
  await noon.clock({ now: instantOf(dayAfter(day), 11 * 60) })
  const { routes } = await noon.round(
    [
      ['7栋', '101'],
      ['7栋', '201'],
    ],
    dayAfter(day),
  )
  const [route] = routes
  if (!route) throw new Error('no route was made')
  const { wang } = noon.couriers
  await noon.done('takeRoute', { centreId, routeId: route._id }, wang)
  asked['canteen.tickStop (writes)'] = await noon.tickStop(route, 0, 'delivered', wang)
  asked['canteen.tickStop, nobody answers (writes)'] = await noon.tickStop(route, 1, 'noAnswer', wang)
  asked['canteen.routes'] = await noon.ask('routes', { centreId, day: dayAfter(day) }, wang)
  return asked
}
