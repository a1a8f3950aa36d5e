import type { Answer } from '../harness/town'
import { centreId, type Market, openMarket, rice, staff, volunteer } from './market'

let market: Market
beforeAll(async () => {
  market = await openMarket({ testClock: true, testFaults: true })
})
afterAll(() => market?.stop())

/** Nobody can still be at it after this; the timer looks at it after two minutes. */
const runsEnd = 31_000
const untilRepaired = 130_000

interface Facts {
  readonly itemId: string
  readonly openid: string
  readonly redemptionId: string
}
type Call = (
  facts: Facts,
  more: { requestId: string; headers?: Record<string, string> },
) => Promise<Answer<object>>

const settled = async () => {
  await market.town.cloud.clock({ advance: untilRepaired })
  await market.tick()
  await market.tick()
  expect(await market.faults()).toEqual([])
  expect(await market.unsettled()).toBe(0)
}

/**
 * Cuts a call off after 0, 1, 2 … writes, each time on a redemption of its own, lets the timer repair or the phone ask
 * again, and asks twice more. Answers how many points there were to die at.
 */
const walk = async (
  call: Call,
  order: 'timer first' | 'phone first',
  prepare: () => Promise<Facts>,
  check: (facts: Facts, answer: unknown) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 20; n += 1) {
    const facts = await prepare()
    const requestId = `crash-${order.slice(0, 5)}-${n}`
    const cut = await call(facts, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    const died = cut.status !== 200
    if (order === 'timer first') await settled()
    else await market.town.cloud.clock({ advance: runsEnd })
    const first = await call(facts, { requestId })
    const second = await call(facts, { requestId })
    const [one, two] = [first, second].map(({ reply }) => (reply.ok ? reply.data : reply.code))
    expect(two).toEqual(one)
    await settled()
    await check(facts, one)
    if (!died) return n
  }
  throw new Error('it never got through')
}

const prepared = async (): Promise<Facts> => {
  const itemId = await market.item(3)
  const [openid] = await market.family(1, 10)
  return { itemId, openid, redemptionId: '' }
}
const preparedHeld = async (): Promise<Facts> => {
  const facts = await prepared()
  return { ...facts, ...(await market.held(facts.openid, facts.itemId)) }
}
const stateOf = async ({ redemptionId }: Facts) => (await market.redemptionRow(redemptionId)).state
const balanceOf = async ({ openid }: Facts) => (await market.passbookOf(openid)).balance
const orders = ['timer first', 'phone first'] as const

describe.each(orders)('a function that dies half-way, %s', (order) => {
  test('redeems once', async () => {
    const points = await walk(
      ({ openid, itemId }, more) => market.redeem(openid, itemId, {}, more),
      order,
      prepared,
      async (facts, answer) => {
        expect(answer).toMatchObject({ points: 10, pickupCode: expect.stringMatching(/^\d{6}$/) })
        expect(await balanceOf(facts)).toBe(0)
        expect(await market.shelfRow(facts.itemId)).toMatchObject({ left: 2, holds: [{ quantity: 1 }] })
        expect((await market.rows('redemptions', { itemId: facts.itemId })).length).toBe(1)
      },
    )
    expect(points).toBe(4)
  })

  test('cancels once', async () => {
    const points = await walk(
      ({ openid, redemptionId }, more) =>
        market.ask('cancelRedemption', { centreId, redemptionId }, openid, more),
      order,
      preparedHeld,
      async (facts, answer) => {
        expect(answer).toEqual({ redemptionId: facts.redemptionId, points: 10 })
        expect([await stateOf(facts), await balanceOf(facts)]).toEqual(['cancelled', 10])
        expect(await market.shelfRow(facts.itemId)).toMatchObject({ left: 3, holds: [] })
      },
    )
    expect(points).toBe(4)
  })

  test('hands out once', async () => {
    const points = await walk(
      ({ redemptionId }, more) => market.ask('fulfil', { centreId, redemptionId }, volunteer, more),
      order,
      preparedHeld,
      async (facts, answer) => {
        expect(answer).toEqual({ redemptionId: facts.redemptionId })
        expect([await stateOf(facts), await balanceOf(facts)]).toEqual(['done', 0])
        expect(await market.shelfRow(facts.itemId)).toMatchObject({ left: 2, redeemed: 1, holds: [] })
      },
    )
    expect(points).toBe(4)
  })

  test('pays back what is missing, once', async () => {
    const points = await walk(
      ({ redemptionId }, more) => market.ask('fulfilShort', { centreId, redemptionId }, staff, more),
      order,
      preparedHeld,
      async (facts, answer) => {
        expect(answer).toEqual({ redemptionId: facts.redemptionId, points: 10 })
        expect([await stateOf(facts), await balanceOf(facts)]).toEqual(['short', 10])
        expect(await market.shelfRow(facts.itemId)).toMatchObject({ left: 2, holds: [] })
        const moves = await market.rows('stockMoves', { itemId: facts.itemId, kind: 'count' })
        expect(moves.map(({ quantity }) => quantity)).toEqual([-1])
      },
    )
    expect(points).toBe(5)
  })
})

