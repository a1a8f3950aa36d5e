import type { InputOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'
import { centres, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf } from './earning-desk'

/** A community that set nothing goes by its street, then by its district. */

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown()
  desk = deskOf(town)
})
afterAll(() => town?.cloud.stop())

type Settings = Omit<InputOf<typeof pointsContract, 'saveSettings'>, 'centreId'>
const settings = (differences: Partial<Settings>): Settings => ({
  noticeDays: 7,
  pickupHours: 72,
  pickupPlace: '一楼柜台',
  openingTimes: '周六上午',
  expireAfterYears: 0,
  ...differences,
})
const set = (at: string, by: string, differences: Partial<Settings>) =>
  desk.done('saveSettings', { centreId: at, ...settings(differences) }, by)
const held = (at: string) => desk.done('settings', { centreId: at }, people.stranger)
const { officer, secretary, resident } = people

test("a community goes by its district's settings, its street's, then its own", async () => {
  expect(await held(centreId)).toMatchObject({ noticeDays: 7, pickupPlace: '社区党群服务中心' })
  await set(centres.district, officer, { pickupPlace: '区里' })
  expect(await held(centreId)).toMatchObject({ pickupPlace: '区里' })
  await set(centres.street, officer, { pickupPlace: '街道' })
  expect(await held(centreId)).toMatchObject({ pickupPlace: '街道' })
  await set(centreId, secretary, { pickupPlace: '社区' })
  expect(await held(centreId)).toMatchObject({ pickupPlace: '社区' })
  expect(await held(centres.station)).toMatchObject({ pickupPlace: '社区' })
  expect(await held(centres.yinxing)).toMatchObject({ pickupPlace: '街道' })
})

test('what a street sets holds where points are logged and redeemed', async () => {
  const yinxing = centres.yinxing
  await set(centres.street, officer, { noticeDays: 0, pickupHours: 2 })
  const item = { title: '值班', unit: '次', points: 9, caps: {}, evidence: 'none' as const }
  const rule = { ...item, secondPersonAbove: 5, startsOn: '2020-01-01', stopped: false }
  const { itemId } = await desk.done('saveEarningItem', { centreId: centres.street, ...rule }, officer)
  const { passbookId } = await desk.done(
    'findPassbook',
    { centreId: yinxing, building: '1', room: '107' },
    people.staffElsewhere,
  )
  const log = { centreId: yinxing, passbookId, itemId, units: 2, happenedAt: Date.now() }
  await desk.done('logPoints', log, people.staffElsewhere)
  expect(await desk.done('publicNotice', { centreId: yinxing }, people.residentElsewhere)).toEqual({
    rows: [],
  })

  const shelf = { kind: 'goods' as const, title: '大米', description: '', picture: '', price: 5 }
  const rest = { limit: 0, limitPeriod: 'month' as const, state: 'published' as const, slots: [] }
  const on = { centreId: yinxing, ...shelf, ...rest }
  const { itemId: rice } = await desk.done('saveShelfItem', on, people.staffElsewhere)
  await desk.done('stockIn', { centreId: yinxing, itemId: rice, quantity: 1 }, people.staffElsewhere)
  const wish = { centreId: yinxing, itemId: rice, quantity: 1, price: 5 }
  const { pickupBy } = await desk.done('redeem', wish, people.residentElsewhere)
  expect(pickupBy - Date.now()).toBeLessThanOrEqual(2 * 3_600_000)
  expect((await desk.done('myPassbook', { centreId }, resident)).lines).toEqual([])
})

test('points lapse by the rule of the street', async () => {
  await set(centres.street, officer, { expireAfterYears: 1 })
  const { expiring } = await desk.done('myPassbook', { centreId: centres.yinxing }, people.residentElsewhere)
  expect(expiring).toMatchObject({ points: 13 })
})
