import fc from 'fast-check'
import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import type { RouteDocument } from '../../cloudfunctions/_kit/documents/delivery'
import {
  firstRoutes,
  inWalkingOrder,
  isOnRoute,
  leftOut,
  newRoute,
  planRoutes,
  type RoutedMenu,
  routeFor,
  routeTitle,
  type Stop,
  stopOf,
  tickOf,
  untouched,
} from '../../cloudfunctions/canteen/route.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'

const stop = (building: string, room: string, n = 0): Stop => ({
  dinerId: `d-${building}-${room}-${n}`,
  orderId: `o-${building}-${room}-${n}`,
  homeId: 'hudong.chunjiang.jingui',
  nameMasked: '赵*奶',
  building,
  room,
  meal: '普通套餐',
  diet: '',
  note: '',
})

const order = (building: string, room: string, facts: Partial<MealOrder> = {}): MealOrder => ({
  id: `o-${building}-${room}`,
  dinerId: `d-${building}-${room}`,
  homeId: 'hudong.chunjiang.jingui',
  nameMasked: '赵*奶',
  building,
  room,
  mealId: 'a',
  mealName: '普通套餐',
  delivery: true,
  needs: ['低盐', '软烂'],
  clashes: [],
  price: 1500,
  subsidies: [],
  toPay: 1500,
  rule: '',
  tier: '',
  source: 'self',
  by: 'somebody',
  byMasked: '赵*',
  at: asInstant(0),
  requestKey: '',
  note: '放门口',
  lateBecause: '',
  voidedBecause: '',
  ...facts,
})

const menuOf = (...orders: readonly MealOrder[]): RoutedMenu => ({
  _id: 'c_2026-11-23_lunch',
  centreId: 'hudong.chunjiang.jingui',
  canteenId: 'c',
  day: '2026-11-23' as ShanghaiDay,
  slot: 'lunch',
  servedTo: asInstant(1_795_408_200_000),
  orders: Object.fromEntries(orders.map((one) => [one.dinerId, one])),
})

const doors = (stops: readonly Stop[]): readonly string[] =>
  stops.map(({ building, room }) => `${building} ${room}`)

describe('walking order', () => {
  test.each([
    ['buildings by number', ['10栋 101', '2栋 101'], ['2栋 101', '10栋 101']],
    ['floors by number', ['2栋 1201', '2栋 301'], ['2栋 301', '2栋 1201']],
    ['units before floors', ['2栋 2-101', '2栋 1-601'], ['2栋 1-601', '2栋 2-101']],
    ['units by number', ['2栋 10-101', '2栋 2-101'], ['2栋 2-101', '2栋 10-101']],
    ['rooms on a floor', ['2栋 1-310', '2栋 1-302'], ['2栋 1-302', '2栋 1-310']],
    ['units in words', ['2栋 2单元101', '2栋 1单元201'], ['2栋 1单元201', '2栋 2单元101']],
    ['rooms with a letter', ['2栋 301B', '2栋 301A'], ['2栋 301A', '2栋 301B']],
    ['rooms without a number', ['2栋 门卫', '2栋 101'], ['2栋 101', '2栋 门卫']],
    ['buildings with names', ['东苑B座 101', '东苑A座 901'], ['东苑A座 901', '东苑B座 101']],
  ])('puts %s in order', (_what, given, expected) => {
    const stops = given.map((door) => {
      const [building = '', room = ''] = door.split(' ')
      return stop(building, room)
    })
    expect(doors(inWalkingOrder(stops))).toEqual(expected)
  })
})

