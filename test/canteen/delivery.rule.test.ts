import type { RouteDocument } from '../../cloudfunctions/_kit/documents/delivery'
import {
  creditIdOf,
  creditsOwed,
  decideTick,
  mayCall,
  type Ticker,
  tickKeyOf,
  wasUnanswered,
} from '../../cloudfunctions/canteen/delivery.rule'
import { newRoute, type Stop } from '../../cloudfunctions/canteen/route.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'

const day = '2026-11-23' as ShanghaiDay
const noon = instantOf(day, 12 * 60)
const minute = 60_000

const stop = (dinerId: string): Stop => ({
  dinerId,
  orderId: `o-${dinerId}`,
  homeId: 'hudong.chunjiang.jingui',
  nameMasked: '赵**',
  building: '5栋',
  room: '301',
  meal: '普通套餐',
  diet: '',
  note: '',
})
const menu = {
  _id: 'm',
  centreId: 'hudong.chunjiang.jingui',
  canteenId: 'c',
  day,
  slot: 'lunch' as const,
  servedTo: instantOf(day, 750),
}
const wang: Ticker = {
  openid: 'wang',
  nameMasked: '王*',
  householdId: 'h-wang',
  homeId: 'home',
  isStaff: false,
}
const li: Ticker = { ...wang, openid: 'li', nameMasked: '李*', householdId: 'h-li' }
const staff: Ticker = { ...wang, openid: 'staff', nameMasked: '周*', householdId: 'h-staff', isStaff: true }

const taken = (facts: Partial<RouteDocument> = {}): RouteDocument => ({
  ...newRoute(menu, 'r', 1, [stop('a'), stop('b')]),
  state: 'taken',
  courier: 'wang',
  courierMasked: '王*',
  courierHouseholdId: 'h-wang',
  courierHomeId: 'home',
  ...facts,
})
const found = { dinerId: 'a', outcome: 'delivered' as const, at: noon, note: '' }

/** The route after a tick that is expected to be taken. */
const ticked = (
  route: RouteDocument,
  facts: Partial<Parameters<typeof decideTick>[1]> = {},
  ticker: Ticker = wang,
): RouteDocument => {
  const decision = decideTick(route, { ...found, ...facts }, ticker, noon)
  if (!('kind' in decision)) throw new Error(JSON.stringify(decision))
  return { ...route, ticks: [...route.ticks, decision.tick] }
}

