import { type BrowserHarness, startBrowser } from '../harness/browser'
import { startTestCloud, type TestCloud } from '../harness/cloud'

/** The local cloud's question 您是谁, which stands where WeChat would know the answer. */

const yinxing = 'hudong.chunjiang.yinxing'
let cloud: TestCloud
let browser: BrowserHarness

beforeAll(async () => {
  cloud = await startTestCloud({ demo: true })
  browser = await startBrowser(cloud.url)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await cloud?.stop()
})

test('choosing a person leads to home as that person', async () => {
  const visitor = await browser.open(`${cloud.url}/who`)
  await visitor.screenshot('who')
  await visitor.page.getByRole('button', { name: /^金凤仙/ }).click()
  await visitor.sees('银杏社区')
  await visitor.sees('金凤仙,今天')
  expect(new URL(visitor.page.url()).hash).toMatch(/^#\/pages\/home\/home-page/)
  expect(visitor.errors).toEqual([])
  await visitor.leave()
})

test('a shared link opened by nobody asks who first and then shows what was shared', async () => {
  const visitor = await browser.open(`${cloud.url}/#/lists/resident/edition-page?centreId=${yinxing}`)
  await visitor.page.waitForURL(/\/who\?next=/)
  await visitor.page.getByRole('button', { name: /^新来的人/ }).click()
  await visitor.sees('第1期')
  await visitor.sees('银杏社区 · 共')
  expect(new URL(visitor.page.url()).hash).toBe(`#/lists/resident/edition-page?centreId=${yinxing}`)
  expect(visitor.errors).toEqual([])
  await visitor.leave()
})

test('somebody who was chosen before goes straight to the link', async () => {
  const visitor = await browser.open(`${cloud.url}/who`)
  await visitor.page.getByRole('button', { name: /^新来的人/ }).click()
  await visitor.sees('选我的社区')
  await visitor.page.goto(`${cloud.url}/#/lists/resident/edition-page?centreId=${yinxing}`)
  await visitor.sees('第1期')
  await visitor.leave()
})
