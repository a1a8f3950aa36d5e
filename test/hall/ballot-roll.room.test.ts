import { centreId, homeRow, nine, voterRow } from './ballot-rows'
import { codeOf, openVoting, secretary, staff, type Voting } from './voting'

let hall: Voting
beforeAll(async () => {
  hall = await openVoting()
})
afterAll(() => hall?.stop())
beforeEach(() => hall.clock({ now: nine }))

const draft = { state: 'draft' as const, openedIn: '' }
const draftOf = (unit: 'person' | 'household' | 'area') => hall.ballot([], { ...draft, unit })
const door = (room: string, building = '8') => ({ building, room })
const save = (
  ballotId: string,
  rows: readonly { doors: { building: string; room: string }[]; area: number }[],
) => hall.ask('saveRollRows', { centreId, ballotId, rows: [...rows] }, staff)
const rowsOf = (ballotId: string) => hall.rows('ballotRoll', { ballotId })

describe('a roll of households', () => {
  test('has each registered household of the buildings once, however often it is filled', async () => {
    await hall.homes(2)
    const [empty, elsewhere] = [homeRow('901'), homeRow('902', '6栋')]
    await hall.plant('households', [{ ...empty, members: 0 }, elsewhere])
    const ballotId = await draftOf('household')
    const fill = () => hall.done('fillRoll', { centreId, ballotId, buildings: ['5号楼'] }, staff)
    const { roll, next } = await fill()
    expect(next).toBeUndefined()
    const homes = await hall.rows('households', { centreId, building: '5栋', members: 1 })
    expect(roll).toEqual({ votes: homes.length, area: 0 })
    expect((await fill()).roll).toEqual(roll)
    expect((await rowsOf(ballotId)).flatMap(({ doors }) => doors).toSorted()).toEqual(
      homes.map(({ _id }) => _id).toSorted(),
    )
    const all = await hall.done('fillRoll', { centreId, ballotId, buildings: [] }, staff)
    expect(all.roll.votes).toBeGreaterThan(roll.votes)
  })

  test('of more doors than one call takes is filled in several', async () => {
    await hall.plant(
      'households',
      Array.from({ length: 650 }, (_one, n) => homeRow(String(1000 + n), '20栋')),
    )
    const ballotId = await draftOf('household')
    const counts: number[] = []
    let after: string | undefined
    do {
      const filled = await hall.done(
        'fillRoll',
        { centreId, ballotId, buildings: ['20栋'], ...(after !== undefined && { after }) },
        staff,
      )
      counts.push(filled.roll.votes)
      after = filled.next
    } while (after !== undefined)
    expect(counts).toEqual([300, 600, 650])
  })
})

test('a roll of persons has the residents who were let in, by masked name and door', async () => {
  const home = homeRow('101', '30栋')
  await hall.plant('residents', [
    voterRow('person-one', home, { nameMasked: '王*明' }),
    voterRow('person-two', home),
    voterRow('person-waiting', home, { membership: 'pending', householdId: '' }),
  ])
  const ballotId = await draftOf('person')
  const { roll } = await hall.done('fillRoll', { centreId, ballotId, buildings: ['30栋'] }, staff)
  expect(roll).toEqual({ votes: 2, area: 0 })
  const rows = await rowsOf(ballotId)
  expect(rows.map(({ person, title }) => [person, title]).toSorted()).toEqual([
    ['person-one', '王*明(30栋 101)'],
    ['person-two', '赵*(30栋 101)'],
  ])
  expect(codeOf(await save(ballotId, [{ doors: [door('101')], area: 1 }]))).toBe('COMMON.BAD_INPUT')
})

