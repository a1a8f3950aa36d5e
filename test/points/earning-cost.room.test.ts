import type { ActionName, InputOf } from '../../types/common/contract'
import { pointsContract } from '../../types/points.contract'
import type { earningActions } from '../../types/points.earning'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, hour, sorting } from './earning-desk'

type Points = typeof pointsContract
type Earning = keyof typeof earningActions & ActionName<Points>

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown({ testClock: true })
  desk = deskOf(town)
  await desk.clock({ now: Date.parse('2026-11-21T01:00:00Z') })
})
afterAll(() => town?.cloud.stop())

const { secretary, staff, volunteer, stranger } = people

/** One successful call of every action of earning: what it asked the database. */
const round = async (name: string): Promise<Record<Earning, number>> => {
  const costs: Partial<Record<Earning, number>> = {}
  const cost = async <A extends Earning>(action: A, input: InputOf<Points, A>, openid: string) => {
    const { reply, cost: spent } = await town.ask(pointsContract, action, input, openid)
    expect([action, reply]).toEqual([action, expect.objectContaining({ ok: true })])
    costs[action] = spent.dbRequests
    return reply.ok ? reply.data : undefined
  }
  const [home, second, third] = await desk.neighbours(name, 3)
  if (!home || !second || !third) throw new Error('nobody came')
  const passbookIds = [home, second, third].map(({ passbookId }) => passbookId)
  const { openid, passbookId } = home
  const itemId = await desk.item()
  for (const id of passbookIds) await desk.log(id, itemId) // a first log opens the passbook

  await cost('earningItems', { centreId }, stranger)
  await cost('saveEarningItem', sorting, secretary)
  const shown = await town.done(pointsContract, 'myCode', { centreId }, openid)
  await cost('myCode', { centreId }, openid)
  await cost('readCode', { centreId, code: shown.code }, volunteer)
  await cost('findPassbook', { centreId, building: name, room: '0' }, volunteer)
  const log = { centreId, itemId, units: 1, happenedAt: desk.now() }
  await cost('logPoints', { ...log, passbookId }, volunteer)
  await cost('logMany', { ...log, passbookIds }, volunteer)
  await desk.log(passbookId, itemId, { units: 9 })
  const { rows: waiting } = await desk.done('pendingLogs', { centreId }, staff)
  await cost('pendingLogs', { centreId }, staff)
  await cost('decideLog', { centreId, logId: waiting[0]?.logId ?? '', decision: 'approve' }, staff)
  await cost('publicNotice', { centreId }, openid)
  const journalId = (await desk.book(passbookId)).lines[0]?.id ?? ''
  await cost('object', { centreId, passbookId, journalId, reason: '没有看到' }, second.openid)
  await cost('objections', { centreId, state: 'open' }, staff)
  const { rows: open } = await desk.done('objections', { centreId, state: 'open' }, staff)
  const objectionId = open[0]?.objectionId ?? ''
  await cost('decideObjection', { centreId, objectionId, decision: 'uphold', words: '查过' }, secretary)

  const shiftId = await desk.shift()
  const startsAt = desk.now() + hour
  const facts = { centreId, title: '巡逻', place: '东门', cap: 5, pointsPerHour: 5 }
  await cost('addShifts', { ...facts, times: [{ startsAt, endsAt: startsAt + hour }] }, staff)
  await cost('shifts', { centreId }, openid)
  await cost('takeShift', { centreId, shiftId }, second.openid)
  await cost('leaveShift', { centreId, shiftId }, second.openid)
  for (const one of [home, second, third]) await desk.done('takeShift', { centreId, shiftId }, one.openid)
  await cost('shift', { centreId, shiftId }, volunteer)
  await desk.clock({ advance: 2 * hour })
  await cost('shiftCode', { centreId, shiftId }, volunteer)
  await cost('checkIn', { centreId, shiftId, code: await desk.code(shiftId) }, openid)
  await desk.clock({ advance: hour })
  await cost('checkOut', { centreId, shiftId, code: await desk.code(shiftId) }, openid)
  await desk.clock({ advance: hour })
  const everybody = [home, second, third].map((one) => ({ residentId: one.openid, minutes: 60 }))
  await cost('confirmShift', { centreId, shiftId, rows: everybody }, staff)
  const other = await desk.shift()
  await desk.done('takeShift', { centreId, shiftId: other }, openid)
  await cost('cancelShift', { centreId, shiftId: other, reason: '下雨' }, staff)
  return costs as Record<Earning, number>
}

/** The whole of what each action asks the database, its caller and its audit row included. */
const promised: Record<Earning, number> = {
  earningItems: 1,
  saveEarningItem: 4,
  myCode: 1,
  readCode: 2,
  findPassbook: 2,
  // caller with passbook, versions and settings; posting; 公示; audit row
  logPoints: 4,
  // caller with versions and settings, passbooks, one posting each, 公示, audit row
  logMany: 7,
  pendingLogs: 2,
  // a transaction: caller, version, begin, log, passbook, log, passbook, notice, 公示, audit row, commit
  decideLog: 11,
  publicNotice: 2,
  object: 3,
  objections: 2,
  // caller with objection, passbook, begun, reversal, 公示 taken down, decided, members, notices, audit row
  decideObjection: 9,
  shifts: 1,
  addShifts: 3,
  // caller, cancelled, its people, one notice, audit row
  cancelShift: 5,
  // caller with shift, place, another at that time?, audit row
  takeShift: 4,
  leaveShift: 3,
  shiftCode: 1,
  checkIn: 3,
  checkOut: 3,
  shift: 1,
  // caller with shift, confirmed, as it stands, settings, passbooks, one posting each, 公示, notices, settled, audit row
  confirmShift: 12,
}

test('every action costs what it costs, and no more when there is much more', async () => {
  expect(await round('第一轮')).toEqual(promised)

  const crowd = await desk.neighbours('很多户', 60)
  const itemId = await desk.item()
  for (let n = 0; n < 5; n += 1) {
    const passbookIds = crowd.slice(0, 50).map(({ passbookId }) => passbookId)
    await desk.done('logMany', { centreId, passbookIds, itemId, units: 1, happenedAt: desk.now() }, volunteer)
    await desk.shifts(Array.from({ length: 31 }, (_, at) => 3 + at))
    await desk.item()
  }
  expect(await round('第二轮')).toEqual(promised)
})
