import { blindHash } from '../../cloudfunctions/_kit/privacy'
import type { Answer } from '../harness/town'
import { centreId, hour, minute, nine, rollRow } from './ballot-rows'
import { colleague, dataKey, type Home, openVoting, staff, type Voting } from './voting'

process.env.LINLI_DATA_KEY = dataKey

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
})
afterAll(() => hall?.stop())

/** The cloud ends a transaction nobody finishes after 30 s; nobody can still be at it then. */
const untilLocksEnd = 31_000
interface More {
  readonly requestId: string
  readonly headers?: Record<string, string>
}
interface Scene {
  readonly ballotId: string
  readonly one: Home
}
type Call = (scene: Scene, more: More) => Promise<Answer<object>>

const told = ({ reply }: Answer<object>): unknown => (reply.ok ? reply.data : reply.code)

/**
 * Cuts a call off after 0, 1, 2 … writes, each time in a scene of its own; asks again twice at once, and once more.
 * All of them hear the same. Answers how many points there were to die at.
 */
const walk = async (
  prepare: () => Promise<Scene>,
  call: Call,
  check: (scene: Scene, answer: unknown) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 20; n += 1) {
    await hall.clock({ now: nine })
    const scene = await prepare()
    const requestId = `dies-${n}-${scene.ballotId}`
    const cut = await call(scene, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    const died = cut.status !== 200
    if (died) await hall.clock({ advance: untilLocksEnd })
    const both = await Promise.all([call(scene, { requestId }), call(scene, { requestId })])
    const [first, second] = both.map(told)
    expect([second, told(await call(scene, { requestId }))]).toEqual([first, first])
    if (!died) expect(first).toEqual(told(cut))
    await check(scene, first)
    if (!died) return n
  }
  throw new Error('it never got through')
}

const scene = async (facts: Parameters<Voting['ballotOf']>[1] = {}): Promise<Scene> => {
  const [one] = await hall.homes(1)
  if (!one) throw new Error('no home')
  return { one, ballotId: await hall.ballotOf([one], facts) }
}
const rollIdOf = ({ ballotId, one }: Scene) => rollRow(ballotId, [one.home])._id
const draft = { state: 'draft' as const, openedIn: '', roll: { votes: 0, area: 0 } }

