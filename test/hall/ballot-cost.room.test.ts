import { blindHash } from '../../cloudfunctions/_kit/privacy'
import type { ActionName, InputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'
import { ballotRow, centreId, homeRow, hour, nine, rollRow } from './ballot-rows'
import { colleague, dataKey, openVoting, secretary, staff, type Voting } from './voting'

process.env.LINLI_DATA_KEY = dataKey

type Hall = typeof hallContract

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
  await hall.homes(1, { phoneHash: blindHash('13500001111'), nameMasked: '孙*' })
})
afterAll(() => hall?.stop())

const cost = async <A extends ActionName<Hall>>(action: A, input: InputOf<Hall, A>, openid: string) => {
  const answer = await hall.ask(action, input, openid)
  expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
  const { dbRequests: requests, examined } = answer.cost
  return { requests, examined }
}

let buildings = 100
/** What each action costs, on ballots and doors of its own. */
const costs = async () => {
  buildings += 1
  await hall.clock({ now: nine })
  const building = `${buildings}栋`
  const homes = await hall.homes(6)
  const [voter, paper, given] = homes
  if (!voter || !paper || !given) throw new Error('no homes')
  await hall.plant('households', [homeRow('1', building), homeRow('2', building)])
  const ballotId = await hall.ballotOf(homes)
  const counted = await hall.ballotOf(homes)
  const owners = await hall.ballot([], { state: 'draft', openedIn: '', unit: 'area' })
  const draft = await hall.ballot([], { state: 'draft', openedIn: '' })
  const rollId = (of: (typeof homes)[number]) => rollRow(ballotId, [of.home])._id
  const rules = {
    ...{ centreId, question: '要不要装', about: '', unit: 'household' as const, majority: 'half' as const },
    ...{ opensAt: nine, closesAt: nine + hour, paperUntil: nine + 2 * hour },
  }
  const entry = { centreId, ballotId, rollId: rollId(paper), choice: 'for' as const }
  const proxy = { phone: '13500001111', letter: 'cloud://local/letter.jpg' }
  const doors = [{ building, room: '3' }]
  const all = {
    ballots: await cost('ballots', { centreId }, voter.openid),
    ballot: await cost('ballot', { centreId, ballotId }, voter.openid),
    castVote: await cost(
      'castVote',
      { centreId, ballotId, rollId: rollId(voter), choice: 'for', rulesVersion: 1 },
      voter.openid,
    ),
    ballotsOfStaff: await cost('ballotsOfStaff', { centreId }, staff),
    ballotOfStaff: await cost('ballotOfStaff', { centreId, ballotId }, staff),
    saveNew: await cost('saveBallot', { ...rules, rulesVersion: 0 }, staff),
    saveKnown: await cost('saveBallot', { ...rules, ballotId: draft, rulesVersion: 1 }, staff),
    fillRoll: await cost('fillRoll', { centreId, ballotId: draft, buildings: [building] }, staff),
    saveRollRows: await cost(
      'saveRollRows',
      { centreId, ballotId: owners, rows: [{ doors, area: 9000 }] },
      staff,
    ),
    roll: await cost('roll', { centreId, ballotId }, staff),
    openBallot: await cost('openBallot', { centreId, ballotId: owners, rulesVersion: 1 }, staff),
    clearRoll: await cost('clearRoll', { centreId, ballotId: draft }, staff),
    recordProxy: await cost('recordProxy', { centreId, ballotId, rollId: rollId(given), ...proxy }, staff),
    firstPaper: await cost('enterPaperVote', entry, staff),
    secondPaper: await cost('enterPaperVote', entry, colleague),
    cancelBallot: await cost('cancelBallot', { centreId, ballotId, reason: '写错了' }, staff),
  }
  await hall.clock({ now: nine + 4 * hour })
  await hall.counted(counted)
  return { ...all, recountBallot: await cost('recountBallot', { centreId, ballotId: counted }, secretary) }
}

test('ballots ask the database as often as written here, also with a hundred times the data', async () => {
  const small = await costs()
  const requests = Object.fromEntries(Object.entries(small).map(([name, one]) => [name, one.requests]))
  expect(requests).toEqual({
    ballots: 2,
    ballot: 2,
    // caller with ballot, row and vote; the vote; the turnout; audit row
    castVote: 4,
    ballotsOfStaff: 2,
    ballotOfStaff: 1,
    saveNew: 3,
    saveKnown: 3,
    // caller, households, their rows; a transaction: begin, ballot, rows, sums, audit row, commit
    fillRoll: 9,
    saveRollRows: 8,
    roll: 2,
    openBallot: 4,
    clearRoll: 4,
    // caller with ballot and holder; a transaction: begin, ballot, row, vote, ballot, row, notice, audit row, commit
    recordProxy: 10,
    firstPaper: 3,
    secondPaper: 5,
    cancelBallot: 3,
    recountBallot: 2,
  })

  const crowd = Array.from({ length: 400 }, (_one, n) =>
    ballotRow(`crowd-${n}`, { state: 'counted', order: '0' }),
  )
  await hall.plant('ballots', crowd)
  const homes = Array.from({ length: 700 }, (_one, n) => homeRow(String(n), '90栋'))
  await hall.plant('households', homes)
  await hall.plant(
    'ballotRoll',
    homes.map((home) => rollRow('crowd-1', [home])),
  )
  await hall.plant(
    'votes',
    homes.map(({ _id }) => ({
      ...{ _id, ballotId: 'crowd-1', rulesVersion: 1, choiceSealed: '', area: 0 },
      ...{ how: 'phone', requestMark: '' },
    })),
  )
  const large = await costs()
  // lists are full pages now
  const examined = ({ ballots, ballotsOfStaff, ...rest }: typeof small) => ({
    ...rest,
    lists: [ballots.requests, ballotsOfStaff.requests],
  })
  expect(examined(large)).toEqual(examined(small))
  expect(Math.max(large.ballots.examined, large.ballotsOfStaff.examined)).toBeLessThan(40)
})
