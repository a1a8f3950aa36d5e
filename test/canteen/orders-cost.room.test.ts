import type { canteenContract } from '../../types/canteen.contract'
import type { ActionName, InputOf } from '../../types/common/contract'
import type { Answer } from '../harness/town'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff } from './noon'
import { one, pick } from './picks'
import { accountRow, dinerRow, menuRow, monday, morning } from './rows'

type Canteen = typeof canteenContract

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const cost = async <A extends ActionName<Canteen>>(
  action: A,
  input: InputOf<Canteen, A>,
  openid: string,
): Promise<Answer<unknown>['cost']> => {
  const answer = await noon.ask(action, input, openid)
  expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
  return answer.cost
}

/** What each action costs for one diner, on menus of days that nothing else touches. */
const costs = async (from: number) => {
  const [menuId, second, third] = [
    await noon.menu(dayAfter(from)),
    await noon.menu(dayAfter(from + 1)),
    await noon.menu(dayAfter(from + 2)),
  ]
  await noon.clock({ now: morning + from * 86_400_000 })
  const [dinerId = '', other = ''] = await noon.diners(2)
  const picks = [pick(second), pick(third)]
  const days = [{ weekday: 1, slot: 'lunch' as const, meal: '普通套餐', delivery: false }]
  const span = { from: dayAfter(from), to: dayAfter(from) }
  const before = {
    offer: await cost('offer', { centreId, dinerId, canteenId, from: dayAfter(from) }, daughter),
    ordersToTake: await cost('ordersToTake', { centreId, menuId }, staff),
    place: await cost('placeOrders', one(dinerId, menuId), daughter),
    placeTwo: await cost('placeOrders', { centreId, dinerId, canteenId, picks }, daughter),
    change: await cost('placeOrders', one(dinerId, menuId, { mealId: 'b', toPay: 500 }), daughter),
    cancel: await cost('cancelOrder', { centreId, dinerId, menuId: second }, daughter),
    refused: await cost('placeOrders', one(dinerId, second, { toPay: 1 }), daughter),
    orderForMany: await cost(
      'orderForMany',
      { centreId, menuId, rows: [{ dinerId: other, mealId: 'a', delivery: false }] },
      staff,
    ),
    saveStanding: await cost('saveStanding', { centreId, dinerId, canteenId, days }, daughter),
    standing: await cost('standing', { centreId, dinerId }, daughter),
    pauseStanding: await cost('pauseStanding', { centreId, dinerId, ...span }, daughter),
    resumeStanding: await cost('resumeStanding', { centreId, dinerId, from: span.from }, daughter),
  }
  await noon.clock({ now: morning + from * 86_400_000 + 4 * 3_600_000 })
  // the pause took the diner's own order off
  const late = await noon.diner()
  return {
    ...before,
    addLate: await cost(
      'addLate',
      { centreId, menuId, dinerId: late, mealId: 'a', delivery: false, reason: '忘了订' },
      staff,
    ),
    voidOrder: await cost('voidOrder', { centreId, menuId, dinerId: late, reason: '没送到' }, staff),
    evaluateMeal: await cost(
      'evaluateMeal',
      { centreId, dinerId: other, menuId, rating: 'good', words: '' },
      daughter,
    ),
  }
}

test('orders ask the database as often as written here, also with a hundred times the data', async () => {
  // more than a page of a list
  await noon.diners(30)
  const small = await costs(0)
  expect(
    Object.fromEntries(Object.entries(small).map(([name, { dbRequests }]) => [name, dbRequests])),
  ).toEqual({
    offer: 1,
    ordersToTake: 2,
    // caller with everything, account pays, menu takes, account settles
    place: 4,
    placeTwo: 5,
    change: 4,
    // caller with everything, menu gives back, account gets back, menu strikes off
    cancel: 4,
    // caller with everything, audit row
    refused: 2,
    orderForMany: 5,
    // caller, standing order, menus are looked at again, audit row
    saveStanding: 4,
    standing: 2,
    // caller, pause, menus of these days, account, audit row; menu, account, menu for each order it takes off
    pauseStanding: 8,
    resumeStanding: 4,
    // caller with everything, rules, account, menu, account
    addLate: 5,
    voidOrder: 4,
    evaluateMeal: 3,
  })

  const others = Array.from({ length: 200 }, (_one, n) => `crowd-${n}`)
  await noon.plant(
    'diners',
    others.map((id) => dinerRow(id, { state: 'ended' })),
  )
  await noon.plant(
    'mealAccounts',
    others.map((id) => accountRow(id, 1000)),
  )
  const elsewhere = Array.from({ length: 300 }, (_one, n) =>
    menuRow(monday, 'lunch', { _id: `other_${n}`, canteenId: `canteen-${n}` }),
  )
  await noon.plant('menus', elsewhere)
  const large = await costs(7)
  const examined = (all: typeof small) =>
    Object.fromEntries(
      Object.entries(all).map(([name, one]) => [name, { requests: one.dbRequests, examined: one.examined }]),
    )
  expect(examined(large)).toEqual(examined(small))
})
