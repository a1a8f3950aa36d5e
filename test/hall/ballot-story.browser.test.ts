import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { centreId, nine } from './ballot-rows'
import { counting, type LiftBallot, opened, openLiftBallot, question } from './ballot-story'
import { colleague, staff } from './voting'

/** An area-weighted ballot fails on area though it wins on heads. */

let lift: LiftBallot
let browser: BrowserHarness
let visitor: Visitor
let ballotId = ''

beforeAll(async () => {
  lift = await openLiftBallot()
  browser = await startBrowser(lift.hall.town.cloud.url)
  const path = `/hall/staff/ballot-edit-page?centreId=${centreId}&ballotId=`
  visitor = await browser.openAs(staff, path, { now: nine, pc: true })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await lift?.hall.stop()
})

test('staff write the ballot and paste the owners at the office PC', async () => {
  await visitor.type('问什么', question)
  await visitor.tap('按业主人数和建筑面积')
  await visitor.screenshot('story-ballot-rules')
  await visitor.tap('存成草稿')
  await visitor.sees('先编好名册,再开始。')
  ballotId = await lift.ballotId()
  await visitor.go(`/hall/staff/roll-page?centreId=${centreId}&ballotId=${ballotId}`)
  await visitor.type('从 Excel 粘贴', lift.pasted)
  await visitor.sees('认出 8 位业主,9 套房')
  await visitor.tap('把这 8 位业主录进名册')
  await visitor.hears('录好了 8 位业主')
  await visitor.sees('8 位业主,820 平方米')
  await visitor.screenshot('story-ballot-roll')
})

test('it begins', async () => {
  await visitor.go(`/hall/staff/ballot-desk-page?centreId=${centreId}&ballotId=${ballotId}`)
  await visitor.tap('名册核对好了,开始表决')
  await visitor.page.getByText('开始', { exact: true }).filter({ visible: true }).last().click()
  await visitor.hears('开始了,大家到时间就能投')
  expect(visitor.errors).toEqual([])
  await visitor.leave()
})

test('an owner votes in elder mode; the buttons are as large as a thumb', async () => {
  await lift.hall.clock({ now: opened })
  const path = `/hall/resident/ballot-page?ballotId=${ballotId}`
  visitor = await browser.openAs(lift.large.openid, path, { now: opened, elder: true })
  await visitor.sees('一位业主一票,面积 400 平方米')
  await visitor.screenshot('story-ballot-vote')
  await visitor.tap('不同意')
  const button = await visitor.page.getByLabel('投「不同意」', { exact: true }).boundingBox()
  expect(button?.height).toBeGreaterThanOrEqual(60)
  await visitor.tap('投「不同意」')
  await visitor.page.getByText('投票', { exact: true }).filter({ visible: true }).last().click()
  await visitor.hears('投好了,计票后这里看结果')
  await visitor.sees('已投')
  expect(visitor.errors).toEqual([])
  await visitor.leave()
})

test('the others vote on their phones, the last one on paper', async () => {
  const [paper, ...phones] = lift.small
  if (!paper) throw new Error('no home')
  for (const one of phones) await lift.agrees(ballotId, one)
  await lift.entered(ballotId, paper)
  const path = `/hall/staff/paper-votes-page?centreId=${centreId}&ballotId=${ballotId}`
  visitor = await browser.openAs(colleague, path, { now: opened, pc: true })
  await visitor.sees('录过一遍')
  await visitor.screenshot('story-ballot-paper')
  const title = `${paper.home.building} ${paper.home.room}`
  await visitor.tap(`${title} 同意`)
  await visitor.tap(`${title} 录这张票`)
  await visitor.hears('两遍一样,算一票了')
  expect(visitor.errors).toEqual([])
  await visitor.leave()
})

test('seven of eight agree, and everybody reads why it failed', async () => {
  await lift.hall.clock({ now: counting })
  await lift.hall.counted(ballotId)
  const path = `/hall/resident/ballot-page?ballotId=${ballotId}`
  visitor = await browser.openAs(lift.large.openid, path, { now: counting })
  await visitor.sees('表决没有通过')
  await visitor.sees('同意的业主 7 人(参加 8 人),四分之三以上要 6 人')
  await visitor.sees('同意的面积 420 平方米(参加 820 平方米),四分之三以上要 615 平方米')
  await visitor.screenshot('story-ballot-result')
  const widest = await visitor.page.evaluate('document.documentElement.scrollWidth')
  expect(widest).toBeLessThanOrEqual(375)
  await visitor.tap('复制发群的文字')
  expect(await visitor.copied()).toContain('× 同意的面积 420 平方米')
  expect(visitor.errors).toEqual([])
})
