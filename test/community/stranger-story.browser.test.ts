import { listsContract } from '../../types/lists.contract'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from '../lists/desk'

/** Somebody whom a neighbour sent the menu: reads, enrols, and is a resident in the end. */

const when = { timeout: 60_000 }
let town: Town
let browser: BrowserHarness
let stranger: Visitor

beforeAll(async () => {
  town = await openTown()
  await deskOf(town).published({ cap: 3, waitCap: 2 })
  const { id } = await town.done(listsContract, 'edition', { centreId }, people.stranger)
  browser = await startBrowser(town.cloud.url)
  stranger = await browser.openAs(
    people.stranger,
    `/lists/resident/edition-page?centreId=${centreId}&editionId=${id}`,
  )
}, when.timeout)
afterAll(async () => {
  await browser?.close()
  await town?.cloud.stop()
})

test('a shared menu is read without joining', async () => {
  await stranger.sees('12月服务菜单 第1期')
  await stranger.sees('金桂社区 · 共 1 项')
  await stranger.sees('还剩 3 位')
  await stranger.screenshot('story-stranger-edition')
})

test('enrolling asks for name and door only, and then enrols by itself', async () => {
  await stranger.tap('我要报名,义务理发')
  await stranger.sees('登记到 金桂社区')
  await stranger.type('姓名', '何新来')
  await stranger.type('楼栋', '8栋')
  await stranger.type('房号', '2-301')
  await stranger.screenshot('story-stranger-join')
  await stranger.tap('登记并报名')
  await stranger.sees('已报名,是第 1 位')
  await stranger.sees('已报名 第 1 位')
  await stranger.go('/pages/me/me-page')
  await stranger.sees('审核中')
})

test('staff find the application and let the person in', async () => {
  const staff = await browser.openAs(people.staff, '/lists/staff/desk-page')
  await staff.tap('住户审核')
  await staff.sees('8栋 2-301')
  await staff.screenshot('story-staff-applications')
  await staff.tap('通过,何*来成为住户')
  await staff.sees('何*来 已通过')
  expect(staff.errors).toEqual([])
  await staff.leave()
})

test('the person sees it under 我的', async () => {
  await stranger.refresh()
  await stranger.sees('已通过')
  await stranger.sees('8栋 2-301')
  await stranger.screenshot('story-stranger-me')
  expect(stranger.errors).toEqual([])
})
