import { centres } from '../harness/town'
import { centreId, type Market, openMarket, staff, staffElsewhere, volunteer } from './market'
import { codeOf } from './tally'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market?.stop())

const sponsor = async (name: string): Promise<string> =>
  (await market.done('saveSponsor', { centreId, name, contact: '王经理 13812341234' }, staff)).sponsorId
const story = (sponsorId: string) => market.done('sponsorStory', { centreId, sponsorId }, staff)

describe('stock', () => {
  test('comes in once per request, also when it is asked at once', async () => {
    const itemId = await market.item(0)
    const more = { requestId: 'stock-in-once' }
    const calls = Array.from({ length: 5 }, () =>
      market.ask('stockIn', { centreId, itemId, quantity: 30 }, staff, more),
    )
    const answers = await Promise.all(calls)
    expect(answers.map(({ reply }) => reply.ok && reply.data)).toEqual(new Array(5).fill({ left: 30 }))
    expect((await market.rows('stockMoves', { itemId })).length).toBe(1)
  })

  test('is never counted below what is held', async () => {
    const itemId = await market.item(5)
    const [openid] = await market.family(1, 100)
    await market.redeem(openid, itemId, { quantity: 3 })
    const count = (counted: number) =>
      market.ask('stockCount', { centreId, itemId, counted, note: '盘点' }, staff)
    expect(codeOf(await count(2))).toBe('POINTS.COUNT_TOO_LOW')
    expect((await market.shelfRow(itemId)).left).toBe(2)
    expect((await count(4)).reply).toMatchObject({ ok: true, data: { left: 1 } })
    expect((await market.rows('stockMoves', { itemId, kind: 'count' }))[0]).toMatchObject({ quantity: -1 })
    expect((await count(9)).reply).toMatchObject({ ok: true, data: { left: 6 } })
    expect(await market.faults()).toEqual([])
  })

  test('of another centre, of a service or of nothing is not touched', async () => {
    const itemId = await market.item(5)
    const quantity = 1
    const elsewhere = { centreId: centres.yinxing, itemId, quantity }
    expect(codeOf(await market.ask('stockIn', elsewhere, staffElsewhere))).toBe('COMMON.NOT_FOUND')
    const mine = { centreId, itemId: 'no-such-item', quantity }
    expect(codeOf(await market.ask('stockIn', mine, staff))).toBe('COMMON.NOT_FOUND')
    const unknown = { centreId, itemId, quantity, sponsorId: 'no-such-sponsor' }
    expect((await market.ask('stockIn', unknown, staff)).reply).toMatchObject({
      code: 'COMMON.BAD_INPUT',
      fields: { sponsorId: '没有这个赞助单位' },
    })
    expect(codeOf(await market.ask('stockIn', { centreId, itemId, quantity }, volunteer))).toBe(
      'COMMON.NOT_ALLOWED',
    )
    expect((await market.shelfRow(itemId)).left).toBe(5)
  })

  test('shows on the shelf: residents see what is left, staff also what is held and redeemed', async () => {
    const sponsorId = await sponsor('春江粮油店')
    const itemId = await market.item(5, { title: '食用油', sponsorId })
    const hidden = await market.item(5, { title: '收起来的', state: 'withdrawn' })
    const [openid] = await market.family(1, 100)
    await market.redeem(openid, itemId, { quantity: 2 })
    const { rows } = await market.done('shelf', { centreId }, openid)
    expect(rows.find((row) => row.itemId === itemId)).toMatchObject({ left: 3, sponsor: '春江粮油店' })
    expect(rows.some((row) => row.itemId === hidden)).toBe(false)
    const { rows: all } = await market.done('shelfOfStaff', { centreId }, staff)
    expect(all.find((row) => row.itemId === itemId)).toMatchObject({ held: 2, redeemed: 0, sponsorId })
    expect(all.some((row) => row.itemId === hidden)).toBe(true)
  })

  test('an item is edited, but its kind stays and a stranger sponsor is refused', async () => {
    const itemId = await market.item(5)
    const [item] = await market.rows('shelfItems', { _id: itemId })
    const form = {
      centreId,
      itemId,
      kind: 'goods' as const,
      title: '东北大米',
      description: '',
      picture: '',
      price: 12,
      limit: 2,
      limitPeriod: 'year' as const,
      state: 'withdrawn' as const,
      slots: [],
    }
    await market.done('saveShelfItem', form, staff)
    expect(await market.shelfRow(itemId)).toMatchObject({
      ...item,
      ...{ title: '东北大米', description: '' },
      price: 12,
      limit: 2,
      limitPeriod: 'year',
      state: 'withdrawn',
    })
    expect((await market.ask('saveShelfItem', { ...form, kind: 'honour' }, staff)).reply).toMatchObject({
      code: 'COMMON.BAD_INPUT',
      fields: { kind: '种类不能改,请另上架一件' },
    })
    const strange = { ...form, sponsorId: 'nobody' }
    expect(codeOf(await market.ask('saveShelfItem', strange, staff))).toBe('COMMON.BAD_INPUT')
    const elsewhere = { ...form, centreId: centres.yinxing }
    expect(codeOf(await market.ask('saveShelfItem', elsewhere, staffElsewhere))).toBe('COMMON.NOT_FOUND')
  })
})

