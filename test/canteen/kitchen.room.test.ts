import readExcelFile from 'read-excel-file/node'
import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import { instantOf } from '../../types/common/time'
import { people } from '../harness/town'
import { ordered } from './kitchen-day'
import { centreId, daughter, dayAfter, type Noon, openNoon, staff, staffElsewhere } from './noon'

const { volunteer } = people

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

let days = 0
/** A menu of a day of its own with the clock at eight that day. */
const newDay = async (): Promise<string> => {
  days += 1
  await noon.clock({ now: instantOf(dayAfter(days), 480) })
  return noon.menu(dayAfter(days))
}
const at = (minutes: number) => noon.clock({ now: instantOf(dayAfter(days), minutes) })
const kitchenOf = (menuId: string) => noon.done('kitchen', { centreId, menuId }, volunteer)

/** Puts a late order on a menu, as the staff do after the cut-off. */
const late = async (menuId: string, like: MealOrder, facts: Partial<MealOrder> = {}): Promise<string> => {
  const dinerId = await noon.diner()
  const order = { ...like, id: `late-${dinerId}`, dinerId, lateBecause: '忘了订', ...facts }
  const { changes, left, sold } = await noon.menuRow(menuId)
  const counted = { ...sold, [order.mealId]: (sold[order.mealId] ?? 0) + 1 }
  const fields = { [`orders.${dinerId}`]: order, changes: changes + 1, left: left - 1, sold: counted }
  await noon.set('menus', menuId, { ...fields, ...(order.delivery && { routed: false }) })
  return dinerId
}

const anOrderOf = async (menuId: string): Promise<MealOrder> => {
  const [order] = Object.values((await noon.menuRow(menuId)).orders)
  if (!order) throw new Error('no order')
  return order
}

describe('the count', () => {
  test('before the cut-off is what would be counted now', async () => {
    const menuId = await newDay()
    await ordered(noon, menuId, 3)
    await ordered(noon, menuId, 2, 'b', true)
    expect(await kitchenOf(menuId)).toMatchObject({
      state: 'published',
      frozen: false,
      portions: 5,
      byMeal: [
        { name: '普通套餐', portions: 3 },
        { name: '软食套餐', portions: 2 },
      ],
      byDish: [
        { name: '红烧肉', portions: 3 },
        { name: '油爆虾', portions: 3 },
        { name: '蒸蛋', portions: 2 },
      ],
      eatIn: 3,
      deliveries: 2,
      leftOver: -1,
    })
    await noon.tick()
    expect((await noon.menuRow(menuId)).state).toBe('published')
  })

  test('is taken once at the cut-off, never changes, and late adds stand beside it', async () => {
    const menuId = await newDay()
    await ordered(noon, menuId, 3)
    await ordered(noon, menuId, 2, 'b', true)
    const before = await kitchenOf(menuId)
    await at(570)
    await Promise.all([noon.tick(), noon.tick(), noon.tick()])
    const frozen = await kitchenOf(menuId)
    expect(frozen).toEqual({ ...before, state: 'frozen', frozen: true })
    const { routed, count } = await noon.menuRow(menuId)
    expect(routed).toBe(true)

    const like = await anOrderOf(menuId)
    await late(menuId, like, { mealName: '普通套餐', mealId: 'a', delivery: true })
    await noon.set('menus', menuId, { [`orders.${like.dinerId}.voidedBecause`]: '送错了' })
    await noon.tick()
    const after = await kitchenOf(menuId)
    expect(after).toMatchObject({ portions: 5, byMeal: before.byMeal, byDish: before.byDish })
    expect(after.late).toEqual([{ name: '赵** 5栋2-301', meal: '普通套餐', reason: '忘了订' }])
    expect(after.orders.filter((order) => order.late).length).toBe(1)
    expect(after.eatIn + after.deliveries).toBe(5)
    expect((await noon.menuRow(menuId)).count).toEqual(count)
    const routes = await noon.rows('routes', { menuId })
    expect(routes.flatMap(({ stops }) => stops).length).toBe(3)
  })

  test('sees every order that stands, whatever is cancelled in the last moment', async () => {
    const menuId = await newDay()
    const diners = await ordered(noon, menuId, 20)
    await at(569)
    await Promise.all([
      ...diners
        .slice(0, 10)
        .map((dinerId) => noon.ask('cancelOrder', { centreId, dinerId, menuId }, daughter)),
      at(570).then(() => Promise.all([noon.tick(), noon.tick()])),
    ])
    await noon.tick()
    const { state, count, orders } = await noon.menuRow(menuId)
    expect([state, count?.portions]).toEqual(['frozen', Object.keys(orders).length])
  })

  test('of a menu nobody ordered from is none', async () => {
    const menuId = await newDay()
    await at(571)
    await noon.tick()
    expect(await kitchenOf(menuId)).toMatchObject({ frozen: true, portions: 0, orders: [], special: [] })
    expect(await noon.menuRow(menuId)).toMatchObject({ state: 'frozen', routed: true })
  })
})

