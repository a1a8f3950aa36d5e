import type { canteenContract } from '../../types/canteen.contract'
import type { InputOf } from '../../types/common/contract'
import { centres, people } from '../harness/town'
import { canteenId, centreId, daughter, type Noon, openNoon, staff, staffElsewhere } from './noon'
import { canteenRow } from './rows'

type Form = InputOf<typeof canteenContract, 'saveCanteen'>

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

const { volunteer, secretary, resident } = people
const form: Form = {
  centreId,
  name: '滨江长者食堂',
  address: '滨江路 2 号',
  phone: '027-7654321',
  slots: [
    { slot: 'lunch', capacity: 80, cutoffDaysBefore: 0, cutoffAt: 540, servedFrom: 660, servedTo: 750 },
  ],
  welfareTo: secretary,
  pointsPerStop: 2,
  stopsPerRoute: 10,
  state: 'open',
}
const [lunchRule] = form.slots
if (!lunchRule) throw new Error('a slot')
const refused = async (facts: Partial<Form>, openid: string = staff): Promise<string> => {
  const { reply } = await noon.ask('saveCanteen', { ...form, ...facts }, openid)
  return reply.ok ? 'not refused' : reply.code
}

describe('setting up a canteen', () => {
  test('writes it once for a request, and changes it', async () => {
    const more = { requestId: 'canteen-once' }
    const saved = await Promise.all(
      Array.from({ length: 5 }, () => noon.done('saveCanteen', { ...form, name: '一次' }, staff, more)),
    )
    const canteenIds = new Set(saved.map((answer) => answer.canteenId))
    expect(canteenIds.size).toBe(1)
    const [made = ''] = canteenIds
    expect(await noon.rows('canteens', { name: '一次' })).toMatchObject([
      { _id: made, districtId: 'hudong', welfareTo: secretary, welfareName: '周*记' },
    ])
    const place = { lng: 114.3, lat: 30.6 }
    await noon.done('saveCanteen', { ...form, canteenId: made, place, state: 'closed' }, staff)
    expect(await noon.row('canteens', made)).toMatchObject({ name: form.name, place, state: 'closed' })
    await noon.done('saveCanteen', { ...form, canteenId: made, state: 'closed' }, staff)
    expect(await noon.row('canteens', made)).not.toHaveProperty('place')
  })

  test('refuses hours that do not follow each other', async () => {
    for (const wrong of [{ cutoffAt: 660 }, { servedTo: 660 }, { servedFrom: 800 }]) {
      expect(await refused({ slots: [{ ...lunchRule, ...wrong }] })).toBe('CANTEEN.WRONG_HOURS')
    }
    expect(await refused({ slots: [lunchRule, lunchRule] })).toBe('COMMON.BAD_INPUT')
  })

  test('names somebody who may answer welfare checks here', async () => {
    for (const welfareTo of [volunteer, resident, people.staffElsewhere, 'nobody']) {
      expect(await refused({ welfareTo })).toBe('CANTEEN.WRONG_PERSON')
    }
  })

  test('is for the staff of its centre', async () => {
    expect(await refused({}, volunteer)).toBe('COMMON.NOT_ALLOWED')
    expect(await refused({}, staffElsewhere)).toBe('COMMON.NOT_ALLOWED')
    const elsewhere = { centreId: centres.yinxing, canteenId, welfareTo: staffElsewhere }
    expect(await refused(elsewhere, staffElsewhere)).toBe('COMMON.NOT_FOUND')
  })
})

test('the staff see the settings and who may answer welfare checks, under masked names', async () => {
  const { rows, people: answering } = await noon.done('canteenOfStaff', { centreId }, volunteer)
  expect(rows.find((row) => row.canteenId === canteenId)).toMatchObject({
    welfareTo: staff,
    welfareName: '李*',
    stopsPerRoute: 12,
  })
  expect(answering.map(({ residentId }) => residentId).toSorted()).toEqual([secretary, staff].toSorted())
  expect(answering.every(({ name }) => name.includes('*'))).toBe(true)
})

test('canteens of the district come nearest first, closed ones not at all', async () => {
  const at = (lng: number, lat: number) => ({ place: { lng, lat } })
  const other = (id: string, facts: object) => ({ ...canteenRow, _id: id, name: id, order: id, ...facts })
  await noon.plant('canteens', [
    other('near', { centreId: centres.yinxing, ...at(114.31, 30.6) }),
    other('far', { centreId: centres.yinxing, ...at(114.5, 30.6) }),
    other('shut', { state: 'closed', ...at(114.3, 30.6) }),
    other('abroad', { districtId: 'hexi', centreId: 'hexi.jie.she', ...at(114.3, 30.6) }),
  ])
  const names = async (near?: { lng: number; lat: number }) =>
    (await noon.done('canteens', { centreId, ...(near && { near }) }, people.stranger)).rows
  const near = await names({ lng: 114.3, lat: 30.6 })
  expect(near.map((row) => row.name)).toEqual(['near', 'far', '金桂长者食堂'])
  expect(near[0]?.metres).toBeGreaterThan(900)
  expect(near[0]?.metres).toBeLessThan(1000)
  expect((await names()).map((row) => row.name)).toEqual(['金桂长者食堂', 'far', 'near'])
  expect((await noon.done('canteens', { centreId: 'hexi' }, daughter)).rows.length).toBe(1)
})
