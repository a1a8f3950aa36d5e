import { readSheet } from 'read-excel-file/node'
import { communityContract } from '../../types/community.contract'
import { listsContract } from '../../types/lists.contract'
import { approves, joins, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, hour } from '../points/earning-desk'
import { rawRows } from '../points/ledger-town'
import { codeOf } from '../points/tally'

/** Exporting what is kept about oneself, and deleting one's account. */

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown({ testClock: true, testFaults: true })
  desk = deskOf(town)
  await desk.clock({ now: Date.parse('2026-11-21T01:00:00Z') })
})
afterAll(() => town?.cloud.stop())

const { staff, volunteer, resident } = people
/** A transaction that died holds its rows for half a minute. */
const untilLocksEnd = 31_000
const named = '何离开'

let rooms = 300
/** Two people of one household with 9 points, of whom `leaving` said a need, stood on a shift and redeemed. */
const family = async () => {
  rooms += 1
  const [leaving, staying] = [`leaving-of-${rooms}`, `staying-of-${rooms}`]
  await joins(town, leaving, centreId, named, rooms - 100)
  await joins(town, staying, centreId, '何留下', rooms - 100)
  for (const openid of [leaving, staying]) await approves(town, staff, centreId, openid)
  const { passbookId } = await desk.done(
    'findPassbook',
    { centreId, building: '1', room: String(rooms) },
    volunteer,
  )
  const need = {
    text: '想学用手机挂号',
    beneficiary: ['老人' as const],
    headcount: 1,
    mobilityImpaired: false,
  }
  await town.done(listsContract, 'stateNeed', { centreId, ...need }, leaving)
  const shiftId = await desk.shift({ pointsPerHour: 10 })
  for (const openid of [leaving, staying]) await desk.done('takeShift', { centreId, shiftId }, openid)
  await desk.clock({ advance: 5 * hour })
  const rows = [leaving, staying].map((residentId) => ({ residentId, minutes: 60 }))
  await desk.done('confirmShift', { centreId, shiftId, rows }, staff)
  const shelf = { kind: 'goods' as const, title: '毛巾', description: '', picture: '', price: 11, limit: 0 }
  const rest = { limitPeriod: 'month' as const, state: 'published' as const, slots: [] }
  const { itemId } = await desk.done('saveShelfItem', { centreId, ...shelf, ...rest }, staff)
  await desk.done('stockIn', { centreId, itemId, quantity: 1 }, staff)
  const { redemptionId } = await desk.done('redeem', { centreId, itemId, quantity: 1, price: 11 }, leaving)
  return { leaving, staying, passbookId, shiftId, redemptionId }
}
const remove = (openid: string, name = named, options = {}) =>
  town.ask(communityContract, 'deleteMyAccount', { name }, openid, options)
const me = (openid: string) => town.done(communityContract, 'me', {}, openid)

/** Where an openid still stands, apart from the ledger and the log of what was done. */
const whereIs = async (openid: string): Promise<readonly string[]> => {
  const { rows } = rawRows(town.cloud)
  const places = ['residents', 'needs', 'projects', 'notices', 'shifts', 'redemptions', 'objections'] as const
  const found = await Promise.all(
    places.map(async (name) => ({ name, text: JSON.stringify(await rows(name)) })),
  )
  return found.filter(({ text }) => text.includes(openid)).map(({ name }) => name)
}

test('everybody exports what is kept about them, in full', async () => {
  const { leaving } = await family()
  const { url } = await town.done(communityContract, 'exportMyData', {}, leaving)
  const file = Buffer.from(await (await fetch(new URL(url, town.cloud.url))).arrayBuffer())
  const text = JSON.stringify(await readSheet(file))
  for (const part of [named, '138', '想学用手机挂号', '楼道清扫 60 分钟', '毛巾 1 件', '住户登记已通过']) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain('何留下')
  const { reply } = await town.ask(communityContract, 'exportMyData', {}, people.stranger)
  expect(reply).toMatchObject({ code: 'COMMON.NOT_FOUND' })
})

