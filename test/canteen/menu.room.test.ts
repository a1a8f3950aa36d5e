import { instantOf } from '../../types/common/time'
import { lunch, order, ordered, refused } from './kitchen-day'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff, staffElsewhere } from './noon'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const { dishes, meals } = lunch()
const [mealA, mealB] = meals
if (!mealA || !mealB) throw new Error('two meals')

/** A saved and published menu of a day of its own. */
let days = 20
const published = async (facts: Parameters<typeof lunch>[0] = {}) => {
  days += 1
  const day = dayAfter(days)
  const { menuId } = await noon.done('saveMenu', lunch({ day, ...facts }), staff)
  await noon.done('publishMenus', { centreId, canteenId, from: day, to: day }, staff)
  return { day, menuId }
}

describe('writing a menu', () => {
  test('makes a draft with the usual capacity and the hours of the slot', async () => {
    const { menuId } = await noon.done('saveMenu', lunch(), staff)
    expect(await noon.menuRow(menuId)).toMatchObject({
      state: 'draft',
      capacity: 250,
      left: 250,
      sold: { a: 0, b: 0 },
      cutoffAt: instantOf(dayAfter(1), 570),
      servedFrom: instantOf(dayAfter(1), 660),
      servedTo: instantOf(dayAfter(1), 750),
      order: `${dayAfter(1)}:1`,
    })
    const week = { centreId, canteenId, from: dayAfter(0) }
    expect((await noon.done('menus', week, daughter)).rows).toEqual([])
    expect((await noon.done('menusOfStaff', week, staff)).rows).toMatchObject([
      { menuId, state: 'draft', ordered: 0, deliveries: 0 },
    ])
  })

  test('writes the same menu once when the same day and slot are saved at once', async () => {
    const day = dayAfter(8)
    const saved = await Promise.all(
      Array.from({ length: 10 }, () => noon.ask('saveMenu', lunch({ day, capacity: 100 }), staff)),
    )
    expect(saved.map(({ reply }) => reply.ok)).toEqual(Array(10).fill(true))
    expect(await noon.rows('menus', { day })).toMatchObject([{ capacity: 100, left: 100 }])
  })

  test('refuses what is no menu', async () => {
    expect(await refused(noon, { slot: 'breakfast' })).toBe('CANTEEN.NO_SLOT')
    expect(await refused(noon, { meals: [{ ...mealA, dishIds: ['d9'] }] })).toBe('CANTEEN.UNKNOWN_DISH')
    expect(await refused(noon, { meals: [mealA, { ...mealB, id: 'a' }] })).toBe('COMMON.BAD_INPUT')
    expect(await refused(noon, { meals: [mealA, { ...mealB, name: mealA.name }] })).toBe('COMMON.BAD_INPUT')
    expect(await refused(noon, { dishes: [...dishes, ...dishes] })).toBe('COMMON.BAD_INPUT')
    expect(await refused(noon, { day: dayAfter(-1) })).toBe('CANTEEN.MENU_OVER')
    expect(await refused(noon, { canteenId: 'no-canteen' })).toBe('COMMON.NOT_FOUND')
  })

  test('is for the canteen’s own staff', async () => {
    const elsewhere = { ...lunch(), centreId: 'hudong.chunjiang.yinxing' }
    expect((await noon.ask('saveMenu', elsewhere, staffElsewhere)).reply).toMatchObject({
      code: 'COMMON.NOT_FOUND',
    })
    expect((await noon.ask('saveMenu', lunch(), daughter)).reply).toMatchObject({
      code: 'COMMON.NOT_ALLOWED',
    })
  })
})

