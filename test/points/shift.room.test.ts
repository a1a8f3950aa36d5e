import { communityContract } from '../../types/community.contract'
import { openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, hour, minute, type Neighbour } from './earning-desk'
import { codeOf, tally } from './tally'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown({ testClock: true, testFaults: true })
  desk = deskOf(town)
  await desk.clock({ now: Date.parse('2026-11-21T01:00:00Z') })
})
afterAll(() => town?.cloud.stop())

const { volunteer, staff, secretary, resident, pending, residentElsewhere } = people

const take = (shiftId: string, by: string, requestId = desk.request()) =>
  desk.ask('takeShift', { centreId, shiftId }, by, { requestId })
const leave = (shiftId: string, by: string, requestId = desk.request(), headers = {}) =>
  desk.ask('leaveShift', { centreId, shiftId }, by, { requestId, headers })
const checkIn = (shiftId: string, code: string, by: string, requestId = desk.request()) =>
  desk.ask('checkIn', { centreId, shiftId, code }, by, { requestId })
const checkOut = (shiftId: string, code: string, by: string) =>
  desk.ask('checkOut', { centreId, shiftId, code }, by)
const shift = (shiftId: string) => desk.done('shift', { centreId, shiftId }, volunteer)
const confirm = (
  shiftId: string,
  rows: { residentId: string; minutes: number }[] = [],
  by: string = staff,
  requestId = desk.request(),
  headers: Record<string, string> = {},
) => desk.ask('confirmShift', { centreId, shiftId, rows }, by, { requestId, headers })
const listed = async (shiftId: string, by: string) => {
  for (let after: string | undefined; ; ) {
    const page = await desk.done('shifts', { centreId, ...(after && { after }) }, by)
    const found = page.rows.find((row) => row.shiftId === shiftId)
    if (found || !page.next) return found
    after = page.next
  }
}
/** A shift that is over, with some of the neighbours who took it; an hour's points each. */
const overWith = async (crowd: readonly Neighbour[], differences = {}) => {
  const shiftId = await desk.shift(differences)
  await Promise.all(crowd.map(({ openid }) => take(shiftId, openid)))
  await desk.clock({ advance: 4 * hour })
  return shiftId
}
const everybody = (crowd: readonly Neighbour[], minutes: number) =>
  crowd.map(({ openid }) => ({ residentId: openid, minutes }))

