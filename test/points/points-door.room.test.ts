import { pointsContract } from '../../types/points.contract'
import { people } from '../harness/town'
import type { Probe } from './fixtures/functions/probe/index'
import { centreId, type Market, openMarket, staff } from './market'

let market: Market
beforeAll(async () => {
  market = await openMarket({ testFaults: true })
})
afterAll(() => market?.stop())

const householdOf = async (openid: string): Promise<string> =>
  (await market.rows('residents', { _id: openid }))[0]?.householdId ?? ''

let made = 0
const earningOf = async (openid: string, facts: object = {}) => {
  made += 1
  const householdId = await householdOf(openid)
  const words = { reason: '送餐 9 份 张*妈', about: 'route:r', forMasked: '张*妈' }
  return { id: `credit-${made}`, householdId, homeId: centreId, points: 18, ...words, ...facts }
}
type Earning = Awaited<ReturnType<typeof earningOf>>

const credit = (earning: Earning, headers?: Record<string, string>) =>
  market.town.cloud.callRaw('probe', { do: 'credit', earning } satisfies Probe, {
    openid: staff,
    ...(headers && { headers }),
  })
const noticesOf = (id: string) => market.rows('publicNotices', { _id: id })

describe('a household credited by another room', () => {
  test('gets its passbook, the line and its public notice', async () => {
    const [openid] = await market.family(1)
    const earning = await earningOf(openid)
    expect((await credit(earning)).body).toBe('posted')
    const passbook = await market.passbookOf(openid)
    expect(passbook).toMatchObject({
      balance: 18,
      journals: [
        { kind: 'earn', amount: 18, reason: '送餐 9 份 张*妈', byMasked: '系统', forMasked: '张*妈' },
      ],
    })
    const { _id: id } = (await noticesOf(earning.id))[0] ?? { _id: '' }
    expect(id).toBe(earning.id)
    const { rows } = await market.done('publicNotice', { centreId }, openid)
    expect(rows.some(({ journalId }) => journalId === earning.id)).toBe(true)
    expect(await market.faults()).toEqual([])
  })

  test('gets it once from two timers at once, and twice the same is the same', async () => {
    const [openid] = await market.family(1)
    const earning = await earningOf(openid)
    const both = await Promise.all([credit(earning), credit(earning), credit(earning)])
    expect(both.map(({ body }) => body)).toEqual(['posted', 'posted', 'posted'])
    expect((await credit(earning)).body).toBe('posted')
    expect((await market.passbookOf(openid)).balance).toBe(18)
    expect((await noticesOf(earning.id)).length).toBe(1)
  })

  test('gets it once where the function dies, after whichever write', async () => {
    for (let n = 0; n <= 4; n += 1) {
      const [openid] = await market.family(1)
      const earning = await earningOf(openid)
      await credit(earning, { 'x-crash-after-writes': String(n) })
      expect((await credit(earning)).body).toBe('posted')
      expect((await market.passbookOf(openid)).balance).toBe(18)
      expect((await noticesOf(earning.id)).length).toBe(1)
    }
  })

  test('gets what it earned beside what others give it', async () => {
    const [openid] = await market.family(1, 10)
    const [one, two] = [await earningOf(openid), await earningOf(openid, { points: 4 })]
    await Promise.all([credit(one), credit(two), market.give(openid, 1)])
    expect((await market.passbookOf(openid)).balance).toBe(33)
  })

  test('that was merged: the one it was merged into gets it', async () => {
    const [[from], [into]] = [await market.family(1, 10), await market.family(1, 10)]
    const earning = await earningOf(from)
    const merge = {
      centreId,
      fromId: await householdOf(from),
      intoId: await householdOf(into),
      reason: '同一户',
    }
    await market.town.done(pointsContract, 'mergePassbooks', merge, people.secretary)
    expect((await credit(earning)).body).toBe('posted')
    expect((await credit(earning)).body).toBe('posted')
    expect((await market.rows('passbooks', { _id: merge.intoId }))[0]?.balance).toBe(38)
  })

  test('that nobody knows earns nothing', async () => {
    const earning = await earningOf('nobody', { householdId: 'no-such-household' })
    expect((await credit(earning)).body).toBe('nobody')
  })
})
