import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { marketSamples, passbookSamples } from '../harness/points-samples'
import { people } from '../harness/town'
import { centreId, neighbour, openStory, roomOfResident, type Story } from './story'

/** A Saturday at the counter of the service supermarket: what is there is handed out, what is not is given back. */

let story: Story
let browser: BrowserHarness
let resident: Visitor
let counter: Visitor

beforeAll(async () => {
  story = await openStory()
  browser = await startBrowser(story.town.cloud.url)
  const { desk, earns, movesIn, passbookAt } = story
  await desk.done('saveSettings', passbookSamples.saveSettings, people.secretary)
  const rice = { ...marketSamples.saveShelfItem, price: 10, state: 'published' as const }
  const { itemId } = await desk.done('saveShelfItem', rice, people.staff)
  await desk.done('stockIn', { centreId, itemId, quantity: 5 }, people.staff)
  await earns(await passbookAt(roomOfResident), 50)
  await earns(await movesIn(neighbour, '刘阿姨', 8), 30)
  await desk.done('redeem', { centreId, itemId, quantity: 1, price: rice.price }, neighbour)
  resident = await browser.openAs(people.resident, '/points/resident/shelf-page')
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await story?.town.cloud.stop()
})

let code = ''

test('a resident sees what it costs and what stays, and gets a code to show', async () => {
  await resident.sees('您家有 50 分')
  await resident.tap('兑换,大米')
  await resident.sees('用 10 分换 1 件,换完余 40 分')
  await resident.screenshot('story-counter-redeem')
  await resident.tap('用 10 分兑换')
  await resident.sees('1 件等着取 · 一楼柜台 · 周六上午')
  await resident.sees('等您来取')
  const codeShown = resident.page.getByLabel('取货码', { exact: true }).filter({ visible: true })
  expect(await codeShown.locator('img').getAttribute('src')).toMatch(/^data:image\/svg\+xml/)
  const read = await resident.page.getByLabel(/^取货码 \d/).getAttribute('aria-label')
  code = read?.replaceAll(/\D/g, '') ?? ''
  expect(code).toMatch(/^\d{6}$/)
  await resident.screenshot('story-counter-code')
})

test('the volunteer types the six digits and hands it over', async () => {
  counter = await browser.openAs(people.volunteer, `/points/staff/counter-page?centreId=${centreId}`)
  await counter.sees('1栋 108')
  await counter.type('6 位取货码', code)
  await counter.tap('找这一单')
  const hand = counter.page.getByLabel('交货,大米,1栋 105')
  await hand.waitFor()
  expect(await hand.count()).toBe(1)
  await counter.screenshot('story-counter-found')
  await counter.tap('交货,大米,1栋 105')
  await counter.hears('大米 × 1 已交给 1栋 105')
  await hand.waitFor({ state: 'detached' })
})

test('the resident reads that it was handed out', async () => {
  await resident.refresh()
  await resident.sees('已取')
  await resident.sees('没有要取的')
  expect(resident.errors).toEqual([])
})

test('what the counter is out of is given back, once', async () => {
  await counter.tap('没货了,退回积分,大米,1栋 108')
  await counter.sees('10 分会退回这户存折,并通知他们。')
  await counter.page.getByText('退回积分', { exact: true }).click()
  await counter.hears('10 分已退回')
  await counter.sees('现在没有等着取的')
  await counter.screenshot('story-counter-empty')
  expect(counter.errors).toEqual([])
})

test('the points are back in the passbook of the one who went without', async () => {
  const without = await browser.openAs(neighbour, '/points/resident/passbook-page')
  await without.sees('1栋 108 · 余额 30')
  const sums = without.page.locator('.statement__sums .digits')
  await sums.first().waitFor()
  expect(await without.page.locator('.statement__sums > .digits').allInnerTexts()).toEqual([
    '+10',
    '−10',
    '+30',
  ])
  await without.screenshot('story-counter-given-back')
  await without.go('/points/resident/redemptions-page')
  await without.sees('缺货已退')
  expect(without.errors).toEqual([])
})