describe('a tick', () => {
  test('is written with whose delivery it is', () => {
    const decision = decideTick(taken(), found, wang, noon)
    expect(decision).toMatchObject({
      ...{ kind: 'write', finishes: false, stop: { dinerId: 'a' } },
      tick: {
        ...{
          key: tickKeyOf('r', 'a', 'delivered'),
          dinerId: 'a',
          outcome: 'delivered',
          at: noon,
          receivedAt: noon,
        },
        ...{ by: 'wang', byMasked: '王*', courier: 'wang', householdId: 'h-wang', homeId: 'home', note: '' },
      },
    })
  })

  test('finishes the route when no stop is left without one', () => {
    const route = ticked(taken(), { outcome: 'refused' })
    expect(decideTick(route, { ...found, dinerId: 'b' }, wang, noon)).toMatchObject({ finishes: true })
  })

  test('has one key for a stop and outcome', () => {
    const keys = [
      tickKeyOf('r', 'a', 'delivered'),
      tickKeyOf('r', 'a', 'noAnswer'),
      tickKeyOf('r', 'b', 'delivered'),
      tickKeyOf('s', 'a', 'delivered'),
    ]
    expect(new Set(keys).size).toBe(4)
  })

  test.each([
    ['as the phone says', noon - 30 * minute, noon - 30 * minute],
    ['now when the phone is ahead', noon + minute, noon],
    ['when the day began when the phone is days behind', noon - 48 * 60 * minute, instantOf(day, 0)],
  ])('happened %s', (_what, at, expected) => {
    const decision = decideTick(taken(), { ...found, at: asInstant(at) }, wang, noon)
    expect(decision).toMatchObject({ tick: { at: expected, receivedAt: noon } })
  })

  test.each([
    ['somebody else has the route', taken(), found, li, 'CANTEEN.NOT_YOUR_ROUTE'],
    ['nobody has the route', taken({ state: 'open', courier: '' }), found, wang, 'CANTEEN.NOT_YOUR_ROUTE'],
    ['the stop is not on it', taken(), { ...found, dinerId: 'z' }, wang, 'CANTEEN.NO_STOP'],
    [
      'the meal was delivered',
      ticked(taken()),
      { ...found, outcome: 'wrong' as const },
      wang,
      'CANTEEN.ALREADY_DELIVERED',
    ],
    [
      'a stranger asks for what is not on it',
      taken(),
      { ...found, dinerId: 'z' },
      li,
      'CANTEEN.NOT_YOUR_ROUTE',
    ],
  ])('is refused when %s', (_why, route, what, ticker, code) => {
    expect(decideTick(route, what, ticker, noon)).toEqual({ refused: code })
  })

  test('is refused from the eighth day on', () => {
    const on = (days: number) => decideTick(taken(), found, wang, asInstant(noon + days * 24 * 60 * minute))
    expect(on(7)).toMatchObject({ kind: 'write' })
    expect(on(8)).toEqual({ refused: 'CANTEEN.ROUTE_OVER' })
  })

  test('that is there is answered as it is, to the courier and to whoever wrote it, later too', () => {
    const route = ticked(taken())
    const later = { ...found, at: asInstant(noon + minute) }
    expect(decideTick(route, later, wang, asInstant(noon + minute))).toMatchObject({
      kind: 'there',
      tick: { at: noon },
    })
    const left = { ...route, courier: 'li', former: [{ who: 'wang', until: asInstant(0), requestKey: '' }] }
    expect(decideTick(left, found, wang, noon)).toMatchObject({ kind: 'there' })
    expect(decideTick(left, found, li, noon)).toMatchObject({ kind: 'there', tick: { by: 'wang' } })
  })

  test('delivered follows nobody answering, not the other way round', () => {
    const route = ticked(taken(), { outcome: 'noAnswer' })
    expect(wasUnanswered(route, 'a')).toBe(true)
    expect(wasUnanswered(route, 'b')).toBe(false)
    const carried = ticked(taken(), { dinerId: 'b' })
    expect(wasUnanswered(carried, 'b')).toBe(false)
    expect(wasUnanswered({ ticks: [...carried.ticks, ...route.ticks] }, 'a')).toBe(true)
    expect(decideTick(route, found, wang, noon)).toMatchObject({ kind: 'write' })
    expect(decideTick(ticked(taken()), { ...found, outcome: 'noAnswer' }, wang, noon)).toEqual({
      refused: 'CANTEEN.ALREADY_DELIVERED',
    })
  })

  test('of a former courier counts when it happened before they left', () => {
    const until = asInstant(noon - 10 * minute)
    const route = taken({ courier: 'li', former: [{ who: 'wang', until, requestKey: '' }] })
    const at = (when: number) => decideTick(route, { ...found, at: asInstant(when) }, wang, noon)
    expect(at(until)).toMatchObject({ tick: { courier: 'wang', householdId: 'h-wang' } })
    expect(at(until + 1)).toEqual({ refused: 'CANTEEN.NOT_YOUR_ROUTE' })
    const zhou = { ...li, openid: 'zhou' }
    expect(decideTick(route, { ...found, at: until }, zhou, noon)).toEqual({
      refused: 'CANTEEN.NOT_YOUR_ROUTE',
    })
  })

  test('of a stop that was moved counts where it is now, by who walked the route it was on', () => {
    const until = asInstant(noon + minute)
    const walked = { ...newRoute(menu, 'old', 2, []), former: [{ who: 'wang', until, requestKey: '' }] }
    const now = taken({ courier: 'li' })
    expect(decideTick(now, found, wang, noon)).toEqual({ refused: 'CANTEEN.NOT_YOUR_ROUTE' })
    expect(decideTick(now, found, wang, noon, walked)).toMatchObject({
      tick: { key: tickKeyOf('r', 'a', 'delivered'), courier: 'wang' },
    })
  })

  test("of the staff is the courier's delivery, and nobody's where nobody had the route", () => {
    expect(decideTick(taken(), found, staff, noon)).toMatchObject({
      tick: { by: 'staff', courier: 'wang', courierMasked: '王*', householdId: 'h-wang', homeId: 'home' },
    })
    const open = newRoute(menu, 'r', 1, [stop('a')])
    expect(decideTick(open, found, staff, noon)).toMatchObject({
      tick: { by: 'staff', courier: '', householdId: '' },
    })
  })
})

