import { blindHash } from '../../cloudfunctions/_kit/privacy'
import { unsealChoice, voteIdOf } from '../../cloudfunctions/hall/ballot/vote.store'
import { centreId, hour, minute, nine, rollRow } from './ballot-rows'
import {
  codeOf,
  dataKey,
  type Home,
  openVoting,
  resident,
  residentElsewhere,
  staff,
  stranger,
  type Voting,
} from './voting'

process.env.LINLI_DATA_KEY = dataKey

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock({ now: nine }))

type Choice = 'for' | 'against' | 'abstain'
const rollIdOfHome = ({ home }: Home, ballotId: string) => rollRow(ballotId, [home])._id
const cast = (
  ballotId: string,
  voter: Home,
  choice: Choice = 'for',
  { openid = voter.openid, rulesVersion = 1, ...more }: Record<string, unknown> = {},
) =>
  hall.ask(
    'castVote',
    {
      ...{ centreId, ballotId, rollId: rollIdOfHome(voter, ballotId), choice },
      rulesVersion: Number(rulesVersion),
    },
    String(openid),
    more,
  )

describe('a vote', () => {
  test('is given once: a second one is refused, whatever it says', async () => {
    const [one, two] = await hall.homes(2)
    if (!one || !two) throw new Error('no homes')
    const ballotId = await hall.ballotOf([one, two])
    const before = await hall.done('ballot', { centreId, ballotId }, one.openid)
    expect(before.mine).toEqual([
      {
        rollId: rollIdOfHome(one, ballotId),
        title: `5栋 ${one.home.room}`,
        area: 9000,
        proxy: false,
        voted: false,
      },
    ])
    expect(codeOf(await cast(ballotId, one))).toBe('ok')
    expect(codeOf(await cast(ballotId, one, 'against'))).toBe('HALL.ALREADY_VOTED')
    expect(codeOf(await cast(ballotId, two, 'against'))).toBe('ok')
    const shown = await hall.done('ballot', { centreId, ballotId }, one.openid)
    expect(shown).toMatchObject({ cast: { votes: 2, area: 18_000 }, mine: [{ voted: true }] })
    expect(shown).not.toHaveProperty('result')
    expect((await hall.rows('votes', { ballotId })).length).toBe(2)
  })

  test('asked for again by the same request is answered the same', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const ballotId = await hall.ballotOf([one])
    const more = { requestId: `again-${ballotId}` }
    const answers = [await cast(ballotId, one, 'for', more), await cast(ballotId, one, 'for', more)]
    expect(answers.map(({ reply }) => reply.ok && reply.data)).toEqual([{ voted: true }, { voted: true }])
    expect((await hall.ballotRow(ballotId)).cast.votes).toBe(1)
  })

  test('of a household is its members’ together', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    await hall.plant('residents', [{ ...(await hall.row('residents', one.openid)), _id: 'their-son' }])
    const ballotId = await hall.ballotOf([one])
    expect(codeOf(await cast(ballotId, one, 'for', { openid: 'their-son' }))).toBe('ok')
    expect(codeOf(await cast(ballotId, one))).toBe('HALL.ALREADY_VOTED')
    const { mine } = await hall.done('ballot', { centreId, ballotId }, one.openid)
    expect(mine).toMatchObject([{ voted: true }])
  })

  test('counts from the hour it opens until the moment it closes, by the server’s clock', async () => {
    const homes = await hall.homes(3)
    const [early, inTime, late] = homes
    if (!early || !inTime || !late) throw new Error('no homes')
    const ballotId = await hall.ballotOf(homes)
    await hall.clock({ now: nine - hour - 2000 })
    expect(codeOf(await cast(ballotId, early))).toBe('HALL.BALLOT_NOT_OPEN')
    await hall.clock({ now: nine + 2 * hour - 5000 })
    expect(codeOf(await cast(ballotId, inTime))).toBe('ok')
    await hall.clock({ now: nine + 2 * hour })
    expect(codeOf(await cast(ballotId, late))).toBe('HALL.BALLOT_CLOSED')
    expect((await hall.ballotRow(ballotId)).cast.votes).toBe(1)
    expect((await hall.rows('votes', { ballotId })).length).toBe(1)
  })

  test('is not given in a draft, nor where it was cancelled', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const draft = await hall.ballotOf([one], { state: 'draft', openedIn: '' })
    expect(codeOf(await cast(draft, one))).toBe('HALL.BALLOT_NOT_OPEN')
    expect(codeOf(await hall.ask('ballot', { centreId, ballotId: draft }, one.openid))).toBe(
      'COMMON.NOT_FOUND',
    )
    const ballotId = await hall.ballotOf([one])
    await hall.done('cancelBallot', { centreId, ballotId, reason: '题目写错了' }, staff)
    expect(codeOf(await cast(ballotId, one))).toBe('HALL.BALLOT_CLOSED')
    const shown = await hall.done('ballot', { centreId, ballotId }, one.openid)
    expect(shown).toMatchObject({ state: 'cancelled', cancelledBecause: '题目写错了' })
  })

  test('names the rules it was given under: others are refused', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const ballotId = await hall.ballotOf([one], { rulesVersion: 3 })
    expect(codeOf(await cast(ballotId, one, 'for', { rulesVersion: 2 }))).toBe('HALL.RULES_CHANGED')
    expect(codeOf(await cast(ballotId, one, 'for', { rulesVersion: 3 }))).toBe('ok')
  })
})

