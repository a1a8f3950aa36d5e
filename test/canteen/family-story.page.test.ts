import { instantOf } from '../../types/common/time'
import { openPhone, type Phone } from '../harness/page'
import { centreId, daughter, dayAfter, monday, type Noon, openNoon } from './noon'

/** A daughter orders for her father for a week, and pauses two days: on her phone, inside WeChat. */

const sixDays = [0, 1, 2, 3, 4, 5].map(dayAfter)
const sunday = instantOf(dayAfter(6), 480)

let noon: Noon
let phone: Phone
let dinerId = ''

const open = (url: string, now: number) => {
  phone = openPhone({ cloud: noon.town.cloud, openid: daughter, now }, url)
}

beforeAll(async () => {
  noon = await openNoon()
  for (const day of sixDays) await noon.menu(day)
  dinerId = await noon.diner({ nameMasked: '王*山', avoids: ['虾蟹'] })
  open('/canteen/resident/order-page', instantOf(monday, 480))
})
afterAll(() => noon?.stop())

const ordered = async () =>
  (await noon.rows('menus'))
    .filter(({ orders }) => orders[dinerId])
    .map(({ day }) => day)
    .toSorted()

test('she sees what each meal costs him after the subsidy, and what he should not eat', async () => {
  await phone.sees('王*山 · 余额 100.00 元')
  await phone.sees('今天 11月23日 周一 午餐')
  await phone.sees('15.00 元,补贴 7.00 元,您付 8.00 元')
  await phone.sees('油爆虾:含虾蟹')
})

test('one tap orders today’s lunch, and the page says what is left', async () => {
  await phone.tap('今天 11月23日 周一 午餐 订软食套餐,付 5.00 元')
  await phone.sees('王*山 · 余额 95.00 元')
  expect(phone.doings.toasts).toEqual(['订好了 1 顿,付 5.00 元'])
  expect(await ordered()).toEqual([monday])
})

test('和上次一样 repeats it for the next day', async () => {
  await phone.tap('和上次一样:明天(周二)午餐 软食套餐,送餐上门,付 5.00 元')
  await phone.sees('王*山 · 余额 90.00 元')
  expect(await ordered()).toEqual([monday, dayAfter(1)])
})

test('the rest of the week is one more page and one tap, which leads back', async () => {
  await phone.tap('连订几天')
  await phone.tap('普通套餐') // which has what he should not eat
  await phone.sees('11月25日 周三 午餐 有忌口 油爆虾:含虾蟹')
  await phone.tap('软食套餐')
  await phone.losesSight('含虾蟹')
  await phone.tap('订 4 顿,付 20.00 元')
  await phone.sees('王*山 · 余额 70.00 元')
  expect(phone.route()).toBe('canteen/resident/order-page')
  expect(await ordered()).toEqual(sixDays)
})

test('she fixes weekday lunches for good', async () => {
  await phone.tap('每周固定订')
  await phone.sees('午餐哪几天')
  for (const weekday of ['周一', '周二', '周三', '周四', '周五']) await phone.tap(`午餐 ${weekday}`)
  await phone.tap('固定订午餐,每周 5 天')
  await phone.sees('出门了,暂停几天')
  expect(phone.doings.toasts.at(-1)).toBe('定好了,菜单一发布就替您订上')
})

test('two days away: their meals are cancelled, the money is back, and the page lists them', async () => {
  await phone.choose('从哪天起', dayAfter(2))
  await phone.choose('到哪天为止', dayAfter(3))
  await phone.tap('11月25日 周三 至 11月26日 周四 不订')
  await phone.sees('照常订')
  expect(phone.doings.toasts.at(-1)).toBe('暂停好了,取消了 2 顿,退回 10.00 元')
  expect(await ordered()).toEqual(sixDays.filter((day) => day !== dayAfter(2) && day !== dayAfter(3)))
  expect(await noon.balance(dinerId)).toBe(8000)
})

test('back on the order page her two days can be ordered again', async () => {
  phone.back()
  await phone.sees('王*山 · 余额 80.00 元')
  await phone.settles()
  expect(phone.names()).toContain('11月25日 周三 午餐 订软食套餐,付 5.00 元')
  expect(phone.names()).not.toContain('11月27日 周五 午餐 订软食套餐,付 5.00 元')
  phone.close()
})

test('next week’s menus are ordered by themselves, once, and she sees by whom', async () => {
  for (const day of [7, 8].map(dayAfter)) await noon.menu(day)
  await noon.clock({ now: sunday })
  await noon.tick()
  await noon.tick()
  open('/canteen/resident/order-page', sunday)
  await phone.sees('明天 11月30日 周一 午餐')
  await phone.sees('软食套餐 · 送上门 · 付 5.00 元')
  await phone.sees('每周固定订的')
  await phone.sees('王*山 · 余额 70.00 元')
  expect((await ordered()).slice(-2)).toEqual([dayAfter(7), dayAfter(8)])
  expect(await noon.faults()).toEqual([])
})

test('the account tells every meal, as a bank would', async () => {
  await phone.tap('餐费账户')
  await phone.sees('退 11月25日午餐 软食套餐')
  const { balance } = await noon.done('account', { centreId, dinerId }, daughter)
  expect(balance).toBe(await noon.balance(dinerId))
  phone.close()
})
