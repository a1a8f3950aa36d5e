import { communityContract } from '../../types/community.contract'
import { openTown, people, type Town } from '../harness/town'
import { centreId, day, deskOf, hour, minute, type Neighbour, sorting } from './earning-desk'
import { codeOf, tally } from './tally'

let town: Town
let desk: ReturnType<typeof deskOf>
let three: string[]
beforeAll(async () => {
  town = await openTown({ testClock: true })
  desk = deskOf(town)
  // noon in China, so that an hour more or less is the same day
  await desk.clock({ now: Date.parse('2026-11-21T04:00:00Z') })
  three = await Promise.all([1, 2, 3].map((n) => desk.works(`logging-volunteer-${n}`, 'volunteer', 300 + n)))
})
afterAll(() => town?.cloud.stop())

const { volunteer, staff, secretary, resident } = people

describe('a log', () => {
  test('moves points, writes the line and shows it to the centre', async () => {
    const { passbookId } = await desk.neighbour('记一笔')
    const itemId = await desk.item({ points: 3 })
    const answer = await desk.log(passbookId, itemId, { units: 2, note: '厨余很干净' })
    expect(answer.reply).toMatchObject({ ok: true, data: { state: 'logged', points: 6 } })
    const { balance, lines } = await desk.book(passbookId)
    expect(balance).toBe(6)
    expect(lines).toEqual([
      expect.objectContaining({
        kind: 'earn',
        points: 6,
        balance: 6,
        reason: '垃圾分类 2次 厨余很干净',
        handler: '赵*愿',
        noticeUntil: '2026-11-28',
      }),
    ])
    expect((await desk.shown()).filter((row) => row.passbookId === passbookId)).toEqual([
      {
        journalId: lines[0]?.id,
        passbookId,
        household: '记一笔 0',
        reason: '垃圾分类 2次 厨余很干净',
        points: 6,
        day: '2026-11-21',
        until: '2026-11-28',
        mine: false,
      },
    ])
  })

  test('is made once when the same request comes twenty times', async () => {
    const { passbookId } = await desk.neighbour('二十次')
    const itemId = await desk.item()
    const requestId = desk.request()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => desk.log(passbookId, itemId, { units: 2 }, volunteer, { requestId })),
    )
    expect(answers.map(({ reply }) => reply.ok && reply.data)).toEqual(
      Array(20).fill({ state: 'logged', points: 4 }),
    )
    const { balance, lines } = await desk.book(passbookId)
    expect([balance, lines.length]).toEqual([4, 1])
    expect((await desk.shown()).filter((row) => row.passbookId === passbookId).length).toBe(1)
  })

  test('is made once when it is sent again days after reception came back', async () => {
    const { passbookId } = await desk.neighbour('再发一次')
    const itemId = await desk.item({ caps: { day: 1 } })
    const requestId = desk.request()
    const happenedAt = desk.now()
    for (const _ of [1, 2, 3]) {
      expect(codeOf(await desk.log(passbookId, itemId, { happenedAt }, volunteer, { requestId }))).toBe(
        'done',
      )
    }
    expect(await desk.balance(passbookId)).toBe(2)
  })

  test('needs a household of the centre', async () => {
    const itemId = await desk.item()
    expect(codeOf(await desk.log('nobody', itemId))).toBe('POINTS.NO_PASSBOOK')
  })

  test('needs an item of the centre that is not stopped', async () => {
    const { passbookId } = await desk.neighbour('停了')
    expect(codeOf(await desk.log(passbookId, 'no-such-item'))).toBe('POINTS.ITEM_STOPPED')
    expect(codeOf(await desk.log(passbookId, await desk.item({ stopped: true })))).toBe('POINTS.ITEM_STOPPED')
    const later = await desk.item({ startsOn: '2026-11-22' })
    expect(codeOf(await desk.log(passbookId, later))).toBe('POINTS.ITEM_STOPPED')
  })

  test('needs a photo when the item asks for one', async () => {
    const { passbookId } = await desk.neighbour('照片')
    const itemId = await desk.item({ evidence: 'photo' })
    expect(codeOf(await desk.log(passbookId, itemId))).toBe('POINTS.NEEDS_EVIDENCE')
    expect(codeOf(await desk.log(passbookId, itemId, { evidence: 'http://elsewhere/1.jpg' }))).toBe(
      'POINTS.NEEDS_EVIDENCE',
    )
    const evidence = await town.cloud.upload({ name: '1.jpg', content: 'photo' }, volunteer)
    expect(codeOf(await desk.log(passbookId, itemId, { evidence }))).toBe('done')
  })

  test('has its note looked at', async () => {
    const { passbookId } = await desk.neighbour('备注')
    expect(codeOf(await desk.log(passbookId, await desk.item(), { note: '一起赌博' }))).toBe(
      'COMMON.TEXT_REFUSED',
    )
    expect(await desk.balance(passbookId)).toBe(0)
  })

  test('is never for one’s own household, nor for the door one asked to live behind', async () => {
    const itemId = await desk.item()
    const own = await desk.neighbour('自家')
    await town.done(
      communityContract,
      'appoint',
      { centreId, residentId: own.openid, role: 'volunteer' },
      people.officer,
    )
    expect(codeOf(await desk.log(own.passbookId, itemId, {}, own.openid))).toBe('POINTS.OWN_HOUSEHOLD')
    // 赵志愿 asked to join at building 1, room 103, and waits; somebody else lives there already
    const door = { centreId, name: '家人', building: '1', room: '103' }
    await town.done(communityContract, 'join', door, 'family-of-volunteer')
    const { householdId = '' } = await town.done(
      communityContract,
      'decideApplication',
      { centreId, residentId: 'family-of-volunteer', decision: 'approve' },
      staff,
    )
    expect(codeOf(await desk.log(householdId, itemId, {}, volunteer))).toBe('POINTS.OWN_HOUSEHOLD')
    expect(codeOf(await desk.log(householdId, itemId, {}, three[0]))).toBe('done')
  })

  test('is refused when the units are no whole number within bounds', async () => {
    const { passbookId } = await desk.neighbour('坏数')
    const itemId = await desk.item()
    for (const units of [-1000, 0, 1.5, 1e12, '1' as unknown as number]) {
      expect(codeOf(await desk.log(passbookId, itemId, { units }))).toBe('COMMON.BAD_INPUT')
    }
    expect(await desk.balance(passbookId)).toBe(0)
  })
})

