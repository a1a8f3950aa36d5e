import { people } from '../harness/town'
import { canteenId, centreId, daughter, dayAfter, monday, type Noon, openNoon } from './noon'
import { one } from './picks'
import { morning } from './rows'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

/** Each test begins at eight on a Monday of its own. */
let weeks = 0
beforeEach(async () => {
  weeks += 1
  await noon.clock({ now: morning + weeks * 7 * 86_400_000 })
})
const day = (count: number) => dayAfter(weeks * 7 + count)
afterEach(async () => {
  expect(await noon.faults()).toEqual([])
})

const everyDay = (meal = '普通套餐', delivery = false) =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, slot: 'lunch' as const, meal, delivery }))
const save = (dinerId: string, days = everyDay()) =>
  noon.done('saveStanding', { centreId, dinerId, canteenId, days }, daughter)
const orderOn = async (menuId: string, dinerId: string) => (await noon.menuRow(menuId)).orders[dinerId]

test('what was saved is shown; no days at all end it', async () => {
  const dinerId = await noon.diner()
  expect(await noon.done('standing', { centreId, dinerId }, daughter)).toMatchObject({
    canteenId: '',
    days: [],
  })
  await save(dinerId, everyDay('软食套餐', true))
  const shown = await noon.done('standing', { centreId, dinerId }, daughter)
  expect(shown).toEqual({
    canteenId,
    canteenName: '金桂长者食堂',
    days: everyDay('软食套餐', true),
    pauses: [],
    mayDeliver: true,
  })
  expect(await save(dinerId, [])).toEqual({ days: 0 })
  expect(await noon.rows('standingOrders', { _id: dinerId })).toEqual([])
})

test('the timer places it on the menus of today and the next two days, once, also when two run at once', async () => {
  const menus = [
    await noon.menu(day(0)),
    await noon.menu(day(1)),
    await noon.menu(day(2)),
    await noon.menu(day(3)),
  ]
  const diners = await noon.diners(5)
  for (const dinerId of diners) await save(dinerId)
  await Promise.all([noon.tick(), noon.tick()])
  await noon.tick()
  await Promise.all([noon.tick(), noon.tick()])
  const rows = await Promise.all(menus.map((menuId) => noon.menuRow(menuId)))
  expect(rows.map(({ orders }) => Object.keys(orders).length)).toEqual([5, 5, 5, 0])
  for (const dinerId of diners) {
    const { balance, journals } = await noon.account(dinerId)
    expect([balance, journals.length]).toEqual([10_000 - 3 * 800, 3])
  }
  expect(rows[0]?.orders[diners[0] ?? '']).toMatchObject({ source: 'standing', by: daughter, toPay: 800 })
})

test('an order somebody made stays; one that was cancelled is not made again', async () => {
  const [own, given] = [await noon.menu(day(0)), await noon.menu(day(1))]
  const dinerId = await noon.diner()
  await noon.done('placeOrders', one(dinerId, own, { mealId: 'b', toPay: 500 }), daughter)
  await save(dinerId)
  await noon.tick()
  expect(await orderOn(own, dinerId)).toMatchObject({ mealId: 'b', source: 'family' })
  await noon.done('cancelOrder', { centreId, dinerId, menuId: given }, daughter)
  await save(dinerId)
  await noon.tick()
  expect(await orderOn(given, dinerId)).toBeUndefined()
  expect(await noon.balance(dinerId)).toBe(9500)
  await noon.done('placeOrders', one(dinerId, given), daughter)
  expect(await orderOn(given, dinerId)).toMatchObject({ source: 'family' })
})

test('a standing order that is saved after the timer was through is placed with the next tick', async () => {
  const menuId = await noon.menu(day(1))
  await noon.tick()
  expect((await noon.menuRow(menuId)).standingAfter).toBe('~')
  const dinerId = await noon.diner()
  await save(dinerId)
  await noon.tick()
  expect(await orderOn(menuId, dinerId)).toMatchObject({ mealId: 'a' })
})

test('two days of pause cancel what is ordered, order nothing, and end when they are taken back', async () => {
  const menus = [await noon.menu(day(0)), await noon.menu(day(1)), await noon.menu(day(2))]
  const dinerId = await noon.diner()
  await save(dinerId)
  await noon.tick()
  expect(await noon.balance(dinerId)).toBe(7600)
  const pause = { centreId, dinerId, from: day(1), to: day(2) }
  const more = { requestId: `pause-for-two-days-${weeks}` }
  expect(await noon.done('pauseStanding', pause, daughter, more)).toEqual({ cancelled: 2, back: 1600 })
  expect(await noon.done('pauseStanding', pause, daughter, more)).toEqual({ cancelled: 2, back: 1600 })
  await noon.tick()
  const ordered = async () =>
    Promise.all(menus.map(async (menuId) => Boolean(await orderOn(menuId, dinerId))))
  expect(await ordered()).toEqual([true, false, false])
  expect(await noon.balance(dinerId)).toBe(9200)
  expect((await noon.done('standing', { centreId, dinerId }, daughter)).pauses).toEqual([
    { from: day(1), to: day(2) },
  ])

  const resumed = { centreId, dinerId, from: day(1) }
  expect(await noon.done('resumeStanding', resumed, daughter)).toEqual({ pauses: 0 })
  await Promise.all([noon.tick(), noon.tick()])
  await noon.tick()
  expect(await ordered()).toEqual([true, true, true])
  expect(await noon.balance(dinerId)).toBe(7600)
})