describe('a phone that never asks again', () => {
  test('leaves nothing held that was not paid for, and gets what was', async () => {
    const lefts: number[] = []
    for (const writes of [0, 1, 2, 3]) {
      const { itemId, openid } = await prepared()
      await market.redeem(openid, itemId, {}, { headers: { 'x-crash-after-writes': String(writes) } })
      await settled()
      lefts.push((await market.shelfRow(itemId)).left)
      const { rows } = await market.done('myRedemptions', { centreId }, openid)
      expect(rows.length).toBe(writes < 2 ? 0 : 1)
    }
    expect(lefts).toEqual([3, 3, 2, 2])
  })

  test('costs what it cost when it was taken, also when it is asked again after the price changed', async () => {
    const itemId = await market.item(3)
    const [openid] = await market.family(1, 100)
    const more = { requestId: 'taken-at-ten' }
    await market.redeem(openid, itemId, {}, { ...more, headers: { 'x-crash-after-writes': '1' } })
    await market.done('saveShelfItem', { ...rice, itemId, price: 30 }, staff)
    await market.town.cloud.clock({ advance: runsEnd })
    expect((await market.redeem(openid, itemId, {}, more)).reply).toMatchObject({ data: { points: 10 } })
    expect((await market.passbookOf(openid)).balance).toBe(90)
    await settled()
  })

  test('keeps the others waiting no longer than the repair', async () => {
    const itemId = await market.item(1)
    const [first] = await market.family(1, 10)
    const [second] = await market.family(1, 10)
    await market.redeem(first, itemId, {}, { headers: { 'x-crash-after-writes': '1' } })
    expect((await market.redeem(second, itemId)).reply).toMatchObject({ code: 'POINTS.SOLD_OUT' })
    await settled()
    expect((await market.redeem(second, itemId)).reply).toMatchObject({ ok: true })
  })
})

describe('the timer', () => {
  test('gives back what lapsed once, also when it runs twice at once', async () => {
    const itemId = await market.item(5)
    const crowd = await market.families(3, 10)
    for (const openid of crowd) await market.held(openid, itemId)
    await market.town.cloud.clock({ advance: 73 * 3_600_000 })
    await Promise.all([market.tick(), market.tick()])
    await settled()
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 5, holds: [] })
    for (const openid of crowd) expect((await market.passbookOf(openid)).balance).toBe(10)
  })

  test('goes on where it died, after whichever write', async () => {
    // five writes are the market's own; what follows is the day's other work
    for (let n = 0; n <= 6; n += 1) {
      const facts = await preparedHeld()
      await market.town.cloud.clock({ advance: 73 * 3_600_000 })
      const headers = { 'x-crash-after-writes': String(n) }
      expect((await market.town.cloud.timer('points', 'tick', headers)).status).not.toBe(200)
      await settled()
      expect([await stateOf(facts), await balanceOf(facts)]).toEqual(['expired', 10])
      expect(await market.shelfRow(facts.itemId)).toMatchObject({ left: 3, holds: [] })
    }
  })

  test('settles the others when one cannot be settled', async () => {
    const [broken, fine] = [await preparedHeld(), await preparedHeld()]
    const { passbookId } = await market.redemptionRow(broken.redemptionId)
    await market.change('passbooks', passbookId, { state: 'closed' })
    await market.town.cloud.clock({ advance: 73 * 3_600_000 })
    await market.tick()
    expect([await stateOf(broken), await balanceOf(fine)]).toEqual(['expired', 10])
    expect(await market.unsettled()).toBe(1)
    await market.change('passbooks', passbookId, { state: 'open' })
    await settled()
    expect(await balanceOf(broken)).toBe(10)
  })
})

describe('stock that dies half-way', () => {
  test.each(['stockIn', 'stockCount'] as const)('%s is done once', async (action) => {
    for (let n = 0; n < 10; n += 1) {
      const itemId = await market.item(4)
      const more = { requestId: `crash-${action}-${n}` }
      const call = (headers?: Record<string, string>) =>
        action === 'stockIn'
          ? market.ask(action, { centreId, itemId, quantity: 3 }, staff, {
              ...more,
              ...(headers && { headers }),
            })
          : market.ask(action, { centreId, itemId, counted: 7, note: '盘点' }, staff, {
              ...more,
              ...(headers && { headers }),
            })
      const died = (await call({ 'x-crash-after-writes': String(n) })).status !== 200
      await market.town.cloud.clock({ advance: runsEnd })
      for (const answer of [await call(), await call()]) {
        expect(answer.reply).toMatchObject({ ok: true, data: { left: 7 } })
      }
      const moves = await market.rows('stockMoves', { itemId })
      expect(moves.map(({ quantity }) => quantity).toSorted()).toEqual([3, 4])
      if (!died) return
    }
    throw new Error('it never got through')
  })
})
