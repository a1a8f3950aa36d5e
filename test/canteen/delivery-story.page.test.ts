import { instantOf } from '../../types/common/time'
import { openPhone, type Phone } from '../harness/page'
import { people } from '../harness/town'
import { canteenId, centreId, monday, type Noon, openNoon, staff } from './noon'

/** A stairwell without reception: what is ticked there is shown, kept over a restart, and sent once. */

const menuId = `${canteenId}_${monday}_lunch`
const eleven = instantOf(monday, 660)
const routes = `/canteen/courier/routes-page?centreId=${centreId}`
let noon: Noon
let phone: Phone

beforeAll(async () => {
  noon = await openNoon()
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
  phone = openPhone({ cloud: noon.town.cloud, openid: people.volunteer, now: eleven }, routes)
})
afterAll(() => noon?.stop())

const route = async () => {
  const [one] = await noon.rows('routes', { menuId })
  if (!one) throw new Error('no route')
  return one
}
const ticks = async () => {
  const { stops, ticks: ticked } = await route()
  return ticked.map(({ dinerId, outcome, at }) => ({
    room: stops.find((stop) => stop.dinerId === dinerId)?.room,
    outcome,
    minute: Math.floor((at - eleven) / 60_000),
  }))
}
/** WeChat ended the mini-program meanwhile; opened again, it has what is kept on the phone. */
const restarts = async (minute: number, online: boolean) => {
  const { storage } = phone.program
  phone.close()
  const now = eleven + minute * 60_000
  await noon.clock({ now })
  const { _id } = await route()
  const url = `/canteen/courier/route-page?centreId=${centreId}&routeId=${_id}&day=${monday}`
  phone = openPhone({ cloud: noon.town.cloud, openid: people.volunteer, now, online, storage }, url)
}

test('the courier takes the route and sees the doors in walking order', async () => {
  await phone.tap('我来送 5栋 → 7栋')
  await phone.hears('领好了,没信号也能勾')
  await phone.sees('送到了')
  await phone.settles()
  expect(phone.route()).toBe('canteen/courier/route-page')
  const text = phone.text()
  const at = ['5栋 201', '5栋 402', '7栋 101'].map((door) => text.indexOf(door))
  expect(at).toEqual(at.toSorted((a, b) => a - b))
})

test('without reception a tick is shown at once, and nobody else knows of it', async () => {
  phone.program.network(false)
  await phone.tap('送到了,5栋 201 钱*爷')
  await phone.sees('3 份,已送 1 份')
  await phone.sees('1 笔等着发')
  await phone.sees('5栋 201 送到了')
  await phone.sees('11:00 还没发出去')
  await phone.settles()
  expect(await ticks()).toEqual([])
})

test('the next door does not wait for the one before', async () => {
  phone.program.itIs(eleven + 2 * 60_000)
  await phone.tap('没人应门,5栋 402 孙*奶')
  await phone.sees('2 笔等着发')
  await phone.sees('3 份,已送 1 份,1 份没送到')
  expect(await ticks()).toEqual([])
})

test('who ticks that nobody answers without reception reads that nobody knows yet', async () => {
  await phone.hears('没有信号,社区还不知道,请到有信号的地方再看一眼')
  await phone.offersNo('没人应门,5栋 402 孙*奶')
  expect(await noon.rows('welfareChecks')).toEqual([])
})

test('the mini-program is ended in the stairwell: opened there again, the route and the ticks are shown', async () => {
  await restarts(4, false)
  await phone.sees('3 份,已送 1 份,1 份没送到')
  await phone.sees('2 笔等着发')
  await phone.sees('11:00 还没发出去')
  await phone.sees('11:02 还没发出去')
  await phone.offersNo('送到了,5栋 201 钱*爷')
  expect(await ticks()).toEqual([])
})

test('ended again and opened in the open: both go by themselves, once, with the time of the door', async () => {
  await restarts(9, true)
  await phone.losesSight('笔等着发')
  await phone.sees('3 份,已送 1 份,1 份没送到')
  await phone.losesSight('还没发出去')
  await phone.settles()
  expect(await ticks()).toEqual([
    { room: '201', outcome: 'delivered', minute: 0 },
    { room: '402', outcome: 'noAnswer', minute: 2 },
  ])
  expect(await noon.rows('welfareChecks', { state: 'open' })).toHaveLength(1)
})

test('an answer lost on the way makes no second tick', async () => {
  phone.program.loseAnswers(true)
  await phone.tap('送到了,7栋 101 李*爷')
  await phone.sees('1 笔等着发')
  await phone.settles()
  await restarts(12, true)
  await phone.losesSight('笔等着发')
  await phone.sees('3 份,已送 2 份,1 份没送到')
  expect((await ticks()).map(({ room, outcome }) => `${room} ${outcome}`)).toEqual([
    '201 delivered',
    '402 noAnswer',
    '101 delivered',
  ])
  phone.close()
})

test('the route is over and its courier has the points once', async () => {
  await noon.tick()
  await noon.tick()
  expect((await route()).state).toBe('done')
})