test('a pause that dies half-way goes on when the phone asks again, and answers what it gave back', async () => {
  const menus = [await noon.menu(day(0)), await noon.menu(day(1))]
  for (let n = 0; n <= 8; n += 1) {
    const dinerId = await noon.diner()
    await save(dinerId)
    await noon.tick()
    const pause = { centreId, dinerId, from: day(0), to: day(1) }
    const requestId = `pause-that-dies-${n}`
    await noon.ask('pauseStanding', pause, daughter, {
      requestId,
      headers: { 'x-crash-after-writes': String(n) },
    })
    const answer = await noon.done('pauseStanding', pause, daughter, { requestId })
    expect(answer).toEqual({ cancelled: 2, back: 1600 })
    expect(await Promise.all(menus.map((menuId) => orderOn(menuId, dinerId)))).toEqual([undefined, undefined])
    expect(await noon.balance(dinerId)).toBe(10_000)
    await noon.done('saveStanding', { centreId, dinerId, canteenId, days: [] }, daughter)
  }
})

test('without money, a meal that suits or an entitlement nobody is charged, and the family hears it once', async () => {
  const menuId = await noon.menu(day(1))
  const poor = await noon.diner({ balance: 700 })
  const allergic = await noon.diner({ avoids: ['虾蟹', '蛋'] })
  const lapsed = await noon.diner({ deliveryUntil: monday })
  const careful = await noon.diner({ avoids: ['虾蟹'] })
  await save(poor)
  await save(allergic)
  await save(careful)
  await noon.set('diners', lapsed, { deliveryUntil: '2099-12-31' })
  await save(lapsed, everyDay('普通套餐', true))
  await noon.set('diners', lapsed, { deliveryUntil: monday })
  for (let n = 0; n < 3; n += 1) {
    await noon.tick()
    await save(poor)
  }
  for (const dinerId of [poor, allergic, lapsed]) expect(await orderOn(menuId, dinerId)).toBeUndefined()
  // the meal it names has shrimps in it: the first that suits
  expect(await orderOn(menuId, careful)).toMatchObject({ mealId: 'b', clashes: [] })
  const notices = (await noon.rows('notices', { to: people.resident })).filter(({ title }) =>
    /长期订餐/.test(title),
  )
  const about = (dinerId: string) =>
    notices.filter(({ page }) => page.endsWith(dinerId)).map(({ text }) => text)
  expect(about(poor)).toEqual([expect.stringMatching(/余额不够/)])
  expect(about(allergic)).toEqual([expect.stringMatching(/没有适合的套餐/)])
  expect(about(lapsed)).toEqual([expect.stringMatching(/送餐上门的登记已经到期/)])
  expect(about(careful)).toEqual([])
})

test('a timer that dies after whichever write leaves every meal placed and charged once', async () => {
  for (let n = 0; n <= 10; n += 1) {
    weeks += 1
    await noon.clock({ now: morning + weeks * 7 * 86_400_000 })
    const menuId = await noon.menu(day(0))
    const diners = await noon.diners(2)
    for (const dinerId of diners) await save(dinerId)
    await noon.tick({ 'x-crash-after-writes': String(n) })
    await noon.tick()
    await noon.clock({ advance: 130_000 })
    await noon.tick()
    const { orders } = await noon.menuRow(menuId)
    expect([n, diners.every((dinerId) => orders[dinerId] !== undefined)]).toEqual([n, true])
    expect(await noon.faults()).toEqual([])
    for (const dinerId of diners) await save(dinerId, [])
  }
})

test('pauses begin today or later, take sixty days at most and are not without number', async () => {
  const dinerId = await noon.diner()
  const pause = (from: number, to: number) =>
    noon.ask('pauseStanding', { centreId, dinerId, from: day(from), to: day(to) }, daughter)
  expect((await pause(0, 1)).reply).toMatchObject({ code: 'CANTEEN.NO_STANDING' })
  await save(dinerId)
  expect((await pause(-1, 1)).reply).toMatchObject({ code: 'CANTEEN.WRONG_DAYS' })
  expect((await pause(2, 1)).reply).toMatchObject({ code: 'CANTEEN.WRONG_DAYS' })
  expect((await pause(0, 60)).reply).toMatchObject({ code: 'CANTEEN.WRONG_DAYS' })
  for (let n = 0; n < 8; n += 1) expect((await pause(n * 2, n * 2)).reply.ok).toBe(true)
  expect((await pause(40, 40)).reply).toMatchObject({ code: 'CANTEEN.PAUSES_FULL' })
})

test('delivery without an entitlement, a canteen elsewhere and somebody else’s diner are refused', async () => {
  const dinerId = await noon.diner({ deliveryUntil: '' })
  const input = { centreId, dinerId, canteenId, days: everyDay('普通套餐', true) }
  expect((await noon.ask('saveStanding', input, daughter)).reply).toMatchObject({
    code: 'CANTEEN.NO_DELIVERY',
  })
  const nowhere = { ...input, canteenId: 'no-such', days: everyDay() }
  expect((await noon.ask('saveStanding', nowhere, daughter)).reply).toMatchObject({
    code: 'COMMON.NOT_FOUND',
  })
  const stranger = people.residentElsewhere
  for (const answer of [
    await noon.ask('saveStanding', input, stranger),
    await noon.ask('standing', { centreId, dinerId }, stranger),
    await noon.ask('pauseStanding', { centreId, dinerId, from: day(0), to: day(0) }, stranger),
    await noon.ask('resumeStanding', { centreId, dinerId, from: day(0) }, stranger),
  ]) {
    expect(answer.reply).toMatchObject({ ok: false, code: 'CANTEEN.NOT_YOURS' })
  }
})
