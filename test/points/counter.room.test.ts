import { readSheet } from 'read-excel-file/node'
import { communityContract } from '../../types/community.contract'
import { centres, people } from '../harness/town'
import { centreId, hour, type Market, openMarket, staff, staffElsewhere, volunteer } from './market'
import { codeOf, tally } from './tally'

let market: Market
beforeAll(async () => {
  market = await openMarket({ testClock: true })
})
afterAll(() => market?.stop())

/** Somebody with 10 points who redeemed one of `left` + 1 pieces. */
const redeemed = async (left = 4) => {
  const itemId = await market.item(left + 1)
  const [openid, second = ''] = await market.family(2, 10)
  const { redemptionId, pickupCode } = await market.held(openid, itemId)
  return { itemId, openid, second, redemptionId, code: pickupCode }
}

const allIsWell = async () => {
  await market.tick()
  expect(await market.faults()).toEqual([])
  expect(await market.unsettled()).toBe(0)
}

describe('at the counter', () => {
  test('a code is found and handed out, once', async () => {
    const { itemId, redemptionId, code, openid } = await redeemed()
    const found = await market.done('findRedemption', { centreId, code }, volunteer)
    expect(found).toMatchObject({ redemptionId, title: '大米', building: '8栋', by: '张*妈', state: 'held' })
    expect(Object.keys(found)).not.toContain('pickupCode')
    const answer = await market.ask('fulfil', { centreId, redemptionId }, volunteer)
    expect([answer.reply.ok, answer.cost.dbRequests]).toEqual([true, 4])
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 4, redeemed: 1, holds: [] })
    expect(codeOf(await market.ask('findRedemption', { centreId, code }, volunteer))).toBe('POINTS.BAD_CODE')
    expect(codeOf(await market.ask('fulfil', { centreId, redemptionId }, staff))).toBe('POINTS.NOT_HELD')
    const { rows } = await market.done('myRedemptions', { centreId }, openid)
    expect(rows[0]).toMatchObject({ state: 'done', pickupCode: '' })
    expect(await market.redemptionRow(redemptionId)).toMatchObject({ handedBy: volunteer, settled: true })
    await allIsWell()
  })

  test('a wrong code and one of another centre are refused', async () => {
    const { code, redemptionId } = await redeemed()
    const wrong = code === '000000' ? '000001' : '000000'
    const find = (at: string, digits: string, by: string) =>
      market.ask('findRedemption', { centreId: at, code: digits }, by)
    expect(codeOf(await find(centreId, wrong, volunteer))).toBe('POINTS.BAD_CODE')
    expect(codeOf(await find(centreId, '12345', volunteer))).toBe('COMMON.BAD_INPUT')
    expect(codeOf(await find(centres.yinxing, code, staffElsewhere))).toBe('POINTS.BAD_CODE')
    expect(codeOf(await find(centreId, code, staffElsewhere))).toBe('COMMON.NOT_ALLOWED')
    const elsewhere = { centreId: centres.yinxing, redemptionId }
    expect(codeOf(await market.ask('fulfil', elsewhere, staffElsewhere))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await market.ask('fulfilShort', elsewhere, staffElsewhere))).toBe('COMMON.NOT_FOUND')
  })

  test('two people who hand out the same at once do it once', async () => {
    const { itemId, redemptionId } = await redeemed()
    const calls = Array.from({ length: 10 }, (_, n) =>
      market.ask('fulfil', { centreId, redemptionId }, n % 2 === 0 ? volunteer : staff),
    )
    expect(tally(await Promise.all(calls))).toEqual({ done: 1, 'POINTS.NOT_HELD': 9 })
    expect(await market.shelfRow(itemId)).toMatchObject({ redeemed: 1, left: 4 })
    await allIsWell()
  })

  test('the same request is answered the same', async () => {
    const { redemptionId } = await redeemed()
    const more = { requestId: 'hand-out-once' }
    const calls = Array.from({ length: 6 }, () =>
      market.ask('fulfil', { centreId, redemptionId }, volunteer, more),
    )
    expect(tally(await Promise.all(calls))).toEqual({ done: 6 })
    expect(codeOf(await market.ask('fulfil', { centreId, redemptionId }, volunteer, more))).toBe('done')
    await allIsWell()
  })

  test('what is missing is paid back once, and is off the books', async () => {
    const { itemId, openid, redemptionId } = await redeemed()
    const calls = Array.from({ length: 6 }, (_, n) =>
      market.ask('fulfilShort', { centreId, redemptionId }, n % 2 === 0 ? volunteer : staff),
    )
    const answers = await Promise.all(calls)
    expect(tally(answers)).toEqual({ done: 1, 'POINTS.NOT_HELD': 5 })
    const { balance, journals, bought } = await market.passbookOf(openid)
    expect(balance).toBe(10)
    expect(journals.at(-1)).toMatchObject({ kind: 'giveBack', amount: 10, reason: '柜台缺货,退回 大米' })
    expect(new Set(Object.values(bought))).toEqual(new Set([0]))
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 4, redeemed: 0, holds: [] })
    expect(await market.rows('stockMoves', { itemId, kind: 'count' })).toMatchObject([{ quantity: -1 }])
    await allIsWell()
  })

  test('shows who waits, and prints it', async () => {
    const { redemptionId, code } = await redeemed()
    const { rows } = await market.done('counterList', { centreId }, volunteer)
    expect(rows.find((row) => row.redemptionId === redemptionId)).toMatchObject({
      state: 'held',
      building: '8栋',
    })
    expect(JSON.stringify(rows)).not.toContain(code)
    const sheet = await market.done('counterSheet', { centreId }, volunteer)
    const file = Buffer.from(await (await fetch(sheet.url)).arrayBuffer())
    const [title, header, ...lines] = await readSheet(file)
    expect(title?.[0]).toMatch(/^金桂社区 党群服务超市 待取名单 \d{4}-\d\d-\d\d$/)
    expect(header).toEqual(['取货码', '楼栋房号', '兑换人', '物品', '数量', '取货截止', '签字'])
    expect(lines.length).toBe(sheet.rows)
    expect(lines.some((line) => line[0] === code)).toBe(true)
  })

  test('a resident can do nothing of this', async () => {
    const { redemptionId, code, openid } = await redeemed()
    expect(codeOf(await market.ask('fulfil', { centreId, redemptionId }, openid))).toBe('COMMON.NOT_ALLOWED')
    expect(codeOf(await market.ask('fulfilShort', { centreId, redemptionId }, openid))).toBe(
      'COMMON.NOT_ALLOWED',
    )
    expect(codeOf(await market.ask('findRedemption', { centreId, code }, openid))).toBe('COMMON.NOT_ALLOWED')
    expect(codeOf(await market.ask('counterSheet', { centreId }, openid))).toBe('COMMON.NOT_ALLOWED')
  })
})

