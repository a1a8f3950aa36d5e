import { instantOf } from '../../types/common/time'
import { type BrowserHarness, startBrowser, type Visitor } from '../harness/browser'
import { approves, people } from '../harness/town'
import { canteenId, centreId, monday, type Noon, openNoon, staff } from './noon'

/** A stairwell without reception, and nobody answers on the fourth floor. */

const menuId = `${canteenId}_${monday}_lunch`
const eleven = instantOf(monday, 660)
let noon: Noon
let browser: BrowserHarness
let courier: Visitor

beforeAll(async () => {
  noon = await openNoon()
  await approves(noon.town, staff, centreId, people.volunteer) // couriers earn for their household
  await noon.menu(monday)
  const ids = [
    await noon.diner({ nameMasked: '钱*爷', building: '5栋', room: '201' }),
    await noon.diner({ nameMasked: '孙*奶', building: '5栋', room: '402' }),
    await noon.diner({ nameMasked: '李*爷', building: '7栋', room: '101' }),
  ]
  const rows = ids.map((dinerId) => ({ dinerId, mealId: 'b', delivery: true }))
  await noon.done('orderForMany', { centreId, menuId, rows }, staff)
  await noon.clock({ now: instantOf(monday, 571) })
  await noon.tick()
  await noon.clock({ now: eleven })
  browser = await startBrowser(noon.town.cloud.url)
  courier = await browser.openAs(people.volunteer, `/canteen/courier/routes-page?centreId=${centreId}`, {
    now: eleven,
  })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await noon?.stop()
})

const ticks = async () =>
  (await noon.rows('routes', { menuId })).flatMap((route) =>
    route.ticks.map(({ dinerId, outcome }) => `${dinerId.slice(-1)}:${outcome}`),
  )

test('the courier takes the route and sees the doors in walking order', async () => {
  await courier.tap('我来送 5栋 → 7栋')
  await courier.sees('没人应门')
  await courier.loaded()
  await courier.sees('3 份,已送 0 份')
  const doors = await courier.page.locator('.card__title:visible').allInnerTexts()
  expect(doors.map((door) => door.split(' ').slice(0, 2).join(' '))).toEqual([
    '5栋 201',
    '5栋 402',
    '7栋 101',
  ])
  await courier.screenshot('story-delivery-route')
})

test('without reception a tick is shown at once and kept on the phone', async () => {
  await courier.page.context().setOffline(true)
  await courier.tap('送到了,5栋 201 钱*爷')
  await courier.sees('3 份,已送 1 份')
  await courier.sees('1 笔等着发')
  await courier.screenshot('story-delivery-offline')
  expect(await ticks()).toEqual([])
})

test('back in reception it goes by itself, once', async () => {
  await courier.page.context().setOffline(false)
  await courier.page.getByText('1 笔等着发').filter({ visible: true }).waitFor({ state: 'hidden' })
  expect(await ticks()).toEqual(['1:delivered'])
})

test('nobody answers on the fourth floor: the named person is told', async () => {
  await courier.tap('没人应门,5栋 402 孙*奶')
  await courier.hears('已通知社区,有人会去看老人')
  const [notice] = (await noon.rows('notices', { to: staff })).filter(({ title }) => /应门/.test(title))
  expect(notice?.text).toContain('5栋 402')
})

test('it is reminded until somebody writes what they found', async () => {
  const desk = await browser.openAs(staff, `/canteen/staff/welfare-page?centreId=${centreId}`, {
    now: eleven,
  })
  await desk.sees('5栋 402')
  await desk.screenshot('story-welfare-open')
  await noon.clock({ advance: 11 * 60_000 })
  await noon.tick()
  const reminders = (await noon.rows('notices', { to: staff })).filter(({ title }) => /应门/.test(title))
  expect(reminders.length).toBeGreaterThan(1)
  const [check] = await noon.rows('welfareChecks', { state: 'open' })
  await noon.done(
    'answerWelfareCheck',
    { centreId, checkId: check?._id ?? '', finding: 'well', text: '在女儿家,平安' },
    staff,
  )
  await noon.clock({ advance: 60 * 60_000 })
  await noon.tick()
  const after = (await noon.rows('notices', { to: staff })).filter(({ title }) => /应门/.test(title))
  expect(after).toHaveLength(reminders.length)
  await desk.leave()
})

test('the last door ends the route, and the courier’s household has its points once', async () => {
  await courier.tap('送到了,7栋 101 李*爷')
  await courier.sees('3 份,已送 2 份,1 份没送到')
  await noon.tick()
  await noon.tick()
  const earned = (await noon.rows('passbooks')).flatMap(({ journals }) =>
    journals.filter(({ reason }) => reason.startsWith('送餐')),
  )
  expect(earned.map(({ amount }) => amount)).toEqual([4]) // two doors opened, two points each
  expect(courier.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])
})
