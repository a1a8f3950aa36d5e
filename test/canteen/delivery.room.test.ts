import { seal } from '../../cloudfunctions/_kit/privacy'
import { carriedOrder, type Delivery, dataKey, eleven, minute, openDelivery } from './delivering'
import { centreId, dayAfter, staff, staffElsewhere } from './noon'

process.env.LINLI_DATA_KEY = dataKey

let noon: Delivery
let wang: string
let li: string
beforeAll(async () => {
  noon = await openDelivery()
  ;({ wang, li } = noon.couriers)
})
afterAll(() => noon?.stop())
beforeEach(() => noon.clock({ now: eleven }))

const outcomesOf = async (routeId: string) =>
  (await noon.routeRow(routeId)).ticks.map(({ outcome }) => outcome)
const codeOf = ({ reply }: { readonly reply: { readonly ok: boolean } }) =>
  reply.ok ? 'ok' : String(Reflect.get(reply, 'code'))

describe('a route', () => {
  test('is made at the cut-off, taken, walked and done', async () => {
    const route = await noon.route(2)
    expect(route).toMatchObject({ title: '5栋', state: 'open', no: 1 })
    await noon.done('takeRoute', { centreId, routeId: route._id }, wang)
    await noon.tickStop(route, 0, 'delivered')
    expect(await noon.routeRow(route._id)).toMatchObject({ state: 'taken' })
    const { reply } = await noon.tickStop(route, 1, 'delivered')
    expect(reply).toMatchObject({ ok: true, data: { outcome: 'delivered', by: '王*餐' } })
    expect(await noon.routeRow(route._id)).toMatchObject({ state: 'done', settled: false })
    await noon.tick()
    expect(await noon.routeRow(route._id)).toMatchObject({ settled: true })
    expect(await noon.earned(wang, route)).toEqual([4])
  })

  test('is taken by one of two who want it at once', async () => {
    const { _id: routeId } = await noon.route(1)
    const answers = await Promise.all(
      [wang, li].map((openid) => noon.ask('takeRoute', { centreId, routeId }, openid)),
    )
    expect(answers.map(codeOf).toSorted()).toEqual(['CANTEEN.ROUTE_TAKEN', 'ok'])
  })

  test('is taken by the same person as often as they ask', async () => {
    const { _id: routeId } = await noon.taken(1)
    expect(codeOf(await noon.ask('takeRoute', { centreId, routeId }, wang))).toBe('ok')
  })

  test('is not taken any more when its day is over', async () => {
    const { _id: routeId } = await noon.route(1)
    await noon.clock({ advance: 24 * 60 * minute })
    expect(codeOf(await noon.ask('takeRoute', { centreId, routeId }, wang))).toBe('CANTEEN.ROUTE_OVER')
  })

  test('is shown to volunteers while it is free or theirs, to the staff always', async () => {
    const day = dayAfter(7)
    const { routes } = await noon.round(
      [
        ['10栋', '101'],
        ['9栋', '101'],
        ['9栋', '201'],
      ],
      day,
    )
    const routeId = routes[0]?._id ?? ''
    const shown = async (openid: string) => {
      const { rows, stopsPerRoute } = await noon.done('routes', { centreId, day }, openid)
      expect(stopsPerRoute).toBe(12)
      return rows
    }
    expect(await shown(li)).toMatchObject([
      {
        routeId,
        title: '9栋 → 10栋',
        mine: false,
        stops: [{ building: '9栋', room: '101', name: '赵**' }, { room: '201' }, { building: '10栋' }],
      },
    ])
    await noon.done('takeRoute', { centreId, routeId }, wang)
    expect(await shown(wang)).toMatchObject([{ mine: true, courier: '王*餐' }])
    expect(await shown(li)).toEqual([])
    expect(await shown(staff)).toMatchObject([{ mine: false, courier: '王*餐' }])
  })

  test('is made once, by two timers at once and again later', async () => {
    const { menuId, routes } = await noon.round([
      ['1栋', '101'],
      ['20栋', '101'],
    ])
    await noon.set('menus', menuId, { routed: false })
    await Promise.all([noon.tick(), noon.tick()])
    await noon.set('menus', menuId, { routed: false })
    await noon.set('canteens', routes[0]?.canteenId ?? '', { stopsPerRoute: 1 })
    await noon.tick()
    await noon.set('canteens', routes[0]?.canteenId ?? '', { stopsPerRoute: 12 })
    expect(await noon.routesOf(menuId)).toEqual(routes)
  })

  test('gets a late stop where its building is still walked, once; otherwise it is a new route', async () => {
    const { menuId, routes } = await noon.round([
      ['1栋', '101'],
      ['2栋', '101'],
    ])
    const late = (dinerId: string, building: string) =>
      noon.set('menus', menuId, {
        routed: false,
        [`orders.${dinerId}`]: { ...carriedOrder(dinerId, building, '1201'), lateBecause: '忘了订' },
      })
    await late('late-one', '2栋')
    await Promise.all([noon.tick(), noon.tick()])
    expect(await noon.routesOf(menuId)).toMatchObject([{ _id: routes[0]?._id, stops: { length: 3 } }])
    await noon.done('takeRoute', { centreId, routeId: routes[0]?._id ?? '' }, wang)
    const [route] = await noon.routesOf(menuId)
    if (!route) throw new Error('no route')
    for (const at of [0, 1, 2]) await noon.tickStop(route, at, 'delivered')
    await late('late-two', '2栋')
    await noon.tick()
    await noon.tick()
    expect(await noon.routesOf(menuId)).toMatchObject([
      { state: 'done', stops: { length: 3 } },
      { state: 'open', no: 2, stops: [{ dinerId: 'late-two' }] },
    ])
  })
})

