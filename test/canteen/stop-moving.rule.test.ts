import type { RouteDocument } from '../../cloudfunctions/_kit/documents/delivery'
import { newRoute, type Stop } from '../../cloudfunctions/canteen/route.rule'
import { decideMoving } from '../../cloudfunctions/canteen/stop-moving.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'

const stop = (building: string): Stop => ({
  dinerId: `d${building}`,
  orderId: `o${building}`,
  homeId: 'hudong.chunjiang.jingui',
  nameMasked: '赵**',
  building: `${building}栋`,
  room: '301',
  meal: '普通套餐',
  diet: '',
  note: '',
})
const menu = {
  _id: 'm',
  centreId: 'hudong.chunjiang.jingui',
  canteenId: 'c',
  day: '2026-11-23' as ShanghaiDay,
  slot: 'lunch' as const,
  servedTo: asInstant(1_795_408_200_000),
}
const route = (id: string, ...buildings: readonly string[]): RouteDocument =>
  newRoute(menu, id, 1, buildings.map(stop))
const begun = { newId: 'new', no: 3 }
const tick: RouteDocument['ticks'][number] = {
  key: 'k',
  dinerId: 'd1',
  outcome: 'delivered',
  at: asInstant(0),
  receivedAt: asInstant(0),
  by: 'wang',
  byMasked: '王*',
  courier: 'wang',
  courierMasked: '王*',
  householdId: '',
  homeId: '',
  note: '',
}

test('stops join another route in walking order, and both are called anew', () => {
  const moved = decideMoving(route('r1', '1', '2', '10'), route('r2', '5', '12'), ['d10', 'd2'], begun)
  expect(moved).toMatchObject({
    from: { _id: 'r1', title: '1栋', state: 'open', stops: [stop('1')] },
    into: { _id: 'r2', title: '2栋 → 12栋', stops: [stop('2'), stop('5'), stop('10'), stop('12')] },
  })
})

test('stops become a new route of the same meal', () => {
  const from = route('r1', '1', '2')
  expect(decideMoving(from, undefined, ['d2'], begun)).toMatchObject({
    from: { stops: [stop('1')] },
    into: newRoute(menu, 'new', 3, [stop('2')]),
  })
})

test('a route that nothing is left on is done, also where the rest is ticked', () => {
  expect(decideMoving(route('r1', '1'), route('r2', '5'), ['d1'], begun)).toMatchObject({
    from: { state: 'done', stops: [], title: '' },
    into: { state: 'open' },
  })
  const begunBefore = { ...route('r1', '1', '2'), ticks: [tick] }
  expect(decideMoving(begunBefore, undefined, ['d2'], begun)).toMatchObject({ from: { state: 'done' } })
})

const taken = { ...route('r2', '5'), state: 'taken' as const }
const other = newRoute({ ...menu, _id: 'another' }, 'r2', 1, [stop('5')])
test.each([
  ['onto itself', route('r1', '1'), route('r1', '1'), ['d1'], 'CANTEEN.SAME_ROUTE'],
  ['to another meal', route('r1', '1'), other, ['d1'], 'CANTEEN.SAME_ROUTE'],
  ['from a route that is walked', taken, undefined, ['d5'], 'CANTEEN.ROUTE_UNDER_WAY'],
  ['to a route that is walked', route('r1', '1'), taken, ['d1'], 'CANTEEN.ROUTE_UNDER_WAY'],
  [
    'to a route that is done',
    route('r1', '1'),
    { ...taken, state: 'done' as const },
    ['d1'],
    'CANTEEN.ROUTE_UNDER_WAY',
  ],
  ['what is ticked', { ...route('r1', '1'), ticks: [tick] }, undefined, ['d1'], 'CANTEEN.ROUTE_UNDER_WAY'],
  ['who is not on it', route('r1', '1'), undefined, ['d1', 'd9'], 'COMMON.NOT_FOUND'],
])('nobody is moved %s', (_what, from, into, dinerIds, code) => {
  expect(decideMoving(from, into, dinerIds, begun)).toEqual({ refused: code })
})
