import { centres, people } from '../harness/town'
import { centreId, day, hour, type Market, openMarket, rice, staff, staffElsewhere } from './market'
import { codeOf, tally } from './tally'

let market: Market
beforeAll(async () => {
  market = await openMarket({ testClock: true })
})
afterAll(() => market?.stop())

describe('what the server holds a redemption to', () => {
  test('a limit per household and period holds under a burst and counts anew in the next month', async () => {
    const itemId = await market.item(50, { limit: 3 })
    const family = await market.family(3, 1000)
    const taps = Array.from({ length: 12 }, (_, n) => market.redeem(family[n % 3] ?? '', itemId))
    expect(tally(await Promise.all(taps))).toEqual({ done: 3, 'POINTS.LIMIT_REACHED': 9 })
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 47 })
    await market.town.cloud.clock({ advance: 31 * day })
    expect(codeOf(await market.redeem(family[0], itemId, { quantity: 3 }))).toBe('done')
    expect(codeOf(await market.redeem(family[0], itemId))).toBe('POINTS.LIMIT_REACHED')
  })

  test('a limit by the year lasts longer than a month', async () => {
    const itemId = await market.item(50, { limit: 1, limitPeriod: 'year' })
    const [openid] = await market.family(1, 100)
    expect(codeOf(await market.redeem(openid, itemId, { quantity: 2 }))).toBe('POINTS.LIMIT_REACHED')
    expect(codeOf(await market.redeem(openid, itemId))).toBe('done')
    expect(codeOf(await market.redeem(openid, itemId))).toBe('POINTS.LIMIT_REACHED')
  })

  test('what was cancelled does not count for the limit', async () => {
    const itemId = await market.item(5, { limit: 1 })
    const [openid] = await market.family(1, 100)
    const { redemptionId } = await market.held(openid, itemId)
    await market.done('cancelRedemption', { centreId, redemptionId }, openid)
    expect(codeOf(await market.redeem(openid, itemId))).toBe('done')
  })

  test('a member who may not spend is refused, the others may', async () => {
    const itemId = await market.item(5)
    const [first, second = ''] = await market.family(2, 100)
    const { _id } = await market.passbookOf(first)
    const spending = { centreId, passbookId: _id, residentId: first }
    await market.done('setMaySpend', { ...spending, maySpend: false }, staff)
    expect(codeOf(await market.redeem(first, itemId))).toBe('POINTS.MAY_NOT_SPEND')
    expect(codeOf(await market.redeem(second, itemId))).toBe('done')
    expect(await market.faults()).toEqual([])
  })

  test('whoever saw another price is told so and pays nothing', async () => {
    const itemId = await market.item(5)
    const [openid] = await market.family(1, 100)
    await market.done('saveShelfItem', { ...rice, itemId, price: 30 }, staff)
    const { reply } = await market.redeem(openid, itemId)
    expect(reply).toMatchObject({ code: 'POINTS.PRICE_CHANGED', message: '价格变了,请看清再换' })
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 5, holds: [] })
    expect((await market.passbookOf(openid)).balance).toBe(100)
    expect(codeOf(await market.redeem(openid, itemId, { price: 30 }))).toBe('done')
    expect((await market.passbookOf(openid)).balance).toBe(70)
  })

  test('everybody pays the price they saw, also when it changes under a burst', async () => {
    const itemId = await market.item(50)
    const crowd = await market.families(20, 100)
    const [, ...answers] = await Promise.all([
      market.done('saveShelfItem', { ...rice, itemId, price: 30 }, staff),
      ...crowd.map((openid) => market.redeem(openid, itemId)),
    ])
    const { done = 0, 'POINTS.PRICE_CHANGED': late = 0 } = tally(answers)
    expect(done + late).toBe(20)
    const redemptions = await market.rows('redemptions', { itemId })
    expect(redemptions.map(({ points }) => points)).toEqual(Array.from({ length: done }, () => 10))
    expect(await market.faults()).toEqual([])
  })

  test('goods that come in during a burst are given out, too', async () => {
    const itemId = await market.item(10)
    const crowd = await market.families(40, 10)
    const [stocked, ...answers] = await Promise.all([
      market.ask('stockIn', { centreId, itemId, quantity: 15 }, staff),
      ...crowd.map((openid) => market.redeem(openid, itemId)),
    ])
    expect(codeOf(stocked)).toBe('done')
    const { done = 0, 'POINTS.SOLD_OUT': late = 0 } = tally(answers)
    expect(done + late).toBe(40)
    expect((await market.shelfRow(itemId)).left).toBe(25 - done)
    expect(await market.faults()).toEqual([])
  })

  test('what is off the shelf, of another centre or not there is refused', async () => {
    const [openid] = await market.family(1, 100)
    const withdrawn = await market.item(5, { state: 'withdrawn' })
    expect(codeOf(await market.redeem(openid, withdrawn))).toBe('POINTS.NOT_ON_SHELF')
    expect(codeOf(await market.redeem(openid, 'no-such-item'))).toBe('COMMON.NOT_FOUND')
    const elsewhere = { ...rice, centreId: centres.yinxing }
    const { itemId } = await market.done('saveShelfItem', elsewhere, staffElsewhere)
    expect(codeOf(await market.redeem(openid, itemId))).toBe('COMMON.NOT_FOUND')
  })

  test('a household without a passbook is told so', async () => {
    const itemId = await market.item(5)
    const [openid] = await market.family(1)
    expect(codeOf(await market.redeem(openid, itemId))).toBe('POINTS.NO_PASSBOOK')
    expect(codeOf(await market.redeem(people.pending, itemId))).toBe('COMMON.NOT_MEMBER')
  })
})

