import { instantOf } from '../../types/common/time'
import { people } from '../harness/town'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff } from './noon'
import { one, pick, tally } from './picks'
import { morning, ruleRow } from './rows'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())
afterEach(async () => {
  await noon.clock({ now: morning })
  expect(await noon.faults()).toEqual([])
})

let days = 0
/** A menu of a day of its own. */
const freshMenu = (facts?: Parameters<Noon['menu']>[2]) => {
  days += 1
  return noon.menu(dayAfter(days), 'lunch', facts)
}

test('300 orders at once right before the cut-off for 250 portions: 250 stand, 50 are told 订满了', async () => {
  const menuId = await noon.menu(dayAfter(0), 'lunch', { capacity: 250 })
  const diners = await noon.diners(300, { balance: 1000 })
  // they arrive in the last two minutes, on however busy a machine
  await noon.clock({ now: instantOf(dayAfter(0), 570) - 120_000 })
  const answers = await Promise.all(
    diners.map((dinerId) => noon.ask('placeOrders', one(dinerId, menuId), daughter)),
  )
  expect(tally(answers)).toEqual({ placed: 250, 'CANTEEN.FULL': 50 })
  const full = answers
    .flatMap(({ reply }) => (reply.ok ? reply.data.results : []))
    .find(({ code }) => code !== '')
  expect(full?.why).toMatch(/订满了/)
  const menu = await noon.menuRow(menuId)
  expect([menu.left, Object.keys(menu.orders).length, menu.changes]).toEqual([0, 250, 250])
  const balances = (await noon.rows('mealAccounts')).map(({ balance }) => balance)
  expect(balances.filter((balance) => balance === 200).length).toBe(250)
  expect(balances.filter((balance) => balance === 1000).length).toBe(50)
}, 180_000)

test('a meal of twenty portions gives twenty, and the rest of the menu stays', async () => {
  const meals = [
    { id: 'a', name: '普通套餐', price: 1500, dishIds: ['d1'], cap: 20 },
    { id: 'b', name: '软食套餐', price: 1200, dishIds: ['d3'], cap: 0 },
  ]
  const menuId = await freshMenu({ meals, sold: {} })
  const diners = await noon.diners(40)
  const answers = await Promise.all(
    diners.map((dinerId) => noon.ask('placeOrders', one(dinerId, menuId), daughter)),
  )
  expect(tally(answers)).toEqual({ placed: 20, 'CANTEEN.FULL': 20 })
  expect(await noon.menuRow(menuId)).toMatchObject({ left: 230, sold: { a: 20 } })
})

test('a second past the cut-off nothing is placed, changed or taken off', async () => {
  const menuId = await freshMenu()
  const [ordered = '', late = ''] = await noon.diners(2)
  const cutoff = instantOf(dayAfter(days), 570)
  await noon.clock({ now: cutoff - 2000 })
  expect(tally([await noon.ask('placeOrders', one(ordered, menuId), daughter)])).toEqual({ placed: 1 })
  await noon.clock({ now: cutoff + 1000 })
  const place = await noon.ask('placeOrders', one(late, menuId), daughter)
  const change = await noon.ask('placeOrders', one(ordered, menuId, { mealId: 'b', toPay: 500 }), daughter)
  expect(tally([place, change])).toEqual({ 'CANTEEN.TOO_LATE': 2 })
  const cancel = await noon.ask('cancelOrder', { centreId, dinerId: ordered, menuId }, daughter)
  expect(cancel.reply).toMatchObject({ ok: false, code: 'CANTEEN.TOO_LATE' })
  expect([await noon.balance(ordered), await noon.balance(late)]).toEqual([9200, 10_000])
})

test('a frozen menu takes no order, also when a clock runs behind', async () => {
  const menuId = await freshMenu({ state: 'frozen' })
  const answer = await noon.ask('placeOrders', one(await noon.diner(), menuId), daughter)
  expect(tally([answer])).toEqual({ 'CANTEEN.TOO_LATE': 1 })
})

