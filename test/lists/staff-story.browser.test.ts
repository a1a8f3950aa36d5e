import { join } from 'node:path'
import { writeDemoSheets } from '../../config/demo-sheets'
import { communityContract } from '../../types/community.contract'
import { listsContract } from '../../types/lists.contract'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { startTestCloud } from '../harness/cloud'
import { asking, centres, type Town } from '../harness/town'

const centreId = centres.jingui
const staff = 'demo-staff-jingui'
const resident = 'demo-resident-chen'
const sheets = join(__dirname, '..', '..', 'dist', 'demo')
const seats = 20
const neighbours = Array.from({ length: seats }, (_, n) => `story-neighbour-${n}`)

let town: Town
let browser: BrowserHarness
let desk: Visitor
let editionUrl = ''

beforeAll(async () => {
  await writeDemoSheets()
  town = asking(await startTestCloud({ demo: true }))
  browser = await startBrowser(town.cloud.url)
  desk = await browser.openAs(staff, '/lists/staff/desk-page', { pc: true })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await town?.cloud.stop()
})

const importSheet = async (kind: string, name: string) => {
  await desk.go(`/lists/staff/import-page?centreId=${centreId}`)
  await desk.tap(kind)
  await desk.choose('选文件,先看一遍', join(sheets, `${name}.xlsx`))
}

const joinAt = (openid: string) =>
  town.done(
    communityContract,
    'join',
    { centreId, name: '邻居', building: '9', room: openid.replace(/\D/g, '') },
    openid,
  )

describe('a month of a community, from the sheet to the list in the group', () => {
  test('the desk says how things stand and where to go', async () => {
    await desk.sees('金桂社区')
    await desk.sees('待审核')
    await desk.sees('对接台')
    await desk.screenshot('staff-desk-pc')
  })

  test('resources and needs come in from the demo .xlsx, looked at before they are written', async () => {
    await importSheet('社区资源', '资源')
    await desk.tap('导入 60 条')
    await desk.sees('导入了 60 条资源')

    await importSheet('群众需求', '需求')
    await desk.tap('导入 120 条')
    await desk.sees('导入了 120 条需求')
  })

  test('the same sheet again brings nothing twice', async () => {
    await importSheet('群众需求', '需求')
    await desk.sees('清单里已有')
    await desk.page.getByLabel('清单里已有 120').waitFor()
    await desk.page.getByLabel('可以导入 0').waitFor()
  })

  test('a need is matched to the best resource, with reasons, and becomes a service project', async () => {
    await desk.go(`/lists/staff/match-page?centreId=${centreId}`)
    await desk.sees('已配 0')
    await desk.sees('对象符合')
    await desk.screenshot('staff-match-pc')
    await desk.page
      .getByLabel(/^采用 /)
      .first()
      .click()
    await desk.sees('已生成服务项目')
    await desk.sees('已配 1')
  })

  test('the project gets its place and seats', async () => {
    await desk.tap('看服务项目')
    await desk.type('地点', '社区二楼活动室')
    await desk.type('名额', String(seats))
    await desk.screenshot('staff-project-pc')
    await desk.tap('保存时间、地点和名额')
    await desk.sees('改好了,可以去发布')
  })

  test('a resource that does not suit is turned down with a reason, a need without any goes to the gaps', async () => {
    await desk.page
      .getByLabel(/^不合适 /)
      .first()
      .click()
    await desk.tap('不是这回事')
    await desk.sees('记下了')
    await desk.page
      .getByLabel(/记进缺口清单$/)
      .first()
      .click()
    await desk.sees('已记进资源缺口清单')
    await desk.sees('缺口 1')
  })

  test('edition no. 1 is published: a digest to paste and a link to share', async () => {
    await desk.go(`/lists/staff/publish-page?centreId=${centreId}`)
    await desk.sees('社区二楼活动室')
    await desk.screenshot('staff-publish-pc')
    await desk.tap('发布第 1 期,共 1 项')
    await desk.sees('第 1 期已发布')
    await desk.sees('还剩 20 位')
    await desk.screenshot('staff-published-pc')
    await desk.tap('看看居民看到的样子')
    await desk.page.waitForURL(/edition-page/)
    editionUrl = new URL(desk.page.url()).hash.slice(1)
  })

  test('the 21st of 20 is on the waiting list and moves up when one cancels', async () => {
    const { rows } = await town.done(listsContract, 'edition', { centreId }, resident)
    const projectId = rows[0]?.id ?? ''
    for (const openid of neighbours) {
      await joinAt(openid)
      await town.done(listsContract, 'enrol', { centreId, projectId }, openid)
    }

    const visitor = await browser.openAs(resident, editionUrl)
    await visitor.page.getByLabel(/^我要候补/).click()
    await visitor.sees('候补 第 1 位')
    await visitor.screenshot('resident-waiting-phone')

    await town.done(listsContract, 'cancelEnrolment', { centreId, projectId }, neighbours[3] ?? '')
    await visitor.refresh()
    await visitor.sees('已报名')
    await visitor.leave()

    await desk.go(`/lists/staff/enrolments-page?centreId=${centreId}&projectId=${projectId}`)
    await desk.sees('20 / 20')
    await desk.screenshot('staff-enrolments-pc')
    expect(desk.errors).toEqual([])
  })
})