describe('a tick', () => {
  test('synced twice from two phones is one, and the points are posted once', async () => {
    const route = await noon.taken(1)
    const times = Array.from({ length: 6 }, () => noon.tickStop(route, 0, 'delivered', wang, { at: eleven }))
    const answers = await Promise.all(times)
    expect(new Set(answers.map(({ reply }) => JSON.stringify({ ...reply, traceId: '' }))).size).toBe(1)
    expect(await outcomesOf(route._id)).toEqual(['delivered'])
    await Promise.all([noon.tick(), noon.tick(), noon.tick()])
    await noon.tick()
    expect(await noon.earned(wang, route)).toEqual([2])
    const [line] =
      (await noon.passbook(wang))?.journals.filter(({ about }) => about === `route:${route._id}`) ?? []
    expect(line).toMatchObject({ reason: '送餐 1 份 王*餐', kind: 'earn', forMasked: '王*餐' })
    expect(await noon.rows('publicNotices', { _id: line?.id })).toMatchObject([
      { household: '9栋 901', points: 2 },
    ])
  })

  test('of many stops at once from one phone loses none', async () => {
    const route = await noon.taken(6)
    const all = await Promise.all(route.stops.map((_stop, at) => noon.tickStop(route, at, 'delivered')))
    expect(all.map(codeOf)).toEqual(all.map(() => 'ok'))
    expect(await noon.routeRow(route._id)).toMatchObject({ state: 'done', ticks: { length: 6 } })
  })

  test("that arrives two hours later keeps the phone's time, never later than now or before the day", async () => {
    const route = await noon.taken(3)
    await noon.clock({ advance: 120 * minute })
    const at = eleven + 7 * minute
    expect((await noon.tickStop(route, 0, 'delivered', wang, { at })).reply).toMatchObject({ data: { at } })
    await noon.tickStop(route, 1, 'delivered', wang, { at: eleven + 24 * 60 * minute })
    await noon.tickStop(route, 2, 'delivered', wang, { at: eleven - 24 * 60 * minute })
    const [, ahead, behind] = (await noon.routeRow(route._id)).ticks
    expect(ahead?.at).toBe(ahead?.receivedAt)
    expect(behind?.at).toBe(eleven - 11 * 60 * minute)
  })

  test('is not taken a week after the route', async () => {
    const route = await noon.taken(1)
    await noon.clock({ advance: 8 * 24 * 60 * minute })
    expect(codeOf(await noon.tickStop(route, 0, 'delivered'))).toBe('CANTEEN.ROUTE_OVER')
  })

  test('of somebody else is refused, of the staff it is taken for the courier', async () => {
    const route = await noon.taken(2)
    expect(codeOf(await noon.tickStop(route, 0, 'delivered', li))).toBe('CANTEEN.NOT_YOUR_ROUTE')
    expect(codeOf(await noon.tickStop(route, 0, 'delivered', staffElsewhere))).toBe('COMMON.NOT_ALLOWED')
    expect(codeOf(await noon.tickStop(route, 0, 'delivered', staff))).toBe('ok')
    expect(codeOf(await noon.tickStop(route, 1, 'refused', staff))).toBe('ok')
    await noon.tick()
    expect(await noon.earned(wang, route)).toEqual([2])
    expect(await noon.earned(staff, route)).toEqual([])
  })

  test('is for a stop of the route, and delivered is final', async () => {
    const route = await noon.taken(2)
    const away = { ...route, stops: [{ ...route.stops[0], dinerId: 'nobody-here' }] } as typeof route
    expect(codeOf(await noon.tickStop(away, 0, 'delivered'))).toBe('CANTEEN.NO_STOP')
    await noon.tickStop(route, 0, 'delivered')
    expect(codeOf(await noon.tickStop(route, 0, 'wrong'))).toBe('CANTEEN.ALREADY_DELIVERED')
    expect(await outcomesOf(route._id)).toEqual(['delivered'])
  })

  test('by a volunteer without a household earns nothing and settles', async () => {
    const route = await noon.taken(1, noon.couriers.none)
    expect(codeOf(await noon.tickStop(route, 0, 'delivered', noon.couriers.none))).toBe('ok')
    await noon.tick()
    expect(await noon.routeRow(route._id)).toMatchObject({ settled: true, credits: [] })
  })
})