describe('phone numbers', () => {
  test.each([
    ['the courier on the day', taken(), wang, noon, true],
    ['the courier on another day', taken(), wang, asInstant(noon + 24 * 60 * minute), false],
    ['the courier of a route that is done', taken({ state: 'done' }), wang, noon, false],
    ['another volunteer', taken(), li, noon, false],
    ['the staff', taken({ state: 'done' }), staff, noon, true],
  ])('of a route: %s', (_who, route, ticker, now, expected) => {
    expect(mayCall(route, ticker, now)).toBe(expected)
  })
})

describe('what couriers are owed', () => {
  const line = { courier: 'wang', courierMasked: '王*', householdId: 'h-wang', homeId: 'home' }

  test('is points for each stop they delivered, and nothing for other ticks', () => {
    const route = ticked(ticked(taken()), { dinerId: 'b', outcome: 'noAnswer' })
    expect(creditsOwed(route, 2)).toEqual([{ ...line, stops: 1, points: 2 }])
  })

  test('is a line for each courier', () => {
    const both = ticked({ ...ticked(taken()), courier: 'li' }, { dinerId: 'b' }, li)
    expect(creditsOwed(both, 3).map(({ courier, stops, points }) => [courier, stops, points])).toEqual([
      ['wang', 1, 3],
      ['li', 1, 3],
    ])
    const known = [{ ...line, stops: 1, points: 3 }]
    expect(creditsOwed({ ...both, credits: known }, 3).map(({ courier }) => courier)).toEqual(['li'])
  })

  test('is a line for each household of a courier who moved in between', () => {
    const moved = ticked(ticked(taken()), { dinerId: 'b' }, { ...wang, householdId: 'h-new' })
    expect(creditsOwed(moved, 2).map(({ householdId, stops }) => [householdId, stops])).toEqual([
      ['h-wang', 1],
      ['h-new', 1],
    ])
    const known = [{ ...line, stops: 1, points: 2 }]
    expect(creditsOwed({ ...moved, credits: known }, 2)).toMatchObject([{ householdId: 'h-new', stops: 1 }])
  })

  test('is a line for each member of a household who carried', () => {
    const son = { ...li, householdId: wang.householdId }
    const both = ticked({ ...ticked(taken()), courier: 'li' }, { dinerId: 'b' }, son)
    const known = [{ ...line, stops: 1, points: 2 }]
    expect(creditsOwed({ ...both, credits: known }, 2)).toMatchObject([{ courier: 'li', stops: 1 }])
  })

  test('leaves out what a line says already', () => {
    const route = ticked(ticked(taken()), { dinerId: 'b' })
    const credits = [{ ...line, stops: 1, points: 5 }]
    expect(creditsOwed({ ...route, credits }, 2)).toEqual([{ ...line, stops: 1, points: 2 }])
    expect(creditsOwed({ ...route, credits: [...credits, ...credits] }, 2)).toEqual([])
  })

  test('is nothing without a household', () => {
    expect(creditsOwed(ticked(taken(), {}, { ...wang, householdId: '' }), 2)).toEqual([])
  })

  test('is posted under an id for each line', () => {
    expect(new Set([creditIdOf('r', 0), creditIdOf('r', 1), creditIdOf('s', 0)]).size).toBe(3)
  })
})
