import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { people } from '../harness/town'
import { centreId, neighbour, openStory, roomOfResident, type Story } from './story'

/** A household merged into another: an old woman moves in with her son, and her points come along. */

let story: Story
let browser: BrowserHarness
let staff: Visitor
let oldId = ''
const passbookPage = (passbookId: string) =>
  `/points/staff/passbook-page?centreId=${centreId}&passbookId=${passbookId}`
const sums = async (visitor: Visitor): Promise<readonly string[]> => {
  await visitor.loaded()
  return visitor.page.locator('.statement__sums > .digits').filter({ visible: true }).allInnerTexts()
}

beforeAll(async () => {
  story = await openStory()
  browser = await startBrowser(story.town.cloud.url)
  const { earns, movesIn, passbookAt } = story
  oldId = await movesIn(neighbour, '王奶奶', 8)
  await earns(oldId, 10)
  await earns(oldId, 20)
  await earns(await passbookAt(roomOfResident), 50)
  staff = await browser.openAs(people.staff, passbookPage(oldId))
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await story?.town.cloud.stop()
})

test('staff say into which household and why, and read what will move', async () => {
  await staff.sees('余额 30')
  await staff.tap('并到另一户')
  await staff.type('楼栋', '1')
  await staff.type('房号', roomOfResident)
  await staff.tap('加上这一户')
  await staff.sees('并到 1栋 105')
  await staff.type('原因', '老人搬来同住')
  await staff.screenshot('story-merge-asked')
  await staff.tap('把 30 分和家人都并过去')
  await staff.hears('已并户,30 分转过去了')
})

test('the household that stays has the sum of both', async () => {
  await staff.settled()
  await staff.sees('余额 80')
  expect(await sums(staff)).toEqual(['+30', '+50'])
  await staff.screenshot('story-merge-into')
})

test('the old passbook says 已并入别户, is empty and keeps its history', async () => {
  await staff.go(passbookPage(oldId))
  await staff.sees('余额 0 · 已并入别户')
  expect(await sums(staff)).toEqual(['−30', '+20', '+10'])
  expect(await staff.page.getByLabel('并到另一户').filter({ visible: true }).count()).toBe(0)
  await staff.screenshot('story-merge-old')
  await staff.go(`/points/staff/passbooks-page?centreId=${centreId}`)
  await staff.sees('已并入别户')
  expect(staff.errors).toEqual([])
})

test('whoever moved sees the common passbook, with both in it', async () => {
  const moved = await browser.openAs(neighbour, '/points/resident/passbook-page')
  await moved.sees('1栋 105 · 余额 80')
  await moved.sees('(您)')
  await moved.sees('王*明')
  await moved.screenshot('story-merge-member')
  expect(moved.errors).toEqual([])
})