test('a price of the phone’s own is refused, never charged; fields nobody asked for are refused', async () => {
  const menuId = await freshMenu()
  const dinerId = await noon.diner()
  const cheap = await noon.ask('placeOrders', one(dinerId, menuId, { toPay: 1 }), daughter)
  expect(tally([cheap])).toEqual({ 'CANTEEN.PRICE_CHANGED': 1 })
  const sent = [
    { ...one(dinerId, menuId), price: 1 },
    { ...one(dinerId, menuId), picks: [{ ...pick(menuId), price: 1, subsidies: [] }] },
    one(dinerId, menuId, { toPay: -800 }),
    one(dinerId, menuId, { toPay: 0.5 }),
  ]
  for (const input of sent) {
    const { reply } = await noon.ask('placeOrders', input, daughter)
    expect(reply).toMatchObject({ ok: false, code: 'COMMON.BAD_INPUT' })
  }
  expect(await noon.balance(dinerId)).toBe(10_000)
  expect((await noon.menuRow(menuId)).orders).toEqual({})
})

test('the same request ten times at once is one order, charged once', async () => {
  const menuId = await freshMenu()
  const dinerId = await noon.diner()
  const more = { requestId: 'ten-times-the-same' }
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => noon.ask('placeOrders', one(dinerId, menuId), daughter, more)),
  )
  expect(tally(answers)).toEqual({ placed: 10 })
  expect(new Set(answers.map(({ reply }) => JSON.stringify(reply.ok && reply.data))).size).toBe(1)
  expect((await noon.account(dinerId)).journals.map(({ amount }) => amount)).toEqual([-800])
  expect(await noon.menuRow(menuId)).toMatchObject({ left: 249, changes: 1 })
})

test('ten requests for the same meal at once are one order, charged once', async () => {
  const menuId = await freshMenu()
  const dinerId = await noon.diner()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => noon.ask('placeOrders', one(dinerId, menuId), daughter)),
  )
  const { placed = 0, 'CANTEEN.ALREADY_ORDERED': already = 0, ...others } = tally(answers)
  expect([placed > 0, placed + already, others]).toEqual([true, 10, {}])
  expect(await noon.balance(dinerId)).toBe(9200)
  expect(await noon.menuRow(menuId)).toMatchObject({ left: 249, changes: 1 })
})

test('a balance for one meal and five of the family ordering at once: one', async () => {
  const family = [
    'test-resident',
    'test-volunteer',
    'test-secretary',
    'test-pending',
    'test-resident-elsewhere',
  ]
  const dinerId = await noon.diner({
    balance: 900,
    family: family.map((who) => ({ who, nameMasked: '王**', relation: '女儿' })),
  })
  const menus = [
    await freshMenu(),
    await freshMenu(),
    await freshMenu(),
    await freshMenu(),
    await freshMenu(),
  ]
  const answers = await Promise.all(
    family.map((who, n) => noon.ask('placeOrders', one(dinerId, menus[n] ?? ''), who)),
  )
  expect(tally(answers)).toEqual({ placed: 1, 'CANTEEN.NO_CREDIT': 4 })
  expect(await noon.balance(dinerId)).toBe(100)
})

test('an account that is billed goes as far below zero as it may, and no further', async () => {
  const menus = [await freshMenu(), await freshMenu(), await freshMenu()]
  const dinerId = await noon.diner({ balance: 0, owesUpTo: 1700 })
  const picks = menus.map((menuId) => pick(menuId))
  const answer = await noon.ask('placeOrders', { centreId, dinerId, canteenId, picks }, daughter)
  expect(tally([answer])).toEqual({ placed: 2, 'CANTEEN.NO_CREDIT': 1 })
  expect(await noon.balance(dinerId)).toBe(-1600)
})

