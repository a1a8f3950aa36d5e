import { people } from '../harness/town'
import type { ProblemList } from './problem-list'
import {
  at,
  centreId,
  codeOf,
  colleague,
  facts,
  matterRow,
  monday,
  openProblemList,
  photo,
  resident,
  residentElsewhere,
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

const solved = { centreId, solved: true, text: '' }
const unsolved = { centreId, solved: false, text: '晚上还是不亮' }

describe('a problem on the list', () => {
  test('has five working days, its officer is told, and its matter waits for it', async () => {
    const problemId = await list.listed({ raiser: resident, by: colleague })
    const problem = await list.done('problem', { centreId, problemId }, colleague)
    expect(problem).toMatchObject({
      ...{ dueDay: '2026-11-30', daysLeft: 5, provisional: false, overdue: false, level: 'officer' },
      ...{ source: 'matter', hasRaiser: true, units: facts.units, officerName: '李*作', state: 'open' },
    })
    expect(problem.story.map(({ text }) => text)).toEqual([
      '列入问题清单,11月30日前办完:联系路灯所更换灯头(金桂物业、路灯所 No.2)',
    ])
    expect(await list.told(staff, problemId)).toEqual(['请您办一个问题'])
    const matter = await list.row('matters', problem.matterId)
    expect([matter.openProblems, matter.story.at(-1)?.about]).toEqual([1, problemId])
  })

  test('from a matter that is answered, of another centre or made up is refused', async () => {
    await list.plant('matters', [
      matterRow('answered', { state: 'answered' }),
      matterRow('elsewhere', { centreId: 'hudong.chunjiang.yinxing' }),
    ])
    for (const matterId of ['answered', 'elsewhere', 'no-such-matter']) {
      expect(codeOf(await list.ask('openProblem', { centreId, ...facts, matterId }, staff))).toBe(
        'HALL.UNKNOWN_MATTER',
      )
    }
    expect(await list.rows('problems', { matterId: 'answered' })).toEqual([])
  })

  test('is given to somebody who works here, and to nobody else', async () => {
    for (const nobody of [resident, staffElsewhere, 'no-such-person', people.volunteer]) {
      const answer = await list.ask('openProblem', { centreId, ...facts, officer: nobody }, staff)
      expect([nobody, codeOf(answer)]).toEqual([nobody, 'HALL.WRONG_PERSON'])
    }
  })

  test('raised by the very person who works on it is looked at by the secretary', async () => {
    const problemId = await list.listed({ raiser: staff })
    expect((await list.problemRow(problemId)).raiser).toBe('')
    await list.finish(problemId)
    expect(codeOf(await list.ask('confirmProblem', { ...solved, problemId }, staff))).toBe('HALL.NOT_YOURS')
    expect(await list.told(secretary, problemId)).toEqual(['问题办完了,请核实销号'])
  })

  test('is shown to the one who raised it without what only the staff read', async () => {
    const problemId = await list.listed({ raiser: resident })
    await list.clock(at('2026-11-27', 9))
    await list.tickOn(1)
    await list.done('noteProblem', { centreId, problemId, text: '路灯所说周一来' }, staff)
    const { rows } = await list.done('myProblems', { centreId }, resident)
    const shown = rows.find((row) => row.problemId === problemId)
    expect(shown?.story.map(({ kind }) => kind)).toEqual(['listed', 'noted'])
    expect(shown).not.toHaveProperty('matterId')
    const others = await list.done('myProblems', { centreId }, people.pending)
    expect(others.rows).toEqual([])
  })
})

describe('wrong people', () => {
  test('neither read nor change a problem', async () => {
    const problemId = await list.listed({ raiser: resident })
    const note = { centreId, problemId, text: '知道了' }
    const finish = { centreId, problemId, text: '好了', evidence: [photo] }
    const more = { centreId, problemId, workingDays: 2, reason: '等配件' }
    const codes = async (openid: string) => [
      codeOf(await list.ask('problem', { centreId, problemId }, openid)),
      codeOf(await list.ask('problems', { centreId, state: 'open' }, openid)),
      codeOf(await list.ask('openProblem', { centreId, ...facts }, openid)),
      codeOf(await list.ask('noteProblem', note, openid)),
      codeOf(await list.ask('finishProblem', finish, openid)),
      codeOf(await list.ask('extendProblem', more, openid)),
      codeOf(await list.ask('strikeOff', { ...solved, problemId, text: '好' }, openid)),
      codeOf(await list.ask('escalatedProblems', { centreId }, openid)),
      codeOf(await list.ask('closeOut', { centreId, month: '2026-11' }, openid)),
    ]
    const nobody = Array.from({ length: 9 }, () => 'COMMON.NOT_ALLOWED')
    for (const openid of [resident, people.volunteer, staffElsewhere, people.stranger]) {
      expect([openid, ...(await codes(openid))]).toEqual([openid, ...nobody])
    }
    expect((await list.problemRow(problemId)).changes).toBe(0)
  })

  test('of another centre find nothing, under whichever centre they ask', async () => {
    const problemId = await list.listed({ raiser: resident })
    const there = 'hudong.chunjiang.yinxing'
    const asked = [
      await list.ask('problem', { centreId: there, problemId }, staffElsewhere),
      await list.ask('noteProblem', { centreId: there, problemId, text: '知道了' }, staffElsewhere),
      await list.ask(
        'finishProblem',
        { centreId: there, problemId, text: '好了', evidence: [photo] },
        staffElsewhere,
      ),
      await list.ask('confirmProblem', { ...solved, centreId: there, problemId }, residentElsewhere),
      await list.ask(
        'extendProblem',
        { centreId: there, problemId, workingDays: 2, reason: '等配件' },
        streetOfficer,
      ),
      await list.ask('strikeOff', { centreId: there, problemId, solved: true, text: '好' }, streetOfficer),
    ]
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'COMMON.NOT_FOUND'))
    expect(codeOf(await list.ask('confirmProblem', { ...solved, problemId }, residentElsewhere))).toBe(
      'COMMON.NOT_RESIDENT',
    )
  })

  test('who live here may not confirm what somebody else raised', async () => {
    const problemId = await list.listed({ raiser: resident })
    await list.finish(problemId)
    expect(codeOf(await list.ask('confirmProblem', { ...solved, problemId }, people.pending))).toBe(
      'HALL.NOT_YOURS',
    )
  })
})