describe('places on a shift', () => {
  test('are given to twenty of sixty who want them at once', async () => {
    const crowd = await desk.neighbours('抢班', 60)
    const shiftId = await desk.shift({ cap: 20 })
    const answers = await Promise.all(crowd.map(({ openid }) => take(shiftId, openid)))
    expect(tally(answers)).toEqual({ done: 20, 'POINTS.SHIFT_FULL': 40 })
    const { taken, people: on } = await shift(shiftId)
    expect([taken, on.length, new Set(on.map(({ residentId }) => residentId)).size]).toEqual([20, 20, 20])
  })

  test('are one per person, however often they tap', async () => {
    const shiftId = await desk.shift()
    const answers = await Promise.all(Array.from({ length: 20 }, () => take(shiftId, resident)))
    expect(tally(answers)).toEqual({ done: 20 })
    expect(await listed(shiftId, resident)).toMatchObject({ taken: 1, cap: 20, mine: 'taken', state: 'open' })
    expect(await listed(shiftId, people.stranger)).toMatchObject({ mine: 'none' })
  })

  test('are given back before it begins, and free again', async () => {
    const [home, other] = await desk.neighbours('退班', 2)
    if (!home || !other) throw new Error('nobody came')
    const shiftId = await desk.shift({ cap: 1 })
    await take(shiftId, home.openid)
    expect(codeOf(await take(shiftId, other.openid))).toBe('POINTS.SHIFT_FULL')
    const requestId = desk.request()
    expect(codeOf(await leave(shiftId, home.openid, requestId, { 'x-crash-after-writes': '1' }))).not.toBe(
      'done',
    )
    expect(codeOf(await leave(shiftId, home.openid, requestId))).toBe('done')
    expect(codeOf(await leave(shiftId, home.openid))).toBe('POINTS.NOT_ON_SHIFT')
    expect(codeOf(await take(shiftId, other.openid))).toBe('done')
    await desk.clock({ advance: 2 * hour })
    expect(codeOf(await leave(shiftId, other.openid))).toBe('POINTS.SHIFT_OVER')
    await desk.clock({ advance: 2 * hour })
    expect(codeOf(await take(shiftId, home.openid))).toBe('POINTS.SHIFT_OVER')
  })

  test('at the same time are refused, naming the shift that is in the way', async () => {
    const [home, other] = await desk.neighbours('撞班', 2)
    if (!home || !other) throw new Error('nobody came')
    const { shiftIds } = await desk.shifts([2, 3.9, 4], { cap: 1 })
    const [first = '', overlapping = '', next = ''] = shiftIds
    expect(codeOf(await take(first, home.openid))).toBe('done')
    const { reply, cost } = await take(overlapping, home.openid)
    expect(reply).toMatchObject({
      code: 'POINTS.SHIFTS_OVERLAP',
      message: '这段时间您已经报了另一班',
      fields: { shiftId: expect.stringMatching(/^您已经报了「楼道清扫」.+,3栋门口。/) },
    })
    expect(cost.dbRequests).toBe(4)
    expect(await shift(overlapping)).toMatchObject({ taken: 0, people: [] })
    expect(codeOf(await take(overlapping, other.openid))).toBe('done')
    expect(codeOf(await take(next, home.openid))).toBe('done') // it begins as the first one ends
    expect(codeOf(await leave(first, home.openid))).toBe('done')
    expect(codeOf(await take(first, home.openid))).toBe('done')
  })

  test('at the same time never become two, however fast somebody taps', async () => {
    for (const n of [1, 2, 3]) {
      const home = await desk.neighbour(`快手${n}`)
      const { shiftIds } = await desk.shifts([2, 2.5, 3, 3.5])
      const answers = await Promise.all(shiftIds.map((shiftId) => take(shiftId, home.openid)))
      const places = await Promise.all(shiftIds.map(async (shiftId) => (await shift(shiftId)).taken))
      const kept = places.reduce((sum, taken) => sum + taken, 0)
      expect(kept).toBeLessThanOrEqual(1)
      expect(answers.filter((answer) => codeOf(answer) === 'done')).toHaveLength(kept)
    }
  })

  test('at the same time are not kept when the function dies between taking and looking', async () => {
    const home = await desk.neighbour('断撞班')
    const { shiftIds } = await desk.shifts([2, 2])
    const [first = '', second = ''] = shiftIds
    await take(first, home.openid)
    const requestId = desk.request()
    const input = { centreId, shiftId: second }
    const headers = { 'x-crash-after-writes': '1' }
    expect((await desk.ask('takeShift', input, home.openid, { requestId, headers })).status).not.toBe(200)
    expect(codeOf(await take(second, home.openid, requestId))).toBe('POINTS.SHIFTS_OVERLAP')
    expect(await shift(second)).toMatchObject({ taken: 0 })
  })

  test('are for members of the centre', async () => {
    const shiftId = await desk.shift()
    expect(codeOf(await take(shiftId, pending))).toBe('COMMON.NOT_MEMBER')
    expect(codeOf(await take(shiftId, residentElsewhere))).toBe('COMMON.NOT_RESIDENT')
    expect(codeOf(await take('no-such-shift', resident))).toBe('COMMON.NOT_FOUND')
  })

  test('are told that the shift is off, once', async () => {
    const home = await desk.neighbour('取消班')
    const shiftId = await desk.shift()
    await take(shiftId, home.openid)
    const requestId = desk.request()
    for (const _ of [1, 2]) {
      const input = { centreId, shiftId, reason: '下雨' }
      const { reply } = await desk.ask('cancelShift', input, staff, { requestId })
      expect(reply).toMatchObject({ ok: true, data: { told: 1 } })
    }
    const again = await desk.ask('cancelShift', { centreId, shiftId, reason: '下雨' }, staff)
    expect(codeOf(again)).toBe('POINTS.SHIFT_OVER')
    const { rows } = await town.done(communityContract, 'notices', {}, home.openid)
    expect(rows.filter(({ title }) => title === '志愿班次取消了').length).toBe(1)
    expect(codeOf(await take(shiftId, resident))).toBe('POINTS.SHIFT_OVER')
    expect(codeOf(await confirm(shiftId))).toBe('POINTS.ALREADY_DECIDED')
  })
})

