import { instantOf } from '../../types/common/time'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { people } from '../harness/town'
import { canteenId, centreId, monday, type Noon, openNoon, staff } from './noon'

/** Noon at the kitchen: the count stands at the cut-off, who comes is ticked off, one portion is added late. */

const menuId = `${canteenId}_${monday}_lunch`
let noon: Noon
let browser: BrowserHarness
let kitchen: Visitor
let ids: readonly string[] = []

const orderFor = (dinerId: string, mealId: string, delivery: boolean) =>
  noon.done('orderForMany', { centreId, menuId, rows: [{ dinerId, mealId, delivery }] }, staff)

beforeAll(async () => {
  noon = await openNoon()
  await noon.menu(monday)
  ids = [
    await noon.diner({ nameMasked: '钱*爷', building: '2栋', room: '101' }),
    await noon.diner({
      nameMasked: '孙*奶',
      building: '5栋',
      room: '402',
      needs: ['低盐'],
      avoids: ['虾蟹'],
    }),
    await noon.diner({ nameMasked: '李*爷', building: '10栋', room: '301' }),
    await noon.diner({ nameMasked: '周*婆', building: '5栋', room: '201' }),
  ]
  const [first = '', second = '', third = ''] = ids
  await orderFor(first, 'a', false)
  await orderFor(second, 'a', true)
  await orderFor(third, 'b', true)
  browser = await startBrowser(noon.town.cloud.url)
  kitchen = await browser.openAs(people.volunteer, `/canteen/staff/kitchen-page?centreId=${centreId}`, {
    now: instantOf(monday, 540),
    pc: true,
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await noon?.stop()
})

test('before the cut-off the count can still change, and says so', async () => {
  await kitchen.sees('还会变')
  await kitchen.sees('今天(周一) 9:30 截单')
  await kitchen.sees('堂食 1(已领 0) · 送餐 2')
})

test('at the cut-off it stands; special diets and clashes are named', async () => {
  await noon.clock({ now: instantOf(monday, 571) })
  await noon.tick()
  await kitchen.itIs(instantOf(monday, 572))
  await kitchen.refresh()
  await kitchen.sees('已截单')
  await kitchen.sees('有忌口,要换菜')
  await kitchen.sees('油爆虾:含虾蟹')
  await kitchen.sees('低盐')
  await kitchen.screenshot('story-kitchen-noon')
})

test('a portion added late stands beside the count, with its reason', async () => {
  const late = { centreId, menuId, dinerId: ids[3] ?? '', mealId: 'b', delivery: false, reason: '昨天刚出院' }
  await noon.done('addLate', late, staff)
  await kitchen.refresh()
  await kitchen.sees('截单后加 1')
  await kitchen.sees('昨天刚出院')
})

test('who comes is ticked off, and a wrong tick is taken back', async () => {
  await noon.clock({ now: instantOf(monday, 670) })
  await kitchen.itIs(instantOf(monday, 670))
  await kitchen.tap('领餐,钱*爷 2栋 101')
  await kitchen.sees('还有 1 位没领')
  await kitchen.tap('取消领餐,钱*爷 2栋 101')
  await kitchen.sees('还有 2 位没领')
  await kitchen.tap('领餐,钱*爷 2栋 101')
  await kitchen.sees('还有 1 位没领')
})

test('what was left over is written down', async () => {
  await kitchen.tap('剩余份数加一')
  await kitchen.tap('记下剩 1 份')
  await kitchen.hears('记下了,剩 1 份')
  await kitchen.screenshot('story-kitchen-after')
  expect((await noon.menuRow(menuId)).leftOver).toBe(1)
  expect(await noon.faults()).toEqual([])
  expect(kitchen.errors).toEqual([])
})
