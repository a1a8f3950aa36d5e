import { centres, people } from '../harness/town'
import { centreId, type Market, openMarket, staff, volunteer } from './market'

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market?.stop())

type Page<Row> = { readonly rows: readonly Row[]; readonly next?: string | undefined }

/** Every row of a list, page by page, and how long the pages were. */
const allOf = async <Row>(page: (after?: string) => Promise<Page<Row>>) => {
  const rows: Row[] = []
  const lengths: number[] = []
  let after: string | undefined
  do {
    const got = await page(after)
    rows.push(...got.rows)
    lengths.push(got.rows.length)
    after = got.next
  } while (after !== undefined)
  return { rows, lengths }
}
const from = (after: string | undefined) => ({ centreId, ...(after !== undefined && { after }) })

test('the shelf, what waits and what a household redeemed come in pages without gaps', async () => {
  const itemIds: string[] = []
  for (let n = 0; n < 23; n += 1) itemIds.push(await market.item(2, { title: `第 ${n} 件` }))
  const [openid] = await market.family(1, 1000)
  const redemptionIds: string[] = []
  for (const itemId of itemIds) redemptionIds.push((await market.held(openid, itemId)).redemptionId)

  const shelf = await allOf((after) => market.done('shelf', from(after), people.stranger))
  expect([shelf.lengths, shelf.rows.map(({ itemId }) => itemId)]).toEqual([[20, 3], itemIds])
  const ofStaff = await allOf((after) => market.done('shelfOfStaff', from(after), staff))
  expect(ofStaff.rows.map(({ itemId, held, left }) => [itemId, held, left])).toEqual(
    itemIds.map((itemId) => [itemId, 1, 1]),
  )
  const waiting = await allOf((after) => market.done('counterList', from(after), volunteer))
  expect([waiting.lengths, waiting.rows.map((row) => row.redemptionId)]).toEqual([[20, 3], redemptionIds])
  const mine = await allOf((after) => market.done('myRedemptions', from(after), openid))
  expect(mine.rows.map((row) => row.redemptionId)).toEqual(redemptionIds.toReversed())
})

test('sponsors come in pages', async () => {
  for (let n = 0; n < 22; n += 1) await market.done('saveSponsor', { centreId, name: `第 ${n} 家` }, staff)
  const { lengths, rows } = await allOf((after) => market.done('sponsors', from(after), staff))
  expect(lengths).toEqual([20, 2])
  expect(rows.map(({ name }) => name)).toEqual(Array.from({ length: 22 }, (_, n) => `第 ${n} 家`))
})

test('another centre and another household see none of it', async () => {
  const elsewhere = { centreId: centres.yinxing }
  expect((await market.done('shelf', elsewhere, people.stranger)).rows).toEqual([])
  expect((await market.done('counterList', elsewhere, people.staffElsewhere)).rows).toEqual([])
  expect((await market.done('sponsors', elsewhere, people.staffElsewhere)).rows).toEqual([])
  expect((await market.done('myRedemptions', { centreId }, people.resident)).rows).toEqual([])
})