describe('whoever is not on the roll', () => {
  test('gives no vote: a neighbour, somebody who moved out, somebody who waits, a stranger', async () => {
    const homes = await hall.homes(2)
    const [one, other] = homes
    if (!one || !other) throw new Error('no homes')
    const ballotId = await hall.ballotOf([one])
    for (const openid of [other.openid, resident]) {
      expect(codeOf(await cast(ballotId, one, 'for', { openid }))).toBe('HALL.NOT_ON_ROLL')
    }
    await hall.set('residents', one.openid, { membership: 'pending' })
    expect(codeOf(await cast(ballotId, one))).toBe('HALL.NOT_ON_ROLL')
    await hall.set('residents', one.openid, { membership: 'approved', householdId: '' })
    expect(codeOf(await cast(ballotId, one))).toBe('HALL.NOT_ON_ROLL')
    for (const openid of [residentElsewhere, stranger]) {
      expect(codeOf(await cast(ballotId, one, 'for', { openid }))).toBe('COMMON.NOT_RESIDENT')
    }
    expect(await hall.rows('votes', { ballotId })).toEqual([])
  })

  test('sees the ballot without any vote of their own', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const ballotId = await hall.ballotOf([one])
    const { mine, roll } = await hall.done('ballot', { centreId, ballotId }, resident)
    expect([mine, roll]).toEqual([[], { votes: 1, area: 9000 }])
  })

  test('of one ballot does not vote with a row of another', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const [first, second] = [await hall.ballotOf([one]), await hall.ballotOf([one])]
    const crossed = await hall.ask(
      'castVote',
      { centreId, ballotId: first, rollId: rollIdOfHome(one, second), choice: 'for', rulesVersion: 1 },
      one.openid,
    )
    expect(codeOf(crossed)).toBe('HALL.NOT_ON_ROLL')
  })
})

test('several units of one owner are one vote, given by whoever lives in any of them', async () => {
  const homes = await hall.homes(2)
  const [one, two] = homes
  if (!one || !two) throw new Error('no homes')
  const ballotId = await hall.ballot([(id) => rollRow(id, [one.home, two.home], { area: 180_00 })])
  for (const { openid } of [one, two]) {
    const { mine } = await hall.done('ballot', { centreId, ballotId }, openid)
    expect(mine).toMatchObject([{ rollId: rollIdOfHome(one, ballotId), area: 18_000, voted: false }])
  }
  expect(codeOf(await cast(ballotId, one, 'for', { openid: two.openid }))).toBe('ok')
  expect(codeOf(await cast(ballotId, one))).toBe('HALL.ALREADY_VOTED')
  const { mine } = await hall.done('ballot', { centreId, ballotId }, two.openid)
  expect(mine).toMatchObject([{ voted: true }])
  expect((await hall.ballotRow(ballotId)).cast).toEqual({ votes: 1, area: 18_000 })
})