describe('a courier who drops out on the way', () => {
  test('leaves the rest to another; each earns what they delivered, once', async () => {
    const route = await noon.taken(3)
    await noon.tickStop(route, 0, 'delivered')
    expect(await noon.done('leaveRoute', { centreId, routeId: route._id }, wang)).toEqual({ left: 2 })
    expect(await noon.routeRow(route._id)).toMatchObject({ state: 'open', courier: '' })
    expect(codeOf(await noon.tickStop(route, 1, 'delivered', wang, { at: eleven }))).toBe('ok') // kept by the phone
    await noon.clock({ advance: minute })
    expect(codeOf(await noon.tickStop(route, 2, 'delivered'))).toBe('CANTEEN.NOT_YOUR_ROUTE')
    await noon.done('takeRoute', { centreId, routeId: route._id }, li)
    expect(codeOf(await noon.tickStop(route, 2, 'delivered', li))).toBe('ok')
    for (let n = 0; n < 3; n += 1) await Promise.all([noon.tick(), noon.tick()])
    expect([await noon.earned(wang, route), await noon.earned(li, route)]).toEqual([[4], [2]])
  })

  test('still has the ticks the phone kept from before leaving', async () => {
    const route = await noon.taken(2)
    await noon.clock({ advance: 30 * minute })
    await noon.done('leaveRoute', { centreId, routeId: route._id }, wang)
    await noon.done('takeRoute', { centreId, routeId: route._id }, li)
    await noon.clock({ advance: 30 * minute })
    const before = { at: eleven + 20 * minute }
    expect(codeOf(await noon.tickStop(route, 0, 'delivered', wang, before))).toBe('ok')
    const after = { at: eleven + 40 * minute }
    expect(codeOf(await noon.tickStop(route, 1, 'delivered', wang, after))).toBe('CANTEEN.NOT_YOUR_ROUTE')
    expect(codeOf(await noon.tickStop(route, 0, 'delivered', li))).toBe('ok') // it is there: one tick
    expect(await noon.routeRow(route._id)).toMatchObject({ ticks: [{ by: wang, courier: wang }] })
  })

  test('still raises the alarm of a door that was moved to another route since', async () => {
    const route = await noon.taken(2)
    const dinerId = route.stops[0]?.dinerId ?? ''
    await noon.clock({ advance: 30 * minute })
    await noon.done('leaveRoute', { centreId, routeId: route._id }, staff)
    const { intoId } = await noon.done(
      'moveStops',
      { centreId, fromId: route._id, dinerIds: [dinerId] },
      staff,
    )
    const before = { at: eleven + 20 * minute }
    expect(codeOf(await noon.tickStop(route, 0, 'noAnswer', li, before))).toBe('CANTEEN.NOT_YOUR_ROUTE')
    for (let n = 0; n < 2; n += 1) {
      expect(codeOf(await noon.tickStop(route, 0, 'noAnswer', wang, before))).toBe('ok')
    }
    expect(await noon.routeRow(intoId)).toMatchObject({ state: 'done', ticks: [{ dinerId, by: wang }] })
    expect((await noon.checksOf(route)).length).toBe(1)
  })

  test('leaves once, however often the phone asks and wherever it dies', async () => {
    for (const died of [0, 1, 2]) {
      const { _id: routeId } = await noon.taken(2)
      const more = { requestId: `leave-route-${died}` }
      const headers = { 'x-crash-after-writes': String(died) }
      await noon.ask('leaveRoute', { centreId, routeId }, wang, { ...more, headers })
      expect(await noon.done('leaveRoute', { centreId, routeId }, wang, more)).toEqual({ left: 2 })
      expect(await noon.done('leaveRoute', { centreId, routeId }, wang, more)).toEqual({ left: 2 })
      expect((await noon.routeRow(routeId)).former.length).toBe(1)
    }
  })

  test('can be relieved by the staff, not by another volunteer', async () => {
    const { _id: routeId } = await noon.taken(1)
    expect(codeOf(await noon.ask('leaveRoute', { centreId, routeId }, li))).toBe('CANTEEN.NOT_YOUR_ROUTE')
    expect(codeOf(await noon.ask('leaveRoute', { centreId, routeId }, staff))).toBe('ok')
    expect(await noon.routeRow(routeId)).toMatchObject({ state: 'open', former: [{ who: wang }] })
  })
})