describe('what is done', () => {
  test('needs a photo, asks the raiser, and is struck off when they say so', async () => {
    const problemId = await list.listed({ raiser: resident })
    const without = { centreId, problemId, text: '换好了', evidence: [] }
    expect(codeOf(await list.ask('finishProblem', without, staff))).toBe('HALL.EVIDENCE_MISSING')
    expect(codeOf(await list.ask('confirmProblem', { ...solved, problemId }, resident))).toBe(
      'HALL.NOTHING_TO_CONFIRM',
    )
    expect(await list.finish(problemId)).toEqual({ confirmBy: at('2026-12-01', 0) })
    expect(await list.told(resident, problemId)).toEqual(['您提的问题办完了,请看看'])
    const { rows } = await list.done('myProblems', { centreId }, resident)
    expect(rows.find((row) => row.problemId === problemId)).toMatchObject({ evidence: [photo] })
    expect(codeOf(await list.ask('noteProblem', { centreId, problemId, text: '再记' }, staff))).toBe(
      'HALL.PROBLEM_OVER',
    )
    expect(await list.done('confirmProblem', { ...solved, problemId }, resident)).toEqual({
      state: 'struckOff',
    })
    const { story, nextAt, matterId } = await list.problemRow(problemId)
    expect([story.at(-1)?.text, nextAt]).toEqual(['提的人确认解决了,销号', 0])
    expect((await list.row('matters', matterId)).openProblems).toBe(0)
    expect(await list.told(staff, problemId)).toEqual(['您办的问题有变动'])
    expect(codeOf(await list.ask('confirmProblem', { ...unsolved, problemId }, resident))).toBe(
      'HALL.NOTHING_TO_CONFIRM',
    )
    await list.clock(at('2027-02-01', 9))
    await list.tickOn(2)
    expect((await list.problemRow(problemId)).changes).toBe(2)
  })

  test('and is not solved is opened again with words, for three working days, at the level it had', async () => {
    const problemId = await list.listed({ raiser: resident })
    await list.clock(at('2026-12-02', 9)) // due on 30 November
    await list.tickOn()
    expect((await list.problemRow(problemId)).level).toBe('secretary')
    await list.finish(problemId)
    const silent = { ...unsolved, problemId, text: '' }
    expect(codeOf(await list.ask('confirmProblem', silent, resident))).toBe('HALL.REASON_MISSING')
    const bad = { ...unsolved, problemId, text: '加微信领红包' }
    expect(codeOf(await list.ask('confirmProblem', bad, resident))).toBe('COMMON.TEXT_REFUSED')
    expect(await list.done('confirmProblem', { ...unsolved, problemId }, resident)).toEqual({ state: 'open' })
    expect(await list.problemRow(problemId)).toMatchObject({
      ...{ state: 'open', level: 'secretary', dueDay: '2026-12-07', overdue: false, confirmBy: 0 },
      nextAt: at('2026-12-04', 9),
    })
    const last = (await list.problemRow(problemId)).story.at(-1)
    expect(last?.text).toBe('还没解决,12月7日前重办:晚上还是不亮')
    await list.clock(at('2026-12-11', 0)) // three working days late again
    await list.tickOn()
    expect(await list.problemRow(problemId)).toMatchObject({ level: 'street', overdue: true })
  })

  test('and raised by nobody in particular is struck off by the secretary, not by who worked on it', async () => {
    const own = (await list.done('openProblem', { centreId, ...facts, officer: secretary }, staff)).problemId
    await list.finish(own, secretary)
    const strike = { centreId, solved: true, text: '现场看过' }
    expect(codeOf(await list.ask('strikeOff', { ...strike, problemId: own }, secretary))).toBe(
      'HALL.OWN_AFFAIR',
    )
    expect(await list.done('strikeOff', { ...strike, problemId: own }, streetOfficer)).toEqual({
      state: 'struckOff',
    })

    const problemId = await list.listed()
    expect(codeOf(await list.ask('strikeOff', { ...strike, problemId }, secretary))).toBe(
      'HALL.NOTHING_TO_CONFIRM',
    )
    await list.finish(problemId)
    const back = { ...strike, problemId, solved: false, text: '灯罩还是破的' }
    expect(await list.done('strikeOff', back, secretary)).toEqual({ state: 'open' })
    await list.finish(problemId)
    expect(await list.done('strikeOff', { ...strike, problemId }, secretary)).toEqual({ state: 'struckOff' })
    expect((await list.problemRow(problemId)).story.map(({ kind }) => kind)).toEqual([
      ...['listed', 'finished', 'reopened', 'finished', 'struckOff'],
    ])

    const raised = await list.listed({ raiser: resident })
    await list.finish(raised)
    expect(codeOf(await list.ask('strikeOff', { ...strike, problemId: raised }, secretary))).toBe(
      'HALL.RAISER_CONFIRMS',
    )
  })

  test('is not struck off by who lives with the officer', async () => {
    const problemId = await list.listed()
    await list.finish(problemId)
    const home = { householdId: 'home-of-both' }
    await list.set('residents', staff, home)
    await list.set('residents', secretary, home)
    const strike = { centreId, problemId, solved: true, text: '看过' }
    expect(codeOf(await list.ask('strikeOff', strike, secretary))).toBe('HALL.OWN_AFFAIR')
    await list.set('residents', staff, { householdId: '' })
    expect(await list.done('strikeOff', strike, secretary)).toEqual({ state: 'struckOff' })
    await list.set('residents', secretary, { householdId: '' })
  })
})

