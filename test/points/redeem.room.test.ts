import { centreId, type Market, openMarket } from './market'
import { tally } from './tally'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market?.stop())

describe('redeeming', () => {
  test('takes points and stock, and gives a pick-up code', async () => {
    const itemId = await market.item(5)
    const [openid] = await market.family(1, 30)
    const { reply, cost } = await market.redeem(openid, itemId, { quantity: 2 })
    expect(reply).toMatchObject({
      ok: true,
      data: { points: 20, pickupCode: expect.stringMatching(/^\d{6}$/) },
    })
    expect(cost.dbRequests).toBe(4)
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 3, holds: [{ quantity: 2 }] })
    const passbook = await market.passbookOf(openid)
    expect(passbook).toMatchObject({ balance: 10, out: 20 })
    expect(passbook.journals.at(-1)).toMatchObject({ kind: 'redeem', amount: -20, reason: '兑换 大米 ×2' })
    expect(await market.faults()).toEqual([])
  })

  test('gives the last 50 to exactly 50 of 200 households at once', async () => {
    const itemId = await market.item(50)
    const crowd = await market.families(200, 10)
    const answers = await Promise.all(crowd.map((openid) => market.redeem(openid, itemId)))
    expect(tally(answers)).toEqual({ done: 50, 'POINTS.SOLD_OUT': 150 })
    const refused = answers.find(({ reply }) => !reply.ok)
    expect(refused?.reply).toMatchObject({ message: '兑完了,可以看看别的' })
    expect((await market.shelfRow(itemId)).left).toBe(0)
    const rows = await market.rows('redemptions', { itemId })
    expect(rows.length).toBe(50)
    expect(new Set(rows.map(({ pickupCode }) => pickupCode)).size).toBe(50)
    const lines = (await market.rows('passbooks')).flatMap(({ journals }) => journals)
    const ids = new Set(rows.map(({ _id }) => `redemption:${_id}`))
    expect(lines.filter(({ about }) => ids.has(about)).length).toBe(50)
    expect(await market.faults()).toEqual([])
  }, 120_000)

  test('lets three members with balance for one redeem once, however often they tap', async () => {
    const itemId = await market.item(50)
    const family = await market.family(3, 15)
    const taps = Array.from({ length: 20 }, (_, n) => market.redeem(family[n % 3] ?? '', itemId))
    expect(tally(await Promise.all(taps))).toEqual({ done: 1, 'POINTS.INSUFFICIENT': 19 })
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 49 })
    expect((await market.passbookOf(family[0])).balance).toBe(5)
    expect(await market.faults()).toEqual([])
  })

  test('answers the same request 20 times at once with one redemption', async () => {
    const itemId = await market.item(1)
    const [openid] = await market.family(1, 10)
    const requestId = 'the-same-request'
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => market.redeem(openid, itemId, {}, { requestId })),
    )
    expect(tally(answers)).toEqual({ done: 20 })
    const data = answers.map(({ reply }) => JSON.stringify(reply.ok && reply.data))
    expect(new Set(data).size).toBe(1)
    const { journals } = await market.passbookOf(openid)
    expect(journals.map(({ kind }) => kind)).toEqual(['earn', 'redeem'])
    expect(await market.faults()).toEqual([])
  })
  test.each([-1000, 0, 1.5, 1e12, '1', null])(
    'refuses a quantity of %p and writes nothing',
    async (quantity) => {
      const itemId = await market.item(5)
      const [openid] = await market.family(1, 100)
      const { body, headers } = await market.town.cloud.call(
        'points',
        'redeem',
        { centreId, itemId, quantity, price: 10 },
        { openid, requestId: 'odd-quantity' },
      )
      expect(body).toMatchObject({ ok: false, code: 'COMMON.BAD_INPUT' })
      expect(headers.dbRequests).toBe(0)
      expect(await market.shelfRow(itemId)).toMatchObject({ left: 5, holds: [] })
      expect((await market.passbookOf(openid)).balance).toBe(100)
    },
  )
})
