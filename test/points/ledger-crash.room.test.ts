import type { Answer } from '../harness/town'
import { centreId, faultsOfTown, type LedgerTown, openLedgerTown, secretary, staff } from './ledger-town'

let town: LedgerTown
beforeAll(async () => {
  town = await openLedgerTown({ testClock: true, testFaults: true })
})
afterAll(async () => {
  if (!town) return
  expect(await faultsOfTown(town)).toEqual([])
  await town.town.cloud.stop()
})

/** The cloud ends a transaction nobody finishes after 30 s; until then its rows are locked. */
const untilLocksEnd = 31_000

/**
 * Walks a write through every point it can die at: prepared afresh for each, cut off after 0, 1, 2 … writes, asked
 * again with the same request id, and once more. Answers how many points there were.
 */
const walk = async <Facts>(
  prepare: () => Promise<Facts>,
  call: (
    facts: Facts,
    more: { requestId: string; headers?: Record<string, string> },
  ) => Promise<Answer<object>>,
  check: (facts: Facts) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 30; n += 1) {
    const facts = await prepare()
    const requestId = `crash-request-${n}`
    const cut = await call(facts, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    const died = cut.status !== 200
    if (died) await town.town.cloud.clock({ advance: untilLocksEnd })
    const answers = [await call(facts, { requestId }), await call(facts, { requestId })]
    const [first, second] = answers.map(({ reply }) => (reply.ok ? reply.data : reply.code))
    expect(typeof first).toBe('object')
    expect(second).toEqual(first)
    await check(facts)
    if (!died) return n
  }
  throw new Error('it never got through')
}

describe('a function that dies half-way and is asked again', () => {
  test('corrects once', async () => {
    const points = await walk(
      async () => {
        const family = await town.family(1, 10)
        return { ...family, journalId: await town.earns(family.passbookId, 7) }
      },
      ({ passbookId, journalId }, more) =>
        town.ask('reverseJournal', { centreId, passbookId, journalId, reason: '记错' }, secretary, more),
      async ({ passbookId }) => {
        const { balance, journals } = await town.book(passbookId)
        expect([balance, journals.map(({ amount: points }) => points)]).toEqual([10, [10, 7, -7]])
      },
    )
    expect(points).toBe(5)
  })

  test('merges once, people and points together', async () => {
    const points = await walk(
      async () => ({ from: await town.family(2, 20), into: await town.family(1, 5) }),
      ({ from, into }, more) =>
        town.ask(
          'mergePassbooks',
          { centreId, fromId: from.passbookId, intoId: into.passbookId, reason: '同住' },
          staff,
          more,
        ),
      async ({ from, into }) => {
        const statement = await town.done('myPassbook', { centreId }, from.head)
        expect(statement).toMatchObject({ passbookId: into.passbookId, balance: 25 })
        expect(statement.members).toHaveLength(3)
        expect(await town.book(from.passbookId)).toMatchObject({ state: 'closed', balance: 0 })
      },
    )
    expect(points).toBeGreaterThanOrEqual(8)
  })

  test('splits once, people and points together', async () => {
    let rooms = 0
    const points = await walk(
      async () => {
        rooms += 1
        return { ...(await town.family(2, 20)), target: String(rooms) }
      },
      ({ passbookId, head, target }, more) =>
        town.ask(
          'splitPassbook',
          {
            centreId,
            passbookId,
            building: '9',
            room: target,
            residentIds: [head],
            points: 8,
            reason: '分家',
          },
          staff,
          more,
        ),
      async ({ passbookId, head, members }) => {
        expect(await town.done('myPassbook', { centreId }, head)).toMatchObject({ balance: 8 })
        expect(await town.done('myPassbook', { centreId }, members[1] ?? '')).toMatchObject({
          passbookId,
          balance: 12,
        })
      },
    )
    expect(points).toBeGreaterThanOrEqual(7)
  })

  test('lets somebody move out once', async () => {
    await walk(
      () => town.family(2, 20),
      ({ head }, more) => town.ask('moveOut', { centreId, residentId: head, reason: '搬走' }, staff, more),
      async ({ passbookId, head }) => {
        const [household] = await town.rows('households', { _id: passbookId })
        expect(household?.members).toBe(1)
        expect((await town.book(passbookId)).balance).toBe(20)
        expect((await town.told(head)).filter((title) => title === '您已迁出原来的住户')).toHaveLength(1)
      },
    )
  })
})
