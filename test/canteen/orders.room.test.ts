import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff } from './noon'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const pick = (menuId: string, mealId = 'a', toPay = 800, delivery = false) => ({
  menuId,
  mealId,
  delivery,
  toPay,
})

test('an order is paid for, stands on its menu, and goes back when it is cancelled', async () => {
  const dinerId = await noon.diner()
  const menuId = await noon.menu(dayAfter(0))
  const input = { centreId, dinerId, canteenId, picks: [pick(menuId)] }
  const answer = await noon.ask('placeOrders', input, daughter)
  expect(answer.reply).toMatchObject({
    ok: true,
    data: { results: [{ menuId, state: 'placed', toPay: 800, code: '', why: '' }], balance: 9200 },
  })
  expect(answer.cost.dbRequests).toBe(4)
  expect(await noon.balance(dinerId)).toBe(9200)
  expect(await noon.menuRow(menuId)).toMatchObject({ left: 249, sold: { a: 1, b: 0 }, changes: 1 })
  expect(await noon.faults()).toEqual([])

  const cancelled = await noon.ask('cancelOrder', { centreId, dinerId, menuId }, daughter)
  expect(cancelled.reply).toMatchObject({ ok: true, data: { back: 800 } })
  expect(cancelled.cost.dbRequests).toBe(4)
  expect(await noon.balance(dinerId)).toBe(10_000)
  expect(await noon.menuRow(menuId)).toMatchObject({
    left: 250,
    sold: { a: 0, b: 0 },
    orders: {},
    refunds: [],
  })
  expect(await noon.faults()).toEqual([])
})

test('a note stands on the order: of the phone call when staff write it down, of the family after a look at its words', async () => {
  const menuId = await noon.menu(dayAfter(3))
  const [called = '', own = ''] = await noon.diners(2)
  const ask = (dinerId: string, note: string, openid: string) =>
    noon.ask('placeOrders', { centreId, dinerId, canteenId, picks: [pick(menuId)], note }, openid)
  expect((await ask(called, '来电:女儿', staff)).reply).toMatchObject({ ok: true })
  expect((await ask(own, '请放在门口', daughter)).reply).toMatchObject({ ok: true })
  const { orders } = await noon.menuRow(menuId)
  expect(orders[called]).toMatchObject({ source: 'phone', note: '来电:女儿', by: staff })
  expect(orders[own]).toMatchObject({ source: 'family', note: '请放在门口', by: daughter })
})
