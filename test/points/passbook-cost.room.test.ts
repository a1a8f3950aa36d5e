import type { ActionName, InputOf } from '../../types/common/contract'
import type { pointsContract } from '../../types/points.contract'
import type { Answer } from '../harness/town'
import { journal } from './books'
import { centreId, type LedgerTown, openLedgerTown, secretary, staff } from './ledger-town'

type Points = typeof pointsContract

let town: LedgerTown
beforeAll(async () => {
  town = await openLedgerTown()
})
afterAll(() => town?.town.cloud.stop())

const cost = async <A extends ActionName<Points>>(
  action: A,
  input: InputOf<Points, A>,
  openid: string,
): Promise<Answer<unknown>['cost']> => {
  const answer = await town.ask(action, input, openid)
  expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
  return answer.cost
}

test('every action of the passbook asks the database as often as written here', async () => {
  const [family, other, joining] = [await town.family(2, 30), await town.family(1, 5), await town.family(1)]
  const { passbookId, head, members } = family
  const [, leaving = ''] = members
  const journalId = await town.earns(passbookId, 3)
  const month = (await town.done('myPassbook', { centreId }, head)).month
  const settings = {
    centreId,
    noticeDays: 1,
    pickupHours: 1,
    pickupPlace: '一楼',
    openingTimes: '周六',
    expireAfterYears: 1,
  }
  const costs = {
    myPassbook: await cost('myPassbook', { centreId }, head),
    myPassbookOfMonth: await cost('myPassbook', { centreId, month: '2026-01' }, head),
    passbooks: await cost('passbooks', { centreId }, staff),
    passbook: await cost('passbook', { centreId, passbookId }, staff),
    exportStatement: await cost('exportStatement', { centreId, month }, head),
    setMaySpend: await cost(
      'setMaySpend',
      { centreId, passbookId, residentId: head, maySpend: false },
      staff,
    ),
    setHidden: await cost('setHidden', { centreId, hidden: true }, head),
    reverseJournal: await cost(
      'reverseJournal',
      { centreId, passbookId, journalId, reason: '记错' },
      secretary,
    ),
    mergePassbooks: await cost(
      'mergePassbooks',
      { centreId, fromId: other.passbookId, intoId: joining.passbookId, reason: '同住' },
      staff,
    ),
    splitPassbook: await cost(
      'splitPassbook',
      { centreId, passbookId, building: '9', room: '1', residentIds: [leaving], points: 1, reason: '分家' },
      staff,
    ),
    moveOut: await cost('moveOut', { centreId, residentId: leaving, reason: '搬走' }, staff),
    reconciliations: await cost('reconciliations', { centreId }, secretary),
    honourRoll: await cost('honourRoll', { centreId }, 'anybody'),
    settings: await cost('settings', { centreId }, 'anybody'),
    saveSettings: await cost('saveSettings', settings, secretary),
  }
  const requests = Object.fromEntries(
    Object.entries(costs).map(([name, { dbRequests }]) => [name, dbRequests]),
  )
  expect(requests).toEqual({
    myPassbook: 2,
    myPassbookOfMonth: 2,
    passbooks: 2,
    passbook: 2,
    exportStatement: 3,
    setMaySpend: 3,
    setHidden: 4,
    // caller with passbook and members, reversal, 公示 taken down, notices, audit row
    reverseJournal: 5,
    mergePassbooks: 18,
    splitPassbook: 14,
    moveOut: 8,
    reconciliations: 2,
    honourRoll: 2,
    settings: 1,
    saveSettings: 3,
  })
})

test('a statement costs the same with a hundred times the lines', async () => {
  const { passbookId, head } = await town.family(1, 1)
  const before = await cost('myPassbook', { centreId }, head)
  const lines = Array.from({ length: 400 }, () => journal('earn', 1))
  const earnedIn = { 2026: 401 }
  const [first] = (await town.book(passbookId)).journals
  const journals = [first, ...lines]
  await town.plant('passbooks', passbookId, { $set: { journals, earnedIn, balance: 401, written: 401 } })
  expect((await town.done('myPassbook', { centreId }, head)).balance).toBe(401)
  expect(await cost('myPassbook', { centreId }, head)).toEqual(before)
})
