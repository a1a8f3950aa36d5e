import { morning } from './books'
import {
  centreId,
  faultsOfTown,
  type LedgerTown,
  openLedgerTown,
  resident,
  secretary,
  staff,
} from './ledger-town'
import { codeOf } from './tally'

let town: LedgerTown
beforeAll(async () => {
  town = await openLedgerTown({ testClock: true, testFaults: true })
})
afterAll(async () => {
  if (!town) return
  expect(await faultsOfTown(town)).toEqual([])
  await town.town.cloud.stop()
})

const half = 30 * 60_000
/** Half past midnight of a day, when the daily work runs. */
const night = (day: string) => town.town.cloud.clock({ now: morning(day) - 9 * 3_600_000 + half })
const atNine = (day: string) => town.town.cloud.clock({ now: morning(day) })
const runs = async (day: string): Promise<void> => {
  await night(day)
  await town.tick()
}
const settings = {
  centreId,
  noticeDays: 0,
  pickupHours: 24,
  pickupPlace: '一楼',
  openingTimes: '周六',
  expireAfterYears: 1,
}
const reconciled = async (day: string) =>
  (await town.done('reconciliations', { centreId }, secretary)).rows.find((row) => row.day === day)

describe('the daily reconciliation', () => {
  test('tells what a day issued and what the passbooks hold, once', async () => {
    await atNine('2026-11-20')
    const [one, other] = [await town.family(1, 30), await town.family(1, 12)]
    const journalId = await town.earns(other.passbookId, 5)
    await town.done(
      'reverseJournal',
      { centreId, passbookId: other.passbookId, journalId, reason: '记错' },
      secretary,
    )
    await runs('2026-11-21')
    expect(await reconciled('2026-11-20')).toEqual({
      day: '2026-11-20',
      passbooks: 2,
      balance: 42,
      issued: 42,
      spent: 0,
      expired: 0,
      drift: [],
    })
    await town.earns(one.passbookId, 1)
    await town.tick()
    expect(await reconciled('2026-11-20')).toMatchObject({ balance: 42 })
    expect(await reconciled('2026-11-21')).toBeUndefined()
  })

  test('begins ten minutes past midnight', async () => {
    await town.town.cloud.clock({ now: morning('2026-11-22') - 9 * 3_600_000 + 9 * 60_000 })
    await town.tick()
    expect(await reconciled('2026-11-21')).toBeUndefined()
    await runs('2026-11-22')
    expect(await reconciled('2026-11-21')).toMatchObject({ issued: 1, balance: 43 })
  })

  test('finds a drift that was planted, and that it is gone', async () => {
    const { passbookId } = await town.family(1, 20)
    await town.plant('passbooks', passbookId, { $set: { balance: 2000 } })
    await runs('2026-11-23')
    expect((await reconciled('2026-11-22'))?.drift).toEqual([{ passbookId, balance: 2000, proven: 20 }])
    await town.plant('passbooks', passbookId, { $set: { balance: 20 } })
    const [line] = (await town.book(passbookId)).journals
    await town.plant('passbooks', passbookId, { $set: { 'journals.0.amount': 21 } })
    await runs('2026-11-24')
    expect((await reconciled('2026-11-23'))?.drift).toMatchObject([{ passbookId, balance: 20 }])
    await town.plant('passbooks', passbookId, { $set: { journals: [line] } })
    await runs('2026-11-25')
    expect((await reconciled('2026-11-24'))?.drift).toEqual([])
  })

  test('is for those who audit', async () => {
    expect(codeOf(await town.ask('reconciliations', { centreId }, staff))).toBe('COMMON.NOT_ALLOWED')
  })
})

describe('the honour roll', () => {
  test('has households by what they earned, ties share a place, whoever hides is gone at once', async () => {
    await atNine('2027-03-10')
    const [first, tied, also, shy] = [
      await town.family(1, 90),
      await town.family(1, 60),
      await town.family(1, 60),
      await town.family(1, 80),
    ]
    await runs('2027-03-11')
    const roll = (period?: string) =>
      town.done('honourRoll', { centreId, ...(period !== undefined && { period }) }, 'anybody')
    const door = ({ room }: { room: string }) => `5栋 ${room}`
    expect((await roll()).rows).toEqual([
      { place: 1, household: door(first), points: 90 },
      { place: 2, household: door(shy), points: 80 },
      { place: 3, household: door(tied), points: 60 },
      { place: 3, household: door(also), points: 60 },
    ])
    await town.done('setHidden', { centreId, hidden: true }, shy.head)
    const { rows, digest, period } = await roll()
    expect(period).toBe('2027-03')
    expect(rows.map(({ place }) => place)).toEqual([1, 2, 2])
    expect(digest.split('\n')).toEqual([
      '【金桂社区】3月积分荣誉榜',
      `第1名 ${door(first)} 90分`,
      `第2名 ${door(tied)} 60分`,
      `第2名 ${door(also)} 60分`,
      '感谢每一户的参与',
    ])
    await runs('2027-03-12')
    expect((await roll('2027')).rows.map(({ household }) => household)).not.toContain(door(shy))
    await town.done('setHidden', { centreId, hidden: false }, shy.head)
    await runs('2027-03-13')
    expect((await roll('2027-03')).rows.map(({ household }) => household)).toContain(door(shy))
    expect((await roll('2019')).rows).toEqual([])
  })

  test('can be left by a household that has no passbook yet', async () => {
    await town.done('setHidden', { centreId, hidden: true }, resident)
    expect((await town.done('myPassbook', { centreId }, resident)).hidden).toBe(true)
  })
})

