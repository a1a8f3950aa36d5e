import type { Answer } from '../harness/town'
import { people } from '../harness/town'
import { centreId, daughter, dayAfter, type Noon, openNoon, staff, staffElsewhere } from './noon'
import { one } from './picks'
import { morning } from './rows'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

let days = 0
const fresh = async (facts: Parameters<Noon['menu']>[2] = {}) => {
  days += 1
  await noon.clock({ now: morning })
  return noon.menu(dayAfter(days), 'lunch', { capacity: 10, ...facts })
}
afterEach(async () => {
  expect(await noon.faults()).toEqual([])
})
const orderOn = async (menuId: string, dinerId: string) => (await noon.menuRow(menuId)).orders[dinerId]

describe('a batch', () => {
  test('orders for everybody who can have it and says why for the others; again it orders nothing more', async () => {
    const menuId = await fresh()
    const [fine = '', served = ''] = await noon.diners(2)
    const poor = await noon.diner({ balance: 100 })
    const waiting = await noon.diner({ state: 'pending' })
    const elsewhere = await noon.diner({ centreId: 'hudong.chunjiang.yinxing' })
    const lapsed = await noon.diner({ deliveryUntil: '' })
    await noon.done('placeOrders', one(served, menuId, { mealId: 'b', toPay: 500 }), daughter)
    const rows = [fine, served, poor, waiting, elsewhere, lapsed, fine].map((dinerId) => ({
      dinerId,
      mealId: 'a',
      delivery: dinerId === lapsed,
    }))
    const more = { requestId: 'a-batch-of-orders' }
    const { results } = await noon.done('orderForMany', { centreId, menuId, rows }, staff, more)
    expect(results.map(({ dinerId, state, code }) => [dinerId, state === 'placed' ? state : code])).toEqual([
      [fine, 'placed'],
      [served, 'CANTEEN.ALREADY_ORDERED'],
      [poor, 'CANTEEN.NO_CREDIT'],
      [waiting, 'CANTEEN.NOT_APPROVED'],
      [elsewhere, 'COMMON.NOT_FOUND'],
      [lapsed, 'CANTEEN.NO_DELIVERY'],
      [fine, 'placed'],
    ])
    expect(await orderOn(menuId, fine)).toMatchObject({ source: 'staff', by: staff, toPay: 800 })
    expect(await orderOn(menuId, served)).toMatchObject({ mealId: 'b' })
    const again = await noon.done('orderForMany', { centreId, menuId, rows }, staff, more)
    expect(again.results).toEqual(results)
    expect((await noon.account(fine)).journals.length).toBe(1)
  })

  test('that dies half-way is finished when it is asked again', async () => {
    for (const writes of [1, 2, 3, 5]) {
      const menuId = await fresh()
      const diners = await noon.diners(3)
      const input = {
        centreId,
        menuId,
        rows: diners.map((dinerId) => ({ dinerId, mealId: 'a', delivery: false })),
      }
      const requestId = `a-batch-that-dies-${writes}`
      await noon.ask('orderForMany', input, staff, {
        requestId,
        headers: { 'x-crash-after-writes': String(writes) },
      })
      await noon.clock({ advance: 31_000 })
      const { results } = await noon.done('orderForMany', input, staff, { requestId })
      expect(results.map(({ state }) => state)).toEqual(['placed', 'placed', 'placed'])
      expect(Object.keys((await noon.menuRow(menuId)).orders).toSorted()).toEqual(diners.toSorted())
      expect(await noon.faults()).toEqual([])
    }
  })

  test('is taken by a list that shows who has what and what each meal costs them', async () => {
    const menuId = await fresh()
    const room = '9-901'
    const dinerId = await noon.diner({ room, avoids: ['虾蟹'], order: '0' })
    await noon.done('placeOrders', one(dinerId, menuId, { mealId: 'b', toPay: 500 }), daughter)
    const answer = await noon.ask('ordersToTake', { centreId, menuId }, staff)
    expect(answer.cost.dbRequests).toBe(2)
    expect(answer.reply).toMatchObject({ ok: true, data: { rows: expect.any(Array) } })
    const rows = answer.reply.ok ? answer.reply.data.rows : []
    expect(rows.find((row) => row.dinerId === dinerId)).toMatchObject({
      room,
      mayDeliver: true,
      balance: 9500,
      ordered: '软食套餐',
      meals: [
        { mealId: 'a', toPay: 800, clashes: ['油爆虾:含虾蟹'] },
        { mealId: 'b', toPay: 500, clashes: [] },
      ],
    })
    for (const who of [daughter, people.volunteer, staffElsewhere]) {
      const refused = await noon.ask('ordersToTake', { centreId, menuId }, who)
      expect(refused.reply).toMatchObject({ code: 'COMMON.NOT_ALLOWED' })
    }
  })
})

