import type { ActionName, InputOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'
import type { marketActions } from '../../types/points.market'
import type { Answer } from '../harness/town'
import { centreId, type Market, openMarket, rice, staff, volunteer } from './market'

type Points = typeof pointsContract
type Costs = Record<keyof typeof marketActions, Answer<unknown>['cost']>

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market?.stop())

/** One successful call of every action: what it cost, in all. */
const round = async (): Promise<Costs> => {
  const cost = async <A extends ActionName<Points>>(action: A, input: InputOf<Points, A>, openid: string) => {
    const answer = await market.ask(action, input, openid)
    expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
    return answer.cost
  }
  const { sponsorId } = await market.done('saveSponsor', { centreId, name: '春江超市' }, staff)
  const itemId = await market.item(10, { sponsorId })
  const [openid] = await market.family(1, 100)
  const [held, short, cancelled] = [
    await market.held(openid, itemId),
    await market.held(openid, itemId),
    await market.held(openid, itemId),
  ]
  const of = ({ redemptionId }: { readonly redemptionId: string }) => ({ centreId, redemptionId })
  return {
    shelf: await cost('shelf', { centreId }, openid),
    shelfOfStaff: await cost('shelfOfStaff', { centreId }, staff),
    saveShelfItem: await cost('saveShelfItem', { ...rice, itemId, sponsorId }, staff),
    stockIn: await cost('stockIn', { centreId, itemId, quantity: 5, sponsorId }, staff),
    stockCount: await cost('stockCount', { centreId, itemId, counted: 14, note: '盘点' }, staff),
    redeem: await cost('redeem', { centreId, itemId, quantity: 1, price: rice.price }, openid),
    myRedemptions: await cost('myRedemptions', { centreId }, openid),
    cancelRedemption: await cost('cancelRedemption', of(cancelled), openid),
    findRedemption: await cost('findRedemption', { centreId, code: held.pickupCode }, volunteer),
    counterList: await cost('counterList', { centreId }, volunteer),
    counterSheet: await cost('counterSheet', { centreId }, volunteer),
    fulfil: await cost('fulfil', of(held), volunteer),
    fulfilShort: await cost('fulfilShort', of(short), volunteer),
    sponsors: await cost('sponsors', { centreId }, staff),
    saveSponsor: await cost('saveSponsor', { centreId, sponsorId, name: '春江超市' }, staff),
    sponsorStory: await cost('sponsorStory', { centreId, sponsorId }, staff),
  }
}

const requests: Record<keyof Costs, number> = {
  shelf: 1,
  shelfOfStaff: 2,
  saveShelfItem: 3,
  stockIn: 7,
  stockCount: 7,
  redeem: 4,
  myRedemptions: 2,
  cancelRedemption: 4,
  findRedemption: 2,
  counterList: 2,
  counterSheet: 3,
  fulfil: 4,
  fulfilShort: 5,
  sponsors: 2,
  saveSponsor: 3,
  sponsorStory: 2,
}

const requestsOf = (costs: Costs) =>
  Object.fromEntries(Object.entries(costs).map(([action, { dbRequests }]) => [action, dbRequests]))

test('every action costs the same few requests, with a hundred times the data, too', async () => {
  const before = await round()
  expect(requestsOf(before)).toEqual(requests)

  const crowd = await market.families(300, 1000)
  for (let n = 0; n < 20; n += 1) {
    const itemId = await market.item(300)
    await Promise.all(crowd.slice(n * 15, n * 15 + 15).map((openid) => market.redeem(openid, itemId)))
  }
  const after = await round()
  expect(requestsOf(after)).toEqual(requests)
  const everyday = ['redeem', 'cancelRedemption', 'findRedemption', 'fulfil', 'myRedemptions'] as const
  for (const action of everyday) {
    expect({ action, more: after[action].examined - before[action].examined }).toEqual({ action, more: 0 })
  }
}, 120_000)