describe('a menu on which somebody ordered', () => {
  test('keeps its meals, prices and portions; dishes may be corrected and meals added', async () => {
    const { day, menuId } = await published({ capacity: 10 })
    await ordered(noon, menuId, 3)
    for (const facts of [
      { meals: [mealA] },
      { meals: [mealB] },
      { meals: [{ ...mealA, price: 1600 }, mealB] },
      { meals: [{ ...mealA, cap: 2 }, mealB] },
      { capacity: 2 },
    ]) {
      expect(await refused(noon, { day, ...facts })).toBe('CANTEEN.MENU_ORDERED')
    }
    const before = await noon.menuRow(menuId)
    const more = {
      dishes: [...dishes.slice(1), { id: 'd1', name: '红烧排骨', tags: [], allergens: ['猪肉' as const] }],
      meals: [{ ...mealA, cap: 3 }, mealB, { ...mealB, id: 'c', name: '素套餐' }],
      capacity: 3,
    }
    await noon.done('saveMenu', lunch({ day, ...more }), staff)
    const after = await noon.menuRow(menuId)
    expect(after).toMatchObject({ capacity: 3, left: 0, sold: { a: 3, b: 0, c: 0 }, state: 'published' })
    expect(after.orders).toEqual(before.orders)
    expect(after.dishes.map(({ name }) => name)).toContain('红烧排骨')
    expect(await noon.faults()).toEqual([])
  })

  test('keeps the clashes its orders were placed with', async () => {
    const { day, menuId } = await published()
    const dinerId = await noon.diner({ avoids: ['虾蟹'] })
    await order(noon, menuId, dinerId)
    const clashes = (await noon.menuRow(menuId)).orders[dinerId]?.clashes
    expect(clashes?.length).toBe(1)
    const harmless = dishes.map((dish) => ({ ...dish, allergens: [] }))
    await noon.done('saveMenu', lunch({ day, dishes: harmless }), staff)
    expect((await noon.menuRow(menuId)).orders[dinerId]?.clashes).toEqual(clashes)
  })

  test('has its portions moved by the difference while people order', async () => {
    const { day, menuId } = await published({ capacity: 10 })
    const diners = await noon.diners(40)
    const picks = [{ menuId, mealId: 'a', delivery: false, toPay: 800 }]
    const [orders] = await Promise.all([
      Promise.all(
        diners.map((dinerId) => noon.done('placeOrders', { centreId, dinerId, canteenId, picks }, daughter)),
      ),
      (async () => {
        for (const capacity of [20, 15, 25]) {
          await noon.ask('saveMenu', lunch({ day, capacity }), staff)
        }
      })(),
    ])
    const placed = orders.filter(({ results }) => results[0]?.state === 'placed').length
    const menu = await noon.menuRow(menuId)
    expect(menu.capacity - menu.left).toBe(placed)
    expect(menu.capacity).toBe(25)
    expect(await noon.faults()).toEqual([])
  })

  test('may be rewritten once everybody cancelled', async () => {
    const { day, menuId } = await published()
    const [dinerId = ''] = await ordered(noon, menuId, 1)
    await noon.done('cancelOrder', { centreId, dinerId, menuId }, daughter)
    await noon.done('saveMenu', lunch({ day, meals: [{ ...mealB, price: 900 }] }), staff)
    expect(await noon.menuRow(menuId)).toMatchObject({ sold: { b: 0 }, left: 250, meals: [{ price: 900 }] })
  })
})

describe('copying a week', () => {
  test('keeps what is there and copies the rest as drafts', async () => {
    const [from, to] = [dayAfter(70), dayAfter(77)]
    for (const n of [0, 1, 4]) await noon.done('saveMenu', lunch({ day: dayAfter(70 + n) }), staff)
    await noon.done('saveMenu', lunch({ day: dayAfter(78), capacity: 33 }), staff)
    const input = { centreId, canteenId, from, to }
    expect(await noon.done('copyWeek', input, staff)).toEqual({ copied: 2, kept: 1 })
    expect(await noon.done('copyWeek', input, staff)).toEqual({ copied: 0, kept: 3 })
    const copies = await noon.rows('menus', { day: dayAfter(81) })
    expect(copies).toMatchObject([
      { state: 'draft', left: 250, cutoffAt: instantOf(dayAfter(81), 570), order: `${dayAfter(81)}:1` },
    ])
    expect(await noon.rows('menus', { day: dayAfter(78) })).toMatchObject([{ capacity: 33 }])
  })

  test('is refused without a menu to copy, or into the past', async () => {
    const ask = (from: string, to: string) => noon.ask('copyWeek', { centreId, canteenId, from, to }, staff)
    expect((await ask(dayAfter(200), dayAfter(207))).reply).toMatchObject({ code: 'CANTEEN.NO_MENU' })
    expect((await ask(dayAfter(70), dayAfter(-70))).reply).toMatchObject({ code: 'CANTEEN.MENU_OVER' })
  })
})