describe('more time', () => {
  const more = { centreId, workingDays: 2, reason: '等配件' }

  test('is given twice, counted from the due day, and the reminders move with it', async () => {
    const problemId = await list.listed()
    expect(codeOf(await list.ask('extendProblem', { ...more, problemId }, staff))).toBe('COMMON.NOT_ALLOWED')
    expect(await list.done('extendProblem', { ...more, problemId }, secretary)).toEqual({
      dueDay: '2026-12-02',
    })
    expect(await list.problemRow(problemId)).toMatchObject({ nextAt: at('2026-12-01', 9), workingDays: 7 })
    expect(await list.done('extendProblem', { ...more, problemId }, secretary)).toEqual({
      dueDay: '2026-12-04',
    })
    expect(codeOf(await list.ask('extendProblem', { ...more, problemId }, secretary))).toBe(
      'HALL.EXTENDED_ENOUGH',
    )
    const texts = (await list.problemRow(problemId)).story.map(({ text }) => text)
    expect(texts.at(-1)).toBe('延期 2 个工作日,时限由 12月2日 改为 12月4日:等配件')
    await list.clock(at('2026-12-03', 8))
    await list.tickOn(1)
    expect((await list.problemRow(problemId)).level).toBe('officer')
  })

  test('is counted from today for what is overdue, which then is overdue no more but keeps its level', async () => {
    const problemId = await list.listed()
    await list.clock(at('2026-12-04', 9))
    await list.tickOn()
    expect(await list.done('extendProblem', { ...more, problemId }, streetOfficer)).toEqual({
      dueDay: '2026-12-08',
    })
    expect(await list.problemRow(problemId)).toMatchObject({ level: 'street', overdue: false })
    await list.finish(problemId)
    expect(codeOf(await list.ask('extendProblem', { ...more, problemId }, secretary))).toBe(
      'HALL.PROBLEM_OVER',
    )
  })
})