test('where each person has a vote, a household has as many as people', async () => {
  const [one] = await hall.homes(1)
  if (!one) throw new Error('no home')
  await hall.plant('residents', [{ ...(await hall.row('residents', one.openid)), _id: 'their-daughter' }])
  const people = [one.openid, 'their-daughter']
  const ballotId = await hall.ballot(
    people.map(
      (person) => (id: string) =>
        rollRow(id, [], { person, title: '赵*(5栋 301)', building: '5栋', area: 0 }),
    ),
    { unit: 'person' },
  )
  for (const person of people) {
    const { mine } = await hall.done('ballot', { centreId, ballotId }, person)
    expect(mine).toMatchObject([{ title: '本人', voted: false }])
    const [{ rollId = '' } = {}] = mine
    const input = { centreId, ballotId, rollId, choice: 'for' as const, rulesVersion: 1 }
    expect(codeOf(await hall.ask('castVote', input, people.find((other) => other !== person) ?? ''))).toBe(
      'HALL.NOT_ON_ROLL',
    )
    expect(codeOf(await hall.ask('castVote', input, person))).toBe('ok')
  }
  expect((await hall.ballotRow(ballotId)).cast.votes).toBe(2)
})

describe('what is stored', () => {
  test('tells who took part, and nobody what they voted', async () => {
    const homes = await hall.homes(6)
    const ballotId = await hall.ballotOf(homes)
    const choices: readonly Choice[] = ['for', 'against', 'abstain', 'for', 'against', 'for']
    for (const [at, voter] of homes.entries()) {
      expect(
        codeOf(await cast(ballotId, voter, choices[at] ?? 'for', { requestId: `secret-${ballotId}-${at}` })),
      ).toBe('ok')
    }
    const votes = await hall.rows('votes', { ballotId })
    // what was chosen is sealed, in texts of one length that are never the same
    expect(new Set(votes.map(({ choiceSealed }) => choiceSealed.length)).size).toBe(1)
    expect(new Set(votes.map(({ choiceSealed }) => choiceSealed)).size).toBe(6)
    // a vote has no name, no time and no order, and nothing else has its id or what marks its request
    for (const vote of votes) {
      expect(Object.keys(vote).toSorted()).toEqual(
        ['_id', 'area', 'ballotId', 'choiceSealed', 'how', 'requestMark', 'rulesVersion'].toSorted(),
      )
    }
    const everything = await hall.everything()
    for (const { _id, requestMark, choiceSealed } of votes) {
      for (const secret of [_id, requestMark, choiceSealed]) {
        expect(everything.split(secret).length - 1).toBe(1)
      }
    }
    // no row anywhere has a choice and a person: the words are in none but results
    for (const name of ['auditLog', 'ballotRoll', 'votes', 'paperVotes', 'notices', 'ballots'] as const) {
      expect(JSON.stringify(await hall.rows(name))).not.toMatch(/"(for|against|abstain)"/)
    }
    // with the key, which only the function has, the same rows are counted
    const [voter] = homes
    const mine = votes.find(({ _id }) => voter && _id === voteIdOf(ballotId, rollIdOfHome(voter, ballotId)))
    expect(mine && unsealChoice(mine.choiceSealed)).toBe('for')
    process.env.LINLI_DATA_KEY = Buffer.alloc(32, 1).toString('base64')
    expect(() => mine && unsealChoice(mine.choiceSealed)).toThrow()
    expect(votes.map(({ _id }) => _id)).not.toContain(blindHash(`vote:${ballotId}:${mine?._id}`))
    process.env.LINLI_DATA_KEY = dataKey
  })

  test('the record of the request says that somebody voted, not which row is theirs', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const ballotId = await hall.ballotOf([one])
    await cast(ballotId, one, 'against')
    const [audit] = await hall.rows('auditLog', { who: one.openid, action: 'hall.castVote' })
    expect([audit?.target, audit?.reply]).toEqual([ballotId, { voted: true }])
  })
})

test('the list has what was opened, newest first; drafts are the staff’s', async () => {
  const [one] = await hall.homes(1)
  if (!one) throw new Error('no home')
  const draft = await hall.ballotOf([one], { state: 'draft', openedIn: '', order: `zz${minute}` })
  const open = await hall.ballotOf([one], { order: `zy${minute}` })
  const { rows } = await hall.done('ballots', { centreId }, one.openid)
  expect(rows[0]?.ballotId).toBe(open)
  expect(rows.map(({ ballotId }) => ballotId)).not.toContain(draft)
  const { rows: all } = await hall.done('ballotsOfStaff', { centreId }, staff)
  expect(all.slice(0, 2).map(({ ballotId }) => ballotId)).toEqual([draft, open])
  expect(codeOf(await hall.ask('ballotsOfStaff', { centreId }, one.openid))).toBe('COMMON.NOT_ALLOWED')
  expect(codeOf(await hall.ask('ballotOfStaff', { centreId, ballotId: draft }, one.openid))).toBe(
    'COMMON.NOT_ALLOWED',
  )
})
