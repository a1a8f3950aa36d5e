import type { canteenContract } from '../../types/canteen.contract'
import type { deliveryActions } from '../../types/canteen.delivery'
import type { ActionName, InputOf } from '../../types/common/contract'
import { type Delivery, eleven, openDelivery } from './delivering'
import { centreId, dayAfter, staff } from './noon'

type Canteen = typeof canteenContract
type Delivering = keyof typeof deliveryActions & ActionName<Canteen>

let noon: Delivery
beforeAll(async () => {
  noon = await openDelivery()
})
afterAll(() => noon?.stop())

/** One successful call of every action of delivery: what it asked the database, and what that looked at. */
const round = async (building: string) => {
  await noon.clock({ now: eleven })
  const { wang } = noon.couriers
  const costs: Record<string, number> = {}
  const looked: Record<string, number> = {}
  const cost = async <A extends Delivering>(
    action: A,
    input: InputOf<Canteen, A>,
    openid: string,
    as: string = action,
  ) => {
    const { reply, cost: spent } = await noon.ask(action, input, openid)
    expect([as, reply]).toEqual([as, expect.objectContaining({ ok: true })])
    costs[as] = spent.dbRequests
    looked[as] = spent.examined
  }
  const route = await noon.route(4, building)
  const routeId = route._id
  const [one = '', two = '', three = '', four = ''] = route.stops.map(({ dinerId }) => dinerId)
  const [planted = ''] = await noon.diners(1)
  const diner = await noon.row('diners', planted)
  await noon.plant('diners', [{ ...diner, _id: one }])

  await cost('moveStops', { centreId, fromId: routeId, dinerIds: [four] }, staff)
  await cost('takeRoute', { centreId, routeId }, wang)
  await cost('stopContact', { centreId, routeId, dinerId: one }, wang)
  const tick = { centreId, routeId, at: eleven, note: '' }
  await cost('tickStop', { ...tick, dinerId: two, outcome: 'delivered' }, wang)
  await cost('tickStop', { ...tick, dinerId: one, outcome: 'noAnswer' }, wang, 'tickStop noAnswer')
  await cost('tickStop', { ...tick, dinerId: one, outcome: 'delivered' }, wang, 'tickStop came back')
  await cost('leaveRoute', { centreId, routeId }, wang)
  expect((await noon.routeRow(routeId)).stops.some(({ dinerId }) => dinerId === three)).toBe(true)
  const [check] = await noon.checksOf(route)
  const checkId = check?._id ?? ''
  await cost('welfareChecks', { centreId, state: 'open' }, staff)
  await cost('welfareContact', { centreId, checkId }, staff)
  await cost('noteWelfareCheck', { centreId, checkId, text: '打了电话' }, staff)
  await cost('answerWelfareCheck', { centreId, checkId, finding: 'well', text: '平安' }, staff)
  await noon.round([[building, '101']], dayAfter(30 + Number.parseInt(building, 10)))
  await cost('routes', { centreId, day: dayAfter(30 + Number.parseInt(building, 10)) }, wang)
  return { costs, looked }
}

/** The whole of what each action asks the database, its caller and its audit row included. */
const promised = {
  routes: 1,
  // caller with route, routes of the menu; a transaction: begin, route, both written, audit row, commit
  moveStops: 8,
  takeRoute: 3,
  leaveRoute: 3,
  tickStop: 2,
  // caller with route and canteen, alarm, notice, tick
  'tickStop noAnswer': 4,
  // and a note on the alarm
  'tickStop came back': 3,
  stopContact: 3,
  welfareChecks: 2,
  welfareContact: 3,
  noteWelfareCheck: 3,
  // caller with check, ended, the courier told, audit row
  answerWelfareCheck: 4,
}

test('every action costs what it costs, and looks at no more when there is a hundred times as much', async () => {
  const first = await round('1栋')
  expect(first.costs).toEqual(promised)

  const [route] = await noon.rows('routes', { title: '1栋' })
  const [check] = await noon.rows('welfareChecks')
  if (!route || !check) throw new Error('nothing to copy')
  // a hundred times the rows of a round, in requests of a size that functions take
  for (const part of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const some = Array.from({ length: 30 }, (_, n) => `old-${part}-${n}`)
    const day = dayAfter(-1 - part)
    await noon.plant(
      'routes',
      some.map((id) => ({ ...route, _id: id, menuId: id, day, order: id })),
    )
    await noon.plant(
      'welfareChecks',
      some.map((id) => ({ ...check, _id: id, dinerId: id, state: 'answered' as const, order: id })),
    )
  }
  const second = await round('2栋')
  expect(second.costs).toEqual(promised)
  for (const [action, examined] of Object.entries(second.looked)) {
    expect([action, examined <= (first.looked[action] ?? 0) + 4]).toEqual([action, true])
  }
})
