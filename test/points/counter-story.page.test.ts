import { renderSVG } from 'uqr'
import { attributeOf, below, nameOf } from '../harness/drawn'
import { openPhone, type Phone } from '../harness/page'
import { marketSamples, passbookSamples } from '../harness/points-samples'
import { people } from '../harness/town'
import { centreId, neighbour, openStory, roomOfResident, type Story } from './story'

/** A Saturday at the counter, on phones: a code is scanned and handed out once, what is not there is given back. */

let story: Story
let phone: Phone
let code = ''

beforeAll(async () => {
  story = await openStory()
  const { desk, earns, movesIn, passbookAt } = story
  await desk.done('saveSettings', passbookSamples.saveSettings, people.secretary)
  const rice = { ...marketSamples.saveShelfItem, price: 10, state: 'published' as const }
  const { itemId } = await desk.done('saveShelfItem', rice, people.staff)
  await desk.done('stockIn', { centreId, itemId, quantity: 5 }, people.staff)
  await earns(await passbookAt(roomOfResident), 50)
  await earns(await movesIn(neighbour, '刘阿姨', 8), 30)
  await desk.done('redeem', { centreId, itemId, quantity: 1, price: 10 }, neighbour)
})
afterAll(() => story?.town.cloud.stop())

const open = (openid: string, url: string) => {
  phone = openPhone({ cloud: story.town.cloud, openid }, url)
}
const opensCounter = () => open(people.volunteer, `/points/staff/counter-page?centreId=${centreId}`)
afterEach(() => phone.close())

const hand = '交货,大米,1栋 105'

test('a resident gets a code, drawn to be scanned and written to be read out', async () => {
  open(people.resident, '/points/resident/shelf-page')
  await phone.tap('兑换,大米')
  await phone.sees('用 10 分换 1 件,换完余 40 分')
  await phone.tap('用 10 分兑换')
  await phone.sees('等您来取')
  code = /(\d{3}) (\d{3})/.exec(phone.text())?.slice(1).join('') ?? ''
  expect(code).toMatch(/^\d{6}$/)
  const drawn = below(phone.program.top().drawn).find((one) => nameOf(one) === '取货码')
  const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG(code, { border: 2 }))}`
  expect(drawn && attributeOf(drawn, 'src')).toBe(picture)
})

test('a camera that is closed finds nothing and says nothing', async () => {
  opensCounter()
  phone.program.scan(undefined)
  await phone.tap('扫取货码')
  await phone.settles()
  expect(phone.doings.toasts).toEqual([])
  expect(phone.names().filter((name) => name === hand)).toHaveLength(1)
})

test('the volunteer scans it, sees that one alone, and hands it over', async () => {
  opensCounter()
  await phone.sees('1栋 108')
  phone.program.scan(code)
  await phone.tap('扫取货码')
  await phone.settles()
  const firstCard = phone.names().find((name) => name.startsWith('交货'))
  expect(firstCard).toBe(hand)
  await phone.tap(hand)
  await phone.losesSight('1栋 105')
  expect(phone.doings.toasts).toEqual(['大米 × 1 已交给 1栋 105'])
  await phone.offersNo(hand)
})

test('the same code is not worth anything twice', async () => {
  opensCounter()
  phone.program.scan(code)
  await phone.tap('扫取货码')
  await phone.sees('码不对或已经过期,请让对方刷新再试')
  await phone.offersNo(hand)
  expect((await story.desk.done('counterList', { centreId }, people.volunteer)).rows).toHaveLength(1)
})

test('the resident reads that it was handed out', async () => {
  open(people.resident, '/points/resident/redemptions-page')
  await phone.sees('已取')
  await phone.sees('没有要取的')
  await phone.offersNo('不要了,退回积分')
})

test('what the counter is out of is given back, once', async () => {
  opensCounter()
  await phone.tap('没货了,退回积分,大米,1栋 108')
  await phone.sees('现在没有等着取的')
  expect(phone.doings.questions).toEqual(['没货了'])
  expect(phone.doings.toasts).toEqual(['10 分已退回'])
})

test('the points are back in the passbook of the one who went without', async () => {
  open(neighbour, '/points/resident/passbook-page')
  await phone.sees('1栋 108 · 余额 30')
  await phone.settles()
  expect(phone.text().match(/^[+−]\d+$/gm)).toEqual(['+10', '−10', '+30'])
  phone.open('/points/resident/redemptions-page')
  await phone.sees('缺货已退')
})