describe('caps', () => {
  test.each([['day'], ['week'], ['month'], ['year']] as const)(
    'of the %s are filled exactly by twenty logs of three volunteers at once',
    async (period) => {
      const { passbookId } = await desk.neighbour(`上限${period}`)
      const itemId = await desk.item({ caps: { [period]: 7 } })
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => desk.log(passbookId, itemId, {}, three[n % 3])),
      )
      expect(tally(answers)).toEqual({ done: 7, 'POINTS.CAP_REACHED': 13 })
      expect(await desk.balance(passbookId)).toBe(14)
    },
  )

  test('hold for units, not for logs, and for all periods together', async () => {
    const { passbookId } = await desk.neighbour('几个上限')
    const itemId = await desk.item({ caps: { day: 4, month: 5 } })
    expect(codeOf(await desk.log(passbookId, itemId, { units: 5 }))).toBe('POINTS.CAP_REACHED')
    expect(codeOf(await desk.log(passbookId, itemId, { units: 3 }))).toBe('done')
    expect(codeOf(await desk.log(passbookId, itemId, { units: 2 }))).toBe('POINTS.CAP_REACHED')
    expect(codeOf(await desk.log(passbookId, itemId, { units: 1 }))).toBe('done')
    const yesterday = desk.now() - day
    expect(codeOf(await desk.log(passbookId, itemId, { units: 2, happenedAt: yesterday }))).toBe(
      'POINTS.CAP_REACHED',
    )
    expect(codeOf(await desk.log(passbookId, itemId, { units: 1, happenedAt: yesterday }))).toBe('done')
  })

  test('count what was logged before they were set', async () => {
    const { passbookId } = await desk.neighbour('后来的上限')
    const itemId = await desk.item()
    await desk.log(passbookId, itemId, { units: 3 })
    await desk.item({ itemId, caps: { day: 4 }, startsOn: desk.today() })
    expect(codeOf(await desk.log(passbookId, itemId, { units: 2 }))).toBe('POINTS.CAP_REACHED')
    expect(codeOf(await desk.log(passbookId, itemId, { units: 1 }))).toBe('done')
  })

  test('have room again when a log is reversed', async () => {
    const { passbookId } = await desk.neighbour('冲正上限')
    const itemId = await desk.item({ caps: { year: 1 } })
    await desk.log(passbookId, itemId)
    expect(codeOf(await desk.log(passbookId, itemId))).toBe('POINTS.CAP_REACHED')
    const { lines } = await desk.book(passbookId)
    await desk.done(
      'reverseJournal',
      { centreId, passbookId, journalId: lines[0]?.id ?? '', reason: '记错了' },
      secretary,
    )
    expect(codeOf(await desk.log(passbookId, itemId))).toBe('done')
    expect(codeOf(await desk.log(passbookId, itemId))).toBe('POINTS.CAP_REACHED')
    expect(await desk.balance(passbookId)).toBe(2)
  })
})

