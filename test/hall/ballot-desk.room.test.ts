import { blindHash } from '../../cloudfunctions/_kit/privacy'
import { centreId, hour, nine, rollRow } from './ballot-rows'
import {
  codeOf,
  colleague,
  dataKey,
  type Home,
  officer,
  openVoting,
  resident,
  secretary,
  staff,
  tallied,
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
const rollIdOf = (ballotId: string, { home }: Home) => rollRow(ballotId, [home])._id
const enter = (ballotId: string, one: Home, choice: Choice, by: string, more?: { requestId: string }) =>
  hall.ask('enterPaperVote', { centreId, ballotId, rollId: rollIdOf(ballotId, one), choice }, by, more)
const stateOf = ({ reply }: Awaited<ReturnType<typeof enter>>) => (reply.ok ? reply.data.state : reply.code)
const cast = (ballotId: string, one: Home, openid: string = one.openid) =>
  hall.ask(
    'castVote',
    { centreId, ballotId, rollId: rollIdOf(ballotId, one), choice: 'for', rulesVersion: 1 },
    openid,
  )
const fresh = async (facts: object = {}) => {
  const [one] = await hall.homes(1)
  if (!one) throw new Error('no home')
  return { one, ballotId: await hall.ballotOf([one], facts) }
}
const told = async (openid: string) =>
  (await hall.rows('notices', { to: openid })).filter(({ title }) => title.startsWith('纸质票'))

describe('a paper vote', () => {
  test('counts when two people entered the same; one alone, twice, is refused', async () => {
    const { one, ballotId } = await fresh()
    expect(stateOf(await enter(ballotId, one, 'against', staff))).toBe('waiting')
    expect((await hall.done('roll', { centreId, ballotId }, staff)).rows).toMatchObject([
      { voted: false, how: '', paper: 'waiting' },
    ])
    expect(stateOf(await enter(ballotId, one, 'against', staff))).toBe('HALL.SAME_PERSON')
    expect(await hall.rows('votes', { ballotId })).toEqual([])
    expect(stateOf(await enter(ballotId, one, 'against', colleague))).toBe('counted')
    expect((await hall.done('roll', { centreId, ballotId }, staff)).rows).toMatchObject([
      { voted: true, how: 'paper', paper: '' },
    ])
    expect(stateOf(await enter(ballotId, one, 'against', secretary))).toBe('HALL.ALREADY_VOTED')
    expect(codeOf(await cast(ballotId, one))).toBe('HALL.ALREADY_VOTED')
    expect((await hall.ballotRow(ballotId)).cast).toEqual({ votes: 1, area: 9000 })
  })

  test('entered differently counts for nothing, both are told, and it starts over', async () => {
    const { one, ballotId } = await fresh()
    await enter(ballotId, one, 'for', staff)
    const before = [await told(staff), await told(colleague)]
    expect(stateOf(await enter(ballotId, one, 'against', colleague))).toBe('differs')
    const after = [await told(staff), await told(colleague)]
    expect(after.map(({ length }, at) => length - (before[at]?.length ?? 0))).toEqual([1, 1])
    expect(JSON.stringify(after)).not.toMatch(/同意|不同意|弃权/)
    expect((await hall.done('roll', { centreId, ballotId }, staff)).rows).toMatchObject([
      { paper: 'differs' },
    ])
    expect(stateOf(await enter(ballotId, one, 'against', colleague))).toBe('waiting')
    expect(stateOf(await enter(ballotId, one, 'against', staff))).toBe('counted')
    expect((await hall.ballotRow(ballotId)).cast.votes).toBe(1)
  })

  test('does not count where the household votes on the phone in between', async () => {
    const { one, ballotId } = await fresh()
    await enter(ballotId, one, 'for', staff)
    expect(codeOf(await cast(ballotId, one))).toBe('ok')
    expect(stateOf(await enter(ballotId, one, 'for', colleague))).toBe('HALL.ALREADY_VOTED')
    expect((await hall.ballotRow(ballotId)).cast.votes).toBe(1)
  })

  test('is entered until the paper votes end, an hour after phones', async () => {
    const { one, ballotId } = await fresh()
    await hall.clock({ now: nine - hour - 2000 })
    expect(stateOf(await enter(ballotId, one, 'for', staff))).toBe('HALL.BALLOT_NOT_OPEN')
    await hall.clock({ now: nine + 2 * hour })
    expect(codeOf(await cast(ballotId, one))).toBe('HALL.BALLOT_CLOSED')
    expect(stateOf(await enter(ballotId, one, 'for', staff))).toBe('waiting')
    await hall.clock({ now: nine + 3 * hour })
    expect(stateOf(await enter(ballotId, one, 'for', colleague))).toBe('HALL.BALLOT_CLOSED')
  })

  test('of their own household is no business of those who work here', async () => {
    const { one, ballotId } = await fresh()
    const { householdId, membership } = await hall.row('residents', colleague)
    await hall.set('residents', colleague, { householdId: one.home._id, membership: 'approved' })
    expect(stateOf(await enter(ballotId, one, 'for', colleague))).toBe('HALL.OWN_AFFAIR')
    await hall.set('residents', colleague, { householdId, membership })
    await hall.set('ballotRoll', rollIdOf(ballotId, one), { proxy: colleague })
    expect(stateOf(await enter(ballotId, one, 'for', colleague))).toBe('HALL.OWN_AFFAIR')
    for (const openid of [one.openid, resident, officer]) {
      expect(stateOf(await enter(ballotId, one, 'for', openid))).toBe('COMMON.NOT_ALLOWED')
    }
  })

  test('entered before the rules changed starts over', async () => {
    const { one, ballotId } = await fresh()
    await enter(ballotId, one, 'for', staff)
    await hall.set('ballots', ballotId, { rulesVersion: 2 })
    expect(stateOf(await enter(ballotId, one, 'for', colleague))).toBe('waiting')
    expect(stateOf(await enter(ballotId, one, 'for', staff))).toBe('counted')
    expect((await hall.rows('votes', { ballotId })).map(({ rulesVersion }) => rulesVersion)).toEqual([2])
  })

  test('entered by three at once is one vote', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { one, ballotId } = await fresh()
      const answers = await Promise.all(
        [staff, colleague, secretary].map((by) => enter(ballotId, one, 'for', by)),
      )
      const states = answers.map(stateOf)
      expect(states.filter((state) => state === 'waiting')).toHaveLength(1)
      expect(states).toContain('counted')
      expect((await hall.ballotRow(ballotId)).cast).toEqual({ votes: 1, area: 9000 })
      expect(await hall.rows('votes', { ballotId })).toHaveLength(1)
    }
  })

  test('for a door that is not on the roll is refused', async () => {
    const { ballotId } = await fresh()
    const [other] = await hall.homes(1)
    expect(other && stateOf(await enter(ballotId, other, 'for', staff))).toBe('HALL.NO_SUCH_ROW')
  })
})