describe('a late add', () => {
  const late = (menuId: string, dinerId: string, facts: { delivery?: boolean; mealId?: string } = {}) => ({
    centreId,
    menuId,
    dinerId,
    mealId: 'a',
    delivery: false,
    reason: '电话里忘了订',
    ...facts,
  })
  const frozen = async (facts: Parameters<Noon['menu']>[2] = {}) => {
    const menuId = await fresh({ state: 'frozen', ...facts })
    await noon.clock({ now: morning + days * 86_400_000 + 2 * 3_600_000 })
    return menuId
  }

  test('stands after the cut-off with its reason, is charged, and gets a stop when it is carried', async () => {
    const menuId = await frozen()
    const dinerId = await noon.diner()
    const done = await noon.done('addLate', late(menuId, dinerId, { delivery: true }), staff)
    expect(done).toEqual({ toPay: 800 })
    expect(await orderOn(menuId, dinerId)).toMatchObject({ lateBecause: '电话里忘了订', source: 'staff' })
    expect(await noon.balance(dinerId)).toBe(9200)
    const routes = await noon.rows('routes', { menuId })
    expect(routes.flatMap(({ stops }) => stops.map((stop) => stop.dinerId))).toEqual([dinerId])
  })

  test('that dies at any write is undone or stands with its stop, once', async () => {
    for (let n = 0; n < 12; n += 1) {
      const menuId = await frozen()
      const dinerId = await noon.diner()
      const input = late(menuId, dinerId, { delivery: true })
      const requestId = `late-and-dead-${n}`
      const call = (headers?: Record<string, string>) =>
        noon.ask('addLate', input, staff, { requestId, ...(headers && { headers }) })
      const died = (await call({ 'x-crash-after-writes': String(n) })).status !== 200
      await noon.clock({ advance: 130_000 })
      await noon.tick()
      await call()
      await noon.tick()
      const stops = (await noon.rows('routes', { menuId })).flatMap((route) => route.stops)
      const order = await orderOn(menuId, dinerId)
      expect([n, stops.map(({ orderId }) => orderId)]).toEqual([n, order ? [order.id] : []])
      expect(await noon.faults()).toEqual([])
      if (!died) return
    }
    throw new Error('it never got through')
  })

  test('is refused when it is full, ordered, over, unknown, or nothing is left to pay it with', async () => {
    const menuId = await frozen({ capacity: 1 })
    const [first = '', second = ''] = await noon.diners(2)
    const code = async (
      input: Omit<ReturnType<typeof late>, 'centreId'> & { centreId: string },
      who: string = staff,
    ) => {
      const { reply } = await noon.ask('addLate', input, who)
      return reply.ok ? 'done' : reply.code
    }
    expect(await code(late(menuId, first, { mealId: 'z' }))).toBe('CANTEEN.NO_MEAL')
    expect(await code(late(menuId, await noon.diner({ balance: 0 })))).toBe('CANTEEN.NO_CREDIT')
    expect(await code(late(menuId, await noon.diner({ state: 'rejected' })))).toBe('CANTEEN.NOT_APPROVED')
    const carried = late(menuId, await noon.diner({ deliveryUntil: '' }), { delivery: true })
    expect(await code(carried)).toBe('CANTEEN.NO_DELIVERY')
    expect(await code(late(menuId, first))).toBe('done')
    expect(await code(late(menuId, first))).toBe('CANTEEN.ALREADY_ORDERED')
    expect(await code(late(menuId, second))).toBe('CANTEEN.FULL')
    expect(await code(late(menuId, second), daughter)).toBe('COMMON.NOT_ALLOWED')
    expect(
      await code({ ...late(menuId, second), centreId: 'hudong.chunjiang.yinxing' }, staffElsewhere),
    ).toBe('COMMON.NOT_FOUND')
    const over = await fresh({ state: 'frozen' })
    await noon.clock({ now: morning + days * 86_400_000 + 10 * 3_600_000 })
    expect(await code(late(over, second))).toBe('CANTEEN.MENU_OVER')
  })
})

