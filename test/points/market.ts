import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import type { PassbookDocument, RedemptionDocument } from '../../cloudfunctions/_kit/documents/points'
import { bundleFunctions } from '../../config/bundle-functions'
import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import { pointsContract } from '../../types/points.contract'
import type { TestCloudOptions } from '../harness/cloud'
import { type AskOptions, centres, openTown, people } from '../harness/town'
import type { Probe } from './fixtures/functions/probe/index'

type Points = typeof pointsContract
type ItemInput = InputOf<Points, 'saveShelfItem'>

export const centreId = centres.jingui
export const { staff, volunteer, staffElsewhere } = people
export const hour = 3_600_000
export const day = 24 * hour

/** A bag of rice on the shelf. */
export const rice: ItemInput = {
  centreId,
  kind: 'goods',
  title: '大米',
  description: '5 公斤一袋',
  picture: '',
  price: 10,
  limit: 0,
  limitPeriod: 'month',
  state: 'published',
  slots: [],
}

const dist = join(__dirname, '..', '..', 'dist', 'cloudfunctions')

/** The town with a supermarket, and a probe that sees the rows behind it. */
export const openMarket = async (options: TestCloudOptions = {}) => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-market-'))
  await bundleFunctions({ source: join(__dirname, 'fixtures', 'functions'), target: functions })
  cpSync(dist, functions, { recursive: true })
  const town = await openTown({ functions, ...options })

  const probe = async (asked: Probe, openid: string): Promise<unknown> => {
    const { status, body } = await town.cloud.callRaw('probe', asked, { openid })
    if (status !== 200) throw new Error(JSON.stringify(body))
    return body
  }
  const rows = async <N extends keyof Documents>(
    of: N,
    where: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly Documents[N][]> =>
    (await probe({ do: 'rows', of, where }, staff)) as readonly Documents[N][]

  let neighbours = 0
  const market = {
    town,
    rows,
    ask: <A extends ActionName<Points>>(
      action: A,
      input: InputOf<Points, A>,
      openid: string,
      more?: AskOptions,
    ) => town.ask(pointsContract, action, input, openid, more),
    done: <A extends ActionName<Points>>(
      action: A,
      input: InputOf<Points, A>,
      openid: string,
      more?: AskOptions,
    ) => town.done(pointsContract, action, input, openid, more),
    change: (of: keyof Documents, id: string, change: object) =>
      probe({ do: 'change', of, id, change }, staff),
    /** People of one door, let in. */
    family: async (size: number, points = 0): Promise<readonly [string, ...string[]]> => {
      neighbours += 1
      const room = String(1000 + neighbours)
      const openids = Array.from({ length: size }, (_, n) => `neighbour-${neighbours}-${n}`)
      for (const openid of openids) {
        const home = { centreId, name: '张大妈', building: '8', room }
        await town.done(communityContract, 'join', home, openid)
        const decision = { centreId, residentId: openid, decision: 'approve' as const }
        await town.done(communityContract, 'decideApplication', decision, staff)
      }
      const [first = '', ...others] = openids
      if (points > 0) await market.give(first, points)
      return [first, ...others]
    },
    /** Many households of one person each, with the same points. */
    families: async (count: number, points: number): Promise<readonly string[]> => {
      neighbours += 1
      const name = `crowd${neighbours}`
      return (await probe({ do: 'crowd', name, count, points }, people.resident)) as readonly string[]
    },
    give: (openid: string, points: number) => probe({ do: 'give', points, once: randomUUID() }, openid),
    /** An item on the shelf with so many pieces. */
    item: async (pieces: number, facts: Partial<ItemInput> = {}): Promise<string> => {
      const { itemId } = await market.done('saveShelfItem', { ...rice, ...facts }, staff)
      if (pieces > 0) await market.done('stockIn', { centreId, itemId, quantity: pieces }, staff)
      return itemId
    },
    redeem: (
      openid: string,
      itemId: string,
      facts: { readonly quantity?: number; readonly price?: number; readonly slotId?: string } = {},
      more?: AskOptions,
    ) => market.ask('redeem', { centreId, itemId, quantity: 1, price: rice.price, ...facts }, openid, more),
    /** Redeems one piece; answers the redemption. */
    held: async (openid: string, itemId: string) =>
      market.done('redeem', { centreId, itemId, quantity: 1, price: rice.price }, openid),
    tick: async (): Promise<void> => {
      const { status, body } = await town.cloud.timer('points', 'tick')
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
    shelfRow: async (itemId: string) => {
      const [item] = await rows('shelfItems', { _id: itemId })
      if (!item) throw new Error(`no item ${itemId}`)
      return item
    },
    redemptionRow: async (redemptionId: string): Promise<RedemptionDocument> => {
      const [row] = await rows('redemptions', { _id: redemptionId })
      if (!row) throw new Error(`no redemption ${redemptionId}`)
      return row
    },
    passbookOf: async (openid: string): Promise<PassbookDocument> => {
      const [resident] = await rows('residents', { _id: openid })
      const [passbook] = await rows('passbooks', { _id: resident?.householdId ?? '' })
      if (!passbook) throw new Error(`${openid} has no passbook`)
      return passbook
    },
    /** Everything that is wrong with the books of shelf, redemptions and passbooks; nothing, if all is well. */
    faults: async (): Promise<readonly string[]> => {
      const [passbooks, items, redemptions] = await Promise.all([
        rows('passbooks'),
        rows('shelfItems'),
        rows('redemptions'),
      ])
      return [
        ...passbooks.flatMap(passbookFaults),
        ...items.flatMap((item) => shelfFaults(item, redemptions)),
      ]
    },
    /** Redemptions that ended and whose points and stock nobody has seen to be where they belong. */
    unsettled: async (): Promise<number> => (await rows('redemptions', { settled: false })).length,
    stop: async (): Promise<void> => {
      await town.cloud.stop()
      if (existsSync(functions)) rmSync(functions, { recursive: true, force: true })
    },
  }
  return market
}

export type Market = Awaited<ReturnType<typeof openMarket>>

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const passbookFaults = (book: PassbookDocument): readonly string[] => {
  const lines = sum(book.journals.map(({ amount: points }) => points))
  const ids = new Set(book.journals.map(({ id }) => id))
  return [
    book.balance < 0 ? `${book._id}: balance ${book.balance}` : '',
    book.opening + lines === book.balance ? '' : `${book._id}: lines ${lines}, balance ${book.balance}`,
    sum(Object.values(book.earnedIn)) - book.out === book.balance ? '' : `${book._id}: sums of expiry`,
    ids.size === book.journals.length ? '' : `${book._id}: a journal twice`,
    book.journals.every(({ entries }) => sum(entries.map(({ amount: points }) => points)) === 0)
      ? ''
      : `${book._id}: entries`,
    Object.values(book.bought).every((count) => count >= 0) ? '' : `${book._id}: bought`,
  ].filter((fault) => fault !== '')
}

const shelfFaults = (
  item: Documents['shelfItems'],
  redemptions: readonly RedemptionDocument[],
): readonly string[] => {
  const own = redemptions.filter(({ itemId }) => itemId === item._id)
  const held = own.filter(({ state }) => state === 'held').map(({ _id }) => _id)
  const done = sum(own.filter(({ state }) => state === 'done').map(({ quantity }) => quantity))
  const holds = item.holds.map(({ redemptionId }) => redemptionId)
  return [
    item.left < 0 ? `${item._id}: left ${item.left}` : '',
    item.slots.some(({ left }) => left < 0) ? `${item._id}: slots` : '',
    holds.toSorted().join() === held.toSorted().join() ? '' : `${item._id}: holds ${holds}, held ${held}`,
    item.redeemed === done ? '' : `${item._id}: redeemed ${item.redeemed}, done ${done}`,
  ].filter((fault) => fault !== '')
}