describe('a proxy', () => {
  const letter = 'cloud://local/letter.jpg'
  let phones = 0
  const holder = async () => {
    phones += 1
    const phone = `139${String(10_000_000 + phones)}`
    const [who] = await hall.homes(1, { phoneHash: blindHash(phone), nameMasked: '孙*' })
    if (!who) throw new Error('no home')
    return { phone, openid: who.openid, who }
  }
  const record = (ballotId: string, one: Home, phone: string, by: string = staff) =>
    hall.ask('recordProxy', { centreId, ballotId, rollId: rollIdOf(ballotId, one), phone, letter }, by)

  test('votes for the household whose letter the staff keep; the household may still do so first', async () => {
    const homes = await hall.homes(2)
    const [one, two] = homes
    if (!one || !two) throw new Error('no homes')
    const ballotId = await hall.ballotOf(homes)
    const { phone, openid } = await holder()
    expect(codeOf(await cast(ballotId, one, openid))).toBe('HALL.NOT_ON_ROLL')
    for (const given of homes) {
      const { reply } = await record(ballotId, given, phone)
      expect(reply).toMatchObject({ ok: true, data: { proxy: '孙*' } })
    }
    expect((await hall.rows('notices', { to: openid })).map(({ title }) => title)).toEqual([
      '有人书面委托您投票',
      '有人书面委托您投票',
    ])
    const { mine } = await hall.done('ballot', { centreId, ballotId }, openid)
    expect(mine.map(({ title, proxy, voted }) => [title, proxy, voted]).toSorted()).toEqual(
      homes.map(({ home }) => [`5栋 ${home.room}`, true, false]).toSorted(),
    )
    expect(codeOf(await cast(ballotId, one, openid))).toBe('ok')
    expect(codeOf(await cast(ballotId, one))).toBe('HALL.ALREADY_VOTED')
    expect(codeOf(await cast(ballotId, two))).toBe('ok')
    expect(codeOf(await cast(ballotId, two, openid))).toBe('HALL.ALREADY_VOTED')
    const { rows } = await hall.done('roll', { centreId, ballotId }, staff)
    expect(rows.map(({ how, proxy }) => [how, proxy])).toEqual([
      ['proxy', '孙*'],
      ['phone', '孙*'],
    ])
    expect(codeOf(await record(ballotId, one, phone))).toBe('HALL.ALREADY_VOTED')
    const after = await hall.done('ballot', { centreId, ballotId }, openid)
    expect(after.mine.map(({ voted }) => voted)).toEqual([true, true])
  })

  test('holds at most three, also when five are written down at once', async () => {
    const homes = await hall.homes(5)
    const ballotId = await hall.ballotOf(homes)
    const { phone, openid } = await holder()
    const answers = await Promise.all(homes.map((one) => record(ballotId, one, phone)))
    expect(tallied(answers)).toEqual({ ok: 3, 'HALL.TOO_MANY_PROXIES': 2 })
    expect(await hall.rows('ballotRoll', { ballotId, proxy: openid })).toHaveLength(3)
    const other = await holder()
    const [one] = (await hall.rows('ballotRoll', { ballotId, proxy: openid })).map(({ doors }) => doors[0])
    const given = homes.find(({ home }) => home._id === one)
    if (!given) throw new Error('no row')
    // another letter of the same household takes the place of the first, and makes room
    expect(codeOf(await record(ballotId, given, other.phone))).toBe('ok')
    const [left] = homes.filter((_home, at) => codeOf(answers[at] ?? { reply: { ok: true } }) !== 'ok')
    expect(left && codeOf(await record(ballotId, left, phone))).toBe('ok')
  })

  test('is a resident whom the staff found by phone, never themselves, nor for their own household', async () => {
    const { one, ballotId } = await fresh()
    const { phone } = await holder()
    expect(codeOf(await record(ballotId, one, '13700000000'))).toBe('HALL.NO_PERSON')
    const own = await hall.row('residents', colleague)
    const facts = { phoneHash: blindHash('13611112222'), membership: 'approved', householdId: one.home._id }
    await hall.set('residents', colleague, facts)
    expect(codeOf(await record(ballotId, one, phone, colleague))).toBe('HALL.OWN_AFFAIR')
    await hall.set('residents', colleague, { householdId: 'another-home' })
    expect(codeOf(await record(ballotId, one, '13611112222', colleague))).toBe('HALL.OWN_AFFAIR')
    const { phoneHash, membership, householdId } = own
    await hall.set('residents', colleague, { phoneHash, membership, householdId })
    const elsewhere = await fresh()
    const crossed = { centreId, ballotId, rollId: rollIdOf(elsewhere.ballotId, elsewhere.one), phone, letter }
    expect(codeOf(await hall.ask('recordProxy', crossed, staff))).toBe('HALL.NO_SUCH_ROW')
    await hall.clock({ now: nine + 2 * hour })
    expect(codeOf(await record(ballotId, one, phone))).toBe('HALL.BALLOT_CLOSED')
  })
})