test('a subsidy rule that begins in mid-month prices new orders; old ones keep theirs, to the fen', async () => {
  const menuId = await freshMenu()
  const day = dayAfter(days)
  const [early = '', later = ''] = await noon.diners(2)
  expect(tally([await noon.ask('placeOrders', one(early, menuId), daughter)])).toEqual({ placed: 1 })
  const tiers = [{ title: '80 岁以上', fromAge: 80, careTags: [], kind: 'off' as const, fen: 333 }]
  await noon.plant('subsidyRules', [ruleRow({ version: 2, startsOn: day, tiers })])
  expect(tally([await noon.ask('placeOrders', one(later, menuId), daughter)])).toEqual({
    'CANTEEN.PRICE_CHANGED': 1,
  })
  expect(tally([await noon.ask('placeOrders', one(later, menuId, { toPay: 1167 }), daughter)])).toEqual({
    placed: 1,
  })
  const { orders } = await noon.menuRow(menuId)
  expect(orders[early]).toMatchObject({
    price: 1500,
    toPay: 800,
    rule: 'hudong:1',
    subsidies: [
      { fund: '区级补贴', fen: 420 },
      { fund: '街道补贴', fen: 280 },
    ],
  })
  expect(orders[later]).toMatchObject({
    toPay: 1167,
    rule: 'hudong:2',
    subsidies: [
      { fund: '区级补贴', fen: 199 },
      { fund: '街道补贴', fen: 134 },
    ],
  })
  await noon.done('cancelOrder', { centreId, dinerId: early, menuId }, daughter)
  expect(await noon.balance(early)).toBe(10_000)
})

test('a request that is repeated after its order was cancelled does not order again', async () => {
  const menuId = await noon.menu(dayAfter(0), 'dinner')
  const dinerId = await noon.diner()
  const more = { requestId: 'repeated-later' }
  await noon.done('placeOrders', one(dinerId, menuId), daughter, more)
  const cancelling = { requestId: 'cancel-repeated' }
  await noon.done('cancelOrder', { centreId, dinerId, menuId }, daughter, cancelling)
  expect(tally([await noon.ask('placeOrders', one(dinerId, menuId), daughter, more)])).toEqual({ placed: 1 })
  expect((await noon.menuRow(menuId)).orders).toEqual({})
  expect(await noon.balance(dinerId)).toBe(10_000)
  await noon.done('placeOrders', one(dinerId, menuId), daughter)
  const again = await noon.done('cancelOrder', { centreId, dinerId, menuId }, daughter, cancelling)
  expect(again).toEqual({ back: 800 })
  expect(Object.keys((await noon.menuRow(menuId)).orders)).toEqual([dinerId])
})

test('somebody else’s diner, one who is not approved, another district’s canteen', async () => {
  const menuId = await noon.menu(dayAfter(1), 'dinner')
  const dinerId = await noon.diner()
  const input = one(dinerId, menuId)
  for (const who of [people.residentElsewhere, people.staffElsewhere, people.stranger, people.volunteer]) {
    const { reply } = await noon.ask('placeOrders', input, who)
    expect([who, reply]).toMatchObject([who, { ok: false, code: 'CANTEEN.NOT_YOURS' }])
    const cancelled = await noon.ask('cancelOrder', { centreId, dinerId, menuId }, who)
    expect(cancelled.reply).toMatchObject({ ok: false, code: 'CANTEEN.NOT_YOURS' })
  }
  const elsewhere = { ...input, centreId: 'hudong.chunjiang.yinxing' }
  expect((await noon.ask('placeOrders', elsewhere, people.staffElsewhere)).reply).toMatchObject({
    code: 'COMMON.NOT_FOUND',
  })
  const waiting = await noon.diner({ state: 'pending' })
  expect((await noon.ask('placeOrders', one(waiting, menuId), daughter)).reply).toMatchObject({
    code: 'CANTEEN.NOT_APPROVED',
  })
  const far = await noon.diner({ centreId: 'hexi.qingshan.muchun' })
  const across = { ...one(far, menuId), centreId: 'hexi.qingshan.muchun' }
  expect(tally([await noon.ask('placeOrders', across, daughter)])).toEqual({ 'CANTEEN.OTHER_DISTRICT': 1 })
  expect(tally([await noon.ask('placeOrders', input, staff)])).toEqual({ placed: 1 })
  expect((await noon.menuRow(menuId)).orders[dinerId]).toMatchObject({ source: 'staff', by: staff })
})
