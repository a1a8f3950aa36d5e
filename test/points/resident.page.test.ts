import { attributeOf, nameOf } from '../harness/drawn'
import { openPhone, type Phone } from '../harness/page'
import { marketSamples, passbookSamples } from '../harness/points-samples'
import { people } from '../harness/town'
import { centreId, openStory, roomOfResident, type Story } from './story'

/** A resident's phone: points become a pick-up code, and points again when it is cancelled. */

let story: Story
let phone: Phone

beforeAll(async () => {
  story = await openStory()
  const { desk, earns, passbookAt } = story
  await desk.done('saveSettings', passbookSamples.saveSettings, people.secretary)
  const rice = { ...marketSamples.saveShelfItem, price: 10, limit: 2, state: 'published' as const }
  const { itemId } = await desk.done('saveShelfItem', rice, people.staff)
  await desk.done('stockIn', { centreId, itemId, quantity: 5 }, people.staff)
  await earns(await passbookAt(roomOfResident), 50)
})
afterAll(() => story?.town.cloud.stop())

const open = (url: string) => {
  phone = openPhone({ cloud: story.town.cloud, openid: people.resident }, url)
}
afterEach(() => phone.close())
const redemptions = () => story.desk.done('myRedemptions', { centreId }, people.resident)

test('redeeming says what stays and leads to the code', async () => {
  open('/points/resident/shelf-page')
  await phone.sees('您家有 50 分')
  await phone.tap('兑换,大米')
  await phone.tap('几件加一')
  await phone.sees('用 20 分换 2 件,换完余 30 分')
  await phone.sees('每户每月最多 2 件')
  const more = phone.controls().filter((one) => nameOf(one) === '几件加一')
  expect(more.map((one) => attributeOf(one, 'ariaDisabled'))).not.toContain(undefined)
  await phone.tap('用 20 分兑换')
  await phone.sees('1 件等着取 · 一楼柜台 · 周六上午')
  expect(phone.route()).toBe('points/resident/redemptions-page')
  const [held] = (await redemptions()).rows
  const code = held?.pickupCode ?? ''
  await phone.sees(`${code.slice(0, 3)} ${code.slice(3)}`)
  expect(phone.doings.toasts[0]).toMatch(`兑换好了,取货码 ${code}`)
})

test('whoever thinks better of the question keeps the code', async () => {
  open('/points/resident/redemptions-page')
  phone.program.agree(false)
  await phone.tap('不要了,退回积分')
  expect(phone.doings.questions).toEqual(['取消兑换'])
  await phone.settles()
  await phone.sees('等您来取')
})

test('cancelling gives the points back', async () => {
  open('/points/resident/redemptions-page')
  await phone.tap('不要了,退回积分')
  await phone.sees('已取消')
  await phone.sees('没有要取的')
  expect(phone.doings.toasts).toEqual(['已取消,20 分退回存折'])
  await phone.offersNo('不要了,退回积分')
  expect(await redemptions()).toMatchObject({ rows: [{ state: 'cancelled', pickupCode: '' }] })
  phone.open('/points/resident/passbook-page')
  await phone.sees('1栋 105 · 余额 50')
  await phone.sees('−20')
  await phone.sees('+20')
})
