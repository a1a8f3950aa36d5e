import { writeDemoSheets } from '../../config/demo-sheets'
import { addDays, asInstant, shanghaiDay } from '../../types/common/time'
import { listsContract } from '../../types/lists.contract'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

const seats = 20
let town: Town
let browser: BrowserHarness
let desk: Visitor
/** What staff paste into the group: a title and the link below it. */
let shared = ''

beforeAll(async () => {
  town = await openTown()
  browser = await startBrowser(town.cloud.url)
  desk = await browser.openAs(people.staff, '/lists/staff/desk-page', { pc: true })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await town?.cloud.stop()
})

const chooseSheet = async (kind: string, file: string) => {
  await desk.go(`/lists/staff/import-page?centreId=${centreId}`)
  await desk.tap(kind)
  await desk.choose('选文件,先看一遍', file)
}

describe('a month of a community, from the sheet to the list in the group', () => {
  test('the desk says how things stand and where to go', async () => {
    await desk.sees('金桂社区')
    await desk.page.getByLabel('待审核 4').waitFor()
    await desk.page.getByLabel('需求 0').waitFor()
    await desk.screenshot('staff-desk-pc')
  })

  test('resources and needs come in from the demo .xlsx, looked at before they are written', async () => {
    const [needs = '', resources = ''] = await writeDemoSheets()
    await chooseSheet('社区资源', resources)
    await desk.sees('前 20 行读成这样')
    const progress = desk.sees('已写 0 / 1 部分')
    await desk.tap('导入 60 条')
    await progress
    await desk.sees('导入了 60 条资源')

    await chooseSheet('群众需求', needs)
    await desk.sees('前 20 行读成这样')
    await desk.screenshot('staff-import-pc')
    await desk.tap('导入 120 条')
    await desk.sees('导入了 120 条需求')

    await chooseSheet('群众需求', needs)
    await desk.page.getByLabel('清单里已有 120').waitFor()
    await desk.page.getByLabel('可以导入 0').waitFor()
  })

  test('the board says for every need why a resource suits, and accepting makes services', async () => {
    await desk.go(`/lists/staff/match-page?centreId=${centreId}`)
    await desk.sees('需求 120 · 已配 0 · 缺口 0')
    const reasons = await desk.page.locator('.suggestion__why').allInnerTexts()
    expect(reasons.length).toBeGreaterThan(20)
    expect(reasons.filter((reason) => !/^✓ .*对象符合/.test(reason))).toEqual([])
    await desk.screenshot('staff-match-pc')
    for (const matched of [1, 2, 3]) {
      const accept = desk.page.getByLabel(/^采用 /)
      await accept.first().click()
      await desk.sees(`已配 ${matched} ·`)
    }
  })

  test('a resource that does not suit is turned down with a reason, a need without any goes to the gaps', async () => {
    const turnDown = desk.page.getByLabel(/^不合适 /)
    await turnDown.first().click()
    await desk.tap('不是这回事')
    await desk.sees('记下了')
    const toGaps = desk.page.getByLabel(/记进缺口清单$/)
    await toGaps.first().click()
    await desk.sees('需求 120 · 已配 3 · 缺口 1')
  })

  test('a service gets its day, place and twenty seats', async () => {
    await desk.go(`/lists/staff/projects-page?centreId=${centreId}`)
    await desk.page.getByLabel(/^修改/).first().click()
    await desk.type('名称', '周末服务')
    await desk.type('地点', '社区二楼活动室')
    await desk.type('开始日期', addDays(shanghaiDay(asInstant(Date.now())), 10))
    await desk.type('名额', String(seats))
    await desk.screenshot('staff-project-pc')
    await desk.tap('保存时间、地点和名额')
    await desk.sees('改好了,可以去发布')
  })

  test('edition no. 1 is published: a digest to paste and a link to share', async () => {
    const { rows } = await town.done(listsContract, 'projects', { centreId, state: 'draft' }, people.staff)
    const own = rows.find(({ title }) => title === '周末服务')
    expect(own).toMatchObject({ cap: seats, place: '社区二楼活动室' })
    await desk.go(`/lists/staff/publish-page?centreId=${centreId}`)
    const month = shanghaiDay(asInstant(own?.startsAt ?? 0)).slice(5, 7)
    const months = desk.page.getByRole('radio', { name: `${Number(month)}月` })
    if ((await months.count()) > 0) await months.click()
    await desk.sees('社区二楼活动室')
    await desk.screenshot('staff-publish-pc')
    await desk.page.getByLabel(/^发布第 1 期,共 \d 项$/).click()
    await desk.sees('第 1 期已发布')
    const digest = (await desk.page.locator('.digest').filter({ visible: true }).textContent()) ?? ''
    expect(digest).toMatch(new RegExp(`^【金桂社区】${Number(month)}月服务菜单 第1期\\n`))
    expect(digest).toMatch(/周末服务 .* 社区二楼活动室 还剩 20 位/)
    expect(digest.split('\n').length).toBeLessThanOrEqual(12)
    await desk.screenshot('staff-published-pc')
    await desk.tap('复制这段文字')
    expect(await desk.copied()).toBe(digest)
    await desk.tap('复制链接发到群里')
    await desk.hears('链接复制好了')
    shared = await desk.copied()
  })

  test('the 21st of 20 waits, moves up when one cancels, and is told', async () => {
    const { rows } = await town.done(listsContract, 'edition', { centreId }, people.resident)
    const projectId = rows.find(({ title }) => title === '周末服务')?.id ?? ''
    const { crowd, enrol, cancel } = deskOf(town)
    const neighbours = await crowd('neighbour', seats)
    for (const openid of neighbours) await enrol(projectId, openid)

    const [, link = ''] = shared.split('\n')
    const visitor = await browser.openAs(people.resident, new URL(link).hash.slice(1))
    await visitor.tap('我要候补,周末服务')
    await visitor.sees('已候补,排第 1 位')
    await visitor.sees('候补 第 1 位')
    await visitor.screenshot('resident-waiting-phone')

    await cancel(projectId, neighbours[3] ?? '')
    await visitor.refresh()
    await visitor.sees('已报名 第 20 位')
    await visitor.go('/community/resident/notices-page')
    await visitor.sees('候补有名额了')
    await visitor.screenshot('resident-notices-phone')
    expect(visitor.errors).toEqual([])
    await visitor.leave()

    await desk.go(`/lists/staff/enrolments-page?centreId=${centreId}&projectId=${projectId}`)
    await desk.sees('20 / 20')
    await desk.screenshot('staff-enrolments-pc')
    expect(desk.errors).toEqual([])
  })
})