describe('planning', () => {
  test('is refused for times that make no sense, by field', async () => {
    const at = desk.now() + hour
    const plan = (startsAt: number, endsAt: number) =>
      desk.ask(
        'addShifts',
        {
          centreId,
          title: '清扫',
          place: '门口',
          cap: 5,
          pointsPerHour: 5,
          times: [
            { startsAt: at, endsAt: at + hour },
            { startsAt, endsAt },
          ],
        },
        staff,
      )
    for (const [from, to] of [
      [at, at],
      [at, at + 13 * hour],
      [at - 9 * hour, at - 8 * hour],
    ] as const) {
      expect((await plan(from, to)).reply).toMatchObject({
        code: 'COMMON.BAD_INPUT',
        fields: { 'times.1.endsAt': expect.any(String) },
      })
    }
  })

  test('makes the shifts once per request', async () => {
    const requestId = desk.request()
    const startsAt = desk.now() + hour
    const input = {
      centreId,
      title: '巡逻',
      place: '小区',
      cap: 5,
      pointsPerHour: 5,
      times: [0, 1, 2].map((n) => ({ startsAt: startsAt + n * hour, endsAt: startsAt + (n + 1) * hour })),
    }
    const cut = await desk.ask('addShifts', input, staff, {
      requestId,
      headers: { 'x-crash-after-writes': '1' },
    })
    expect(cut.status).not.toBe(200)
    const { reply } = await desk.ask('addShifts', input, staff, { requestId })
    if (!reply.ok) throw new Error(reply.code)
    const { rows } = await desk.done('shifts', { centreId }, resident)
    expect(rows.filter(({ activityId }) => activityId === reply.data.activityId).length).toBe(3)
  })
})

describe('the rotating code', () => {
  test('checks in and out those on the shift; minutes are counted within its times', async () => {
    const home = await desk.neighbour('签到')
    const shiftId = await desk.shift()
    await take(shiftId, home.openid)
    expect(codeOf(await checkIn(shiftId, await desk.code(shiftId), home.openid))).toBe('POINTS.TOO_EARLY')
    await desk.clock({ advance: 2 * hour - 10 * minute }) // ten minutes early
    expect(codeOf(await checkOut(shiftId, await desk.code(shiftId), home.openid))).toBe(
      'POINTS.NOT_CHECKED_IN',
    )
    expect(codeOf(await checkIn(shiftId, await desk.code(shiftId), resident))).toBe('POINTS.NOT_ON_SHIFT')
    const code = await desk.code(shiftId)
    const first = await checkIn(shiftId, code, home.openid)
    expect(codeOf(first)).toBe('done')
    expect((await listed(shiftId, home.openid))?.mine).toBe('in')
    await desk.clock({ advance: 90 * minute + 30_000 })
    const again = await checkIn(shiftId, code, home.openid)
    expect(again.reply).toMatchObject({ ok: true, data: first.reply.ok ? first.reply.data : {} })
    const out = await checkOut(shiftId, await desk.code(shiftId), home.openid)
    expect(out.reply).toMatchObject({ ok: true, data: { minutes: 80 } })
    expect((await listed(shiftId, home.openid))?.mine).toBe('out')
    expect((await shift(shiftId)).people).toMatchObject([{ residentId: home.openid, minutes: 80 }])
  })

  test('is worth nothing a minute later, nor at another shift', async () => {
    const [home, second] = await desk.neighbours('旧码', 2)
    if (!home || !second) throw new Error('nobody came')
    const { shiftIds } = await desk.shifts([0.2, 0.2])
    const [shiftId = '', other = ''] = shiftIds
    await take(shiftId, home.openid)
    await take(other, second.openid)
    const code = await desk.code(shiftId)
    expect(codeOf(await checkIn(other, code, second.openid))).toBe('POINTS.BAD_CODE')
    await desk.clock({ advance: minute })
    expect(codeOf(await checkIn(shiftId, code, home.openid))).toBe('POINTS.BAD_CODE')
    expect(codeOf(await checkIn(shiftId, await desk.code(shiftId), home.openid))).toBe('done')
  })

  test('cannot be guessed: after twenty wrong ones the right one is refused, and staff still confirm', async () => {
    const home = await desk.neighbour('猜码')
    const shiftId = await desk.shift()
    await take(shiftId, home.openid)
    await desk.clock({ advance: 2 * hour })
    const right = Number(await desk.code(shiftId))
    for (let n = 1; n <= 20; n += 1) {
      const wrong = String((right + 7 * n) % 1_000_000).padStart(6, '0')
      expect(codeOf(await checkIn(shiftId, wrong, home.openid))).toBe('POINTS.BAD_CODE')
    }
    expect(codeOf(await checkIn(shiftId, await desk.code(shiftId), home.openid))).toBe('POINTS.BAD_CODE')
    await desk.clock({ advance: 2 * hour })
    expect(codeOf(await confirm(shiftId, [{ residentId: home.openid, minutes: 60 }]))).toBe('done')
    expect(await desk.balance(home.passbookId)).toBe(10)
  })

  test('is shown until two hours after the end', async () => {
    const shiftId = await desk.shift()
    await desk.clock({ advance: 6 * hour - minute })
    expect(codeOf(await desk.ask('shiftCode', { centreId, shiftId }, volunteer))).toBe('done')
    await desk.clock({ advance: minute })
    expect(codeOf(await desk.ask('shiftCode', { centreId, shiftId }, volunteer))).toBe('POINTS.SHIFT_OVER')
    expect(codeOf(await desk.ask('shiftCode', { centreId, shiftId: 'none' }, volunteer))).toBe(
      'COMMON.NOT_FOUND',
    )
  })
})