describe('an order that is declared void', () => {
  const afterCutoff = async () => {
    const menuId = await fresh()
    const dinerId = await noon.diner()
    await noon.done('placeOrders', one(dinerId, menuId), daughter)
    await noon.clock({ now: morning + days * 86_400_000 + 2 * 3_600_000 })
    return { menuId, dinerId }
  }
  const voids = (
    facts: { menuId: string; dinerId: string },
    more?: { requestId: string; headers?: Record<string, string> },
    who: string = staff,
  ): Promise<Answer<object>> => noon.ask('voidOrder', { centreId, ...facts, reason: '没送到' }, who, more)

  test('is paid back once and stays on the menu', async () => {
    const facts = await afterCutoff()
    const answer = await voids(facts)
    expect(answer.reply).toMatchObject({ ok: true, data: { back: 800 } })
    expect(answer.cost.dbRequests).toBe(4)
    expect(await orderOn(facts.menuId, facts.dinerId)).toMatchObject({ voidedBecause: '没送到' })
    expect((await voids(facts)).reply).toMatchObject({ code: 'CANTEEN.ALREADY_VOIDED' })
    expect(await noon.balance(facts.dinerId)).toBe(10_000)
    expect((await noon.menuRow(facts.menuId)).left).toBe(9)
  })

  test('twice at once, and cut off at any write, is paid back once', async () => {
    const both = await afterCutoff()
    const codes = (await Promise.all([voids(both), voids(both)])).map(({ reply }) =>
      reply.ok ? 'done' : reply.code,
    )
    expect(codes.toSorted()).toEqual(['CANTEEN.ALREADY_VOIDED', 'done'])
    for (const order of ['timer first', 'phone first']) {
      for (let n = 0; n < 4; n += 1) {
        const facts = await afterCutoff()
        const requestId = `void-and-dead-${order.slice(0, 5)}-${n}`
        await voids(facts, { requestId, headers: { 'x-crash-after-writes': String(n) } })
        const repaired = async () => {
          await noon.clock({ advance: 130_000 })
          await noon.tick()
        }
        if (order === 'timer first') await repaired()
        for (const answer of [await voids(facts, { requestId }), await voids(facts, { requestId })]) {
          expect(answer.reply).toMatchObject({ ok: true, data: { back: 800 } })
        }
        await repaired()
        expect(await noon.balance(facts.dinerId)).toBe(10_000)
        expect(await noon.faults()).toEqual([])
      }
    }
  })

  test('takes from what a settled menu came to', async () => {
    const facts = await afterCutoff()
    const summary = {
      orders: 1,
      delivered: 0,
      price: 1500,
      toPay: 800,
      subsidies: [
        { fund: '区级补贴', fen: 420 },
        { fund: '街道补贴', fen: 280 },
      ],
    }
    await noon.set('menus', facts.menuId, { state: 'settled', summary })
    expect((await voids(facts)).reply).toMatchObject({ ok: true })
    expect((await noon.menuRow(facts.menuId)).summary).toEqual({
      orders: 0,
      delivered: 0,
      price: 0,
      toPay: 0,
      subsidies: [
        { fund: '区级补贴', fen: 0 },
        { fund: '街道补贴', fen: 0 },
      ],
    })
  })

  test('is refused before the cut-off, where nothing is ordered, and for one’s own family', async () => {
    const menuId = await fresh()
    const dinerId = await noon.diner()
    expect((await voids({ menuId, dinerId })).reply).toMatchObject({ code: 'CANTEEN.NOT_ORDERED' })
    await noon.done('placeOrders', one(dinerId, menuId), daughter)
    expect((await voids({ menuId, dinerId })).reply).toMatchObject({ code: 'CANTEEN.TOO_EARLY' })
    expect((await voids({ menuId, dinerId }, undefined, daughter)).reply).toMatchObject({
      code: 'COMMON.NOT_ALLOWED',
    })
    const own = await noon.diner({ family: [{ who: staff, nameMasked: '李*', relation: '儿子' }] })
    await noon.done('placeOrders', one(own, menuId), staff)
    await noon.clock({ now: morning + days * 86_400_000 + 2 * 3_600_000 })
    expect((await voids({ menuId, dinerId: own })).reply).toMatchObject({ code: 'CANTEEN.OWN_AFFAIR' })
  })
})
