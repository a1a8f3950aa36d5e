import { type BrowserHarness, startBrowser } from '../harness/browser'
import { people } from '../harness/town'
import { centreId, neighbour, openStory, roomOfResident, type Story } from './story'

/** An objection that is upheld: a neighbour saw that it was not so, and the ledger is put right in the open. */

let story: Story
let browser: BrowserHarness

beforeAll(async () => {
  story = await openStory()
  browser = await startBrowser(story.town.cloud.url)
  const { earns, movesIn, passbookAt } = story
  await movesIn(neighbour, '刘阿姨', 8)
  const passbookId = await passbookAt(roomOfResident)
  await earns(passbookId, 20)
  await earns(passbookId, 7)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await story?.town.cloud.stop()
})

test('another household objects to a line of the public notice', async () => {
  const objector = await browser.openAs(neighbour, '/points/resident/public-notice-page')
  await objector.sees('觉得哪一笔不对,公示期内可以提异议')
  const line = objector.page.locator('.card', { hasText: '+7' })
  await line.getByText('有异议').click()
  await objector.sees('只有社区工作人员看得到是谁提的')
  await objector.type('原因', '那天他家没有参加')
  await objector.screenshot('story-objection-object')
  await objector.tap('提异议')
  await objector.hears('收到了,书记处理后会通知您')
  expect(objector.errors).toEqual([])
  await objector.leave()
})

test('the secretary upholds it with words for both', async () => {
  const page = `/points/staff/objections-page?centreId=${centreId}`
  const secretary = await browser.openAs(people.secretary, page)
  await secretary.sees('那天他家没有参加')
  await secretary.screenshot('story-objection-open')
  await secretary.tap('成立,冲正,这一笔记错了')
  await secretary.type('原因', '核对过签到表')
  await secretary.tap('冲正这一笔')
  await secretary.hears('已冲正,通知已发')
  await secretary.sees('这里没有异议')
  await secretary.tap('成立')
  await secretary.sees('处理:核对过签到表')
  await secretary.screenshot('story-objection-upheld')
  expect(secretary.errors).toEqual([])
  await secretary.leave()
})

test('the line stays, says 已冲正, and the balance is what it was before', async () => {
  const resident = await browser.openAs(people.resident, '/points/resident/passbook-page')
  await resident.sees('1栋 105 · 余额 20')
  await resident.sees('已冲正')
  const sums = await resident.page.locator('.statement__sums > .digits').allInnerTexts()
  expect(sums).toEqual(['−7', '+7', '+20'])
  await resident.screenshot('story-objection-passbook')
  await resident.go('/points/resident/public-notice-page')
  await resident.sees('您家的')
  expect(await resident.page.getByText('+7').filter({ visible: true }).count()).toBe(0)
  expect(resident.errors).toEqual([])
  await resident.leave()
})
