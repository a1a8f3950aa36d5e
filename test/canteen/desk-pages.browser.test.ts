import { addDays, instantOf, type ShanghaiDay } from '../../types/common/time'
import { type BrowserHarness, type Look, startBrowser, type Visitor } from '../harness/browser'
import { canteenSamples } from '../harness/canteen-samples'
import { measure } from '../harness/measure'
import { people } from '../harness/town'
import { centreId, type Desk, openDesk, today, tomorrow } from './desk'

/** The desk's pages of the canteen with something on every one: on a phone, in elder mode (长辈版), on an office PC. */

const firstOfMonth = `${today().slice(0, 7)}-01` as ShanghaiDay
const lastMonth = addDays(firstOfMonth, -5)
const phone: Look = {}
const elder: Look = { elder: true }
const pc: Look = { pc: true }

let desk: Desk
let browser: BrowserHarness
let approved = ''
let pending = ''

/** Orders and bills of last month, an elder nobody answered for today, one who waits for a decision. */
beforeAll(async () => {
  desk = await openDesk([lastMonth, today(), tomorrow()])
  approved = await desk.elder({ name: '赵奶奶', building: '5栋', room: '2-301', avoids: ['虾蟹'] }, 0)
  await desk.elder({ name: '钱爷爷', building: '5栋', room: '2-302' }, 50_00)
  const settings = { needs: [], avoids: ['虾蟹' as const], careTags: ['独居' as const], owesUpTo: 300_00 }
  const delivery = { reason: '失能,一人在家', until: '2099-06-30' }
  const door = { centreId, dinerId: approved, building: '5栋', room: '2-301' }
  await desk.done('saveDiner', { ...door, ...settings, delivery, ended: false }, people.staff)
  const { registerDiner } = canteenSamples
  pending = (await desk.done('registerDiner', { ...registerDiner, room: '2-303' }, people.resident)).dinerId
  const rows = [{ dinerId: approved, mealId: 'b', delivery: true }]
  for (const day of [lastMonth, today()]) {
    await desk.done('orderForMany', { centreId, menuId: desk.menuOf(day), rows }, people.staff)
  }
  await desk.town.cloud.clock({ now: instantOf(firstOfMonth, 60) })
  await desk.tick()
  await desk.now()
  await desk.done('topUp', { centreId, dinerId: approved, fen: 1_00, note: '女儿交来' }, people.staff)
  await desk.tick()
  const day = today()
  const [route] = (await desk.done('routes', { centreId, day }, people.volunteer)).rows
  const at = { centreId, routeId: route?.routeId ?? '' }
  await desk.done('takeRoute', at, people.volunteer)
  const found = { dinerId: approved, outcome: 'noAnswer' as const, at: Date.now(), note: '敲了三次' }
  await desk.done('tickStop', { ...at, ...found }, people.volunteer)
  browser = await startBrowser(desk.town.cloud.url)
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await desk?.town.cloud.stop()
})

const shown = {
  'the roster': async (visitor: Visitor) => {
    await visitor.tap('已通过')
    await visitor.sees('5栋 2-302')
  },
  'an elder who waits': async (visitor: Visitor) => {
    await visitor.tap('看真名、生日、电话')
    await visitor.sees('1940-05-06 出生')
  },
  'an elder who eats here': (visitor: Visitor) => visitor.sees('送到哪天为止'),
  'a new elder': (visitor: Visitor) => visitor.sees('重点关爱标签'),
  'an account': async (visitor: Visitor) => {
    await visitor.sees('女儿交来')
    await visitor.type('收多少元', '0')
    await visitor.sees('请填钱数')
  },
  'the bills': (visitor: Visitor) => visitor.sees('还欠着'),
  'ordering for others': async (visitor: Visitor) => {
    await visitor.tap('没订的都选软饭套餐')
    await visitor.sees('替 2 位老人订')
  },
  'an alarm': async (visitor: Visitor) => {
    await visitor.tap('看电话和紧急联系人,5栋 2-301 赵*奶')
    await visitor.sees('您看过电话')
  },
} as const
type Shown = keyof typeof shown

const pathOf = (page: Shown): string => {
  const at = (name: string, dinerId = '') => `/canteen/staff/${name}?centreId=${centreId}&dinerId=${dinerId}`
  const paths: Readonly<Record<Shown, string>> = {
    'the roster': at('diners-page'),
    'an elder who waits': at('diner-page', pending),
    'an elder who eats here': at('diner-page', approved),
    'a new elder': at('add-diner-page'),
    'an account': at('diner-account-page', approved),
    'the bills': at('bills-page'),
    'ordering for others': at('order-for-others-page'),
    'an alarm': at('welfare-page'),
  }
  return paths[page]
}

const pages = Object.keys(shown) as Shown[]
describe.each([
  ['on a phone', phone, 17, 14, 44],
  ['in elder mode', elder, 22, 20, 60],
  ['on an office PC', pc, 17, 14, 44],
] as const)('%s', (_, look, text, second, hit) => {
  test.each(pages)('%s is readable, can be hit and fits', async (page) => {
    const visitor = await browser.openAs(people.staff, pathOf(page), look)
    try {
      await shown[page](visitor)
      await visitor.loaded()
      const { texts, controls, overflow, glued } = await measure(visitor.page)
      expect({
        small: texts.filter(({ px, secondary }) => px < (secondary ? second : text)),
        pale: texts.filter(({ contrast }) => contrast < 4.5),
        hardToHit: controls.filter(({ width, height }) => width < hit || height < hit),
        glued,
        overflow,
        errors: visitor.errors,
      }).toEqual({ small: [], pale: [], hardToHit: [], glued: [], overflow: 0, errors: [] })
    } finally {
      await visitor.leave()
    }
  })
})
