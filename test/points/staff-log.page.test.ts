import { happen, nameOf } from '../harness/drawn'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { centreId, openStory, roomOfResident, type Story } from './story'

/** A volunteer's phone: logging on the spot, with and without reception. */

const { volunteer } = people
const logPage = `/points/staff/log-page?centreId=${centreId}`
const kept = '先存在手机里,有信号会自动发'
let story: Story
let passbookId = ''
let phone: Phone

beforeAll(async () => {
  story = await openStory()
  passbookId = await story.passbookAt(roomOfResident)
})
afterAll(() => story?.town.cloud.stop())

const open = (storage?: ReadonlyMap<string, string>) => {
  phone = openPhone({ cloud: story.town.cloud, openid: volunteer, ...(storage && { storage }) }, logPage)
}
afterEach(() => phone.close())

const findsHousehold = async () => {
  await phone.type('楼栋', '1')
  await phone.type('房号', roomOfResident)
  await phone.tap('加上这一户')
  await phone.sees('给 1栋 105 记 1 分')
}
const balance = () => story.desk.balance(passbookId)

test('a log is counted at once', async () => {
  open()
  await findsHousehold()
  await phone.tap('给 1栋 105 记 1 分')
  await phone.losesSight('记什么')
  expect(phone.doings.toasts).toEqual(['记好了,1栋 105 垃圾分类 1次'])
  expect(await balance()).toBe(1)
})

test('without reception it waits, and goes by itself once there is some', async () => {
  open()
  await findsHousehold()
  phone.program.network(false)
  await phone.tap('给 1栋 105 记 1 分')
  await phone.sees('1 笔等着发')
  await phone.losesSight('记什么')
  expect(phone.doings.toasts).toEqual([kept])
  expect(await balance()).toBe(1)
  phone.program.network(true)
  await phone.losesSight('1 笔等着发')
  expect(await balance()).toBe(2)
})

test('a log whose answer got lost is sent again and counted once', async () => {
  open()
  await findsHousehold()
  phone.program.loseAnswers(true)
  await phone.tap('给 1栋 105 记 1 分')
  await phone.sees('1 笔等着发')
  await phone.losesSight('记什么')
  expect(await balance()).toBe(3)
  phone.program.loseAnswers(false)
  await phone.tap('现在发')
  await phone.losesSight('1 笔等着发')
  expect(await balance()).toBe(3)
})

test('what waits outlives the mini-program and is sent when it is opened again', async () => {
  open()
  await findsHousehold()
  phone.program.network(false)
  await phone.tap('给 1栋 105 记 1 分')
  await phone.sees('1 笔等着发')
  await phone.losesSight('记什么')
  const { storage } = phone.program
  phone.close()
  open(storage)
  await phone.sees('给哪一户')
  await phone.losesSight('1 笔等着发')
  expect(await balance()).toBe(4)
})

test('a second tap while the first is under way logs nothing', async () => {
  open()
  await findsHousehold()
  const [button] = phone.controls().filter((control) => nameOf(control) === '给 1栋 105 记 1 分')
  if (!button) throw new Error('no button')
  for (let tap = 0; tap < 3; tap++) happen(button, 'tap')
  await phone.losesSight('记什么')
  expect(await balance()).toBe(5)
})
