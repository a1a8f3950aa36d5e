import { menuWords } from '../../src/canteen/words'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, type Desk, openDesk, today, tomorrow } from './desk'

/** The staff order for the elders of the community: together, by telephone, and one more after the cut-off. */

let desk: Desk
let phone: Phone

beforeAll(async () => {
  desk = await openDesk()
  await desk.elder({ name: '赵奶奶', room: '2-301' }, 50_00)
  await desk.elder({ name: '钱爷爷', room: '2-302', avoids: ['虾蟹'] }, 50_00)
  await desk.elder({ name: '孙奶奶', room: '2-303' }, 0)
  await desk.now()
})
afterAll(() => desk?.town.cloud.stop())

beforeEach(() => {
  phone = openPhone(
    { cloud: desk.town.cloud, openid: people.staff },
    `/canteen/staff/order-for-others-page?centreId=${centreId}`,
  )
})
afterEach(() => phone.close())

const zhao = '5栋 2-301 赵*奶'
const qian = '5栋 2-302 钱*爷'
const sun = '5栋 2-303 孙*奶'

/** Who has what on a menu. */
const ordered = async (day = tomorrow()) => {
  const { rows } = await desk.done('ordersToTake', { centreId, menuId: desk.menuOf(day) }, people.staff)
  return rows.map(({ room, ordered: meal, balance }) => `${room} ${meal || '没订'} ${balance}`)
}

test('the next open menu is shown, with what each would pay and should not eat', async () => {
  await phone.sees('还没订的 3 位')
  await phone.sees('普通套餐 付 8.00 元')
  await phone.sees('普通套餐有忌口')
  await phone.sees('先给老人选餐')
})

test('one tap chooses for whom it suits; the sum stands on the button', async () => {
  await phone.tap('没订的都选普通套餐')
  await phone.sees('替 1 位老人订,共付 8.00 元')
  await phone.tap(`普通套餐,付 8.00 元,${sun}`)
  await phone.sees('余额不够,要先收钱')
  await phone.tap('替 2 位老人订,共付 16.00 元')
  await phone.sees(`没订上:余额不够,请先到社区充值`)
  expect(phone.doings.toasts).toEqual(['订好了 1 位,共付 8.00 元,1 位没订上,原因写在名字下面'])
  await phone.sees('已订普通套餐')
  await phone.sees('替 1 位老人订,共付 8.00 元')
  expect(await ordered()).toEqual(['2-301 普通套餐 4200', '2-302 没订 5000', '2-303 没订 0'])
})

test('who calls is written down with what they said', async () => {
  await phone.tap(`软饭套餐,付 5.00 元,${qian}`)
  await phone.tap(`电话来订,${qian}`)
  await phone.type('谁打来的、怎么说的', '儿子来电,不要虾')
  await phone.tap('订这一份,付 5.00 元')
  await phone.sees('已订软饭套餐')
  expect(phone.doings.toasts).toEqual(['钱*爷的软饭套餐订好了,付 5.00 元'])
  const { orders } = await desk.done('kitchen', { centreId, menuId: desk.menuOf(tomorrow()) }, people.staff)
  expect(orders.map(({ note }) => note)).toContain('儿子来电,不要虾')
})

test('until the cut-off an order is cancelled and the money is back', async () => {
  await phone.tap(`取消这一份,${zhao}`)
  await phone.sees('还没订的 2 位')
  expect(phone.doings.toasts).toEqual(['取消了,8.00 元 退回余额'])
  expect(await ordered()).toContain('2-301 没订 5000')
})

test('who was ordered for and cancels is not chosen for again', async () => {
  await phone.tap(`软饭套餐,付 5.00 元,${zhao}`)
  await phone.tap('替 1 位老人订,共付 5.00 元')
  await phone.tap(`取消这一份,${zhao}`)
  await phone.sees('还没订的 2 位')
  await phone.sees('先给老人选餐')
  expect(await ordered()).toContain('2-301 没订 5000')
})

test('somebody is found by the door', async () => {
  await phone.sees(zhao)
  await phone.type('找一位', '2-303')
  await phone.losesSight(zhao)
  await phone.sees(sun)
})

test('after the cut-off one more is added with a reason, and taken back with a reason', async () => {
  await phone.choose('哪一顿', menuWords({ day: today(), slot: 'lunch' }))
  await phone.sees('已经截单')
  await phone.tap(`普通套餐,付 8.00 元,${zhao}`)
  await phone.tap(`截单后加一份,${zhao}`)
  await phone.type('原因', '女儿忘了订')
  await phone.tap('加这一份,付 8.00 元')
  await phone.sees('已订普通套餐')
  expect(phone.doings.toasts).toEqual(['给赵*奶加了一份普通套餐,付 8.00 元,请和厨房说一声'])
  await phone.tap(`这一份不算,退钱,${zhao}`)
  await phone.type('原因', '送错了门')
  await phone.tap('退掉这一份')
  await phone.settles()
  expect(phone.doings.toasts.at(-1)).toBe('这一份不算,8.00 元 退回余额')
})
