import { sealChoice } from '../../cloudfunctions/hall/ballot/vote.store'
import { centreId, hour, nine, rollRow } from './ballot-rows'
import { raised } from './matter-rows'
import { codeOf, dataKey, type Home, officer, openVoting, secretary, staff, type Voting } from './voting'

process.env.LINLI_DATA_KEY = dataKey

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock({ now: nine }))

type Choice = 'for' | 'against' | 'abstain'
const counting = nine + 3 * hour + 30_000
const votes = async (ballotId: string, voters: readonly Home[], choices: readonly Choice[]) => {
  for (const [at, { home, openid }] of voters.entries()) {
    const choice = choices[at]
    if (!choice) continue
    const rollId = rollRow(ballotId, [home])._id
    await hall.done('castVote', { centreId, ballotId, rollId, choice, rulesVersion: 1 }, openid)
  }
}

test('a ballot is counted when no paper vote can be under way any more, once, and published', async () => {
  const homes = await hall.homes(5)
  const ballotId = await hall.ballotOf(homes, { turnoutPercent: 60 })
  await votes(ballotId, homes, ['for', 'for', 'against'])
  await hall.clock({ now: counting - 1000 })
  await hall.tick()
  expect((await hall.ballotRow(ballotId)).state).toBe('open')
  expect(codeOf(await hall.ask('recountBallot', { centreId, ballotId }, secretary))).toBe('HALL.NOT_COUNTED')
  await hall.clock({ now: counting })
  await Promise.all([hall.tick(), hall.tick()])
  const shown = await hall.done('ballot', { centreId, ballotId }, homes[0]?.openid ?? '')
  expect(shown).toMatchObject({
    state: 'counted',
    cast: { votes: 3, area: 27_000 },
    result: {
      passed: true,
      for: { votes: 2, area: 18_000 },
      against: { votes: 1, area: 9000 },
      abstain: { votes: 0, area: 0 },
      tests: [
        { text: '参加 3 户(名册 5 户),60% 以上要 3 户', met: true },
        { text: '同意 2 户(参加 3 户),过半数要 2 户', met: true },
      ],
    },
  })
  for (const openid of [secretary, officer]) {
    const { result, same } = await hall.done('recountBallot', { centreId, ballotId }, openid)
    expect([same, result]).toEqual([true, shown.result])
  }
  expect(codeOf(await hall.ask('recountBallot', { centreId, ballotId }, staff))).toBe('COMMON.NOT_ALLOWED')
})

test('a recount tells when the stored votes are no longer what was published', async () => {
  const homes = await hall.homes(3)
  const ballotId = await hall.ballotOf(homes)
  await votes(ballotId, homes, ['for', 'for', 'against'])
  await hall.clock({ now: counting })
  await hall.tick()
  const [vote] = await hall.rows('votes', { ballotId })
  const { result } = await hall.ballotRow(ballotId)
  for (const choice of ['for', 'against'] as const) {
    await hall.set('votes', vote?._id ?? '', { choiceSealed: sealChoice(choice) })
    const recount = await hall.done('recountBallot', { centreId, ballotId }, secretary)
    expect(recount.same).toBe(recount.result.for.votes === result?.for.votes)
    if (!recount.same) return
  }
  throw new Error('both choices counted the same')
})

test('floor area decides with heads: 7 of 8 owners agree, their area is too small', async () => {
  const homes = await hall.homes(8)
  const areas = [60_00, 60_00, 60_00, 60_00, 60_00, 60_00, 60_00, 400_00]
  const ballotId = await hall.ballot(
    homes.map(
      ({ home }, at) =>
        (id: string) =>
          rollRow(id, [home], { area: areas[at] ?? 0 }),
    ),
    { unit: 'area', subject: 'rebuild', majority: 'threeQuarters' },
  )
  await votes(ballotId, homes, ['for', 'for', 'for', 'for', 'for', 'for', 'for', 'against'])
  await hall.clock({ now: counting })
  await hall.tick()
  const { result } = await hall.ballotRow(ballotId)
  expect(result).toMatchObject({ passed: false, for: { votes: 7, area: 42_000 } })
  expect(result?.tests.map(({ met }) => met)).toEqual([true, true, true, false])
})

test('votes under earlier rules count for nothing', async () => {
  const homes = await hall.homes(2)
  const ballotId = await hall.ballotOf(homes)
  await votes(ballotId, homes, ['for', 'against'])
  const [stale] = await hall.rows('votes', { ballotId })
  await hall.set('votes', stale?._id ?? '', { rulesVersion: 0 })
  await hall.clock({ now: counting })
  await hall.tick()
  expect((await hall.ballotRow(ballotId)).result?.cast.votes).toBe(1)
})

test('what was entered of paper votes is forgotten once they are counted, and drafts and cancelled ones are not', async () => {
  const [one] = await hall.homes(1)
  if (!one) throw new Error('no home')
  const ballotId = await hall.ballotOf([one])
  const rollId = rollRow(ballotId, [one.home])._id
  await hall.done('enterPaperVote', { centreId, ballotId, rollId, choice: 'for' }, staff)
  expect((await hall.row('paperVotes', rollId)).firstSealed).not.toBe('')
  const draft = await hall.ballotOf([one], { state: 'draft', openedIn: '' })
  await hall.clock({ now: counting })
  await hall.tick()
  expect((await hall.row('paperVotes', rollId)).firstSealed).toBe('')
  expect((await hall.ballotRow(ballotId)).result?.cast.votes).toBe(0)
  expect((await hall.ballotRow(draft)).state).toBe('draft')
})

test('the matter a ballot belongs to tells its result, once, wherever the timer dies', async () => {
  for (let n = 0; n < 6; n += 1) {
    await hall.clock({ now: nine })
    const homes = await hall.homes(2)
    const matterId = `matter-of-ballot-${n}`
    await hall.plant('matters', [raised({ _id: matterId, story: [] })])
    const ballotId = await hall.ballotOf(homes, { matterId })
    await votes(ballotId, homes, ['for', 'for'])
    await hall.clock({ now: counting })
    await hall.tick({ 'x-crash-after-writes': String(n) })
    await hall.clock({ advance: 31_000 })
    await hall.tick()
    await hall.tick()
    const { story } = await hall.row('matters', matterId)
    expect(story.map(({ kind, text, about }) => [kind, text, about])).toEqual([
      ['ballot', '表决「5栋楼下要不要装充电桩」(每户一票)通过:同意 2,不同意 0,弃权 0', ballotId],
    ])
    expect((await hall.ballotRow(ballotId)).result?.passed).toBe(true)
  }
})

test('one ballot that cannot be counted keeps no other waiting', async () => {
  const homes = await hall.homes(1)
  const broken = await hall.ballotOf(homes)
  await votes(broken, homes, ['for'])
  const [vote] = await hall.rows('votes', { ballotId: broken })
  await hall.set('votes', vote?._id ?? '', { choiceSealed: sealChoice('for').slice(4) })
  const other = await hall.ballotOf(homes)
  await hall.clock({ now: counting })
  await hall.tick()
  expect([(await hall.ballotRow(broken)).state, (await hall.ballotRow(other)).state]).toEqual([
    'open',
    'counted',
  ])
})
