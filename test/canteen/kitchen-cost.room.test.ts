import type { MealOrder, MenuDocument } from '../../cloudfunctions/_kit/documents/canteen'
import type { canteenContract } from '../../types/canteen.contract'
import type { menuActions } from '../../types/canteen.menu'
import type { ActionName, InputOf } from '../../types/common/contract'
import { instantOf } from '../../types/common/time'
import type { Answer } from '../harness/town'
import { lunch, ordered } from './kitchen-day'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff } from './noon'
import { canteenRow, menuRow } from './rows'

type Canteen = typeof canteenContract
type Costs = Record<keyof typeof menuActions | 'figures', Answer<unknown>['cost']>

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

/** One successful call of every action in a week of its own: what it cost, in all. */
const round = async (week: number): Promise<Costs> => {
  const cost = async <A extends ActionName<Canteen>>(
    action: A,
    input: InputOf<Canteen, A>,
    openid: string = staff,
  ) => {
    const answer = await noon.ask(action, input, openid)
    expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
    return answer.cost
  }
  const first = week * 7
  const [from, next] = [dayAfter(first), dayAfter(first + 7)]
  await noon.clock({ now: instantOf(from, 480) })
  const today = await noon.menu(from)
  const [eats = ''] = await ordered(noon, today, 2)
  const tomorrow = await noon.menu(dayAfter(first + 1))
  await ordered(noon, tomorrow, 2)
  const { menuId } = await noon.done('saveMenu', lunch({ day: dayAfter(first + 2) }), staff)
  await noon.clock({ now: instantOf(from, 665) })
  const form = {
    name: '滨江长者食堂',
    address: '滨江路 2 号',
    phone: '',
    slots: [...canteenRow.slots],
    welfareTo: staff,
    pointsPerStop: 2,
    stopsPerRoute: 10,
    state: 'closed' as const,
  }
  const { canteenId: other } = await noon.done('saveCanteen', { centreId, ...form }, staff)
  return {
    canteens: await cost('canteens', { centreId, near: { lng: 114, lat: 30 } }, daughter),
    canteenOfStaff: await cost('canteenOfStaff', { centreId }),
    saveCanteen: await cost('saveCanteen', { centreId, canteenId: other, ...form }),
    menus: await cost('menus', { centreId, canteenId, from }, daughter),
    menusOfStaff: await cost('menusOfStaff', { centreId, canteenId, from }),
    saveMenu: await cost('saveMenu', lunch({ day: dayAfter(first + 2), capacity: 99 })),
    copyWeek: await cost('copyWeek', { centreId, canteenId, from, to: next }),
    publishMenus: await cost('publishMenus', { centreId, canteenId, from, to: dayAfter(first + 6) }),
    kitchen: await cost('kitchen', { centreId, menuId: today }),
    kitchenSheet: await cost('kitchenSheet', { centreId, menuId: today }),
    markServed: await cost('markServed', { centreId, menuId: today, dinerId: eats, served: true }),
    saveLeftOver: await cost('saveLeftOver', { centreId, menuId: today, leftOver: 3 }),
    figures: await cost('figures', { centreId, canteenId, month: '2026-10' }),
    cancelMenu: await cost('cancelMenu', { centreId, menuId: tomorrow, reason: `停电 ${menuId}` }),
  }
}

const requests: Record<keyof Costs, number> = {
  canteens: 1,
  canteenOfStaff: 1,
  saveCanteen: 3,
  menus: 1,
  menusOfStaff: 2,
  saveMenu: 3,
  copyWeek: 3,
  publishMenus: 3,
  kitchen: 1,
  kitchenSheet: 2,
  markServed: 3,
  saveLeftOver: 3,
  figures: 2,
  cancelMenu: 4,
}

const requestsOf = (costs: Costs) =>
  Object.fromEntries(Object.entries(costs).map(([action, { dbRequests }]) => [action, dbRequests]))

const order = (dinerId: string): MealOrder => ({
  id: `order-${dinerId}`,
  dinerId,
  homeId: centreId,
  nameMasked: '赵**',
  building: '5栋',
  room: '301',
  mealId: 'a',
  mealName: '普通套餐',
  delivery: false,
  needs: [],
  clashes: [],
  price: 1500,
  subsidies: [{ fund: '区级补贴', fen: 700 }],
  toPay: 800,
  rule: '',
  tier: '',
  source: 'family',
  by: 'daughter',
  byMasked: '王**',
  at: instantOf(dayAfter(-40), 0),
  requestKey: 'r',
  note: '',
  lateBecause: '',
  voidedBecause: '',
})

/** A settled menu of October with diners of this number. */
const settled = (n: number, diners: readonly string[]): MenuDocument => {
  const day = dayAfter(-53 + n)
  const orders = Object.fromEntries(diners.map((dinerId) => [dinerId, order(dinerId)]))
  const [price, toPay] = [1500 * diners.length, 800 * diners.length]
  const subsidies = [{ fund: '区级补贴', fen: 700 * diners.length }]
  const summary = { orders: diners.length, delivered: 0, price, toPay, subsidies }
  const rating = { rating: 'good' as const, words: `好 ${n}` }
  const ratings = { [diners[0] ?? '']: rating }
  return menuRow(day, 'lunch', { state: 'settled', orders, summary, leftOver: 1, ratings })
}
const someDiners = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => `october-${from + n}`)

test('every action costs the same few requests, with a hundred times the data, too', async () => {
  await noon.plant('menus', [settled(0, someDiners(0, 2)), settled(1, someDiners(1, 2))])
  const before = await round(1)
  expect(requestsOf(before)).toEqual(requests)

  // months of menus, each with more orders than a canteen has portions
  const crowd = Array.from({ length: 29 }, (_, n) => settled(n + 2, someDiners(n, 40)))
  // a request has at most some hundred kilobytes
  for (const menu of crowd) await noon.plant('menus', [menu])
  const others = Array.from({ length: 90 }, (_, n) => menuRow(dayAfter(n), 'lunch', { canteenId: 'other' }))
  for (let at = 0; at < 90; at += 30) await noon.plant('menus', others.slice(at, at + 30))
  const after = await round(4)
  expect(requestsOf(after)).toEqual(requests)
  const bounded = ['figures', 'canteens', 'canteenOfStaff'] as const
  for (const action of Object.keys(requests) as (keyof Costs)[]) {
    if (bounded.some((name) => name === action)) continue
    expect({ action, more: after[action].examined - before[action].examined }).toEqual({ action, more: 0 })
  }
  expect(after.figures.examined).toBeLessThanOrEqual(2 * 31 + 5)
}, 120_000)

test('the figures of a month add up over its settled menus, and count everybody once', async () => {
  const figures = await noon.done('figures', { centreId, canteenId, month: '2026-10' }, staff)
  const portions = 2 + 2 + 29 * 40
  expect(figures).toMatchObject({
    meals: portions,
    diners: 40 + 28,
    price: portions * 1500,
    toPay: portions * 800,
    subsidies: [{ fund: '区级补贴', fen: portions * 700 }],
    leftOver: 31,
    good: 31,
  })
  expect([figures.days.length, figures.remarks.length, figures.days[0]?.day]).toEqual([31, 31, '2026-10-01'])
  expect(figures.price).toBe(figures.toPay + figures.subsidies.reduce((sum, { fen }) => sum + fen, 0))
  const none = await noon.done('figures', { centreId, canteenId, month: '2025-01' }, staff)
  expect(none).toMatchObject({ meals: 0, diners: 0, days: [] })
})