describe("a sponsor's story", () => {
  test('adds up: given is redeemed, held and left', async () => {
    const sponsorId = await sponsor('春江超市')
    const itemId = await market.item(0)
    await market.done('stockIn', { centreId, itemId, quantity: 10, sponsorId }, staff)
    const crowd = await market.families(5, 10)
    const held = await Promise.all(crowd.map((openid) => market.held(openid, itemId)))
    for (const { redemptionId } of held.slice(0, 3)) {
      await market.done('fulfil', { centreId, redemptionId }, volunteer)
    }
    const { name, rows, thanks } = await story(sponsorId)
    expect(name).toBe('春江超市')
    expect(rows).toEqual([{ title: '大米', given: 10, redeemed: 3, left: 5 }])
    expect(thanks).toBe(
      '感谢春江超市支持金桂社区党群服务超市,送来大米 10 份。邻居们已经用积分换走 3 份。货架上还有 5 份,欢迎大家来换。',
    )
    const waiting = held[3]?.redemptionId ?? ''
    await market.done('cancelRedemption', { centreId, redemptionId: waiting }, crowd[3] ?? '')
    expect((await story(sponsorId)).rows).toEqual([{ title: '大米', given: 10, redeemed: 3, left: 6 }])
  })

  test('tells two who gave of the same apart: what came first went first', async () => {
    const [early, late] = [await sponsor('甲店'), await sponsor('乙店')]
    const itemId = await market.item(0)
    await market.done('stockIn', { centreId, itemId, quantity: 2, sponsorId: early }, staff)
    await market.done('stockIn', { centreId, itemId, quantity: 4, sponsorId: late }, staff)
    const [openid] = await market.family(1, 100)
    const { reply } = await market.redeem(openid, itemId, { quantity: 3 })
    const redemptionId = reply.ok ? reply.data.redemptionId : ''
    await market.done('fulfil', { centreId, redemptionId }, staff)
    expect((await story(early)).rows).toEqual([{ title: '大米', given: 2, redeemed: 2, left: 0 }])
    expect((await story(late)).rows).toEqual([{ title: '大米', given: 4, redeemed: 1, left: 3 }])
  })

  test('is kept at its centre, with the contact masked', async () => {
    const sponsorId = await sponsor('丙店')
    const { rows } = await market.done('sponsors', { centreId }, staff)
    expect(rows.find((row) => row.sponsorId === sponsorId)).toMatchObject({ contact: '王*理 138****1234' })
    const [row] = await market.rows('sponsors', { _id: sponsorId })
    expect(JSON.stringify(row)).not.toContain('13812341234')
    const elsewhere = { centreId: centres.yinxing, sponsorId }
    expect(codeOf(await market.ask('sponsorStory', elsewhere, staffElsewhere))).toBe('COMMON.NOT_FOUND')
    const renamed = { ...elsewhere, name: '别人的' }
    expect(codeOf(await market.ask('saveSponsor', renamed, staffElsewhere))).toBe('COMMON.NOT_FOUND')
    await market.done('saveSponsor', { centreId, sponsorId, name: '丙店(新)' }, staff)
    const [changed] = await market.rows('sponsors', { _id: sponsorId })
    expect(changed).toEqual({ ...row, name: '丙店(新)' })
  })
})
