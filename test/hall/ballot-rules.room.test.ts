import { asInstant } from '../../types/common/time'
import { centreId, hour, nine } from './ballot-rows'
import { codeOf, openVoting, resident, staff, staffElsewhere, type Voting } from './voting'

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock({ now: nine }))

const written = {
  centreId,
  rulesVersion: 0,
  question: '5栋要不要加装电梯',
  about: '方案见公告栏',
  unit: 'household' as const,
  majority: 'half' as const,
  opensAt: nine,
  closesAt: nine + 72 * hour,
  paperUntil: nine + 96 * hour,
}
const save = (facts: object = {}, more?: { requestId: string }) =>
  hall.ask('saveBallot', { ...written, ...facts }, staff, more)
const drafted = async (facts: object = {}) => hall.done('saveBallot', { ...written, ...facts }, staff)

describe('rules', () => {
  test('are a draft until it is opened, and each change is a version of its own', async () => {
    const { ballotId, rulesVersion } = await drafted()
    expect(rulesVersion).toBe(1)
    const again = { ballotId, rulesVersion, question: '5栋要不要装电梯' }
    expect((await hall.done('saveBallot', { ...written, ...again }, staff)).rulesVersion).toBe(2)
    expect(codeOf(await save(again))).toBe('COMMON.CHANGED')
    const shown = await hall.done('ballotOfStaff', { centreId, ballotId }, staff)
    expect(shown).toMatchObject({
      state: 'draft',
      rulesVersion: 2,
      question: '5栋要不要装电梯',
      turnoutPercent: 0,
    })
  })

  test('for owners follow from what they decide on', async () => {
    const owners = { unit: 'area' as const, majority: undefined }
    const { ballotId } = await drafted({ ...owners, subject: 'rebuild' })
    expect(await hall.ballotRow(ballotId)).toMatchObject({ subject: 'rebuild', majority: 'threeQuarters' })
    const simple = await drafted({ ...owners, subject: 'property' })
    expect(await hall.ballotRow(simple.ballotId)).toMatchObject({ majority: 'half' })
    for (const wrong of [
      owners,
      { unit: 'area', subject: 'rebuild' },
      { ...owners, subject: 'rebuild', turnoutPercent: 50 },
      { majority: undefined },
      { subject: 'rebuild' },
    ]) {
      expect(codeOf(await save(wrong))).toBe('HALL.WRONG_RULES')
    }
  })

  test('have hours in order, and end in the future', async () => {
    for (const wrong of [
      { closesAt: nine },
      { opensAt: nine - 9 * hour, closesAt: nine - hour },
      { paperUntil: nine + 71 * hour },
    ]) {
      expect(codeOf(await save(wrong))).toBe('HALL.WRONG_HOURS')
    }
  })

  test('may be about a matter of the centre that is not over', async () => {
    expect(codeOf(await save({ matterId: 'no-such-matter' }))).toBe('HALL.UNKNOWN_MATTER')
  })

  test('cannot change once a vote exists; before that they can, also while it is open', async () => {
    const [one, two] = await hall.homes(2)
    if (!one || !two) throw new Error('no homes')
    const { ballotId } = await drafted()
    await hall.done('fillRoll', { centreId, ballotId, buildings: ['5'] }, staff)
    await hall.done('openBallot', { centreId, ballotId, rulesVersion: 1 }, staff)
    const later = { ballotId, closesAt: nine + 80 * hour, rulesVersion: 1 }
    expect(codeOf(await save(later))).toBe('ok')
    expect((await hall.ballotRow(ballotId)).countAt).toBe(nine + 96 * hour + 30_000)
    const { mine } = await hall.done('ballot', { centreId, ballotId }, one.openid)
    const rollId = mine[0]?.rollId ?? ''
    const vote = { centreId, ballotId, rollId, choice: 'for' as const }
    expect(codeOf(await hall.ask('castVote', { ...vote, rulesVersion: 1 }, one.openid))).toBe(
      'HALL.RULES_CHANGED',
    )
    expect(codeOf(await hall.ask('castVote', { ...vote, rulesVersion: 2 }, one.openid))).toBe('ok')
    expect(codeOf(await save({ ...later, rulesVersion: 2 }))).toBe('HALL.RULES_FROZEN')
    expect(await hall.ballotRow(ballotId)).toMatchObject({ rulesVersion: 2, closesAt: later.closesAt })
  })

  test('and a first vote that meet at once: one of them wins, and the vote stands only under what was seen', async () => {
    for (let n = 0; n < 8; n += 1) {
      const [one] = await hall.homes(1)
      if (!one) throw new Error('no home')
      const ballotId = await hall.ballotOf([one], {
        ...{ question: written.question, about: written.about, opensAt: nine },
        ...{ closesAt: asInstant(written.closesAt), paperUntil: asInstant(written.paperUntil) },
      })
      const { mine } = await hall.done('ballot', { centreId, ballotId }, one.openid)
      const vote = {
        centreId,
        ballotId,
        rollId: mine[0]?.rollId ?? '',
        choice: 'for' as const,
        rulesVersion: 1,
      }
      const [saved, voted] = await Promise.all([
        save({ ballotId, rulesVersion: 1, majority: 'twoThirds' }),
        hall.ask('castVote', vote, one.openid),
      ])
      const { cast, rulesVersion } = await hall.ballotRow(ballotId)
      const votes = await hall.rows('votes', { ballotId })
      if (codeOf(saved) === 'ok') {
        expect([codeOf(voted), cast.votes, votes.length, rulesVersion]).toEqual([
          'HALL.RULES_CHANGED',
          0,
          0,
          2,
        ])
      } else {
        expect([codeOf(saved), codeOf(voted)]).toEqual(['HALL.RULES_FROZEN', 'ok'])
        expect([cast.votes, votes.length, rulesVersion]).toEqual([1, 1, 1])
      }
    }
  })

  test('of another way of counting need an empty roll', async () => {
    await hall.homes(1)
    const { ballotId } = await drafted()
    await hall.done('fillRoll', { centreId, ballotId, buildings: [] }, staff)
    expect(codeOf(await save({ ballotId, rulesVersion: 1, unit: 'person' }))).toBe('HALL.WRONG_RULES')
    await hall.done('clearRoll', { centreId, ballotId }, staff)
    expect(codeOf(await save({ ballotId, rulesVersion: 1, unit: 'person' }))).toBe('ok')
  })
})