describe('a roll of owners', () => {
  test('has one row for all doors of an owner, written as doors are written everywhere', async () => {
    const ballotId = await draftOf('area')
    const rows = [
      { doors: [door('2-301室', '8号楼'), door('2-302', '8#')], area: 181_50 },
      { doors: [door('101')], area: 90_00 },
    ]
    const { reply } = await save(ballotId, rows)
    expect(reply).toMatchObject({ ok: true, data: { roll: { votes: 2, area: 27_150 }, saved: 2 } })
    const { rows: shown } = await hall.done('roll', { centreId, ballotId }, staff)
    expect(shown.map(({ title, area, voted, proxy, paper }) => [title, area, voted, proxy, paper])).toEqual([
      ['8栋 2-301、2-302', 18_150, false, '', ''],
      ['8栋 101', 9000, false, '', ''],
    ])
  })

  test('takes the same doors again as a corrected area, and no door twice', async () => {
    const ballotId = await draftOf('area')
    await save(ballotId, [
      { doors: [door('1'), door('2')], area: 200_00 },
      { doors: [door('3')], area: 100_00 },
    ])
    const corrected = await save(ballotId, [
      { doors: [door('2'), door('1')], area: 190_00 },
      { doors: [door('4')], area: 50_00 },
    ])
    expect(corrected.reply).toMatchObject({ data: { roll: { votes: 3, area: 34_000 } } })
    for (const doors of [[door('1')], [door('3'), door('5')], [door('6'), door('6号')]]) {
      expect(codeOf(await save(ballotId, [{ doors, area: 1_00 }]))).toBe('HALL.DOOR_TWICE')
    }
    const twice = [
      { doors: [door('7')], area: 1_00 },
      { doors: [door('7')], area: 1_00 },
    ]
    const { reply } = await save(ballotId, twice)
    expect(reply).toMatchObject({ code: 'HALL.DOOR_TWICE', fields: { rows: '8栋 7' } })
    expect((await hall.ballotRow(ballotId)).roll).toEqual({ votes: 3, area: 34_000 })
  })

  test('knows the family that lives behind a door after another moved away', async () => {
    const former = homeRow('501', '9栋')
    await hall.plant('households', [{ ...former, members: 0 }])
    const ballotId = await draftOf('area')
    await save(ballotId, [{ doors: [door('501', '9')], area: 90_00 }])
    const [row] = await rowsOf(ballotId)
    expect(row?.doors).toHaveLength(1)
    expect(row?.doors).not.toContain(former._id)
  })

  test('is cleared and begun anew', async () => {
    const ballotId = await draftOf('area')
    const rows = [{ doors: [door('1'), door('2')], area: 200_00 }]
    await save(ballotId, rows)
    expect((await hall.done('clearRoll', { centreId, ballotId }, staff)).roll).toEqual({ votes: 0, area: 0 })
    expect(await rowsOf(ballotId)).toEqual([])
    expect(codeOf(await save(ballotId, [{ doors: [door('1')], area: 100_00 }]))).toBe('ok')
    expect(await hall.ballotRow(ballotId)).toMatchObject({ roll: { votes: 1, area: 10_000 }, rollVersion: 2 })
  })
})

test('from its opening on, nothing writes on a roll, and two who write at once never count one row twice', async () => {
  const ballotId = await draftOf('area')
  const rows = [{ doors: [door('1')], area: 100_00 }]
  const both = await Promise.all([save(ballotId, rows), save(ballotId, rows)])
  expect(both.map(codeOf)).toContain('ok')
  expect(await hall.ballotRow(ballotId)).toMatchObject({ roll: { votes: 1, area: 10_000 } })
  await hall.done('openBallot', { centreId, ballotId, rulesVersion: 1 }, staff)
  const later = [
    await save(ballotId, [{ doors: [door('2')], area: 1_00 }]),
    await save(ballotId, [{ doors: [door('1')], area: 1_00 }]),
    await hall.ask('fillRoll', { centreId, ballotId, buildings: [] }, staff),
    await hall.ask('clearRoll', { centreId, ballotId }, staff),
  ]
  expect(later.map(codeOf)).toEqual(later.map(() => 'HALL.ROLL_FROZEN'))
  expect((await rowsOf(ballotId)).map(({ area }) => area)).toEqual([10_000])
})

test('opening and writing at once: what is opened is what was counted', async () => {
  for (let n = 0; n < 6; n += 1) {
    const ballotId = await draftOf('area')
    await save(ballotId, [{ doors: [door('1')], area: 100_00 }])
    await Promise.all([
      save(ballotId, [{ doors: [door('2')], area: 50_00 }]),
      hall.ask('openBallot', { centreId, ballotId, rulesVersion: 1 }, secretary),
      hall.ask('clearRoll', { centreId, ballotId }, staff),
    ])
    const { roll, rollVersion } = await hall.ballotRow(ballotId)
    const standing = (await rowsOf(ballotId)).filter((row) => row.rollVersion === rollVersion)
    expect(roll).toEqual({
      votes: standing.length,
      area: standing.reduce((sum, { area }) => sum + area, 0),
    })
  }
})

test('the roll is read page by page by building, with a word on each row that is not about what was voted', async () => {
  const homes = Array.from({ length: 25 }, (_one, n) => homeRow(String(101 + n), '40栋'))
  await hall.plant('households', [...homes, homeRow('101', '41栋')])
  const ballotId = await draftOf('household')
  await hall.done('fillRoll', { centreId, ballotId, buildings: ['40栋', '41栋'] }, staff)
  const first = await hall.done('roll', { centreId, ballotId, building: '40' }, staff)
  expect([first.rows.length, first.rows[0]?.title]).toEqual([20, '40栋 101'])
  const after = first.next ?? ''
  const second = await hall.done('roll', { centreId, ballotId, building: '40栋', after }, staff)
  expect([second.rows.length, second.next]).toEqual([5, undefined])
})