describe('points for delivering', () => {
  test('are posted for an unfinished route when the meal is long over, and later ticks add theirs', async () => {
    const route = await noon.taken(3)
    await noon.tickStop(route, 0, 'delivered')
    await noon.tick()
    expect(await noon.earned(wang, route)).toEqual([])
    await noon.clock({ advance: 5 * 60 * minute })
    await noon.tick()
    expect(await noon.earned(wang, route)).toEqual([2])
    await noon.tickStop(route, 1, 'noAnswer')
    await noon.tickStop(route, 2, 'delivered')
    await noon.tick()
    await noon.tickStop(route, 1, 'delivered')
    await noon.tick()
    await noon.tick()
    expect(await noon.earned(wang, route)).toEqual([2, 2, 2])
  })

  test('are posted once where the timer dies, after whichever write', async () => {
    for (let n = 0; n <= 8; n += 1) {
      const route = await noon.taken(1)
      await noon.tickStop(route, 0, 'delivered')
      await noon.town.cloud.timer('canteen', 'tick', { 'x-crash-after-writes': String(n) })
      await noon.tick()
      expect([n, await noon.earned(wang, route)]).toEqual([n, [2]])
      expect(await noon.routeRow(route._id)).toMatchObject({ settled: true, credits: { length: 1 } })
    }
  })

  test('go by what a stop is worth when they are posted', async () => {
    const route = await noon.taken(1)
    await noon.tickStop(route, 0, 'delivered')
    await noon.set('canteens', route.canteenId, { pointsPerStop: 0 })
    await noon.tick()
    await noon.set('canteens', route.canteenId, { pointsPerStop: 2 })
    await noon.tick()
    expect(await noon.earned(wang, route)).toEqual([])
    expect(await noon.routeRow(route._id)).toMatchObject({ settled: true })
  })
})

