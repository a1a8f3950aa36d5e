import { communityContract } from '../../types/community.contract'
import { pointsContract } from '../../types/points.contract'
import { openTown, people, type Town } from '../harness/town'
import { centreId, day, deskOf, type Neighbour } from './earning-desk'
import { codeOf, tally } from './tally'

let town: Town
let desk: ReturnType<typeof deskOf>
let itemId: string
beforeAll(async () => {
  town = await openTown({ testClock: true, testFaults: true })
  desk = deskOf(town)
  await desk.clock({ now: Date.parse('2026-11-21T04:00:00Z') })
  itemId = await desk.item()
})
afterAll(() => town?.cloud.stop())

const { secretary, staff, resident, residentElsewhere, pending } = people

/** A line under 公示 of a household of its own. */
const line = async (name: string): Promise<Neighbour & { readonly journalId: string }> => {
  const home = await desk.neighbour(name)
  await desk.log(home.passbookId, itemId)
  const { lines } = await desk.book(home.passbookId)
  return { ...home, journalId: lines[0]?.id ?? '' }
}
const object = (to: { passbookId: string; journalId: string }, by: string, requestId = desk.request()) => {
  const { passbookId, journalId } = to
  return desk.ask('object', { centreId, passbookId, journalId, reason: '那天没有看到' }, by, { requestId })
}
const decide = (
  objectionId: string,
  decision: 'uphold' | 'dismiss',
  by: string = secretary,
  requestId = desk.request(),
  headers: Record<string, string> = {},
) =>
  desk.ask('decideObjection', { centreId, objectionId, decision, words: '查过了' }, by, {
    requestId,
    headers,
  })
const objected = async (name: string) => {
  const to = await line(name)
  const { reply } = await object(to, resident)
  if (!reply.ok) throw new Error(reply.code)
  return { ...to, objectionId: reply.data.objectionId }
}

describe('an objection', () => {
  test('is made by any household of the centre, once', async () => {
    const to = await line('异议')
    const other = await desk.neighbour('另一户')
    const requestId = desk.request()
    expect(codeOf(await object(to, resident, requestId))).toBe('done')
    expect(codeOf(await object(to, resident, requestId))).toBe('done')
    expect(codeOf(await object(to, resident))).toBe('POINTS.ALREADY_OBJECTED')
    expect(codeOf(await object(to, other.openid))).toBe('done')
    expect(codeOf(await object(to, to.openid))).toBe('done')
    const { rows } = await desk.done('objections', { centreId, state: 'open' }, staff)
    const ours = rows.filter(({ journalId }) => journalId === to.journalId)
    expect(ours.length).toBe(3)
    expect(ours.at(-1)).toMatchObject({
      passbookId: to.passbookId,
      household: '异议 0',
      line: '垃圾分类 1次',
      points: 2,
      by: '王*明',
      reason: '那天没有看到',
      decision: '',
    })
  })

  test('is one however often its household taps at once', async () => {
    const to = await line('连点')
    const answers = await Promise.all(Array.from({ length: 10 }, () => object(to, resident)))
    expect(tally(answers)).toEqual({ done: 1, 'POINTS.ALREADY_OBJECTED': 9 })
  })

  test('is not for strangers, other centres, or those who wait to be let in', async () => {
    const to = await line('外人')
    expect(codeOf(await object(to, residentElsewhere))).toBe('COMMON.NOT_RESIDENT')
    expect(codeOf(await object(to, pending))).toBe('COMMON.NOT_MEMBER')
    expect(codeOf(await object({ ...to, journalId: 'no-such-journal' }, resident))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await object({ ...to, passbookId: 'another' }, resident))).toBe('COMMON.NOT_FOUND')
  })

  test('has its words looked at', async () => {
    const { passbookId, journalId } = await line('骂人')
    const input = { centreId, passbookId, journalId, reason: '他们赌博' }
    expect(codeOf(await desk.ask('object', input, resident))).toBe('COMMON.TEXT_REFUSED')
  })
})