describe('what is not picked up', () => {
  test('can be cancelled by every member, once', async () => {
    const { itemId, openid, second, redemptionId } = await redeemed()
    const calls = Array.from({ length: 10 }, (_, n) =>
      market.ask('cancelRedemption', { centreId, redemptionId }, n % 2 === 0 ? openid : second),
    )
    const answers = await Promise.all(calls)
    expect(tally(answers)).toEqual({ done: 1, 'POINTS.NOT_HELD': 9 })
    expect(Math.max(...answers.map(({ cost }) => cost.dbRequests))).toBeLessThanOrEqual(4)
    expect((await market.passbookOf(openid)).balance).toBe(10)
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 5, holds: [] })
    await allIsWell()
  })

  test('cannot be cancelled by the neighbours', async () => {
    const { redemptionId } = await redeemed()
    const [neighbour] = await market.family(1, 10)
    const stolen = await market.ask('cancelRedemption', { centreId, redemptionId }, neighbour)
    expect(codeOf(stolen)).toBe('COMMON.NOT_FOUND')
    const atPeople = await market.ask('cancelRedemption', { centreId, redemptionId }, people.pending)
    expect(codeOf(atPeople)).toBe('COMMON.NOT_MEMBER')
  })

  test('is either handed out or cancelled, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { openid, redemptionId } = await redeemed()
      const answers = await Promise.all([
        market.ask('fulfil', { centreId, redemptionId }, volunteer),
        market.ask('cancelRedemption', { centreId, redemptionId }, openid),
        market.ask('fulfilShort', { centreId, redemptionId }, staff),
      ])
      expect(tally(answers)).toEqual({ done: 1, 'POINTS.NOT_HELD': 2 })
      const { state } = await market.redemptionRow(redemptionId)
      expect((await market.passbookOf(openid)).balance).toBe(state === 'done' ? 0 : 10)
    }
    await allIsWell()
  })

  test('lapses after the hours the centre set, with points, stock and a notice, once', async () => {
    const { itemId, openid, redemptionId, code } = await redeemed()
    await market.town.cloud.clock({ advance: 71 * hour })
    await allIsWell()
    expect((await market.redemptionRow(redemptionId)).state).toBe('held')
    await market.town.cloud.clock({ advance: 2 * hour })
    expect(codeOf(await market.ask('findRedemption', { centreId, code }, staff))).toBe('POINTS.LAPSED')
    expect(codeOf(await market.ask('fulfil', { centreId, redemptionId }, staff))).toBe('POINTS.LAPSED')
    await Promise.all([market.tick(), market.tick(), market.tick()])
    await allIsWell()
    expect((await market.redemptionRow(redemptionId)).state).toBe('expired')
    expect((await market.passbookOf(openid)).balance).toBe(10)
    expect(await market.shelfRow(itemId)).toMatchObject({ left: 5, holds: [] })
    const { rows } = await market.town.done(communityContract, 'notices', {}, openid)
    expect(rows.filter(({ title }) => title === '兑换的东西没有取,积分已退回').length).toBe(1)
    expect(codeOf(await market.ask('fulfil', { centreId, redemptionId }, staff))).toBe('POINTS.LAPSED')
    expect(codeOf(await market.ask('cancelRedemption', { centreId, redemptionId }, openid))).toBe(
      'POINTS.NOT_HELD',
    )
  })

  test('gives its code free for others', async () => {
    const { redemptionId, openid } = await redeemed()
    await market.done('cancelRedemption', { centreId, redemptionId }, openid)
    expect((await market.redemptionRow(redemptionId)).pickupCode).toBe(redemptionId)
    await allIsWell()
  })

  test('gives its points to the household the payer was merged into', async () => {
    const { openid, redemptionId } = await redeemed()
    const [other] = await market.family(1, 5)
    const payer = await market.passbookOf(openid)
    const heir = await market.passbookOf(other)
    await market.change('passbooks', payer._id, { state: 'closed', successor: heir._id })
    await market.done('cancelRedemption', { centreId, redemptionId }, openid)
    expect((await market.passbookOf(other)).balance).toBe(15)
    await allIsWell()
  })
})
