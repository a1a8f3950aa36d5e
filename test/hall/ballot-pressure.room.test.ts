import { asInstant } from '../../types/common/time'
import { centreId, hour, minute, nine, rollRow } from './ballot-rows'
import { codeOf, type Home, openVoting, secretary, staff, tallied, type Voting } from './voting'

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock({ now: nine }))

type Choice = 'for' | 'against' | 'abstain'
const cast = (ballotId: string, { home, openid }: Home, choice: Choice, more?: { requestId: string }) =>
  hall.ask(
    'castVote',
    { centreId, ballotId, rollId: rollRow(ballotId, [home])._id, choice, rulesVersion: 1 },
    openid,
    more,
  )

test('one voter taps 20 times on each of three devices: one vote', async () => {
  const [voter] = await hall.homes(1)
  if (!voter) throw new Error('no home')
  const ballotId = await hall.ballotOf([voter])
  // every device sends one request id again and again, and another choice than the others
  const devices = (['for', 'against', 'abstain'] as const).flatMap((choice) =>
    Array.from({ length: 20 }, () => cast(ballotId, voter, choice, { requestId: `device-${choice}-x` })),
  )
  const { ok = 0, 'HALL.ALREADY_VOTED': already = 0, ...others } = tallied(await Promise.all(devices))
  expect([ok, already, others]).toEqual([20, 40, {}])
  expect((await hall.ballotRow(ballotId)).cast).toEqual({ votes: 1, area: 9000 })
  expect(await hall.rows('votes', { ballotId })).toHaveLength(1)
})

test('60 taps that are 60 requests: one vote', async () => {
  const [voter] = await hall.homes(1)
  if (!voter) throw new Error('no home')
  const ballotId = await hall.ballotOf([voter])
  const taps = Array.from({ length: 60 }, () => cast(ballotId, voter, 'for'))
  expect(tallied(await Promise.all(taps))).toEqual({ ok: 1, 'HALL.ALREADY_VOTED': 59 })
  expect((await hall.ballotRow(ballotId)).cast.votes).toBe(1)
  expect(await hall.rows('votes', { ballotId })).toHaveLength(1)
})

test('members of a household and the holder of its proxy at once: one vote', async () => {
  const [voter, holder] = await hall.homes(2)
  if (!voter || !holder) throw new Error('no homes')
  await hall.plant('residents', [{ ...(await hall.row('residents', voter.openid)), _id: 'tapping-son' }])
  const ballotId = await hall.ballot([(id) => rollRow(id, [voter.home], { proxy: holder.openid })])
  const people = [voter.openid, 'tapping-son', holder.openid]
  const answers = await Promise.all(
    people.flatMap((openid) => [1, 2, 3, 4].map(() => cast(ballotId, { ...voter, openid }, 'for'))),
  )
  expect(tallied(answers)).toEqual({ ok: 1, 'HALL.ALREADY_VOTED': 11 })
})

const households = 2000
/** Phones that ask at the same moment; each of them waits for its answer before the next household takes its place. */
const abreast = 60

test('2,000 households vote right before the end: the tally is the recount, each vote is in it once', async () => {
  const homes = await hall.homes(households)
  const ballotId = await hall.ballotOf(homes)
  const choiceOf = (at: number): Choice => (at % 10 < 6 ? 'for' : at % 10 < 9 ? 'against' : 'abstain')
  // they have a minute; a laptop of two cores that also plays the cloud may take longer, and is given the time
  await hall.clock({ now: nine + 2 * hour - 10 * minute })
  const waiting = [...homes.entries()]
  const codes: string[] = []
  const began = performance.now()
  const phone = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [at, voter] = next
      codes.push(codeOf(await cast(ballotId, voter, choiceOf(at))))
    }
  }
  await Promise.all(Array.from({ length: abreast }, phone))
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(`2,000 households voted in ${seconds.toFixed(1)} s\n`)
  expect([new Set(codes), codes.length]).toEqual([new Set(['ok']), households])
  expect((await hall.ballotRow(ballotId)).cast).toEqual({ votes: 2000, area: 2000 * 90_00 })

  await hall.clock({ now: nine + 3 * hour + 31_000 })
  const { result } = await hall.counted(ballotId)
  expect(result?.passed).toBe(true)
  expect([result?.for.votes, result?.against.votes, result?.abstain.votes]).toEqual([1200, 600, 200])
  const recount = await hall.done('recountBallot', { centreId, ballotId }, secretary)
  expect([recount.same, recount.result]).toEqual([true, result])
}, 240_000)

test('the last moment: whoever is told that it was given is in the count, whoever is told that it is over is not', async () => {
  const homes = await hall.homes(80)
  const ballotId = await hall.ballotOf(homes, { paperUntil: asInstant(nine + 2 * hour) })
  await hall.clock({ now: nine + 2 * hour - 400 })
  const answers = await Promise.all(
    homes.map(async (voter, at) => {
      await new Promise((done) => setTimeout(done, at * 15))
      return cast(ballotId, voter, 'for')
    }),
  )
  const { ok = 0, 'HALL.BALLOT_CLOSED': closed = 0, ...others } = tallied(answers)
  expect([ok + closed, others]).toEqual([80, {}])
  expect(closed).toBeGreaterThan(0)
  await hall.clock({ now: nine + 2 * hour + 31_000 })
  expect((await hall.counted(ballotId)).result?.for.votes).toBe(ok)
})

test('cancelled while a hundred vote: nobody is counted in afterwards', async () => {
  const homes = await hall.homes(100)
  const ballotId = await hall.ballotOf(homes)
  const [, ...answers] = await Promise.all([
    hall.ask('cancelBallot', { centreId, ballotId, reason: '题目写错了' }, staff),
    ...homes.map((voter) => cast(ballotId, voter, 'for')),
  ])
  const { ok = 0, 'HALL.BALLOT_CLOSED': closed = 0, ...others } = tallied(answers)
  expect([ok + closed, others]).toEqual([100, {}])
  const { state, cast: turnout } = await hall.ballotRow(ballotId)
  expect([state, turnout.votes]).toEqual(['cancelled', ok])
})
