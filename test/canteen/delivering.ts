import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import type { NoticeDocument } from '../../cloudfunctions/_kit/documents/community'
import type { RouteDocument, WelfareCheckDocument } from '../../cloudfunctions/_kit/documents/delivery'
import type { PassbookDocument } from '../../cloudfunctions/_kit/documents/points'
import type { canteenContract } from '../../types/canteen.contract'
import type { InputOf } from '../../types/common/contract'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { communityContract } from '../../types/community.contract'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, people, startCode } from '../harness/town'
import { canteenId, centreId, monday, type Noon, openNoon } from './noon'

export type Outcome = InputOf<typeof canteenContract, 'tickStop'>['outcome']

/** Key of personal data in these tests, so that they can plant what is sealed. */
export const dataKey = Buffer.alloc(32, 7).toString('base64')

export const minute = 60_000
/** The meal is carried from eleven to half past twelve. */
export const eleven = instantOf(monday, 11 * 60)

/** An order carried to a door, as it stands on its menu. */
export const carriedOrder = (dinerId: string, building: string, room: string): MealOrder => ({
  id: `order-${dinerId}`,
  dinerId,
  homeId: centreId,
  nameMasked: '赵**',
  building,
  room,
  mealId: 'a',
  mealName: '普通套餐',
  delivery: true,
  needs: [],
  clashes: [],
  price: 1500,
  subsidies: [],
  toPay: 1500,
  rule: '',
  tier: '',
  source: 'self',
  by: people.resident,
  byMasked: '王**',
  at: asInstant(eleven - 24 * 60 * minute),
  requestKey: '',
  note: '',
  lateBecause: '',
  voidedBecause: '',
})

/** The noon scene with couriers: two volunteers with households of their own, the town's volunteer has none. */
export const openDelivery = async (options: TestCloudOptions = {}) => {
  const noon: Noon = await openNoon({
    environment: { LINLI_FIRST_STAFF_CODE: startCode, LINLI_DATA_KEY: dataKey },
    ...options,
  })
  const { town, rows } = noon
  let menus = 0
  const couriers = { wang: 'courier-wang', li: 'courier-li', none: people.volunteer }
  for (const [openid, name, room] of [
    [couriers.wang, '王送餐', '901'],
    [couriers.li, '李送餐', '902'],
  ] as const) {
    await town.done(communityContract, 'join', { centreId, name, building: '9', room }, openid)
    const decision = { centreId, residentId: openid, decision: 'approve' as const }
    await town.done(communityContract, 'decideApplication', decision, people.staff)
    const volunteers = { centreId, residentId: openid, role: 'volunteer' as const }
    await town.done(communityContract, 'appoint', volunteers, people.officer)
  }
  await noon.clock({ now: eleven })

  const delivery = {
    ...noon,
    couriers,
    /** A frozen menu with orders to those doors, its routes made by the tick; answers the routes. */
    round: async (
      doors: readonly (readonly [building: string, room: string])[],
      day: ShanghaiDay = monday,
    ): Promise<{ readonly menuId: string; readonly routes: readonly RouteDocument[] }> => {
      menus += 1
      const orders = doors.map(([building, room], at) =>
        carriedOrder(`m${menus}-${building.replace('栋', '')}-${room}-${at}`, building, room),
      )
      const menuId = `${canteenId}_${day}_lunch_${menus}`
      await noon.menu(day, 'lunch', {
        _id: menuId,
        state: 'frozen',
        routed: false,
        orders: Object.fromEntries(orders.map((order) => [order.dinerId, order])),
      })
      await noon.tick()
      return { menuId, routes: await delivery.routesOf(menuId) }
    },
    /** One route of so many doors of one building, one floor each. */
    route: async (doors: number, building = '5栋'): Promise<RouteDocument> => {
      const { routes } = await delivery.round(
        Array.from({ length: doors }, (_, at) => [building, `${at + 1}01`] as const),
      )
      const [route] = routes
      if (!route) throw new Error('no route was made')
      return route
    },
    taken: async (doors: number, courier: string = couriers.wang): Promise<RouteDocument> => {
      const route = await delivery.route(doors)
      await noon.done('takeRoute', { centreId, routeId: route._id }, courier)
      return route
    },
    routesOf: async (menuId: string): Promise<readonly RouteDocument[]> =>
      [...(await rows('routes', { menuId }))].toSorted((a, b) => (a.order < b.order ? -1 : 1)),
    routeRow: (routeId: string): Promise<RouteDocument> => noon.row('routes', routeId),
    /** Ticks the stop at a place of the route, now unless said otherwise. */
    tickStop: async (
      route: RouteDocument,
      at: number,
      outcome: Outcome,
      openid: string = couriers.wang,
      facts: { readonly at?: number; readonly note?: string } = {},
      more?: AskOptions,
    ) => {
      const dinerId = route.stops[at]?.dinerId ?? ''
      const when = { at: facts.at ?? (await delivery.now()), note: facts.note ?? '' }
      return noon.ask('tickStop', { centreId, routeId: route._id, dinerId, outcome, ...when }, openid, more)
    },
    now: (): Promise<number> => noon.clock({ advance: 0 }),
    checksOf: async (route: RouteDocument): Promise<readonly WelfareCheckDocument[]> => {
      const dinerIds = new Set(route.stops.map(({ dinerId }) => dinerId))
      return (await rows('welfareChecks')).filter(({ dinerId }) => dinerIds.has(dinerId))
    },
    /** Notices of a person that carry a word, oldest first. */
    told: async (openid: string, once: string): Promise<readonly NoticeDocument[]> =>
      (await rows('notices', { to: openid })).filter(({ text, title }) => `${title}${text}`.includes(once)),
    passbook: async (openid: string): Promise<PassbookDocument | undefined> => {
      const [resident] = await rows('residents', { _id: openid })
      const [book] = await rows('passbooks', { _id: resident?.householdId ?? '' })
      return book
    },
    /** What somebody's household earned by a route: the points of each line. */
    earned: async (openid: string, route: RouteDocument): Promise<readonly number[]> =>
      ((await delivery.passbook(openid))?.journals ?? [])
        .filter(({ about }) => about === `route:${route._id}`)
        .map(({ amount }) => amount),
  }
  return delivery
}

export type Delivery = Awaited<ReturnType<typeof openDelivery>>