describe('publishing', () => {
  test('shows the menus and answers a message for the group, and again the same', async () => {
    for (let n = 0; n < 7; n += 1) {
      await noon.done('saveMenu', lunch({ day: dayAfter(90 + n) }), staff)
      await noon.done('saveMenu', lunch({ day: dayAfter(90 + n), slot: 'dinner' }), staff)
    }
    const input = { centreId, canteenId, from: dayAfter(90), to: dayAfter(96) }
    const first = await noon.done('publishMenus', input, staff)
    expect(first.published).toBe(14)
    expect(first.text.split('\n').length).toBeLessThanOrEqual(12)
    expect(first.text).toContain('金桂长者食堂')
    expect(await noon.done('publishMenus', input, staff)).toEqual(first)
    const { rows, canteenName } = await noon.done(
      'menus',
      { centreId, canteenId, from: dayAfter(90) },
      daughter,
    )
    expect([canteenName, rows.length, rows[0]?.state]).toEqual(['金桂长者食堂', 14, 'published'])
    expect(rows.map(({ slot }) => slot).slice(0, 2)).toEqual(['lunch', 'dinner'])
  })

  test('gives drafts the hours the canteen has now', async () => {
    const day = dayAfter(110)
    const { menuId } = await noon.done('saveMenu', lunch({ day }), staff)
    const stale = instantOf(day, 500)
    await noon.set('menus', menuId, { cutoffAt: stale })
    await noon.done('publishMenus', { centreId, canteenId, from: day, to: day }, staff)
    expect(await noon.menuRow(menuId)).toMatchObject({ state: 'published', cutoffAt: instantOf(day, 570) })
  })

  test('is refused without menus, and for more than two weeks', async () => {
    const ask = (from: string, to: string) =>
      noon.ask('publishMenus', { centreId, canteenId, from, to }, staff)
    expect((await ask(dayAfter(200), dayAfter(206))).reply).toMatchObject({ code: 'CANTEEN.NO_MENU' })
    expect((await ask(dayAfter(90), dayAfter(104))).reply).toMatchObject({ code: 'COMMON.BAD_INPUT' })
    expect((await ask(dayAfter(91), dayAfter(90))).reply).toMatchObject({ code: 'COMMON.BAD_INPUT' })
  })
})

test('the staff’s list counts orders and deliveries', async () => {
  const { day, menuId } = await published()
  await ordered(noon, menuId, 2)
  await ordered(noon, menuId, 3, 'b', true)
  const { rows } = await noon.done('menusOfStaff', { centreId, canteenId, from: day }, staff)
  expect(rows).toMatchObject([{ menuId, ordered: 5, deliveries: 3, left: 245 }])
})

test('nobody sees the menus of another district', async () => {
  const input = { centreId: 'otherdistrict.street', canteenId, from: dayAfter(0) }
  expect((await noon.ask('menus', input, daughter)).reply).toMatchObject({ code: 'COMMON.NOT_FOUND' })
})

test('a menu past its cut-off is not changed any more', async () => {
  const { day } = await published()
  const { menuId } = await published()
  await noon.set('menus', menuId, { cutoffAt: instantOf(dayAfter(0), 0) })
  expect(await refused(noon, { day: dayAfter(days) })).toBe('CANTEEN.MENU_OVER')
  expect(await refused(noon, { day })).toBe('not refused')
})
