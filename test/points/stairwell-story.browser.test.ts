import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { people } from '../harness/town'
import { centreId, openStory, roomOfResident, type Story } from './story'

/** A volunteer in a stairwell without reception: what was logged there is not lost, and is counted once. */

let story: Story
let browser: BrowserHarness
let volunteer: Visitor
let passbookId = ''

beforeAll(async () => {
  story = await openStory()
  browser = await startBrowser(story.town.cloud.url)
  passbookId = await story.passbookAt(roomOfResident)
  await story.earns(passbookId, 90)
  volunteer = await browser.openAs(people.volunteer, `/points/staff/log-page?centreId=${centreId}`)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await story?.town.cloud.stop()
})

const kept = '先存在手机里,有信号会自动发'
const waiting = () => volunteer.page.getByText('1 笔等着发')
const findsHousehold = async () => {
  await volunteer.type('楼栋', '1')
  await volunteer.type('房号', roomOfResident)
  await volunteer.tap('加上这一户')
  await volunteer.sees('给 1栋 105 记 1 分')
}
const logs = async (times = 1) => {
  if (times > 1) await volunteer.type('多少次', String(times))
  await volunteer.tap(`给 1栋 105 记 ${times} 分`)
}
/** Balance and number of lines, as the staff see them. */
const book = async () => {
  const { balance, lines } = await story.desk.book(passbookId)
  return { balance, lines: lines.length }
}

test('without reception it stays on the phone, and says so', async () => {
  await findsHousehold()
  await volunteer.page.context().setOffline(true)
  await logs()
  await volunteer.sees(kept)
  await waiting().waitFor()
  await volunteer.sees('1栋 105 垃圾分类 1次')
  await volunteer.screenshot('story-stairwell-waiting')
  expect(await book()).toEqual({ balance: 90, lines: 1 })
})

test('back in reception it goes by itself', async () => {
  await volunteer.page.context().setOffline(false)
  await waiting().waitFor({ state: 'detached' })
  expect(await book()).toEqual({ balance: 91, lines: 2 })
})

test('behind a thick wall 现在发 sends it', async () => {
  await findsHousehold()
  await volunteer.page.route('**/call', (route) => route.abort())
  await logs(2)
  await volunteer.sees(kept)
  await volunteer.page.unroute('**/call')
  await volunteer.tap('现在发')
  await waiting().waitFor({ state: 'detached' })
  expect(await book()).toEqual({ balance: 93, lines: 3 })
})

test('what was done and never answered is sent again and counted once', async () => {
  await findsHousehold()
  await volunteer.page.route('**/call', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await logs(3)
  await volunteer.sees(kept)
  expect(await book()).toEqual({ balance: 96, lines: 4 })
  await volunteer.page.unroute('**/call')
  await volunteer.tap('现在发')
  await waiting().waitFor({ state: 'detached' })
  await volunteer.refresh()
  await volunteer.sees('给哪一户')
  expect(await waiting().count()).toBe(0)
  expect(await book()).toEqual({ balance: 96, lines: 4 })
})

test('what is refused says why and stays until it was read', async () => {
  await findsHousehold()
  await logs(5)
  await volunteer.hears('没记上:这个项目的次数已经到上限了')
  await volunteer.sees('没发出去的')
  await volunteer.screenshot('story-stairwell-refused')
  await volunteer.tap('知道了,1栋 105 垃圾分类 5次')
  await volunteer.page.getByText('没发出去的').waitFor({ state: 'detached' })
  expect(await book()).toEqual({ balance: 96, lines: 4 })
  expect(volunteer.errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([])
})