describe('an account', () => {
  test('goes with everything that leads to the person, and the household keeps its history', async () => {
    const { leaving, staying, passbookId, shiftId, redemptionId } = await family()
    const before = await desk.book(passbookId)
    const requestId = desk.request()
    for (const _ of [1, 2]) {
      const { reply } = await remove(leaving, named, { requestId })
      expect(reply).toMatchObject({ ok: true, data: { deleted: true } })
    }
    expect(await me(leaving)).toMatchObject({ membership: 'none' })
    expect(await whereIs(leaving)).toEqual([])

    const after = await desk.book(passbookId)
    expect(after.lines).toEqual(before.lines)
    expect(after.balance).toBe(9)
    expect(JSON.stringify(after.lines)).toContain('何*开')
    expect(after.members.map(({ residentId }) => residentId)).toEqual([staying])
    const { people: on } = await desk.done('shift', { centreId, shiftId }, volunteer)
    expect(on.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['何*开', 60],
      ['何*下', 60],
    ])
    const { rows } = await desk.done('myRedemptions', { centreId }, staying)
    expect(rows).toMatchObject([{ redemptionId, by: '何*开', state: 'held' }])
    expect(codeOf(await desk.ask('fulfil', { centreId, redemptionId }, volunteer))).toBe('done')
    const { household } = await me(staying)
    const householdId = household?.id ?? ''
    const { members } = await town.done(communityContract, 'household', { centreId, householdId }, staff)
    expect(members).toHaveLength(1)
  })

  test('can be made anew, as somebody nobody knows', async () => {
    const { leaving, passbookId } = await family()
    await remove(leaving)
    await joins(town, leaving, centreId, '何又来', 650)
    await approves(town, staff, centreId, leaving)
    expect((await desk.done('myPassbook', { centreId }, leaving)).lines).toEqual([])
    expect((await desk.book(passbookId)).members).toHaveLength(1)
  })

  test('stays while its name is not written, a role is held or somebody is expected', async () => {
    const { leaving } = await family()
    expect(codeOf(await remove(leaving, '何*开'))).toBe('COMMUNITY.WRONG_NAME')
    const shiftId = await desk.shift()
    await desk.done('takeShift', { centreId, shiftId }, leaving)
    expect(codeOf(await remove(leaving))).toBe('COMMUNITY.STILL_EXPECTED')
    await desk.done('leaveShift', { centreId, shiftId }, leaving)
    const role = { centreId, residentId: leaving, role: 'volunteer' as const }
    await town.done(communityContract, 'appoint', role, people.officer)
    expect(codeOf(await remove(leaving))).toBe('COMMUNITY.HOLDS_ROLE')
    await town.done(communityContract, 'dismiss', role, people.officer)
    expect(codeOf(await remove(leaving))).toBe('done')
  })

  test('is gone in the end, wherever the function dies', async () => {
    for (let writes = 0; ; writes += 1) {
      const { leaving, passbookId } = await family()
      const options = { requestId: desk.request() }
      const headers = { 'x-crash-after-writes': String(writes) }
      const cut = await remove(leaving, named, { ...options, headers })
      if (cut.status !== 200) await desk.clock({ advance: untilLocksEnd })
      for (const _ of [1, 2]) expect(codeOf(await remove(leaving, named, options))).toBe('done')
      expect(await whereIs(leaving)).toEqual([])
      const book = await desk.book(passbookId)
      expect([book.balance, book.members.length]).toEqual([9, 1])
      const [household] = await rawRows(town.cloud).rows('households', { _id: passbookId })
      expect(household?.members).toBe(1)
      if (cut.status === 200) return expect(writes).toBeGreaterThan(5)
    }
  }, 180_000)

  test('of nobody is gone already', async () => {
    expect(codeOf(await remove('never-was-here'))).toBe('done')
    expect(await me(resident)).toMatchObject({ membership: 'approved' })
  })
})