describe('confirming', () => {
  test('turns minutes into points, rounded down, once per person and shift', async () => {
    const crowd = await desk.neighbours('时长', 3)
    const shiftId = await overWith(crowd, { pointsPerHour: 7 })
    const rows = crowd.map(({ openid }, n) => ({ residentId: openid, minutes: [60, 59, 8][n] ?? 0 }))
    const requestId = desk.request()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => confirm(shiftId, rows, staff, requestId)),
    )
    expect(answers.map(({ reply }) => reply.ok && reply.data)).toEqual(
      Array(5).fill({ credited: 2, points: 13 }),
    )
    expect(await Promise.all(crowd.map(({ passbookId }) => desk.balance(passbookId)))).toEqual([7, 6, 0])
    expect(codeOf(await confirm(shiftId, rows, secretary))).toBe('POINTS.ALREADY_DECIDED')
    const { lines } = await desk.book(crowd[0]?.passbookId ?? '')
    expect(lines).toMatchObject([{ reason: '楼道清扫 60分钟 邻*0', handler: '李*作', points: 7 }])
    expect(
      (await desk.shown()).filter(({ reason }) => reason.startsWith('楼道清扫 60')).length,
    ).toBeGreaterThan(0)
    expect((await listed(shiftId, crowd[0]?.openid ?? ''))?.mine).toBe('confirmed')
  })

  test('takes what check-out recorded for those who are not named', async () => {
    const [one, two] = await desk.neighbours('签退时长', 2)
    if (!one || !two) throw new Error('nobody came')
    const shiftId = await desk.shift()
    await take(shiftId, one.openid)
    await take(shiftId, two.openid)
    await desk.clock({ advance: 2 * hour })
    await checkIn(shiftId, await desk.code(shiftId), one.openid)
    await desk.clock({ advance: hour })
    await checkOut(shiftId, await desk.code(shiftId), one.openid)
    expect(codeOf(await confirm(shiftId))).toBe('POINTS.TOO_EARLY')
    await desk.clock({ advance: hour })
    const { reply } = await confirm(shiftId)
    expect(reply).toMatchObject({ ok: true, data: { credited: 1, points: 10 } })
    expect(await desk.balance(two.passbookId)).toBe(0)
  })

  test('is refused for strangers to the shift, doubles, and more minutes than it had', async () => {
    const crowd = await desk.neighbours('坏时长', 1)
    const shiftId = await overWith(crowd)
    const [row] = everybody(crowd, 60)
    if (!row) throw new Error('nobody came')
    expect(codeOf(await confirm(shiftId, [{ residentId: resident, minutes: 1 }]))).toBe('POINTS.NOT_ON_SHIFT')
    expect(codeOf(await confirm(shiftId, [row, row]))).toBe('COMMON.BAD_INPUT')
    expect(codeOf(await confirm(shiftId, [{ ...row, minutes: 241 }]))).toBe('COMMON.BAD_INPUT')
    expect(codeOf(await confirm(shiftId, [{ ...row, minutes: 240 }]))).toBe('done')
  })

  test('of one’s own minutes or household is left to a colleague', async () => {
    const crowd = await desk.neighbours('自己确认', 2)
    const [own] = crowd
    if (!own) throw new Error('nobody came')
    await town.done(
      communityContract,
      'appoint',
      { centreId, residentId: own.openid, role: 'staff' },
      people.officer,
    )
    const shiftId = await overWith(crowd)
    const rows = everybody(crowd, 60)
    expect(codeOf(await confirm(shiftId, rows, own.openid))).toBe('POINTS.OWN_HOUSEHOLD')
    expect(codeOf(await confirm(shiftId, rows, staff))).toBe('done')
    expect(await desk.balance(own.passbookId)).toBe(10)
  })

  test('that dies at any write is finished by asking again', async () => {
    for (let n = 0, died = true; died; n += 1) {
      const crowd = await desk.neighbours(`断班${n}`, 2)
      const shiftId = await overWith(crowd)
      const requestId = desk.request()
      const rows = everybody(crowd, 60)
      const cut = await confirm(shiftId, rows, staff, requestId, { 'x-crash-after-writes': String(n) })
      died = cut.status !== 200
      const { reply } = await confirm(shiftId, rows, staff, requestId)
      expect(reply).toMatchObject({ ok: true, data: { credited: 2, points: 20 } })
      for (const { passbookId } of crowd) {
        expect((await desk.book(passbookId)).lines.map(({ points }) => points)).toEqual([10])
      }
      const shown = (await desk.shown()).filter((row) =>
        crowd.some(({ passbookId }) => passbookId === row.passbookId),
      )
      expect(shown.length).toBe(2)
      expect(n).toBeLessThan(15)
    }
  })

  test('that dies and is never asked again is finished by the timer', async () => {
    for (const n of [1, 2, 3, 4]) {
      const crowd = await desk.neighbours(`断班定时${n}`, 2)
      const shiftId = await overWith(crowd)
      const headers = { 'x-crash-after-writes': String(n) }
      const cut = await confirm(shiftId, everybody(crowd, 60), staff, desk.request(), headers)
      expect(cut.status).not.toBe(200)
      expect((await town.cloud.timer('points', 'tick')).status).toBe(200)
      const balances = await Promise.all(crowd.map(({ passbookId }) => desk.balance(passbookId)))
      expect(balances).toEqual([10, 10])
      expect(codeOf(await confirm(shiftId, everybody(crowd, 120), secretary))).toBe('POINTS.ALREADY_DECIDED')
    }
  })

  test('follows a household that merged in the meantime', async () => {
    const [from, into] = await desk.neighbours('并户班', 2)
    if (!from || !into) throw new Error('nobody came')
    const itemId = await desk.item()
    await desk.log(from.passbookId, itemId)
    await desk.log(into.passbookId, itemId)
    const shiftId = await overWith([from])
    await desk.done(
      'mergePassbooks',
      { centreId, fromId: from.passbookId, intoId: into.passbookId, reason: '结婚' },
      staff,
    )
    expect((await confirm(shiftId, everybody([from], 60))).reply).toMatchObject({
      ok: true,
      data: { credited: 1, points: 10 },
    })
    expect(await desk.balance(into.passbookId)).toBe(14)
  })
})