describe('planning', () => {
  test('fills a route with whole buildings and goes on with the next', () => {
    const stops = [
      stop('1栋', '101'),
      stop('1栋', '201'),
      stop('2栋', '101'),
      stop('3栋', '101'),
      stop('3栋', '102'),
    ]
    expect(planRoutes(stops, 3).map(doors)).toEqual([
      ['1栋 101', '1栋 201', '2栋 101'],
      ['3栋 101', '3栋 102'],
    ])
  })

  test('does not tear a building apart that fits on a route of its own', () => {
    const stops = [stop('1栋', '101'), stop('2栋', '101'), stop('2栋', '201'), stop('2栋', '301')]
    expect(planRoutes(stops, 3).map((route) => route.length)).toEqual([1, 3])
  })

  test('cuts a building that is too much between floors', () => {
    const stops = ['101', '102', '201', '202', '301'].map((room) => stop('9栋', room))
    expect(planRoutes([stop('8栋', '101'), ...stops, stop('10栋', '101')], 3).map(doors)).toEqual([
      ['8栋 101'],
      ['9栋 101', '9栋 102'],
      ['9栋 201', '9栋 202', '9栋 301'],
      ['10栋 101'],
    ])
  })

  test('cuts a floor only where it alone is too much', () => {
    const stops = ['101', '102', '103', '201'].map((room) => stop('9栋', room))
    expect(planRoutes(stops, 2).map(doors)).toEqual([
      ['9栋 101', '9栋 102'],
      ['9栋 103', '9栋 201'],
    ])
  })

  test('takes the same building written in two ways as one', () => {
    const stops = [stop('3栋', '201'), stop('03栋', '101'), stop('3栋', '301')]
    expect(planRoutes(stops, 3).map(doors)).toEqual([['03栋 101', '3栋 201', '3栋 301']])
  })

  test('makes no route of nothing', () => {
    expect(planRoutes([], 12)).toEqual([])
  })

  const someStops = fc
    .uniqueArray(
      fc.tuple(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 4 }),
      ),
      {
        selector: (door) => door.join(),
        maxLength: 80,
      },
    )
    .map((found) =>
      found.map(([building, unit, floor, room]) => stop(`${building}栋`, `${unit}-${floor}0${room}`)),
    )
  const limit = fc.integer({ min: 1, max: 15 })

  test('every stop is on exactly one route, in walking order over all of them', () => {
    fc.assert(
      fc.property(someStops, limit, (stops, perRoute) => {
        expect(planRoutes(stops, perRoute).flat()).toEqual(inWalkingOrder(stops))
      }),
    )
  })

  test('no route is longer than it may be, and none is empty', () => {
    fc.assert(
      fc.property(someStops, limit, (stops, perRoute) => {
        for (const { length } of planRoutes(stops, perRoute)) {
          expect(length).toBeGreaterThan(0)
          expect(length).toBeLessThanOrEqual(perRoute)
        }
      }),
    )
  })

  test('a building that fits is on one route; of one that does not, every floor that fits is', () => {
    const apart = (stops: readonly Stop[], perRoute: number, keyOf: (one: Stop) => string) => {
      const routes = planRoutes(stops, perRoute)
      return [...new Set(stops.map(keyOf))].filter((key) => {
        const fits = stops.filter((one) => keyOf(one) === key).length <= perRoute
        return fits && routes.filter((route) => route.some((one) => keyOf(one) === key)).length > 1
      })
    }
    fc.assert(
      fc.property(someStops, limit, (stops, perRoute) => {
        expect(apart(stops, perRoute, ({ building }) => building)).toEqual([])
        const floor = ({ building, room }: Stop) => `${building} ${room.slice(0, 3)}`
        expect(apart(stops, perRoute, floor)).toEqual([])
      }),
    )
  })

  test('the order in which orders came makes no difference', () => {
    fc.assert(
      fc.property(someStops, limit, (stops, perRoute) => {
        expect(planRoutes(stops.toReversed(), perRoute)).toEqual(planRoutes(stops, perRoute))
      }),
    )
  })
})

test('a route is called by its first and last building', () => {
  expect(routeTitle([stop('5栋', '101'), stop('5栋', '201')])).toBe('5栋')
  expect(routeTitle([stop('5栋', '101'), stop('6栋', '1'), stop('7栋', '201')])).toBe('5栋 → 7栋')
  expect(routeTitle([])).toBe('')
})

test('a stop says how the diner wants it', () => {
  expect(stopOf(order('5栋', '301'))).toEqual({
    ...stop('5栋', '301'),
    dinerId: 'd-5栋-301',
    orderId: 'o-5栋-301',
    diet: '低盐、软烂',
    note: '放门口',
  })
})