describe('a ballot', () => {
  test('opens with somebody on its roll, once, before it closes', async () => {
    await hall.homes(1)
    const { ballotId } = await drafted()
    const open = (facts: object = {}) =>
      hall.ask('openBallot', { centreId, ballotId, rulesVersion: 1, ...facts }, staff)
    expect(codeOf(await open())).toBe('HALL.ROLL_EMPTY')
    await hall.done('fillRoll', { centreId, ballotId, buildings: [] }, staff)
    expect(codeOf(await open({ rulesVersion: 2 }))).toBe('COMMON.CHANGED')
    await hall.clock({ now: nine + 72 * hour })
    expect(codeOf(await open())).toBe('HALL.BALLOT_CLOSED')
    await hall.clock({ now: nine })
    expect(codeOf(await open())).toBe('ok')
    expect(codeOf(await open())).toBe('HALL.ROLL_FROZEN')
    expect(await hall.ballotRow(ballotId)).toMatchObject({
      state: 'open',
      countAt: nine + 96 * hour + 30_000,
    })
  })

  test('by floor area opens when every row has an area', async () => {
    const { ballotId } = await drafted({ unit: 'area', majority: undefined, subject: 'other' })
    const rows = [
      { doors: [{ building: '7', room: '101' }], area: 90_00 },
      { doors: [{ building: '7', room: '102' }], area: 0 },
    ]
    await hall.done('saveRollRows', { centreId, ballotId, rows }, staff)
    const open = () => hall.ask('openBallot', { centreId, ballotId, rulesVersion: 1 }, staff)
    expect(codeOf(await open())).toBe('HALL.AREA_MISSING')
    await hall.done(
      'saveRollRows',
      { centreId, ballotId, rows: rows.map((row) => ({ ...row, area: 90_00 })) },
      staff,
    )
    expect(codeOf(await open())).toBe('ok')
    expect((await hall.ballotRow(ballotId)).roll).toEqual({ votes: 2, area: 18_000 })
  })

  test('is cancelled with a reason, once, and not when it is counted', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const ballotId = await hall.ballotOf([one])
    const cancel = () => hall.ask('cancelBallot', { centreId, ballotId, reason: '题目写错了' }, staff)
    expect([codeOf(await cancel()), codeOf(await cancel())]).toEqual(['ok', 'HALL.BALLOT_CLOSED'])
    const counted = await hall.ballotOf([one], { state: 'counted' })
    const late = await hall.ask('cancelBallot', { centreId, ballotId: counted, reason: '重来' }, staff)
    expect(codeOf(late)).toBe('HALL.BALLOT_CLOSED')
  })

  test('of another centre is not found, and nothing about it can be asked by residents', async () => {
    const [one] = await hall.homes(1)
    if (!one) throw new Error('no home')
    const ballotId = await hall.ballotOf([one], { centreId: 'hudong.chunjiang.yinxing' })
    expect(codeOf(await hall.ask('ballotOfStaff', { centreId, ballotId }, staff))).toBe('COMMON.NOT_FOUND')
    expect(codeOf(await hall.ask('openBallot', { centreId, ballotId, rulesVersion: 1 }, staff))).toBe(
      'COMMON.NOT_FOUND',
    )
    expect(codeOf(await hall.ask('cancelBallot', { centreId, ballotId, reason: '重来' }, staff))).toBe(
      'COMMON.NOT_FOUND',
    )
    expect(codeOf(await save({ ballotId, rulesVersion: 1 }))).toBe('COMMON.NOT_FOUND')
    for (const openid of [resident, staffElsewhere]) {
      expect(codeOf(await hall.ask('saveBallot', written, openid))).toBe('COMMON.NOT_ALLOWED')
    }
  })
})
