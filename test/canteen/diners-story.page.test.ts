import { communityContract } from '../../types/community.contract'
import { canteenSamples } from '../harness/canteen-samples'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, type Desk, openDesk } from './desk'

/** A daughter registers her mother; the staff hold the papers against it, take money, and put right what was booked wrongly. */

let desk: Desk
let phone: Phone
let dinerId = ''

beforeAll(async () => {
  desk = await openDesk()
  await desk.now()
  const { registerDiner } = canteenSamples
  dinerId = (await desk.done('registerDiner', registerDiner, people.resident)).dinerId
  const wrong = { ...registerDiner, name: '吴爷爷', room: '2-303' }
  await desk.done('registerDiner', wrong, people.resident)
})
afterAll(() => desk?.town.cloud.stop())

const open = (page: string) => {
  phone = openPhone(
    { cloud: desk.town.cloud, openid: people.staff },
    `/canteen/staff/${page}?centreId=${centreId}&dinerId=${dinerId}`,
  )
}
afterEach(() => phone.close())

const account = () => desk.done('accountOfStaff', { centreId, dinerId }, people.staff)

test('who waits for a decision stands first, masked, with who registered them', async () => {
  open('diners-page')
  await phone.sees('5栋 2-301 赵*奶')
  await phone.sees('王*明 登记')
  expect(phone.text()).not.toContain('赵奶奶')
  await phone.tap('5栋 2-301 赵*奶')
  expect(phone.route()).toBe('canteen/staff/diner-page')
  await phone.sees('对一对身份证')
})

test('the papers are held against the whole name and birth date, and that somebody looked stays written', async () => {
  open('diner-page')
  await phone.sees('谁看过会写进办事记录')
  await phone.tap('看真名、生日、电话')
  await phone.sees('1940-05-06 出生')
  await phone.sees('您看过这位老人的资料,已记进办事记录')
  await phone.tap('打给 赵奶奶 13812341234')
  expect(phone.doings.calls).toEqual(['13812341234'])
  const { rows } = await desk.town.done(communityContract, 'auditLog', { centreId }, people.secretary)
  expect(rows[0]).toMatchObject({ action: 'canteen.dinerPersonal', target: dinerId })
})

test('the elder is approved, and the subsidy stands in words', async () => {
  open('diner-page')
  await phone.tap('通过,赵*奶可以订餐')
  await phone.sees('已通过 · 80 岁以上,每顿补 7.00 元')
  expect(phone.doings.toasts).toEqual(['通过了,已通知家人。充值后就能订餐'])
  await phone.offersNo('通过,赵*奶可以订餐')
})

test('whose papers do not agree is turned down with a reason', async () => {
  open('diners-page')
  await phone.tap('5栋 2-303 吴*爷')
  await phone.tap('退回 吴*爷 的登记')
  await phone.sees('写了原因才能继续')
  await phone.type('原因', '出生日期和身份证不一样')
  await phone.tap('退回,通知登记的人')
  await phone.sees('退回原因:出生日期和身份证不一样')
  phone.back()
  await phone.sees('没有等着审核的')
  await phone.tap('退回')
  await phone.sees('5栋 2-303 吴*爷')
})

test('money is taken: the page says what the balance will be before it is booked', async () => {
  open('diner-page')
  await phone.tap('餐费账户')
  await phone.sees('先充值后订餐')
  await phone.type('收多少元', '一百')
  await phone.sees('请填钱数,比如 100 或 15.5')
  await phone.type('收多少元', '100.5')
  await phone.type('备注(可以不填)', '女儿交来')
  await phone.sees('记完余额 100.50 元')
  await phone.tap('收 100.50 元')
  await phone.sees('交来餐费:女儿交来')
  expect(phone.doings).toMatchObject({
    questions: ['收钱'],
    toasts: ['收了 100.50 元,余额 100.50 元'],
  })
})

test('nothing is booked when the question is answered with no', async () => {
  open('diner-account-page')
  phone.program.agree(false)
  await phone.type('收多少元', '20')
  await phone.tap('收 20.00 元')
  await phone.settles()
  expect(await account()).toMatchObject({ balance: 100_50 })
})

test('money that was booked wrongly is reversed with a reason; the line stays', async () => {
  await desk.done('topUp', { centreId, dinerId, fen: 900_00, note: '' }, people.staff)
  open('diner-account-page')
  await phone.sees('余额 1000.50 元')
  const reverse = phone.names().find((name) => name.startsWith('冲正「') && name.includes('900.00'))
  await phone.tap(reverse ?? '冲正 900.00')
  await phone.type('原因', '多打了一个 0')
  await phone.tap('冲正这一笔')
  await phone.sees('已冲正')
  await phone.settles()
  expect(phone.doings.toasts).toEqual(['已冲正,余额 100.50 元'])
  expect(phone.names().filter((name) => name.startsWith('冲正「'))).toHaveLength(1)
  expect(await account()).toMatchObject({ balance: 100_50 })
})

test('no more is paid out than there is', async () => {
  open('diner-account-page')
  await phone.type('退多少元', '200')
  await phone.type('为什么退', '搬走')
  await phone.sees('余额没有这么多')
  await phone.type('退多少元', '0.5')
  await phone.tap('退 0.50 元')
  await phone.sees('余额 100.00 元')
  await phone.sees('退回余额:搬走')
})

test('delivery is entitled with a reason and until a day, and taken off again', async () => {
  open('diner-page')
  await phone.tap('能送上门')
  await phone.type('为什么要送', '失能,一人在家')
  await phone.choose('送到哪天为止', '2099-06-30')
  await phone.tap('独居')
  await phone.type('最多先欠多少元', '300')
  await phone.tap('保存改动')
  await phone.sees('为止:失能,一人在家')
  await phone.sees('月底结账,最多先欠 300.00 元')
  const before = await desk.done('diner', { centreId, dinerId }, people.staff)
  expect(before).toMatchObject({ deliveryUntil: '2099-06-30', careTags: ['独居'], owesUpTo: 300_00 })
  await phone.tap('不送')
  await phone.tap('保存改动')
  await phone.sees('没有送餐上门')
})

test('whoever still has money is not put out', async () => {
  open('diner-page')
  await phone.sees('账户还有 100.00 元,结清以后才能停用')
  await phone.tap('搬走了、去世了,停用')
  await phone.sees('账户还有余额或欠款,结清以后才能停用')
})

test('an elder who calls is registered by the staff and may order at once', async () => {
  open('diners-page')
  await phone.tap('替老人登记')
  await phone.type('老人姓名', '钱爷爷')
  await phone.choose('出生日期', '1939-01-02')
  await phone.type('楼栋', '7栋')
  await phone.type('房号', '101')
  await phone.tap('低保')
  await phone.type('紧急联系人', '钱小弟')
  await phone.type('和老人的关系', '儿子')
  await phone.type('紧急联系人电话', '13912345679')
  await phone.tap('登记,马上能订餐')
  await phone.settles()
  expect(phone.route()).toBe('canteen/staff/diners-page')
  await phone.tap('已通过')
  await phone.sees('7栋 101 钱*爷')
})