describe('a service', () => {
  const service = async (places: readonly number[]) => {
    const now = await market.town.cloud.clock({ advance: 0 })
    return market.item(0, {
      kind: 'service',
      title: '洗车',
      slots: places.map((count, n) => ({
        startsAt: now + (n + 1) * hour,
        endsAt: now + (n + 2) * hour,
        places: count,
      })),
    })
  }

  test('is booked for a slot, until the slot ends', async () => {
    const itemId = await service([2, 2])
    const [openid] = await market.family(1, 100)
    const { reply } = await market.redeem(openid, itemId, { slotId: '1' })
    const item = await market.shelfRow(itemId)
    expect(item).toMatchObject({ left: 3, slots: [{ left: 2 }, { left: 1 }] })
    expect(reply).toMatchObject({ ok: true, data: { pickupBy: item.slots[1]?.endsAt } })
    const { rows } = await market.done('myRedemptions', { centreId }, openid)
    expect(rows[0]).toMatchObject({ kind: 'service', slotStartsAt: item.slots[1]?.startsAt })
    expect(await market.faults()).toEqual([])
  })

  test('wants a slot that exists, is ahead and has room', async () => {
    const itemId = await service([1, 1])
    const [openid] = await market.family(1, 100)
    expect(codeOf(await market.redeem(openid, itemId))).toBe('POINTS.NO_SLOT')
    expect(codeOf(await market.redeem(openid, itemId, { slotId: '7' }))).toBe('POINTS.NO_SLOT')
    expect(codeOf(await market.redeem(openid, itemId, { slotId: 'x.left' }))).toBe('POINTS.NO_SLOT')
    expect(codeOf(await market.redeem(openid, itemId, { slotId: '0' }))).toBe('done')
    expect(codeOf(await market.redeem(openid, itemId, { slotId: '0' }))).toBe('POINTS.NO_SLOT')
    await market.town.cloud.clock({ advance: 2.5 * hour })
    expect(codeOf(await market.redeem(openid, itemId, { slotId: '1' }))).toBe('POINTS.SOLD_OUT')
    const { rows } = await market.done('shelf', { centreId }, openid)
    expect(rows.find((row) => row.itemId === itemId)).toMatchObject({ left: 0, slots: [] })
  })

  test('is never booked beyond its places, and a place given back can be booked again', async () => {
    const itemId = await service([3, 3])
    const crowd = await market.families(15, 10)
    const answers = await Promise.all(crowd.map((openid) => market.redeem(openid, itemId, { slotId: '1' })))
    expect(tally(answers)).toEqual({ done: 3, 'POINTS.NO_SLOT': 12 })
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 3, slots: [{ left: 3 }, { left: 0 }] })
    const [row] = await market.rows('redemptions', { itemId })
    await market.done('cancelRedemption', { centreId, redemptionId: row?._id ?? '' }, row?.by ?? '')
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 4, slots: [{ left: 3 }, { left: 1 }] })
    await market.tick()
    expect(await market.faults()).toEqual([])
  })

  test('keeps its slots when it is edited', async () => {
    const itemId = await service([3])
    const { slots } = await market.shelfRow(itemId)
    const edited = { ...rice, itemId, kind: 'service' as const, title: '洗车(大车)', price: 20 }
    await market.done('saveShelfItem', edited, staff)
    expect(await market.shelfRow(itemId)).toMatchObject({ title: '洗车(大车)', price: 20, slots, left: 3 })
  })
})
