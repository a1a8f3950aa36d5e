import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon } from './noon'

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
