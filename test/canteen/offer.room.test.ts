import { instantOf } from '../../types/common/time'
import { people } from '../harness/town'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff } from './noon'
import { one, pick } from './picks'
import { menuRow, morning } from './rows'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const offerOf = (dinerId: string, from = dayAfter(0)) =>
  noon.done('offer', { centreId, dinerId, canteenId, from }, daughter)

test('a week is offered with prices after subsidy, what clashes, what is left and what is ordered', async () => {
  const dinerId = await noon.diner({ avoids: ['虾蟹'], needs: ['低盐'] })
  const menus = [
    await noon.menu(dayAfter(0)),
    await noon.menu(dayAfter(1)),
    await noon.menu(dayAfter(0), 'dinner'),
  ]
  await noon.menu(dayAfter(2), 'lunch', { state: 'draft' })
  await noon.menu(dayAfter(3), 'lunch', { state: 'cancelled' })
  await noon.menu(dayAfter(4), 'lunch', { left: 0 })
  await noon.menu(dayAfter(7))
  await noon.done('placeOrders', one(dinerId, menus[1] ?? '', { delivery: true }), daughter)
  const offer = await offerOf(dinerId)
  expect(offer).toMatchObject({
    dinerName: '赵**',
    canteenName: '金桂长者食堂',
    balance: 9200,
    owesUpTo: 0,
    mayDeliver: true,
  })
  expect(offer.rows.map(({ menuId, state }) => [menuId, state])).toEqual([
    [menus[0], 'open'],
    [menus[2], 'open'],
    [menus[1], 'open'],
    [menuRow(dayAfter(3))._id, 'cancelled'],
    [menuRow(dayAfter(4))._id, 'full'],
  ])
  const [today, , tomorrow] = offer.rows
  expect(today?.meals[0]).toEqual({
    mealId: 'a',
    name: '普通套餐',
    dishes: ['红烧肉', '油爆虾'],
    price: 1500,
    subsidies: [
      { fund: '区级补贴', fen: 420 },
      { fund: '街道补贴', fen: 280 },
    ],
    toPay: 800,
    left: 250,
    clashes: ['油爆虾:含虾蟹'],
  })
  expect(today?.ordered).toBeUndefined()
  expect(tomorrow?.ordered).toEqual({
    mealId: 'a',
    name: '普通套餐',
    delivery: true,
    price: 1500,
    toPay: 800,
    by: expect.any(String),
    standing: false,
    served: false,
    rating: '',
    voided: false,
  })
})

test('和上次一样 is the newest order on the next open menu of that slot', async () => {
  const dinerId = await noon.diner()
  expect((await offerOf(dinerId)).again).toBeUndefined()
  const today = menuRow(dayAfter(0))._id
  await noon.done('placeOrders', one(dinerId, today, { mealId: 'b', toPay: 500, delivery: true }), daughter)
  const { again } = await offerOf(dinerId)
  expect(again).toEqual({
    menuId: menuRow(dayAfter(1))._id,
    mealId: 'b',
    delivery: true,
    toPay: 500,
    words: '明天(周二)午餐 软食套餐,送餐上门',
  })
  const { words: _, ...asked } = again ?? { words: '', ...pick('') }
  const placed = await noon.done('placeOrders', { centreId, dinerId, canteenId, picks: [asked] }, daughter)
  expect(placed.results).toMatchObject([{ state: 'placed', toPay: 500 }])
  // the entitlement is over, and what was carried cannot be carried again
  await noon.set('diners', dinerId, { deliveryUntil: '' })
  expect((await offerOf(dinerId)).again).toBeUndefined()
})

test('nobody sees what a diner is offered who may not order for them', async () => {
  const dinerId = await noon.diner()
  const ask = (openid: string, input = { centreId, dinerId, canteenId, from: dayAfter(0) }) =>
    noon.ask('offer', input, openid)
  for (const who of [people.stranger, people.residentElsewhere, people.staffElsewhere]) {
    expect((await ask(who)).reply).toMatchObject({ ok: false, code: 'CANTEEN.NOT_YOURS' })
  }
  expect((await ask(staff)).reply).toMatchObject({ ok: true })
  const waiting = await noon.diner({ state: 'pending' })
  const input = { centreId, dinerId: waiting, canteenId, from: dayAfter(0) }
  expect((await ask(daughter, input)).reply).toMatchObject({ code: 'CANTEEN.NOT_APPROVED' })
})

test('a meal is evaluated once, after it is served, by whoever orders for the diner', async () => {
  const day = dayAfter(20)
  const menuId = await noon.menu(day)
  const dinerId = await noon.diner()
  const rates = (openid: string, facts: { rating?: 'good' | 'bad'; words?: string } = {}) =>
    noon.ask('evaluateMeal', { centreId, dinerId, menuId, rating: 'good', words: '软和', ...facts }, openid)
  expect((await rates(daughter)).reply).toMatchObject({ code: 'CANTEEN.NOT_ORDERED' })
  await noon.done('placeOrders', one(dinerId, menuId), daughter)
  expect((await rates(daughter)).reply).toMatchObject({ code: 'CANTEEN.TOO_EARLY' })
  await noon.clock({ now: instantOf(day, 700) })
  expect((await rates(people.residentElsewhere)).reply).toMatchObject({ code: 'CANTEEN.NOT_YOURS' })
  expect((await rates(daughter)).reply).toMatchObject({ ok: true, data: { rating: 'good' } })
  expect((await rates(daughter)).reply).toMatchObject({ ok: true })
  expect((await rates(daughter, { rating: 'bad' })).reply).toMatchObject({ code: 'CANTEEN.ALREADY_RATED' })
  expect((await noon.menuRow(menuId)).ratings[dinerId]).toEqual({ rating: 'good', words: '软和' })
  await noon.clock({ now: morning })
})
