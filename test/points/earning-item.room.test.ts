import { centres, openTown, people, type Town } from '../harness/town'
import { centreId, day, deskOf, sorting } from './earning-desk'
import { codeOf } from './tally'

let town: Town
let desk: ReturnType<typeof deskOf>
beforeAll(async () => {
  town = await openTown({ testClock: true })
  desk = deskOf(town)
  await desk.clock({ now: Date.parse('2026-11-21T04:00:00Z') })
})
afterAll(() => town?.cloud.stop())

const { officer, secretary, staff, staffElsewhere, stranger } = people
const items = async (at: string = centreId, itemId?: string) => {
  const { rows } = await desk.done('earningItems', { centreId: at }, stranger)
  return itemId === undefined ? rows : rows.filter((row) => row.itemId === itemId)
}

describe('a new version of an item', () => {
  test('rules from its day on; old lines keep what they were made under', async () => {
    const { passbookId } = await desk.neighbour('版本')
    const itemId = await desk.item({ points: 2 })
    await desk.log(passbookId, itemId)
    const saved = await desk.done(
      'saveEarningItem',
      { ...sorting, itemId, points: 5, startsOn: '2026-11-22' },
      secretary,
    )
    expect(saved).toEqual({ itemId, version: 2 })
    expect((await items(centreId, itemId)).map(({ version, points }) => [version, points])).toEqual([
      [1, 2],
      [2, 5],
    ])
    await desk.log(passbookId, itemId)
    await desk.clock({ advance: day })
    await desk.log(passbookId, itemId)
    expect((await items(centreId, itemId)).map(({ version }) => version)).toEqual([2])
    const { balance, lines } = await desk.book(passbookId)
    expect([balance, lines.map(({ points }) => points).sort()]).toEqual([9, [2, 2, 5]])
  })

  test('is never dated back; a new item may be', async () => {
    const itemId = await desk.item({ startsOn: '2026-11-01' })
    const { reply } = await desk.ask(
      'saveEarningItem',
      { ...sorting, itemId, startsOn: '2026-11-20' },
      secretary,
    )
    expect(reply).toMatchObject({
      ok: false,
      code: 'COMMON.BAD_INPUT',
      fields: { startsOn: expect.any(String) },
    })
  })

  test('stops an item', async () => {
    const { passbookId } = await desk.neighbour('停用')
    const itemId = await desk.item()
    await desk.item({ itemId, stopped: true, startsOn: desk.today() })
    expect(codeOf(await desk.log(passbookId, itemId))).toBe('POINTS.ITEM_STOPPED')
    expect(await items(centreId, itemId)).toMatchObject([{ version: 2, stopped: true }])
  })

  test('is made once per request, and numbered once when two save at once', async () => {
    const itemId = await desk.item()
    const requestId = desk.request()
    const input = { ...sorting, itemId, startsOn: desk.today() }
    const same = await Promise.all(
      Array.from({ length: 5 }, () => desk.ask('saveEarningItem', input, secretary, { requestId })),
    )
    expect(same.map(({ reply }) => reply.ok && reply.data)).toEqual(Array(5).fill({ itemId, version: 2 }))
    const others = await Promise.all(
      Array.from({ length: 3 }, () => desk.done('saveEarningItem', input, secretary)),
    )
    expect(others.map(({ version }) => version).sort()).toEqual([3, 4, 5])
  })
})

describe('a community’s own version (试点)', () => {
  test('rules there and nowhere else', async () => {
    const street = { ...sorting, centreId: centres.street, points: 2 }
    const { itemId } = await desk.done('saveEarningItem', street, officer)
    await desk.done('saveEarningItem', { ...sorting, itemId, points: 7, startsOn: desk.today() }, secretary)
    expect(await items(centreId, itemId)).toMatchObject([{ points: 7, own: true }])
    expect(await items(centres.yinxing, itemId)).toMatchObject([{ points: 2, own: false }])

    const { passbookId } = await desk.neighbour('试点')
    const there = await desk.log(passbookId, itemId)
    expect(there.reply).toMatchObject({ ok: true, data: { points: 7 } })
    const elsewhere = await desk.done(
      'findPassbook',
      { centreId: centres.yinxing, building: '1', room: '107' },
      staffElsewhere,
    )
    const { reply } = await desk.ask(
      'logPoints',
      {
        centreId: centres.yinxing,
        passbookId: elsewhere.passbookId,
        itemId,
        units: 1,
        happenedAt: desk.now(),
      },
      staffElsewhere,
    )
    expect(reply).toMatchObject({ ok: true, data: { points: 2 } })
  })

  test('stays when the street changes its own', async () => {
    const street = { ...sorting, centreId: centres.street, points: 2 }
    const { itemId } = await desk.done('saveEarningItem', street, officer)
    await desk.done('saveEarningItem', { ...sorting, itemId, points: 7, startsOn: desk.today() }, secretary)
    await desk.done('saveEarningItem', { ...street, itemId, points: 3, startsOn: desk.today() }, officer)
    expect(await items(centreId, itemId)).toMatchObject([{ points: 7 }])
    expect(await items(centres.yinxing, itemId)).toMatchObject([{ points: 3 }])
  })

  test('is not reached from another community, nor from above', async () => {
    const itemId = await desk.item()
    const save = (at: string, by: string) =>
      desk.ask('saveEarningItem', { ...sorting, centreId: at, itemId, startsOn: desk.today() }, by)
    expect(codeOf(await save(centres.yinxing, officer))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await save(centres.street, officer))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await save(centres.yinxing, secretary))).toBe('COMMON.NOT_ALLOWED')
    expect(codeOf(await save(centreId, staff))).toBe('COMMON.NOT_ALLOWED')
  })
})