describe('a log from a phone without reception', () => {
  test('counts for the day it happened', async () => {
    const { passbookId } = await desk.neighbour('楼道里')
    const itemId = await desk.item({ caps: { day: 2 } })
    const happenedAt = desk.now() - 6 * day
    expect(codeOf(await desk.log(passbookId, itemId, { units: 2, happenedAt }))).toBe('done')
    expect(codeOf(await desk.log(passbookId, itemId, { happenedAt }))).toBe('POINTS.CAP_REACHED')
    expect(codeOf(await desk.log(passbookId, itemId, { units: 2 }))).toBe('done')
    const { lines } = await desk.book(passbookId)
    expect(lines.map(({ reason }) => reason).sort()).toEqual(['垃圾分类 2次', '垃圾分类 2次(11月15日)'])
  })

  test('may be a week old and not older, nor from tomorrow', async () => {
    const { passbookId } = await desk.neighbour('太久')
    const itemId = await desk.item()
    const at = async (happenedAt: number) => codeOf(await desk.log(passbookId, itemId, { happenedAt }))
    expect(await at(desk.now() - 7 * day)).toBe('done')
    expect(await at(desk.now() - 8 * day)).toBe('POINTS.TOO_LONG_AGO')
    expect(await at(desk.now() + 5 * minute)).toBe('done')
    expect(await at(desk.now() + hour)).toBe('COMMON.BAD_INPUT')
  })

  test('is made under the version of its day', async () => {
    const { passbookId } = await desk.neighbour('按当天')
    const itemId = await desk.item({ points: 2 })
    await desk.item({ itemId, points: 9, startsOn: desk.today() })
    const answers = [
      await desk.log(passbookId, itemId, { happenedAt: desk.now() - day }),
      await desk.log(passbookId, itemId),
    ]
    expect(answers.map(({ reply }) => reply.ok && reply.data.points)).toEqual([2, 9])
  })
})

