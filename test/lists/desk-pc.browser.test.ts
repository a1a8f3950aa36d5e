import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { measure } from '../harness/measure'
import { approves, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './desk'

/** Staff at an office PC of 1280 px, with a mouse and without one. */

let town: Town
let browser: BrowserHarness
let projectId = ''

beforeAll(async () => {
  town = await openTown()
  const desk = deskOf(town)
  projectId = await desk.published({ cap: 5, waitCap: 5 })
  await desk.enrol(projectId, people.resident)
  await desk.draft()
  await desk.stateNeed('头发长了想剪')
  await desk.stateNeed('下水道堵了')
  await approves(town, people.staff, centreId, people.volunteer)
  browser = await startBrowser(town.cloud.url)
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await town?.cloud.stop()
})

const at = (page: string, more = '') => `/${page}?centreId=${centreId}${more}`

/** Presses Tab until what is focused has that name; throws after a hundred stops. */
const tabTo = async ({ page }: Visitor, name: RegExp): Promise<void> => {
  for (let stop = 0; stop < 100; stop += 1) {
    await page.keyboard.press('Tab')
    const focused: unknown = await page.evaluate(
      `document.activeElement.closest('[aria-label]')?.getAttribute('aria-label') ?? ''`,
    )
    if (name.test(String(focused))) return
  }
  throw new Error(`no way to ${name} by Tab`)
}

describe('a staff page opened by itself', () => {
  test('leads to the desk, and from then on works for the centre of the desk', async () => {
    const visitor = await browser.openAs(people.staff, '/lists/staff/match-page', { pc: true })
    await visitor.page.waitForURL(/desk-page/)
    await visitor.sees('三张清单')
    await visitor.go('/lists/staff/match-page')
    await visitor.sees('下水道堵了')
    await visitor.go('/community/staff/applications-page')
    await visitor.sees('户等您核对楼栋和房号')
    expect(visitor.errors).toEqual([])
    await visitor.leave()
  })
})

describe('on 1280 px', () => {
  const pages: readonly (readonly [page: string, openid: string, words: string, more: string])[] = [
    ['lists/staff/desk-page', people.secretary, '三张清单', ''],
    ['lists/staff/import-page', people.staff, '选文件,先看一遍', ''],
    ['lists/staff/match-page', people.staff, '下水道堵了', ''],
    ['lists/staff/needs-page', people.staff, '下水道堵了', ''],
    ['lists/staff/enter-need-page', people.staff, '登记这条需求', ''],
    ['lists/staff/resources-page', people.staff, '红剪刀队', ''],
    ['lists/staff/resource-page', people.staff, '每次人数', ''],
    ['lists/staff/projects-page', people.staff, '去发布一期清单', ''],
    ['lists/staff/project-page', people.staff, '保存截止时间和名额', '&projectId='],
    ['lists/staff/publish-page', people.staff, '发布第 2 期,共 1 项', ''],
    ['lists/staff/enrolments-page', people.staff, '1 / 5', '&projectId='],
    ['community/staff/applications-page', people.staff, '成为住户', ''],
    ['community/staff/households-page', people.staff, '只看这一栋', ''],
    ['community/staff/roles-page', people.secretary, '李*作', ''],
    ['community/staff/audit-page', people.secretary, '发布一期清单', ''],
    ['community/staff/centres-page', people.officer, '滨江站', ''],
  ]
  let visitors: Map<string, Visitor>
  beforeAll(() => {
    visitors = new Map()
  })
  afterAll(async () => {
    for (const visitor of visitors.values()) await visitor.leave()
  })

  test.each(pages)('%s is whole, readable and quiet', async (page, openid, words, more) => {
    const path = at(page, more && `${more}${projectId}`)
    const visitor = visitors.get(openid) ?? (await browser.openAs(openid, path, { pc: true }))
    visitors.set(openid, visitor)
    await visitor.go(path)
    await visitor.sees(words)
    await visitor.screenshot(`story-pc-${page.split('/').at(-1)}`)
    const { texts, controls, overflow, glued } = await measure(visitor.page)
    expect(texts.filter(({ contrast }) => contrast < 4.5)).toEqual([])
    expect(controls.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
    expect(glued).toEqual([])
    expect(overflow).toBe(0)
    expect(visitor.errors).toEqual([])
  })

  test('rows that are compared stand in tables with their heads', async () => {
    const visitor = visitors.get(people.staff)
    for (const page of ['needs-page', 'projects-page']) {
      await visitor?.go(at(`lists/staff/${page}`))
      await visitor?.page.locator('.table__row--head').filter({ visible: true }).waitFor()
    }
  })
})

describe('without a mouse', () => {
  test('a need is written down from the first field to the main button', async () => {
    const visitor = await browser.openAs(people.staff, at('lists/staff/needs-page'), { pc: true })
    await tabTo(visitor, /^登记一条需求$/)
    await visitor.page.keyboard.press('Enter')
    await visitor.sees('照原话写')
    await visitor.settled()
    await tabTo(visitor, /^需求原话$/)
    await visitor.page.keyboard.type('楼道灯坏了三天')
    await tabTo(visitor, /^老人$/)
    await visitor.page.keyboard.press('Space')
    await tabTo(visitor, /^登记这条需求$/)
    await visitor.page.keyboard.press('Enter')
    await visitor.sees('楼道灯坏了三天')
    await visitor.sees('登记好了')
    expect(visitor.errors).toEqual([])
    await visitor.leave()
  })
  test('a resource is accepted for a need', async () => {
    const visitor = await browser.openAs(people.staff, at('lists/staff/match-page'), { pc: true })
    await visitor.sees('下水道堵了')
    await tabTo(visitor, /^采用 义务理发$/)
    await visitor.page.keyboard.press('Enter')
    await visitor.sees('服务项目「义务理发」')
    await visitor.sees('已配 3')
    expect(visitor.errors).toEqual([])
    await visitor.leave()
  })
})