describe('months that are over', () => {
  test('are put away and still read the same', async () => {
    await atNine('2027-04-20')
    const { head, passbookId } = await town.family(1, 40)
    await atNine('2027-05-20')
    await town.earns(passbookId, 2)
    const before = await town.done('myPassbook', { centreId, month: '2027-04' }, head)
    await runs('2027-06-10')
    expect((await town.book(passbookId)).journals).toHaveLength(1)
    expect(await town.done('myPassbook', { centreId, month: '2027-04' }, head)).toEqual({
      ...before,
      months: ['2027-06', '2027-05', '2027-04'],
    })
    expect(await town.done('myPassbook', { centreId, month: '2027-05' }, head)).toMatchObject({
      opening: 40,
      closing: 42,
    })
    expect(await reconciled('2027-06-09')).toMatchObject({ drift: [] })
  })

  test('are proven each night: what was changed on a page is found', async () => {
    const [page] = await town.rows('passbookPages')
    if (!page) throw new Error('nothing was put away')
    const { balance } = await town.book(page.bookId)
    await town.plant('passbookPages', page._id, { $set: { closing: page.closing + 7 } })
    await runs('2027-06-11')
    expect((await reconciled('2027-06-10'))?.drift).toEqual([
      { passbookId: page.bookId, balance, proven: balance - 7 },
    ])
    await town.plant('passbookPages', page._id, { $set: { closing: page.closing } })
    await runs('2027-06-12')
    expect((await reconciled('2027-06-11'))?.drift).toEqual([])
  })
})

describe('points that lapse', () => {
  test('are announced thirty and seven days before, and go at the turn of the year', async () => {
    await town.done('saveSettings', settings, secretary)
    await atNine('2027-11-02')
    const { head, members, passbookId } = await town.family(2, 50)
    const told = async (openid: string) =>
      (await town.told(openid)).filter((title) => title === '积分快到期了').length

    await runs('2028-11-30')
    expect(await told(head)).toBe(0)
    await runs('2028-12-01')
    expect(await told(head)).toBe(1)
    await runs('2028-12-02')
    expect(await Promise.all(members.map(told))).toEqual([1, 1])
    await runs('2028-12-25')
    await runs('2028-12-26')
    expect(await Promise.all(members.map(told))).toEqual([2, 2])

    await atNine('2028-12-31')
    await town.earns(passbookId, 4)
    await runs('2029-01-01')
    await runs('2029-01-02')
    const { lines, balance } = await town.done('myPassbook', { centreId }, head)
    expect(balance).toBe(4)
    expect(lines).toMatchObject([
      { kind: 'expiry', points: -50, balance: 4, handler: '系统', reason: '2027 年及以前的积分到期清零' },
    ])
    expect(await reconciled('2029-01-01')).toMatchObject({ drift: [] })
    expect((await reconciled('2029-01-01'))?.expired).toBeGreaterThanOrEqual(50)
  })

  test('lapse once, whenever the timer dies', async () => {
    let points = 0
    for (let n = 0; ; n += 1) {
      // each night of the fortnight has its own run; each family has points of long ago
      const day = `2030-01-${String(n + 1).padStart(2, '0')}`
      await atNine(day)
      const { passbookId } = await town.family(1, 30)
      await town.plant('passbooks', passbookId, { $set: { earnedIn: { 2027: 30 } } })
      await night(day)
      await town.town.cloud.clock({ advance: 12 * 3_600_000 })
      const cut = await town.town.cloud.timer('points', 'tick', { 'x-crash-after-writes': String(n) })
      if (cut.status !== 200) await town.tick()
      const book = await town.book(passbookId)
      expect([n, book.balance, book.journals.map(({ kind }) => kind)]).toEqual([n, 0, ['earn', 'expiry']])
      const [run] = (await town.rows('dailyRuns', { _id: `points:${day}` })) as readonly { done: boolean }[]
      expect(run?.done).toBe(true)
      points = n
      if (cut.status === 200) break
      if (n === 13) throw new Error('it never got through')
    }
    expect(points).toBeGreaterThan(5)
  })
})