describe('a list of households', () => {
  test('is logged in one go, each with an answer of its own', async () => {
    const crowd = await desk.neighbours('一批', 48)
    const itemId = await desk.item({ caps: { day: 1 } })
    const ids = crowd.map(({ passbookId }) => passbookId)
    const [first = '', second = ''] = ids
    await desk.log(first, itemId)
    const own = await desk.neighbour('批里的自家')
    const passbookIds = [...ids, own.passbookId, 'nobody']
    await town.done(
      communityContract,
      'appoint',
      { centreId, residentId: own.openid, role: 'volunteer' },
      people.officer,
    )
    const input = { centreId, passbookIds, itemId, units: 1, happenedAt: desk.now() }
    const requestId = desk.request()
    for (const _ of [1, 2]) {
      const { reply } = await desk.ask('logMany', input, own.openid, { requestId })
      if (!reply.ok) throw new Error(reply.code)
      const { rows } = reply.data
      expect(rows.length).toBe(50)
      expect(rows[0]).toEqual({ passbookId: first, state: 'refused', message: '这个项目的次数已经到上限了' })
      expect(rows[1]).toEqual({ passbookId: second, state: 'logged', message: '已记 2 分' })
      expect(rows.slice(1, 48).every(({ state }) => state === 'logged')).toBe(true)
      expect(rows[48]).toMatchObject({ state: 'refused', message: '自己家的事不能自己办,请找别的同事' })
      expect(rows[49]).toMatchObject({ passbookId: 'nobody', state: 'refused' })
    }
    expect(await Promise.all(ids.map(desk.balance))).toEqual(Array(48).fill(2))
  })

  test('waits for a second person when it is too much for one', async () => {
    const crowd = await desk.neighbours('一批等', 2)
    const itemId = await desk.item({ secondPersonAbove: 0 })
    const passbookIds = crowd.map(({ passbookId }) => passbookId)
    const { rows } = await desk.done(
      'logMany',
      { centreId, passbookIds, itemId, units: 1, happenedAt: desk.now() },
      volunteer,
    )
    expect(rows.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  })

  test('names a household once', async () => {
    const { passbookId } = await desk.neighbour('重复')
    const itemId = await desk.item()
    const { rows } = await desk.done(
      'logMany',
      { centreId, passbookIds: [passbookId, passbookId], itemId, units: 1, happenedAt: desk.now() },
      volunteer,
    )
    expect(rows.length).toBe(1)
    expect(await desk.balance(passbookId)).toBe(2)
  })
})

describe('more than one person may log', () => {
  const waiting = async (home: Neighbour, itemId: string, units = 6) => {
    const { reply } = await desk.log(home.passbookId, itemId, { units })
    expect(reply).toMatchObject({ ok: true, data: { state: 'waiting', points: units * 2 } })
    for (let after: string | undefined; ; ) {
      const page = await desk.done('pendingLogs', { centreId, ...(after && { after }) }, staff)
      const found = page.rows.find(({ building }) => building === home.building)
      if (found) return found
      if (!page.next) throw new Error('it does not wait')
      after = page.next
    }
  }
  const decide = (logId: string, decision: 'approve' | 'reject', by: string, requestId?: string) =>
    desk.ask('decideLog', { centreId, logId, decision }, by, requestId ? { requestId } : {})

  test('waits for another person, who posts it by approving', async () => {
    const home = await desk.neighbour('复核')
    const log = await waiting(home, await desk.item())
    expect(log).toMatchObject({ title: '垃圾分类', units: 6, points: 12, by: '赵*愿', mine: false })
    expect(await desk.balance(home.passbookId)).toBe(0)
    const requestId = desk.request()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => decide(log.logId, 'approve', staff, requestId)),
    )
    expect(tally(answers)).toEqual({ done: 5 })
    const { balance, lines } = await desk.book(home.passbookId)
    expect(balance).toBe(12)
    expect(lines.map(({ reason, handler }) => [reason, handler])).toEqual([
      ['垃圾分类 6次 复核:李*作', '赵*愿'],
    ])
    expect(codeOf(await decide(log.logId, 'reject', secretary))).toBe('POINTS.ALREADY_DECIDED')
    expect((await desk.shown()).some(({ passbookId }) => passbookId === home.passbookId)).toBe(true)
  })

  test('is decided once by many at once', async () => {
    const home = await desk.neighbour('同时复核')
    const log = await waiting(home, await desk.item())
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        decide(log.logId, n % 2 ? 'approve' : 'reject', n % 4 < 2 ? staff : secretary),
      ),
    )
    expect(tally(answers)).toEqual({ done: 1, 'POINTS.ALREADY_DECIDED': 7 })
    const approved = answers.findIndex(({ reply }) => reply.ok) % 2 === 1
    expect(await desk.balance(home.passbookId)).toBe(approved ? 12 : 0)
  })

  test('is nothing when it is turned down', async () => {
    const home = await desk.neighbour('退回')
    const log = await waiting(home, await desk.item())
    expect(codeOf(await decide(log.logId, 'reject', staff))).toBe('done')
    expect(await desk.balance(home.passbookId)).toBe(0)
  })

  test('is never approved by who logged it, nor for one’s own household', async () => {
    const home = await desk.neighbour('自己复核')
    const itemId = await desk.item({ secondPersonAbove: 0 })
    await desk.log(home.passbookId, itemId, {}, staff)
    const { rows } = await desk.done('pendingLogs', { centreId }, staff)
    const log = rows.find(({ building }) => building === '自己复核')
    expect(log?.mine).toBe(true)
    expect(codeOf(await decide(log?.logId ?? '', 'approve', staff))).toBe('POINTS.SAME_PERSON')
    await town.done(
      communityContract,
      'appoint',
      { centreId, residentId: home.openid, role: 'staff' },
      people.officer,
    )
    expect(codeOf(await decide(log?.logId ?? '', 'approve', home.openid))).toBe('POINTS.OWN_HOUSEHOLD')
    expect(codeOf(await decide('no-such-log', 'approve', staff))).toBe('COMMON.NOT_FOUND')
  })

  test('keeps to the caps when it is approved', async () => {
    const home = await desk.neighbour('复核上限')
    const itemId = await desk.item({ caps: { day: 8 } })
    expect(codeOf(await desk.log(home.passbookId, itemId, { units: 9 }))).toBe('POINTS.CAP_REACHED')
    const log = await waiting(home, itemId)
    await desk.log(home.passbookId, itemId, { units: 3 })
    expect(codeOf(await decide(log.logId, 'approve', staff))).toBe('POINTS.CAP_REACHED')
    expect(codeOf(await decide(log.logId, 'reject', staff))).toBe('done')
    expect(await desk.balance(home.passbookId)).toBe(6)
  })
})