describe('moving stops', () => {
  test('splits a route and joins two, each once', async () => {
    const route = await noon.route(3)
    const first = route.stops[0]?.dinerId ?? ''
    const split = { centreId, fromId: route._id, dinerIds: [first] }
    const more = { requestId: 'split-route-once' }
    const { intoId } = await noon.done('moveStops', split, staff, more)
    expect(await noon.done('moveStops', split, staff, more)).toEqual({ intoId })
    expect(await noon.routesOf(route.menuId)).toMatchObject([
      { _id: route._id, stops: { length: 2 } },
      { _id: intoId, no: 2, state: 'open', stops: [{ dinerId: first }] },
    ])
    await noon.done('moveStops', { centreId, fromId: intoId, intoId: route._id, dinerIds: [first] }, staff)
    expect(await noon.routesOf(route.menuId)).toMatchObject([
      { stops: [{ dinerId: first }, {}, {}], state: 'open' },
      { stops: [], state: 'done' },
    ])
    const { rows } = await noon.done('routes', { centreId, day: route.day }, staff)
    expect(rows.some(({ routeId }) => routeId === intoId)).toBe(false)
  })

  test('is done once where it dies, after whichever write', async () => {
    for (let n = 0; n <= 4; n += 1) {
      const route = await noon.route(2)
      const split = { centreId, fromId: route._id, dinerIds: [route.stops[0]?.dinerId ?? ''] }
      const more = { requestId: `split-route-${n}` }
      await noon.ask('moveStops', split, staff, { ...more, headers: { 'x-crash-after-writes': String(n) } })
      await noon.clock({ advance: 31_000 })
      await noon.done('moveStops', split, staff, more)
      expect((await noon.routesOf(route.menuId)).map(({ stops }) => stops.length)).toEqual([1, 1])
    }
  })

  test('is refused for routes that are walked, of two meals, or one and the same', async () => {
    const [walked, free, other] = [await noon.taken(1), await noon.route(1), await noon.route(1)]
    const move = (from: typeof free, into: typeof free) =>
      noon.ask(
        'moveStops',
        { centreId, fromId: from._id, intoId: into._id, dinerIds: from.stops.map(({ dinerId }) => dinerId) },
        staff,
      )
    expect(codeOf(await move(free, free))).toBe('CANTEEN.SAME_ROUTE')
    expect(codeOf(await move(free, other))).toBe('CANTEEN.SAME_ROUTE')
    const alone = { centreId, fromId: walked._id, dinerIds: [walked.stops[0]?.dinerId ?? ''] }
    expect(codeOf(await noon.ask('moveStops', alone, staff))).toBe('CANTEEN.ROUTE_UNDER_WAY')
    expect(codeOf(await noon.ask('moveStops', alone, wang))).toBe('COMMON.NOT_ALLOWED')
  })

  test('twice at once moves a stop once', async () => {
    const route = await noon.route(2)
    const split = { centreId, fromId: route._id, dinerIds: [route.stops[0]?.dinerId ?? ''] }
    const answers = await Promise.all([0, 1].map(() => noon.ask('moveStops', split, staff)))
    expect(answers.map(codeOf).toSorted()).toEqual(['COMMON.NOT_FOUND', 'ok'])
    expect((await noon.routesOf(route.menuId)).map(({ stops }) => stops.length)).toEqual([1, 1])
  })

  test('while somebody takes the route either moves or is refused, and no stop is lost', async () => {
    const route = await noon.route(2)
    const split = { centreId, fromId: route._id, dinerIds: [route.stops[0]?.dinerId ?? ''] }
    await Promise.all([
      noon.ask('moveStops', split, staff),
      noon.ask('takeRoute', { centreId, routeId: route._id }, wang),
    ])
    const stops = (await noon.routesOf(route.menuId)).flatMap((one) => one.stops)
    expect(stops.map(({ dinerId }) => dinerId).toSorted()).toEqual(
      route.stops.map(({ dinerId }) => dinerId).toSorted(),
    )
  })
})

describe('a menu called off after its cut-off', () => {
  test('loses the routes nobody ticked on, and who had taken one is told once', async () => {
    const { menuId, routes } = await noon.round([
      ['1栋', '101'],
      ['33栋', '101'],
    ])
    const [one] = routes
    if (!one) throw new Error('no route')
    await noon.done('takeRoute', { centreId, routeId: one._id }, li)
    const kept = await noon.taken(1)
    await noon.tickStop(kept, 0, 'delivered')
    for (const id of [menuId, kept.menuId]) await noon.set('menus', id, { state: 'cancelled', routed: false })
    await Promise.all([noon.tick(), noon.tick()])
    expect(await noon.routesOf(menuId)).toEqual([])
    expect((await noon.routesOf(kept.menuId)).length).toBe(1)
    expect((await noon.told(li, one.title)).map(({ title }) => title)).toEqual(['这一顿取消了,不用送餐'])
  })
})

describe('a phone number', () => {
  test('is seen by the courier of the day until the route is done, and by the staff; who looked is kept', async () => {
    const route = await noon.taken(1)
    const dinerId = route.stops[0]?.dinerId ?? ''
    const [planted = ''] = await noon.diners(1)
    const diner = await noon.row('diners', planted)
    const sealed = { nameSealed: seal('赵奶奶'), phoneSealed: seal('13812341234') }
    await noon.plant('diners', [{ ...diner, ...sealed, _id: dinerId }])
    const look = (openid: string) =>
      noon.ask('stopContact', { centreId, routeId: route._id, dinerId }, openid)
    expect((await look(wang)).reply).toMatchObject({ data: { name: '赵奶奶', phone: '13812341234' } })
    const [audit] = await noon.rows('auditLog', { action: 'canteen.stopContact', who: wang })
    expect(audit?.target).toBe(`${route._id} ${dinerId}`)
    expect(JSON.stringify(audit)).not.toContain('13812341234')
    expect(codeOf(await look(li))).toBe('CANTEEN.NOT_YOUR_ROUTE')
    expect(codeOf(await look(staff))).toBe('ok')
    await noon.clock({ advance: 24 * 60 * minute })
    expect(codeOf(await look(wang))).toBe('CANTEEN.NOT_YOUR_ROUTE')
    await noon.clock({ now: eleven })
    await noon.tickStop(route, 0, 'delivered')
    expect(codeOf(await look(wang))).toBe('CANTEEN.NOT_YOUR_ROUTE')
  })
})