describe('a function that dies half-way', () => {
  test('has one vote stand, counted in once', async () => {
    const points = await walk(
      scene,
      (at, more) =>
        hall.ask(
          'castVote',
          { centreId, ballotId: at.ballotId, rollId: rollIdOf(at), choice: 'for', rulesVersion: 1 },
          at.one.openid,
          more,
        ),
      async ({ ballotId }, answer) => {
        expect(answer).toEqual({ voted: true })
        expect((await hall.ballotRow(ballotId)).cast).toEqual({ votes: 1, area: 9000 })
        expect(await hall.rows('votes', { ballotId })).toHaveLength(1)
      },
    )
    expect(points).toBe(4)
  })

  test('and is asked again only after the end: the vote given in time stands', async () => {
    for (const writes of [0, 1, 2]) {
      await hall.clock({ now: nine })
      const at = await scene()
      const { ballotId, one } = at
      const input = { centreId, ballotId, rollId: rollIdOf(at), choice: 'for' as const, rulesVersion: 1 }
      const requestId = `asked-late-${writes}`
      const headers = { 'x-crash-after-writes': String(writes) }
      await hall.ask('castVote', input, one.openid, { requestId, headers })
      await hall.clock({ now: nine + 2 * hour + minute })
      const late = told(await hall.ask('castVote', input, one.openid, { requestId }))
      expect(late).toEqual(writes === 0 ? 'HALL.BALLOT_CLOSED' : { voted: true })
      await hall.clock({ now: nine + 3 * hour + minute })
      const { cast, result } = await hall.counted(ballotId)
      expect([cast.votes, result?.for.votes]).toEqual(writes === 0 ? [0, 0] : [1, 1])
      expect(told(await hall.ask('castVote', input, one.openid, { requestId }))).toEqual(late)
    }
  })

  test('and is never asked again: the count has what the turnout missed', async () => {
    await hall.clock({ now: nine })
    const at = await scene()
    const { ballotId, one } = at
    const input = { centreId, ballotId, rollId: rollIdOf(at), choice: 'for' as const, rulesVersion: 1 }
    await hall.ask('castVote', input, one.openid, {
      requestId: 'never-asked-again',
      headers: { 'x-crash-after-writes': '1' },
    })
    expect((await hall.ballotRow(ballotId)).cast.votes).toBe(0)
    expect((await hall.done('ballot', { centreId, ballotId }, one.openid)).mine).toMatchObject([
      { voted: true },
    ])
    await hall.clock({ now: nine + 3 * hour + minute })
    const { cast, result } = await hall.counted(ballotId)
    expect([cast.votes, result?.cast.votes]).toEqual([1, 1])
  })

  test.each(['first', 'agrees', 'differs'] as const)('enters a paper vote once: %s', async (how) => {
    const choice = how === 'differs' ? 'against' : 'for'
    const points = await walk(
      async () => {
        const at = await scene()
        const input = { centreId, ballotId: at.ballotId, rollId: rollIdOf(at), choice: 'for' as const }
        if (how !== 'first') await hall.done('enterPaperVote', input, staff)
        return at
      },
      (at, more) =>
        hall.ask(
          'enterPaperVote',
          { centreId, ballotId: at.ballotId, rollId: rollIdOf(at), choice },
          colleague,
          more,
        ),
      async (at, answer) => {
        const state = { first: 'waiting', agrees: 'counted', differs: 'differs' }[how]
        expect(answer).toEqual({ state })
        expect((await hall.row('paperVotes', rollIdOf(at))).state).toBe(state)
        const votes = how === 'agrees' ? 1 : 0
        expect((await hall.ballotRow(at.ballotId)).cast.votes).toBe(votes)
        expect(await hall.rows('votes', { ballotId: at.ballotId })).toHaveLength(votes)
      },
    )
    expect(points).toBe({ first: 3, agrees: 5, differs: 4 }[how])
  })

  test('and both entered the same, but nobody asks again: whoever looks next finishes it', async () => {
    await hall.clock({ now: nine })
    const at = await scene()
    const input = { centreId, ballotId: at.ballotId, rollId: rollIdOf(at), choice: 'for' as const }
    await hall.done('enterPaperVote', input, staff)
    const headers = { 'x-crash-after-writes': '1' }
    await hall.ask('enterPaperVote', input, colleague, { requestId: 'agreed-and-died', headers })
    const { rows } = await hall.done('roll', { centreId, ballotId: at.ballotId }, staff)
    expect(rows).toMatchObject([{ voted: false, paper: 'waiting' }])
    const wrong = await hall.ask('enterPaperVote', { ...input, choice: 'against' }, staff)
    expect(told(wrong)).toBe('HALL.ALREADY_VOTED')
    expect(await hall.done('enterPaperVote', input, staff)).toEqual({ state: 'counted' })
    expect((await hall.ballotRow(at.ballotId)).cast.votes).toBe(1)
  })

  test('writes a proxy down once', async () => {
    let holders = 0
    const points = await walk(
      async () => {
        holders += 1
        await hall.homes(1, { phoneHash: blindHash(`1350000${1000 + holders}`), nameMasked: '孙*' })
        return scene()
      },
      (at, more) =>
        hall.ask(
          'recordProxy',
          {
            ...{ centreId, ballotId: at.ballotId, rollId: rollIdOf(at) },
            ...{ phone: `1350000${1000 + holders}`, letter: 'cloud://local/letter.jpg' },
          },
          staff,
          more,
        ),
      async (at, answer) => {
        expect(answer).toEqual({ proxy: '孙*' })
        const { proxy } = await hall.row('ballotRoll', rollIdOf(at))
        expect(Object.values((await hall.ballotRow(at.ballotId)).proxies)).toEqual([1])
        expect(await hall.rows('notices', { to: proxy })).toHaveLength(1)
      },
    )
    expect(points).toBeGreaterThan(1)
  })

  test('saves, fills, clears, opens and cancels once', async () => {
    const rows = [{ doors: [{ building: '60', room: '1' }], area: 90_00 }]
    const ownersDraft = () => scene({ ...draft, unit: 'area' })
    const saved = await walk(
      ownersDraft,
      ({ ballotId }, more) => hall.ask('saveRollRows', { centreId, ballotId, rows }, staff, more),
      async ({ ballotId }, answer) => {
        expect(answer).toEqual({ roll: { votes: 1, area: 9000 }, saved: 1 })
        expect((await hall.ballotRow(ballotId)).roll).toEqual({ votes: 1, area: 9000 })
      },
    )
    await hall.plant('households', [])
    const filled = await walk(
      () => scene(draft),
      ({ ballotId }, more) => hall.ask('fillRoll', { centreId, ballotId, buildings: ['5栋'] }, staff, more),
      async ({ ballotId }) => {
        const { roll } = await hall.ballotRow(ballotId)
        const found = await hall.rows('ballotRoll', { ballotId })
        // the scene's own row was planted without being counted
        expect(roll.votes).toBe(found.length - 1)
      },
    )
    const cleared = await walk(
      () => scene({ ...draft, roll: { votes: 1, area: 9000 } }),
      ({ ballotId }, more) => hall.ask('clearRoll', { centreId, ballotId }, staff, more),
      async ({ ballotId }, answer) => {
        expect(answer).toEqual({ roll: { votes: 0, area: 0 } })
        expect(await hall.ballotRow(ballotId)).toMatchObject({ roll: { votes: 0, area: 0 }, rollVersion: 2 })
        expect(await hall.rows('ballotRoll', { ballotId })).toEqual([])
      },
    )
    const opened = await walk(
      () => scene({ ...draft, roll: { votes: 1, area: 9000 } }),
      ({ ballotId }, more) => hall.ask('openBallot', { centreId, ballotId, rulesVersion: 1 }, staff, more),
      async ({ ballotId }, answer) => {
        expect(answer).toEqual({ roll: { votes: 1, area: 9000 } })
        expect((await hall.ballotRow(ballotId)).state).toBe('open')
      },
    )
    const cancelled = await walk(
      scene,
      ({ ballotId }, more) => hall.ask('cancelBallot', { centreId, ballotId, reason: '写错了' }, staff, more),
      async ({ ballotId }, answer) => {
        expect(answer).toEqual({ ballotId })
        expect((await hall.ballotRow(ballotId)).state).toBe('cancelled')
      },
    )
    expect([saved > 2, filled > 2, cleared, opened, cancelled]).toEqual([true, true, 4, 3, 3])
  })

  test.each(['new', 'known'] as const)('writes the rules of a %s ballot once', async (which) => {
    const points = await walk(
      () => scene(draft),
      ({ ballotId }, more) =>
        hall.ask(
          'saveBallot',
          {
            ...{ centreId, rulesVersion: which === 'new' ? 0 : 1, question: `问 ${ballotId}`, about: '' },
            ...{ unit: 'household', majority: 'half', opensAt: nine, closesAt: nine + 72 * hour },
            ...{ paperUntil: nine + 72 * hour, ...(which === 'known' && { ballotId }) },
          },
          staff,
          more,
        ),
      async ({ ballotId }, answer) => {
        const found = await hall.rows('ballots', { question: `问 ${ballotId}` })
        expect(found).toHaveLength(1)
        expect(answer).toEqual({ ballotId: found[0]?._id, rulesVersion: which === 'new' ? 1 : 2 })
      },
    )
    expect(points).toBe(3)
  })
})
