import { type Answer, openTown, people, type Town } from '../harness/town'
import { centreId, deskOf, hour, sorting } from './earning-desk'

let town: Town
let desk: ReturnType<typeof deskOf>
let itemId: string
beforeAll(async () => {
  town = await openTown({ testClock: true, testFaults: true })
  desk = deskOf(town)
  await desk.clock({ now: Date.parse('2026-11-21T01:00:00Z') })
  itemId = await desk.item({ caps: { day: 9 } })
})
afterAll(() => town?.cloud.stop())

const { secretary, staff, volunteer } = people
/** The cloud ends a transaction nobody finishes after 30 s; until then its rows are locked. */
const untilLocksEnd = 31_000

type Options = { readonly requestId: string; readonly headers?: Record<string, string> }

/**
 * Walks a write through every point it can die at: prepared afresh for each, cut off after 0, 1, 2 … writes, asked
 * again with the same request id, and once more. Answers how many points there were.
 */
const walk = async <Facts>(
  prepare: (n: number) => Promise<Facts>,
  call: (facts: Facts, options: Options) => Promise<Answer<object>>,
  check: (facts: Facts, answer: unknown) => Promise<void>,
  locked = 0,
): Promise<number> => {
  for (let n = 0; n < 30; n += 1) {
    const facts = await prepare(n)
    const requestId = desk.request()
    const cut = await call(facts, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    const died = cut.status !== 200
    if (died && locked > 0) await desk.clock({ advance: locked })
    const answers = [await call(facts, { requestId }), await call(facts, { requestId })]
    const [first, second] = answers.map(({ reply }) => (reply.ok ? reply.data : reply.code))
    expect(second).toEqual(first)
    await check(facts, first)
    if (!died) return n
  }
  throw new Error('it never got through')
}
const shownOf = async (passbookId: string) =>
  (await desk.shown()).filter((row) => row.passbookId === passbookId).length

describe('a function that dies half-way and is asked again', () => {
  test('logs once, the very first log of a household, and shows it', async () => {
    const points = await walk(
      async (n) => ({ ...(await desk.neighbour(`断记${n}`)), happenedAt: desk.now() }),
      ({ passbookId, happenedAt }, options) =>
        desk.log(passbookId, itemId, { units: 5, happenedAt }, volunteer, options),
      async ({ passbookId }, answer) => {
        expect(answer).toEqual({ state: 'logged', points: 10 })
        expect(await desk.balance(passbookId)).toBe(10)
        expect(await shownOf(passbookId)).toBe(1)
      },
    )
    expect(points).toBe(5) // before and after each of passbook, posting, 公示, audit row
  })

  test('logs a list once', async () => {
    await walk(
      async (n) => (await desk.neighbours(`断批${n}`, 2)).map(({ passbookId }) => passbookId),
      (passbookIds, options) =>
        desk.ask(
          'logMany',
          { centreId, passbookIds, itemId, units: 5, happenedAt: desk.now() },
          volunteer,
          options,
        ),
      async (passbookIds, answer) => {
        expect(answer).toMatchObject({ rows: passbookIds.map(() => ({ state: 'logged' })) })
        expect(await Promise.all(passbookIds.map(desk.balance))).toEqual([10, 10])
        expect(await Promise.all(passbookIds.map(shownOf))).toEqual([1, 1])
      },
    )
  })

  test('approves once', async () => {
    await walk(
      async (n) => {
        const home = await desk.neighbour(`断核${n}`)
        await desk.log(home.passbookId, itemId, { units: 6 })
        const { rows } = await desk.done('pendingLogs', { centreId }, staff)
        const logId = rows.find(({ building }) => building === home.building)?.logId ?? ''
        return { ...home, logId }
      },
      ({ logId }, options) => desk.ask('decideLog', { centreId, logId, decision: 'approve' }, staff, options),
      async ({ passbookId, logId }, answer) => {
        expect(answer).toEqual({ logId })
        expect(await desk.balance(passbookId)).toBe(12)
        expect(await shownOf(passbookId)).toBe(1)
      },
      untilLocksEnd,
    )
  })

  test('saves one version', async () => {
    await walk(
      async () => desk.item(),
      (id, options) =>
        desk.ask('saveEarningItem', { ...sorting, itemId: id, startsOn: desk.today() }, secretary, options),
      async (id, answer) => {
        expect(answer).toEqual({ itemId: id, version: 2 })
      },
    )
  })

  test('objects once', async () => {
    await walk(
      async (n) => {
        const [from, home] = await desk.neighbours(`断议${n}`, 2)
        if (!from || !home) throw new Error('nobody came')
        await desk.log(home.passbookId, itemId)
        const journalId = (await desk.book(home.passbookId)).lines[0]?.id ?? ''
        return { by: from.openid, passbookId: home.passbookId, journalId }
      },
      ({ by, passbookId, journalId }, options) =>
        desk.ask('object', { centreId, passbookId, journalId, reason: '没有看到' }, by, options),
      async (_facts, answer) => {
        expect(answer).toEqual({ objectionId: expect.any(String) })
      },
    )
  })

  test('gives one place on a shift, checks in and out once', async () => {
    const onShift = (shiftId: string) => desk.done('shift', { centreId, shiftId }, volunteer)
    const prepare = async (n: number, takes: boolean) => {
      const home = await desk.neighbour(`断班${takes ? '签' : '报'}${n}`)
      const shiftId = await desk.shift()
      if (takes) await desk.done('takeShift', { centreId, shiftId }, home.openid)
      return { ...home, shiftId }
    }
    await walk(
      (n) => prepare(n, false),
      ({ shiftId, openid }, options) => desk.ask('takeShift', { centreId, shiftId }, openid, options),
      async ({ shiftId }) => expect((await onShift(shiftId)).taken).toBe(1),
    )
    await walk(
      async (n) => {
        const facts = await prepare(n, true)
        await desk.clock({ advance: 2 * hour })
        return { ...facts, code: await desk.code(facts.shiftId) }
      },
      ({ shiftId, openid, code }, options) =>
        desk.ask('checkIn', { centreId, shiftId, code }, openid, options),
      async ({ shiftId }, answer) => {
        const { people: on } = await onShift(shiftId)
        expect(on[0]?.inAt).toBe((answer as { at: number }).at)
      },
    )
  })

  test('shows, on the next day, a line whose phone never asked again', async () => {
    const { passbookId } = await desk.neighbour('断了不再发')
    await desk.log(passbookId, itemId)
    const headers = { 'x-crash-after-writes': '1' }
    const cut = await desk.log(passbookId, itemId, {}, volunteer, { requestId: desk.request(), headers })
    expect(cut.status).not.toBe(200)
    expect([await desk.balance(passbookId), await shownOf(passbookId)]).toEqual([4, 1])
    await desk.clock({ advance: 24 * hour })
    expect((await town.cloud.timer('points', 'tick')).status).toBe(200)
    expect([await desk.balance(passbookId), await shownOf(passbookId)]).toEqual([4, 2])
  })
})