describe('routes of a menu', () => {
  const eatsThere = order('1栋', '101', { delivery: false })
  const late = order('2栋', '101', { lateBecause: '忘了订' })
  const menu = menuOf(order('5栋', '301'), order('1栋', '201'), eatsThere, late)

  test('are made of what was ordered for delivery before the cut-off, by ids that stay the same', () => {
    const routes = firstRoutes(menu, 1)
    expect(routes.map(({ _id, no, title, state, settled }) => [_id, no, title, state, settled])).toEqual([
      ['c_2026-11-23_lunch:r1', 1, '1栋', 'open', true],
      ['c_2026-11-23_lunch:r2', 2, '5栋', 'open', true],
    ])
    expect(firstRoutes(menuOf(...Object.values(menu.orders).toReversed()), 1)).toEqual(routes)
  })

  test('are the same when an order is voided before they stand', () => {
    const voided = { ...order('5栋', '301'), voidedBecause: '走错了' }
    expect(firstRoutes(menuOf(voided, order('1栋', '201')), 1)).toEqual(firstRoutes(menu, 1))
  })

  test('sort by the end of the meal, then by number', () => {
    const orders = [2, 10, 1].map((no) => newRoute(menu, `r${no}`, no, []).order)
    expect(orders.toSorted()).toEqual([orders[2], orders[0], orders[1]])
  })

  test('leave out who was added late, until they are put on one', () => {
    const routes = firstRoutes(menu, 12)
    expect(leftOut(menu, routes).map(({ orderId }) => orderId)).toEqual(['o-2栋-101'])
    expect(leftOut(menu, [...routes, newRoute(menu, 'late', 2, [stopOf(late)])])).toEqual([])
  })

  test('do not leave out an order that does not count', () => {
    expect(leftOut(menuOf({ ...late, voidedBecause: '走错了' }), [])).toEqual([])
  })

  test('take a diner again whose first meal was on a route that is done', () => {
    const route = newRoute(menu, 'r', 1, [stopOf(late)])
    const again = { dinerId: late.dinerId, orderId: 'another' }
    expect(isOnRoute([route], again)).toBe(true)
    expect(isOnRoute([{ ...route, state: 'done' }], again)).toBe(false)
    expect(isOnRoute([{ ...route, state: 'done' }], stopOf(late))).toBe(true)
  })

  test('take a late stop where its building is still walked', () => {
    const routes = firstRoutes(menu, 1)
    expect(routeFor(routes, stop('05栋', '101'))?.no).toBe(2)
    expect(routeFor(routes, stop('6栋', '101'))).toBeUndefined()
    const done = routes.map((route) => ({ ...route, state: 'done' as const }))
    expect(routeFor(done, stop('5栋', '101'))).toBeUndefined()
  })
})

describe('what a stop came to', () => {
  const tick = (dinerId: string, outcome: RouteDocument['ticks'][number]['outcome'], at: number) => ({
    key: `${dinerId}${outcome}`,
    dinerId,
    outcome,
    at: asInstant(at),
    receivedAt: asInstant(at),
    by: 'courier',
    byMasked: '赵*愿',
    courier: 'courier',
    courierMasked: '赵*愿',
    householdId: '',
    homeId: '',
    note: '',
  })

  test('is the newest tick by when it happened', () => {
    expect(tickOf([tick('a', 'noAnswer', 30), tick('a', 'wrong', 20)], 'a')?.outcome).toBe('noAnswer')
    expect(tickOf([tick('b', 'noAnswer', 30)], 'a')).toBeUndefined()
  })

  test('is delivered once it was, whatever happened later', () => {
    expect(tickOf([tick('a', 'delivered', 10), tick('a', 'noAnswer', 20)], 'a')?.outcome).toBe('delivered')
  })

  test('is open while nobody ticked it', () => {
    const stops = [
      { ...stop('1栋', '101'), dinerId: 'a' },
      { ...stop('1栋', '102'), dinerId: 'b' },
    ]
    expect(untouched({ stops, ticks: [tick('a', 'refused', 1)] }).map(({ dinerId }) => dinerId)).toEqual([
      'b',
    ])
  })
})