test('special diets and clashes are listed by masked name and door', async () => {
  const menuId = await newDay()
  const soft = await noon.diners(2, {
    needs: ['软烂', '低盐'],
    nameMasked: '钱**',
    building: '10栋',
    room: '101',
  })
  const avoiding = await noon.diners(1, {
    avoids: ['虾蟹'],
    nameMasked: '孙**',
    building: '2栋',
    room: '301',
  })
  for (const dinerId of [...soft, ...avoiding]) {
    const picks = [{ menuId, mealId: 'a', delivery: false, toPay: 800 }]
    await noon.done('placeOrders', { centreId, dinerId, canteenId: 'jingui-canteen', picks }, daughter)
  }
  const kitchen = await kitchenOf(menuId)
  expect(kitchen.special).toEqual([
    { diet: '软烂、低盐', portions: 2, names: ['钱** 10栋101', '钱** 10栋101'] },
  ])
  expect(kitchen.clashes).toEqual([
    { name: '孙** 2栋301', meal: '普通套餐', dishes: [expect.stringContaining('油爆虾')] },
  ])
  expect(kitchen.orders.map(({ building }) => building)).toEqual(['2栋', '10栋', '10栋'])
})

test('the sheet has the count, and a label with masked name and door for every order', async () => {
  const menuId = await newDay()
  await ordered(noon, menuId, 5)
  await ordered(noon, menuId, 2, 'b', true)
  await at(570)
  await noon.tick()
  await late(menuId, await anOrderOf(menuId))
  const { url } = await noon.done('kitchenSheet', { centreId, menuId }, volunteer)
  const file = Buffer.from(await (await fetch(url)).arrayBuffer())
  const sheets = await readExcelFile(file)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['厨房单', '餐盒标签'])
  const [paper = [], labels = []] = sheets.map(({ data }) =>
    data.map((row) => row.filter((cell) => cell !== null)),
  )
  const lines = paper.map((row) => row.join('|'))
  expect(lines[0]).toContain(`金桂长者食堂 ${dayAfter(days)} 午餐 厨房单`)
  expect(lines.find((row) => row.startsWith('合计'))).toContain('|7|')
  expect(lines.find((row) => row.startsWith('截单后加的'))).toBeDefined()
  const boxes = labels.flat().map(String)
  expect(boxes.length).toBe(8)
  expect(boxes.filter((label) => label.includes('送餐')).length).toBe(2)
  expect(boxes.every((label) => label.includes('赵**') && label.includes('5栋 2-301'))).toBe(true)
  const [record] = await noon.rows('auditLog', { action: 'canteen.kitchenSheet', target: menuId })
  expect(record).toMatchObject({ who: volunteer })
  expect(record).not.toHaveProperty('reply')
})

describe('at the counter', () => {
  const served = (menuId: string, dinerId: string, isServed = true) =>
    noon.ask('markServed', { centreId, menuId, dinerId, served: isServed }, volunteer)

  test('a diner is ticked off and the tick taken back, whatever is tapped twice', async () => {
    const menuId = await newDay()
    const [dinerId = ''] = await ordered(noon, menuId, 2)
    await at(660)
    await Promise.all([served(menuId, dinerId), served(menuId, dinerId)])
    const first = (await noon.menuRow(menuId)).served[dinerId]
    await at(670)
    expect((await served(menuId, dinerId)).reply).toMatchObject({ data: { served: true } })
    expect((await noon.menuRow(menuId)).served).toEqual({ [dinerId]: first })
    expect(await kitchenOf(menuId)).toMatchObject({ served: 1, eatIn: 2 })
    await Promise.all([served(menuId, dinerId, false), served(menuId, dinerId, false)])
    expect((await noon.menuRow(menuId)).served).toEqual({})
  })

  test('refuses whoever did not order, is delivered to, or comes too early', async () => {
    const menuId = await newDay()
    const [eats = '', gone = ''] = await ordered(noon, menuId, 2)
    const [carried = ''] = await ordered(noon, menuId, 1, 'a', true)
    await at(629)
    expect((await served(menuId, eats)).reply).toMatchObject({ code: 'CANTEEN.TOO_EARLY' })
    await at(630)
    expect((await served(menuId, eats)).reply).toMatchObject({ ok: true })
    await noon.set('menus', menuId, { [`orders.${gone}.voidedBecause`]: '退了' })
    expect((await served(menuId, gone)).reply).toMatchObject({ code: 'CANTEEN.NOT_ORDERED' })
    expect((await served(menuId, 'nobody')).reply).toMatchObject({ code: 'CANTEEN.NOT_ORDERED' })
    expect((await served(menuId, carried)).reply).toMatchObject({ code: 'COMMON.BAD_INPUT' })
    expect((await served('no-menu', eats)).reply).toMatchObject({ code: 'COMMON.NOT_FOUND' })
  })

  test('left-overs are written down once it is served', async () => {
    const menuId = await newDay()
    const save = (leftOver: number) => noon.ask('saveLeftOver', { centreId, menuId, leftOver }, volunteer)
    expect((await save(3)).reply).toMatchObject({ code: 'CANTEEN.TOO_EARLY' })
    await at(740)
    expect((await save(3)).reply).toMatchObject({ data: { leftOver: 3 } })
    expect((await save(0)).reply).toMatchObject({ data: { leftOver: 0 } })
    expect((await kitchenOf(menuId)).leftOver).toBe(0)
  })
})

test('the kitchen of another centre is not found, and residents have none', async () => {
  const menuId = await newDay()
  const elsewhere = { centreId: 'hudong.chunjiang.yinxing', menuId }
  for (const action of ['kitchen', 'kitchenSheet'] as const) {
    expect((await noon.ask(action, elsewhere, staffElsewhere)).reply).toMatchObject({
      code: 'COMMON.NOT_FOUND',
    })
    expect((await noon.ask(action, { centreId, menuId }, daughter)).reply).toMatchObject({
      code: 'COMMON.NOT_ALLOWED',
    })
  }
  expect((await noon.ask('kitchen', { centreId, menuId }, staff)).reply.ok).toBe(true)
})
