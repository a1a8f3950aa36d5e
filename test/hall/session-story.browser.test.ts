import { type BrowserHarness, type Look, startBrowser, type Visitor } from '../harness/browser'
import { measure } from '../harness/measure'
import { approves, joins } from '../harness/town'
import { centreId, day, matterRow, morning, openSessionHall, type SessionHall, staff } from './session-hall'

/** A session in the web build: an elder says that she comes, the desk runs it, and every page of it can be read and hit. */

const startsAt = morning + 4 * day + 10 * 3_600_000
const anna = 'session-anna'

let hall: SessionHall
let browser: BrowserHarness
let sessionId = ''

beforeAll(async () => {
  hall = await openSessionHall()
  await joins(hall.town, anna, centreId, '安一楼', 31)
  await approves(hall.town, staff, centreId, anna)
  await hall.plant('matters', [matterRow('lift', { text: '1栋加装电梯,怎么分摊,装在哪一边' })])
  sessionId = await hall.announced({
    ...{ startsAt, buildings: ['1'], title: '1栋加装电梯第一次协商', quorum: 2 },
    agenda: [
      { matterId: 'lift', title: '听施工方介绍方案,看图纸', minutes: 60 },
      { title: '下一次什么时候开', minutes: 10 },
    ],
  })
  browser = await startBrowser(hall.town.cloud.url)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await hall?.stop()
})

/** What holds for every page: letters large enough, dark enough, controls as large as a thumb, nothing over the edge. */
const isReadable = async (visitor: Visitor, { elder = false, pc = false }: Look): Promise<void> => {
  await visitor.loaded()
  const { texts, controls, overflow, glued } = await measure(visitor.page)
  const [text, second, hit] = elder ? [22, 20, 60] : [17, 14, pc ? 0 : 44]
  expect({
    small: texts.filter(({ px, secondary }) => px < (secondary ? second : text)),
    pale: texts.filter(({ contrast }) => contrast < 4.5),
    hardToHit: controls.filter(({ width, height }) => width < hit || height < hit),
    glued,
    overflow,
    errors: visitor.errors.splice(0),
  }).toEqual({ small: [], pale: [], hardToHit: [], glued: [], overflow: 0, errors: [] })
}

const page = () => `/hall/resident/session-page?sessionId=${sessionId}`
const desk = () => `/hall/staff/session-desk-page?centreId=${centreId}&sessionId=${sessionId}`

test('an elder says with one tap that she comes', async () => {
  const look = { elder: true, now: morning }
  const visitor = await browser.openAs(anna, '/hall/resident/sessions-page', look)
  await visitor.sees('1 场等您回一声来不来')
  await isReadable(visitor, look)
  await visitor.tap('1栋加装电梯第一次协商')
  await visitor.sees('请 1栋 的邻居来')
  await isReadable(visitor, look)
  await visitor.screenshot('story-session-elder')
  await visitor.tap('我来')
  await visitor.hears('前一天晚上会提醒您')
  await visitor.sees('您说了来')
  expect((await hall.session(sessionId)).coming).toBe(1)
  await visitor.refresh()
  await visitor.sees('改成不来')
  await isReadable(visitor, look)
  await visitor.tap('复制发群的文字')
  expect(await visitor.copied()).toContain('【金桂社区】议事会预告:1栋加装电梯第一次协商')
  await visitor.leave()
})

test.each([
  ['a phone', { now: startsAt }],
  ['an office PC', { pc: true, now: startsAt }],
] as const)('the desk plans, shows the code and writes down on %s', async (_what, look) => {
  await hall.clock({ now: startsAt })
  const visitor = await browser.openAs(staff, `/hall/staff/sessions-desk-page?centreId=${centreId}`, look)
  await visitor.sees('2 项议程 · 1 人说来')
  await isReadable(visitor, look)
  await visitor.go(`/hall/staff/session-edit-page?centreId=${centreId}&sessionId=${sessionId}&matterId=`)
  await visitor.sees('议程第 2 项')
  await isReadable(visitor, look)
  await visitor.go(desk())
  await visitor.tap('出示签到码')
  await visitor.sees('收起')
  await isReadable(visitor, look)
  await visitor.screenshot(`story-session-desk${'pc' in look ? '-pc' : ''}`)
  await visitor.leave()
})

test('the minutes are written, and read by everybody after closing', async () => {
  const seen = await hall.minuted(sessionId, 'continued')
  await hall.done('closeSession', { centreId, sessionId, seen }, staff)
  const look = { elder: true, now: startsAt + day }
  const visitor = await browser.openAs(anna, page(), look)
  await visitor.sees('大家都说了')
  await isReadable(visitor, look)
  await visitor.screenshot('story-session-minutes')
  await visitor.leave()
})
