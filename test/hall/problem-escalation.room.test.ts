import {
  at,
  centreId,
  colleague,
  monday,
  officer,
  openProblemList,
  type ProblemList,
  resident,
  secretary,
  staff,
  staffElsewhere,
  streetOfficer,
} from './problem-list'

let list: ProblemList
beforeAll(async () => {
  list = await openProblemList()
})
afterAll(() => list?.stop())
beforeEach(() => list.clock(monday))
afterEach(async () => expect(await list.miscounted()).toEqual([]))

const escalated = async (problemId: string) =>
  (await list.problemRow(problemId)).story.filter(({ by }) => by === '').map(({ text }) => text)

describe('a problem nobody works on', () => {
  test('reminds its officer, is overdue, and climbs to the secretary and the street, each step once', async () => {
    const problemId = await list.listed({ raiser: resident })
    const told = async () => ({
      officer: await list.told(staff, problemId),
      colleague: await list.told(colleague, problemId),
      secretary: await list.told(secretary, problemId),
      street: await list.told(streetOfficer, problemId),
      nobody: [
        ...(await list.told(officer, problemId)),
        ...(await list.told(staffElsewhere, problemId)),
        ...(await list.told(resident, problemId)),
      ],
    })
    const stepAt = async (day: string, hours: number) => {
      await list.clock(at(day, hours))
      await list.tickOn(2)
      const { level, overdue } = await list.problemRow(problemId)
      return { level, overdue, ...(await told()) }
    }
    const quiet = {
      level: 'officer',
      overdue: false,
      officer: [],
      colleague: [],
      secretary: [],
      street: [],
      nobody: [],
    }
    expect(await stepAt('2026-11-27', 8.99)).toEqual(quiet)
    const reminded = { ...quiet, officer: ['问题快到期了'] }
    expect(await stepAt('2026-11-27', 9)).toEqual(reminded)
    expect(await stepAt('2026-11-30', 8.99)).toEqual(reminded)
    const today = { ...quiet, officer: [...reminded.officer, '问题今天到期'] }
    expect(await stepAt('2026-11-30', 9)).toEqual(today)
    expect(await stepAt('2026-11-30', 23.99)).toEqual(today)
    const late = {
      ...{ level: 'staff', overdue: true, street: [], nobody: [] },
      officer: [...today.officer, '问题超期了'],
      colleague: ['问题超期了'],
      secretary: ['问题超期了'],
    }
    expect(await stepAt('2026-12-01', 0)).toEqual(late)
    expect(await stepAt('2026-12-01', 23.99)).toEqual(late)
    const atSecretary = {
      ...{ ...late, level: 'secretary' },
      officer: [...late.officer, '超期问题报书记督办'],
      secretary: [...late.secretary, '超期问题报书记督办'],
    }
    expect(await stepAt('2026-12-02', 0)).toEqual(atSecretary)
    expect(await stepAt('2026-12-03', 23.99)).toEqual(atSecretary)
    const atStreet = {
      ...{ ...atSecretary, level: 'street', street: ['有超期问题报上来'] },
      officer: [...atSecretary.officer, '超期问题报街道督办'],
      secretary: [...atSecretary.secretary, '超期问题报街道督办'],
    }
    expect(await stepAt('2026-12-04', 0)).toEqual(atStreet)
    expect(await stepAt('2027-03-01', 9)).toEqual(atStreet)
    expect((await list.problemRow(problemId)).nextAt).toBe(0)
    expect(await escalated(problemId)).toEqual([
      '提醒经办人:11月30日前办完',
      '提醒经办人:今天到期',
      '11月30日前没有办完,已经超期,告知社区全体工作人员',
      '超期 1 个工作日还没有办完,报书记督办',
      '超期 3 个工作日还没有办完,报街道督办',
    ])
  })

  test('climbs a step with each tick when the timer was away for weeks, and forgets no step', async () => {
    const problemId = await list.listed()
    await list.clock(at('2026-12-20', 9))
    const levels: string[] = []
    for (let n = 0; n < 4; n += 1) {
      await list.tick()
      levels.push((await list.problemRow(problemId)).level)
    }
    expect(levels).toEqual(['staff', 'secretary', 'street', 'street'])
    expect((await escalated(problemId)).length).toBe(3) // nobody is reminded of a day long past
  })

  test('is seen by the street only once it has climbed there', async () => {
    const problemId = await list.listed()
    const seenBy = async (openid: string, of: string) => {
      const { rows } = await list.done('escalatedProblems', { centreId: of }, openid)
      return rows.some((row) => row.problemId === problemId)
    }
    const everybody = async () => [
      await seenBy(secretary, centreId),
      await seenBy(streetOfficer, 'hudong.chunjiang'),
      await seenBy(officer, 'hudong'),
    ]
    await list.clock(at('2026-12-01', 9))
    await list.tickOn()
    expect(await everybody()).toEqual([false, false, false])
    await list.clock(at('2026-12-02', 9))
    await list.tickOn()
    expect(await everybody()).toEqual([true, false, false])
    await list.clock(at('2026-12-04', 9))
    await list.tickOn()
    expect(await everybody()).toEqual([true, true, true])
    await list.finish(problemId)
    expect(await everybody()).toEqual([false, false, false])
  })

  test('is told and climbs once where the timer dies, after whichever write', async () => {
    for (const n of [0, 1, 2, 3, 4]) {
      await list.clock(monday)
      const problemId = await list.listed()
      await list.clock(at('2026-12-01', 0))
      const before = (await list.problemRow(problemId)).changes
      await list.tick({ 'x-crash-after-writes': String(n) })
      // a function that died in a transaction leaves it locked for half a minute
      await list.clock(at('2026-12-01', 0.02))
      await list.tickOn(2)
      const { changes, level, overdue } = await list.problemRow(problemId)
      expect([n, changes - before, level, overdue]).toEqual([n, 1, 'staff', true])
      expect(await list.told(colleague, problemId)).toEqual(['问题超期了'])
      await list.finish(problemId)
    }
  })
})

describe('what is done', () => {
  test('is struck off when the raiser says nothing for five working days, and says so', async () => {
    const problemId = await list.listed({ raiser: resident })
    expect(await list.finish(problemId)).toEqual({ confirmBy: at('2026-12-01', 0) })
    expect(await list.told(resident, problemId)).toEqual(['您提的问题办完了,请看看'])
    await list.clock(at('2026-11-30', 23.99))
    await list.tickOn(2)
    expect((await list.problemRow(problemId)).state).toBe('done')
    await list.clock(at('2026-12-01', 0))
    await list.tickOn(2)
    expect(await list.told(resident, problemId)).toEqual(['您提的问题办完了,请看看', '您提的问题销号了'])
    const { state, story, matterId, text } = await list.problemRow(problemId)
    expect([state, story.at(-1)?.text]).toEqual(['struckOff', '5 个工作日没有说不同意,按已解决销号'])
    const matter = await list.row('matters', matterId)
    expect([matter.openProblems, matter.story.at(-1)?.text]).toEqual([0, `问题销号:${text}`])
  })

  test('and raised by nobody in particular waits for the secretary, who is reminded every five working days', async () => {
    const problemId = await list.listed()
    await list.finish(problemId)
    const asked = '问题办完了,请核实销号'
    expect(await list.told(secretary, problemId)).toEqual([asked])
    await list.clock(at('2026-12-01', 0))
    await list.tickOn(2)
    await list.clock(at('2026-12-09', 0))
    await list.tickOn(2)
    expect(await list.told(secretary, problemId)).toEqual([asked, asked, asked])
    expect((await list.problemRow(problemId)).state).toBe('done')
  })
})