describe('a household’s code', () => {
  test('is read within its minute and the one after, at its own centre', async () => {
    const home = await desk.neighbour('扫码')
    const { code, validUntil } = await desk.done('myCode', { centreId }, home.openid)
    expect(validUntil - desk.now()).toBeLessThanOrEqual(minute)
    expect(await desk.done('readCode', { centreId, code }, volunteer)).toEqual({
      passbookId: home.passbookId,
      building: '扫码',
      room: '0',
      members: ['邻*0'],
    })
    const elsewhere = { centreId: 'hudong.chunjiang.yinxing', code }
    expect(codeOf(await desk.ask('readCode', elsewhere, people.staffElsewhere))).toBe('POINTS.BAD_CODE')
    await desk.clock({ now: validUntil + minute - 1000 })
    expect(codeOf(await desk.ask('readCode', { centreId, code }, volunteer))).toBe('done')
    await desk.clock({ now: validUntil + minute })
    expect(codeOf(await desk.ask('readCode', { centreId, code }, volunteer))).toBe('POINTS.BAD_CODE')
  })

  test('cannot be made up', async () => {
    const home = await desk.neighbour('造码')
    const other = await desk.neighbour('别家')
    const { code } = await desk.done('myCode', { centreId }, home.openid)
    const forged = code.replace(home.passbookId, other.passbookId)
    for (const wrong of [forged, `${code}0`, code.slice(0, -1), 'LL1..', '你好']) {
      expect(codeOf(await desk.ask('readCode', { centreId, code: wrong }, volunteer))).toBe('POINTS.BAD_CODE')
    }
  })

  test('can be done without: a household is found by its door, however it is written', async () => {
    const { passbookId } = await desk.done(
      'findPassbook',
      { centreId, building: '1', room: '105' },
      volunteer,
    )
    const found = await desk.done('findPassbook', { centreId, building: '01号楼', room: '105室' }, volunteer)
    expect(found).toEqual({ passbookId, building: '1栋', room: '105', members: ['王*明'] })
    expect(codeOf(await desk.ask('findPassbook', { centreId, building: '99', room: '1' }, volunteer))).toBe(
      'POINTS.NO_PASSBOOK',
    )
  })
})

test('a resident may call no action that earns or decides', async () => {
  const home = await desk.neighbour('普通居民')
  const itemId = await desk.item()
  const { passbookId } = home
  const log = { itemId, units: 1, happenedAt: desk.now() }
  const answers = await Promise.all([
    desk.ask('logPoints', { centreId, passbookId, ...log }, resident),
    desk.ask('logMany', { centreId, passbookIds: [passbookId], ...log }, resident),
    desk.ask('pendingLogs', { centreId }, resident),
    desk.ask('decideLog', { centreId, logId: 'x', decision: 'approve' }, resident),
    desk.ask('saveEarningItem', sorting, resident),
    desk.ask('readCode', { centreId, code: 'x' }, resident),
    desk.ask('findPassbook', { centreId, building: '1', room: '105' }, resident),
    desk.ask('objections', { centreId, state: 'open' }, resident),
    desk.ask('decideObjection', { centreId, objectionId: 'x', decision: 'uphold', words: '好' }, resident),
    desk.ask('shiftCode', { centreId, shiftId: 'x' }, resident),
    desk.ask('shift', { centreId, shiftId: 'x' }, resident),
    desk.ask('confirmShift', { centreId, shiftId: 'x', rows: [] }, resident),
    desk.ask('cancelShift', { centreId, shiftId: 'x', reason: '雨' }, resident),
    desk.ask(
      'addShifts',
      {
        centreId,
        title: '清扫',
        place: '门口',
        cap: 1,
        pointsPerHour: 1,
        times: [{ startsAt: 1, endsAt: 2 }],
      },
      resident,
    ),
  ])
  expect(tally(answers)).toEqual({ 'COMMON.NOT_ALLOWED': 14 })
})
