import { instantOf } from '../../types/common/time'
import { people } from '../harness/town'
import { ordered } from './kitchen-day'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon, staff, staffElsewhere } from './noon'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

/** Nobody can still be at it after this; the timer looks at it after two minutes. */
const runsEnd = 31_000
const untilRepaired = 130_000

let days = 0
const newDay = async (): Promise<string> => {
  days += 1
  await noon.clock({ now: instantOf(dayAfter(days), 480) })
  return noon.menu(dayAfter(days))
}
const at = (minutes: number) => noon.clock({ now: instantOf(dayAfter(days), minutes) })
const cancel = (menuId: string, more = {}, reason = '停电') =>
  noon.ask('cancelMenu', { centreId, menuId, reason }, staff, more)
const repaired = async () => {
  await noon.clock({ advance: untilRepaired })
  await noon.tick()
  await noon.tick()
}
const told = async (title: string) =>
  (await noon.rows('notices', { to: daughter })).filter((notice) => notice.title.includes(title)).length
const dayText = () => `${Number(dayAfter(days).slice(5, 7))}月${Number(dayAfter(days).slice(8))}日`

test('everybody is told and gets the money back, once', async () => {
  const menuId = await newDay()
  const diners = await ordered(noon, menuId, 12)
  const before = Number((await noon.rows('notices', { to: daughter })).length)
  const answers = await Promise.all([cancel(menuId), cancel(menuId), cancel(menuId)])
  for (const { reply } of answers) expect(reply).toMatchObject({ ok: true, data: { orders: 12 } })
  expect(await noon.menuRow(menuId)).toMatchObject({
    state: 'cancelled',
    cancelledBecause: '停电',
    orders: {},
  })
  expect((await noon.rows('notices', { to: daughter })).length - before).toBe(12)
  expect(await told(`${dayText()}午餐不开了`)).toBe(12)
  await repaired()
  for (const dinerId of diners) expect(await noon.balance(dinerId)).toBe(10_000)
  expect(await noon.faults()).toEqual([])
  expect(await told(`${dayText()}午餐不开了`)).toBe(12)
  const week = { centreId, canteenId, from: dayAfter(days) }
  expect((await noon.done('menus', week, daughter)).rows[0]).toMatchObject({
    state: 'cancelled',
    cancelledBecause: '停电',
  })
})

test('orders that arrive at the same moment are paid back, too', async () => {
  const menuId = await newDay()
  const diners = await noon.diners(30)
  const picks = [{ menuId, mealId: 'a', delivery: false, toPay: 800 }]
  const [cancelled] = await Promise.all([
    new Promise((done) => setTimeout(done, 150)).then(() => cancel(menuId)),
    ...diners.map((dinerId) => noon.ask('placeOrders', { centreId, dinerId, canteenId, picks }, daughter)),
  ])
  expect(cancelled.reply).toMatchObject({ ok: true })
  expect((await noon.menuRow(menuId)).state).toBe('cancelled')
  await repaired()
  for (const dinerId of diners) expect(await noon.balance(dinerId)).toBe(10_000)
  expect(await noon.faults()).toEqual([])
})

test('a menu called off after its cut-off has no routes any more, and its courier hears of it', async () => {
  const menuId = await newDay()
  const diners = await ordered(noon, menuId, 3, 'a', true)
  await at(571)
  await noon.tick()
  const [route] = await noon.rows('routes', { menuId })
  expect(route?.stops.length).toBe(3)
  const courier = people.volunteer
  await noon.set('routes', route?._id ?? '', { state: 'taken', courier })
  await at(600)
  expect((await cancel(menuId)).reply).toMatchObject({ data: { orders: 3 } })
  await repaired()
  expect(await noon.rows('routes', { menuId })).toEqual([])
  expect((await noon.rows('notices', { to: courier })).map(({ title }) => title)).toEqual([
    '这一顿取消了,不用送餐',
  ])
  for (const dinerId of diners) expect(await noon.balance(dinerId)).toBe(10_000)
  expect(await noon.menuRow(menuId)).toMatchObject({ state: 'cancelled', routed: true, refunds: [] })
  expect(await noon.faults()).toEqual([])
})

test('is refused once it is served, twice, and elsewhere', async () => {
  const served = await newDay()
  await at(660)
  expect((await cancel(served)).reply).toMatchObject({ code: 'CANTEEN.MENU_OVER' })
  const menuId = await newDay()
  expect((await cancel(menuId)).reply).toMatchObject({ data: { orders: 0 } })
  expect((await cancel(menuId, {}, '停水')).reply).toMatchObject({ code: 'CANTEEN.MENU_OVER' })
  const elsewhere = { centreId: 'hudong.chunjiang.yinxing', menuId, reason: '停电' }
  expect((await noon.ask('cancelMenu', elsewhere, staffElsewhere)).reply).toMatchObject({
    code: 'COMMON.NOT_FOUND',
  })
})

describe.each(['timer first', 'phone first'] as const)('calling off that dies half-way, %s', (which) => {
  test('is done once, at whichever write it died', async () => {
    for (let n = 0; n < 10; n += 1) {
      const menuId = await newDay()
      const diners = await ordered(noon, menuId, 3)
      const requestId = `cancel-${which.slice(0, 5)}-${n}`
      const cut = await cancel(menuId, { requestId, headers: { 'x-crash-after-writes': String(n) } })
      if (which === 'timer first') await repaired()
      else await noon.clock({ advance: runsEnd })
      for (const _again of [1, 2]) {
        expect((await cancel(menuId, { requestId })).reply).toMatchObject({ ok: true, data: { orders: 3 } })
      }
      await repaired()
      for (const dinerId of diners) expect(await noon.balance(dinerId)).toBe(10_000)
      expect(await noon.faults()).toEqual([])
      expect(await told(`${dayText()}午餐不开了`)).toBe(3)
      if (cut.status === 200) {
        expect(n).toBe(4)
        return
      }
    }
    throw new Error('it never got through')
  })
})

test('a phone that never asks again leaves nobody unpaid and nobody untold', async () => {
  const menuId = await newDay()
  const [dinerId = ''] = await ordered(noon, menuId, 1)
  await cancel(menuId, { requestId: 'never-again', headers: { 'x-crash-after-writes': '1' } })
  expect(await told(`${dayText()}午餐不开了`)).toBe(0)
  await repaired()
  expect(await noon.balance(dinerId)).toBe(10_000)
  expect(await told(`${dayText()}午餐不开了`)).toBe(1)
})

test('freezing that dies is finished by the next tick, at whichever write it died', async () => {
  const found = new Set<string>()
  // what follows the cut-off is the day's other work
  for (let n = 0; n < 8; n += 1) {
    const menuId = await newDay()
    await ordered(noon, menuId, 2, 'a', true)
    await ordered(noon, menuId, 1)
    await at(571)
    await noon.tick({ 'x-crash-after-writes': String(n) })
    const left = await noon.menuRow(menuId)
    found.add(`${left.state} ${left.routed}`)
    await noon.tick()
    const { state, count, routed } = await noon.menuRow(menuId)
    expect([state, count?.portions, routed]).toEqual(['frozen', 3, true])
    const stops = (await noon.rows('routes', { menuId })).flatMap((route) => route.stops)
    expect(new Set(stops.map(({ dinerId }) => dinerId)).size).toBe(2)
    expect(stops.length).toBe(2)
  }
  expect([...found].toSorted()).toEqual(['frozen false', 'frozen true', 'published true'])
})
