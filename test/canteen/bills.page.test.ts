import { addDays, instantOf, type ShanghaiDay } from '../../types/common/time'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, type Desk, openDesk, today } from './desk'

/** An elder who pays at the end of the month: the bill says what the month came to, and the money is taken from there. */

const firstOfMonth = `${today().slice(0, 7)}-01` as ShanghaiDay
const lastMonth = addDays(firstOfMonth, -5)
let desk: Desk
let phone: Phone

beforeAll(async () => {
  desk = await openDesk([lastMonth])
  const dinerId = await desk.elder({ name: '赵奶奶', building: '5栋', room: '2-301' }, 0)
  const settings = { needs: [], avoids: [], careTags: [], owesUpTo: 300_00, ended: false }
  await desk.done(
    'saveDiner',
    { centreId, dinerId, building: '5栋', room: '2-301', ...settings },
    people.staff,
  )
  const rows = [{ dinerId, mealId: 'a', delivery: false }]
  await desk.done('orderForMany', { centreId, menuId: desk.menuOf(lastMonth), rows }, people.staff)
  await desk.town.cloud.clock({ now: instantOf(firstOfMonth, 60) })
  await desk.tick()
  await desk.now()
})
afterAll(() => desk?.town.cloud.stop())

beforeEach(() => {
  phone = openPhone(
    { cloud: desk.town.cloud, openid: people.staff },
    `/canteen/staff/bills-page?centreId=${centreId}`,
  )
})
afterEach(() => phone.close())

const zhao = '5栋 2-301 赵*奶'

test('the bill of the month that is over says what it came to and who owes', async () => {
  await phone.sees('1 位现在还欠着')
  await phone.sees(zhao)
  const words = phone.text().split('\n')
  expect(words.slice(words.lastIndexOf(zhao), words.lastIndexOf(zhao) + 13)).toEqual([
    zhao,
    ...['顿数', '1', '餐费', '15.00', '补贴', '7.00', '自付', '8.00'],
    ...['月末余额', '−8.00', '现在余额', '−8.00'],
  ])
})

test('what is owed is taken from there, and the bill keeps what stood at the end of the month', async () => {
  await phone.tap(`收 8.00 元,${zhao}`)
  await phone.type('收多少元', '8')
  await phone.sees('记完余额 0.00 元')
  await phone.tap('收 8.00 元')
  await phone.settles()
  expect(phone.doings.toasts).toEqual(['收了 8.00 元,余额 0.00 元'])
  phone.back()
  await phone.sees('账单每月 1 日出')
  await phone.tap(`看账户,${zhao}`)
  await phone.sees('余额 0.00 元')
})

test('a month nobody ate in has no bills; anybody else is found in the roster', async () => {
  await phone.sees(zhao)
  const months = phone.names().filter((name) => name.includes('年'))
  await phone.tap(months[1] ?? '')
  await phone.sees('没有账单')
  await phone.tap('给一位老人收钱、退钱')
  await phone.sees(zhao)
})
