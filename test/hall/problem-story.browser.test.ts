import { type BrowserHarness, type Look, startBrowser, type Visitor } from '../harness/browser'
import { measure } from '../harness/measure'
import {
  at,
  centreId,
  officer,
  openProblemList,
  type ProblemList,
  resident,
  secretary,
  staff,
  streetOfficer,
} from './problem-list'

/** An overdue problem climbs to the street, seen on an office PC and in elder mode (长辈版); every page fits. */

const now = at('2026-12-04', 9)
const long = '5栋到7栋之间的三盏路灯都不亮,老人晚上出来倒垃圾看不清台阶,已经有人摔过一跤,请尽快修好'

let list: ProblemList
let browser: BrowserHarness
let late = ''
let done = ''
let direct = ''

beforeAll(async () => {
  list = await openProblemList()
  late = await list.listed({ raiser: resident })
  await list.set('problems', late, { text: long })
  await list.clock(at('2026-11-25', 9))
  done = await list.listed({ raiser: resident })
  direct = await list.listed()
  const photo = await list.town.cloud.upload({ name: 'lamp.png', content: 'a photo of a lamp' }, staff)
  const finish = { centreId, text: '换好了', evidence: [photo] }
  await list.clock(now)
  await list.tickOn(6)
  await list.done('finishProblem', { ...finish, problemId: done }, staff)
  await list.done('finishProblem', { ...finish, problemId: direct }, staff)
  browser = await startBrowser(list.town.cloud.url)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await list?.stop()
})

const opens = (openid: string, path: string, look: Look = {}) =>
  browser.openAs(openid, path, { now, ...look })

test('the officer of the street finds what climbed, with its story, and gives more time', async () => {
  const visitor = await opens(streetOfficer, '/hall/staff/escalated-page?centreId=hudong.chunjiang', {
    pc: true,
  })
  await visitor.sees('1 个问题超期报上来,请督办')
  await visitor.sees(long)
  await visitor.sees('超期 4 个工作日')
  await visitor.sees('超期 3 个工作日还没有办完,报街道督办')
  await visitor.screenshot('story-problem-street')
  await visitor.tap(`批准延期,${long}`)
  await visitor.type('原因', '配件周一到')
  await visitor.tap('延 3 个工作日')
  await visitor.hears('延到 12月9日')
  await visitor.sees('还有 3 个工作日')
  expect(visitor.errors).toEqual([])
  await visitor.leave()
})

test('the secretary strikes off what nobody in particular raised', async () => {
  const visitor = await opens(secretary, `/hall/staff/problem-page?centreId=${centreId}&problemId=${direct}`)
  await visitor.sees('没有提的人,由书记看过现场再销号')
  await visitor.tap('办好了,销号')
  await visitor.type('原因', '三盏灯都亮了')
  await visitor.tap('销号')
  await visitor.hears('已销号')
  await visitor.sees('书记核实解决了,销号:三盏灯都亮了')
  expect((await list.problemRow(direct)).state).toBe('struckOff')
  await visitor.leave()
})

const work = (page: string, more = '') => `/hall/staff/${page}?centreId=${centreId}${more}`
const shown = {
  'the list': [staff, () => work('problems-page'), '个在办'],
  'a problem under way': [secretary, () => work('problem-page', `&problemId=${late}`), '批准延期'],
  'a problem that waits to be confirmed': [
    staff,
    () => work('problem-page', `&problemId=${done}`),
    '等提的人确认',
  ],
  'listing one': [staff, () => work('new-problem-page'), '四项都填好就能列上'],
  'what became of them': [staff, () => work('close-out-page'), '对账销号'],
  'holidays to enter': [officer, () => '/hall/staff/calendar-page?centreId=hudong', '存好 2026 年的安排'],
  'holidays to read': [staff, () => work('calendar-page'), '放假安排全区统一'],
  'what I raised': [resident, () => '/hall/resident/my-problems-page', '1 件办完了,请您看看'],
} as const
type Shown = keyof typeof shown

describe.each([
  ['on a phone', {}, 17, 14, 44],
  ['in elder mode', { elder: true }, 22, 20, 60],
  ['on an office PC', { pc: true }, 17, 14, 44],
] as const)('%s', (_, look, text, second, hit) => {
  const faults = async (visitor: Visitor) => {
    await visitor.loaded()
    const { texts, controls, overflow, glued } = await measure(visitor.page)
    return {
      small: texts.filter(({ px, secondary }) => px < (secondary ? second : text)),
      pale: texts.filter(({ contrast }) => contrast < 4.5),
      hardToHit: controls.filter(({ width, height }) => width < hit || height < hit),
      ...{ glued, overflow, errors: visitor.errors },
    }
  }

  test.each(Object.keys(shown) as Shown[])('%s is readable, can be hit and fits', async (page) => {
    const [openid, path, words] = shown[page]
    const visitor = await opens(openid, path(), look)
    try {
      await visitor.sees(words)
      expect(await faults(visitor)).toEqual({
        ...{ small: [], pale: [], hardToHit: [], glued: [], overflow: 0, errors: [] },
      })
    } finally {
      await visitor.leave()
    }
  })
})
