import { instantOf } from '../../types/common/time'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { canteenId, centreId, daughter, dayAfter, monday, type Noon, openNoon } from './noon'

/** A daughter orders for her father for a week, and pauses two days. */

const morning = instantOf(monday, 480)
const sixDays = [0, 1, 2, 3, 4, 5].map(dayAfter)

let noon: Noon
let browser: BrowserHarness
let visitor: Visitor
let dinerId = ''

beforeAll(async () => {
  noon = await openNoon()
  for (const day of sixDays) await noon.menu(day)
  dinerId = await noon.diner({ nameMasked: '王*山', avoids: ['虾蟹'] })
  browser = await startBrowser(noon.town.cloud.url)
  visitor = await browser.openAs(daughter, '/canteen/resident/order-page', { now: morning })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await noon?.stop()
})

const orders = async () =>
  (await noon.rows('menus'))
    .filter(({ orders: standing }) => standing[dinerId])
    .map(({ day }) => day)
    .toSorted()

test('she sees what each meal costs him after the subsidy, and what he should not eat', async () => {
  await visitor.sees('王*山 · 余额 100.00 元')
  await visitor.sees('15.00 元,补贴 7.00 元,您付 8.00 元')
  await visitor.sees('油爆虾:含虾蟹')
  await visitor.screenshot('story-family-offer')
})

test('one tap orders today’s lunch', async () => {
  await visitor.tap('今天 11月23日 周一 午餐 订软食套餐,付 5.00 元')
  await visitor.hears('订好了 1 顿,付 5.00 元')
  await visitor.sees('王*山 · 余额 95.00 元')
  expect(await orders()).toEqual([monday])
})

test('和上次一样 repeats it for the next day', async () => {
  await visitor.tap('和上次一样:明天(周二)午餐 软食套餐,送餐上门,付 5.00 元')
  await visitor.sees('王*山 · 余额 90.00 元')
  expect(await orders()).toEqual([monday, dayAfter(1)])
})

test('the rest of the week is one more page and one tap', async () => {
  await visitor.tap('连订几天')
  await visitor.tap('软食套餐')
  await visitor.screenshot('story-family-week')
  await visitor.tap('订 4 顿,付 20.00 元')
  await visitor.sees('王*山 · 余额 70.00 元')
  expect(await orders()).toEqual(sixDays)
})

test('she fixes weekday lunches for good', async () => {
  await visitor.go(`/canteen/resident/standing-page?dinerId=${dinerId}`)
  for (const weekday of ['周一', '周二', '周三', '周四', '周五']) await visitor.tap(`午餐 ${weekday}`)
  await visitor.tap('固定订午餐,每周 5 天')
  await visitor.hears('定好了,菜单一发布就替您订上')
})

test('two days away: their meals are cancelled and the money is back', async () => {
  await visitor.sees('出门了,暂停几天')
  await visitor.type('从哪天起', dayAfter(2))
  await visitor.type('到哪天为止', dayAfter(3))
  await visitor.screenshot('story-family-pause')
  await visitor.tap('11月25日 周三 至 11月26日 周四 不订')
  await visitor.hears('取消了 2 顿,退回 10.00 元')
  expect(await orders()).toEqual(sixDays.filter((day) => day !== dayAfter(2) && day !== dayAfter(3)))
  expect(await noon.balance(dinerId)).toBe(8000)
})

test('next week’s menu is ordered by itself as soon as it is published, once', async () => {
  for (const day of [7, 8].map(dayAfter)) await noon.menu(day)
  await noon.clock({ now: instantOf(dayAfter(6), 480) })
  await noon.tick()
  await noon.tick()
  expect((await orders()).slice(-2)).toEqual([dayAfter(7), dayAfter(8)])
  expect(await noon.faults()).toEqual([])
})

test('the account tells every meal, as a bank would', async () => {
  await visitor.itIs(instantOf(dayAfter(6), 481))
  await visitor.go(`/canteen/resident/account-page?dinerId=${dinerId}`)
  await visitor.sees('退 11月25日午餐 软食套餐')
  await visitor.screenshot('story-family-account')
  expect(visitor.errors).toEqual([])
  expect((await noon.done('account', { centreId, dinerId }, daughter)).balance).toBe(
    await noon.balance(dinerId),
  )
  expect((await noon.rows('menus')).every((menu) => menu.canteenId === canteenId)).toBe(true)
})