describe('upholding', () => {
  test('reverses the line once and takes it down', async () => {
    const { passbookId, objectionId, journalId } = await objected('成立')
    const requestId = desk.request()
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => decide(objectionId, 'uphold', secretary, requestId)),
    )
    expect(tally(answers)).toEqual({ done: 6 })
    const { balance, lines } = await desk.book(passbookId)
    expect(balance).toBe(0)
    expect(lines.map(({ kind, points }) => [kind, points]).sort()).toEqual([
      ['earn', 2],
      ['reversal', -2],
    ])
    expect((await desk.shown()).some((row) => row.journalId === journalId)).toBe(false)
    expect(codeOf(await decide(objectionId, 'dismiss'))).toBe('POINTS.ALREADY_DECIDED')
    const { rows } = await desk.done('objections', { centreId, state: 'upheld' }, staff)
    expect(rows.find((row) => row.objectionId === objectionId)?.decision).toBe('查过了')
  })

  test('a second objection to a line that is reversed already leaves it at that', async () => {
    const to = await objected('两户异议')
    const other = await desk.neighbour('两户之二')
    const { reply } = await object(to, other.openid)
    expect(codeOf(await decide(to.objectionId, 'uphold'))).toBe('done')
    expect(codeOf(await decide(reply.ok ? reply.data.objectionId : '', 'uphold'))).toBe('done')
    expect((await desk.book(to.passbookId)).lines.length).toBe(2)
  })

  test('is refused when the points are spent, and stays open', async () => {
    const to = await objected('花掉了')
    await town
      .done(
        pointsContract,
        'saveShelfItem',
        {
          centreId,
          kind: 'goods',
          title: '肥皂',
          description: '一块',
          picture: '',
          price: 1,
          limit: 0,
          limitPeriod: 'month',
          state: 'published',
          slots: [],
        },
        staff,
      )
      .then(async ({ itemId: shelfItemId }) => {
        await desk.done('stockIn', { centreId, itemId: shelfItemId, quantity: 5 }, staff)
        await desk.done('redeem', { centreId, itemId: shelfItemId, quantity: 1, price: 1 }, to.openid)
      })
    expect(codeOf(await decide(to.objectionId, 'uphold'))).toBe('POINTS.SPENT_ALREADY')
    expect(await desk.balance(to.passbookId)).toBe(1)
    expect(codeOf(await decide(to.objectionId, 'dismiss'))).toBe('done')
  })

  test('and dismissing at once come to one of both', async () => {
    const to = await objected('一起处理')
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => decide(to.objectionId, n % 2 ? 'uphold' : 'dismiss')),
    )
    expect(tally(answers)).toEqual({ done: 1, 'POINTS.ALREADY_DECIDED': 7 })
    const upheld = answers.findIndex(({ reply }) => reply.ok) % 2 === 1
    expect(await desk.balance(to.passbookId)).toBe(upheld ? 0 : 2)
  })

  test('that dies at any write is finished by asking again', async () => {
    for (let n = 0, died = true; died; n += 1) {
      const to = await objected(`断${n}`)
      const requestId = desk.request()
      const headers = { 'x-crash-after-writes': String(n) }
      const cut = await decide(to.objectionId, 'uphold', secretary, requestId, headers)
      died = cut.status !== 200
      // once it began, somebody else cannot dismiss what may be reversed already
      if (died && n > 0) {
        expect(codeOf(await decide(to.objectionId, 'dismiss'))).toBe('POINTS.ALREADY_DECIDED')
      }
      expect(codeOf(await decide(to.objectionId, 'uphold', secretary, requestId))).toBe('done')
      expect((await desk.book(to.passbookId)).lines.length).toBe(2)
      expect(await desk.balance(to.passbookId)).toBe(0)
      expect(n).toBeLessThan(12)
    }
  })
})

describe('deciding', () => {
  test('is not for staff without the right, other centres, or one’s own household', async () => {
    const to = await objected('谁来定')
    expect(codeOf(await decide(to.objectionId, 'uphold', staff))).toBe('COMMON.NOT_ALLOWED')
    expect(codeOf(await decide('no-such-objection', 'uphold'))).toBe('COMMON.NOT_FOUND')
    for (const residentId of [to.openid, resident]) {
      await town.done(
        communityContract,
        'appoint',
        { centreId, residentId, role: 'secretary' },
        people.officer,
      )
      expect(codeOf(await decide(to.objectionId, 'dismiss', residentId))).toBe('POINTS.OWN_HOUSEHOLD')
      await town.done(
        communityContract,
        'dismiss',
        { centreId, residentId, role: 'secretary' },
        people.officer,
      )
    }
  })
})

test('nothing can be objected to when its 公示 is over, and it is not shown any more', async () => {
  const to = await line('过期')
  await desk.clock({ advance: 7 * day })
  expect((await desk.shown()).some(({ journalId }) => journalId === to.journalId)).toBe(true)
  expect(codeOf(await object(to, resident))).toBe('done')
  await desk.clock({ advance: day })
  const other = await desk.neighbour('晚了')
  expect(codeOf(await object(to, other.openid))).toBe('POINTS.NO_OBJECTION')
  expect((await desk.shown()).some(({ journalId }) => journalId === to.journalId)).toBe(false)
})
