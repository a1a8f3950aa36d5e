import type { ActionName, InputOf } from '../../types/common/contract'
import { communityContract } from '../../types/community.contract'
import type { pointsContract } from '../../types/points.contract'
import { people } from '../harness/town'
import { centreId, type LedgerTown, openLedgerTown, secretary, staff } from './ledger-town'
import { codeOf } from './tally'

type Points = typeof pointsContract

/** Nobody decides for their own household, whatever their role. */

let town: LedgerTown
/** Works here as secretary and volunteer, and lives here with `spouse`. */
const worker = 'works-and-lives-here'
let home: string
let neighbours: Awaited<ReturnType<LedgerTown['family']>>
let spouse: string

beforeAll(async () => {
  town = await openLedgerTown()
  await town.lives(worker, '7', '101')
  spouse = 'lives-with-them'
  await town.lives(spouse, '7', '101')
  home = await town.passbookId(worker)
  await town.town.done(
    communityContract,
    'appoint',
    { centreId, residentId: worker, role: 'secretary' },
    people.officer,
  )
  neighbours = await town.family(2, 50)
  await town.earns(home, 50)
})
afterAll(() => town?.town.cloud.stop())

const redeemed = async (openid: string) => {
  const { itemId } = await town.done(
    'saveShelfItem',
    {
      centreId,
      kind: 'goods',
      title: '大米',
      description: '',
      picture: '',
      price: 5,
      limit: 0,
      limitPeriod: 'month',
      state: 'published',
      slots: [],
    },
    staff,
  )
  await town.done('stockIn', { centreId, itemId, quantity: 1 }, staff)
  return town.done('redeem', { centreId, itemId, quantity: 1, price: 5 }, openid)
}
const codeFor = async <A extends ActionName<Points>>(action: A, input: InputOf<Points, A>) =>
  codeOf(await town.ask(action, input, worker))
const OWN = 'POINTS.OWN_HOUSEHOLD'

describe('somebody who works where they live', () => {
  test('hands out nothing to their own household, and a colleague does', async () => {
    const { redemptionId } = await redeemed(spouse)
    expect(await codeFor('fulfil', { centreId, redemptionId })).toBe(OWN)
    expect(await codeFor('fulfilShort', { centreId, redemptionId })).toBe(OWN)
    expect(codeOf(await town.ask('fulfil', { centreId, redemptionId }, staff))).toBe('done')
    expect(await codeFor('fulfil', { centreId, redemptionId })).toBe('POINTS.NOT_HELD')
  })

  test('serves their neighbours', async () => {
    const { redemptionId } = await redeemed(neighbours.head)
    expect(await codeFor('fulfil', { centreId, redemptionId })).toBe('done')
  })

  test('reverses no line of their own household', async () => {
    const journalId = await town.earns(home, 3)
    const asked = { centreId, passbookId: home, journalId, reason: '记错' }
    expect(await codeFor('reverseJournal', asked)).toBe(OWN)
    expect(codeOf(await town.ask('reverseJournal', asked, secretary))).toBe('done')
  })

  test('says for no member of their own household who may spend', async () => {
    const asked = { centreId, passbookId: home, residentId: spouse, maySpend: false }
    expect(await codeFor('setMaySpend', asked)).toBe(OWN)
    expect((await town.book(home)).mayNotSpend).toEqual([])
  })

  test('logs for the neighbours only', async () => {
    const log = { centreId, itemId: town.itemId, units: 1, happenedAt: await town.now() }
    expect(await codeFor('logPoints', { ...log, passbookId: home })).toBe(OWN)
    const { rows } = await town.done(
      'logMany',
      { ...log, passbookIds: [home, neighbours.passbookId] },
      worker,
    )
    expect(rows.map(({ state }) => state)).toEqual(['refused', 'logged'])
  })

  test('moves nobody and no points into or out of it', async () => {
    const away = { centreId, reason: '分家', residentIds: [spouse], points: 1 }
    const into = { centreId, reason: '同住' }
    const { passbookId, members } = neighbours
    expect(await codeFor('mergePassbooks', { ...into, fromId: passbookId, intoId: home })).toBe(OWN)
    expect(await codeFor('mergePassbooks', { ...into, fromId: home, intoId: passbookId })).toBe(OWN)
    expect(await codeFor('splitPassbook', { ...away, passbookId: home, building: '9', room: '9' })).toBe(OWN)
    const joining = { ...away, passbookId, residentIds: [members[1] ?? ''], building: '7', room: '101' }
    expect(await codeFor('splitPassbook', joining)).toBe(OWN)
    expect(await codeFor('moveOut', { centreId, residentId: spouse, reason: '搬走' })).toBe(OWN)
    expect(await town.passbookId(spouse)).toBe(home)
    expect((await town.book(home)).balance).toBeGreaterThan(0)
  })

  test('lets nobody into it', async () => {
    const child = 'wants-to-live-with-them'
    const door = { centreId, name: '张小宝', building: '7号楼', room: '101室' }
    await town.town.done(communityContract, 'join', door, child)
    const decide = (by: string, decision: 'approve' | 'reject') =>
      town.town.ask(communityContract, 'decideApplication', { centreId, residentId: child, decision }, by)
    expect(codeOf(await decide(worker, 'approve'))).toBe('COMMUNITY.OWN_HOUSEHOLD')
    expect(codeOf(await decide(worker, 'reject'))).toBe('COMMUNITY.OWN_HOUSEHOLD')
    expect(codeOf(await decide(staff, 'approve'))).toBe('done')
  })

  test('does not let themselves in, either', async () => {
    const decide = { centreId, residentId: staff, decision: 'approve' as const }
    const { reply } = await town.town.ask(communityContract, 'decideApplication', decide, staff)
    expect(reply).toMatchObject({
      code: 'COMMUNITY.OWN_HOUSEHOLD',
      message: '自己家的登记不能自己审核,请找别的同事',
    })
  })
})
