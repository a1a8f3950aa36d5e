import type { Answer } from '../harness/town'
import {
  at,
  centreId,
  codeOf,
  facts,
  matterRow,
  monday,
  openProblemList,
  type ProblemList,
  photo,
  resident,
  secretary,
  staff,
} from './problem-list'

let list: ProblemList
beforeAll(async () => {
  list = await openProblemList()
})
afterAll(() => list?.stop())
beforeEach(() => list.clock(monday))
afterEach(async () => expect(await list.miscounted()).toEqual([]))

type More = { readonly requestId: string; readonly headers?: Record<string, string> }
type Call = (problemId: string, more: More) => Promise<Answer<object>>

/** A function that died in a transaction leaves it locked for half a minute. */
const lockEnds = 31_000
let round = 0

/** Cuts a call off after 0, 1, 2 … writes, each time on a problem of its own, and asks twice more. */
const walk = async (
  prepare: () => Promise<string>,
  call: Call,
  check: (problemId: string) => Promise<void>,
): Promise<void> => {
  for (let n = 0; n < 12; n += 1) {
    await list.clock(monday)
    const problemId = await prepare()
    round += 1
    const requestId = `problem-crash-${round}`
    const cut = await call(problemId, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    await list.town.cloud.clock({ advance: lockEnds })
    const [first, second] = [await call(problemId, { requestId }), await call(problemId, { requestId })]
    expect([n, codeOf(first), codeOf(second)]).toEqual([n, 'ok', 'ok'])
    expect({ ...second.reply, traceId: '' }).toEqual({ ...first.reply, traceId: '' })
    await check(problemId)
    if (cut.status === 200) return expect(n).toBeGreaterThan(1)
  }
  throw new Error('it never got through')
}

const linesOf = async (problemId: string, kind: string): Promise<number> =>
  (await list.problemRow(problemId)).story.filter((line) => line.kind === kind).length

describe('killed after whichever write and asked again, once is done', () => {
  test('listing', async () => {
    let n = 0
    await walk(
      async () => {
        n += 1
        await list.plant('matters', [matterRow(`crashed-${n}`)])
        return `crashed-${n}`
      },
      (matterId, more) => list.ask('openProblem', { centreId, ...facts, matterId }, secretary, more),
      async (matterId) => {
        const problems = await list.rows('problems', { matterId })
        expect(problems.length).toBe(1)
        expect((await list.row('matters', matterId)).openProblems).toBe(1)
        expect(await list.rows('notices', { page: { $regex: problems[0]?._id } })).toHaveLength(1)
      },
    )
  })

  test('noting', async () => {
    await walk(
      () => list.listed(),
      (problemId, more) => list.ask('noteProblem', { centreId, problemId, text: '约了周三' }, staff, more),
      async (problemId) => expect(await linesOf(problemId, 'noted')).toBe(1),
    )
  })

  test('giving more time', async () => {
    const more = { centreId, workingDays: 2, reason: '等配件' }
    await walk(
      () => list.listed(),
      (problemId, again) => list.ask('extendProblem', { ...more, problemId }, secretary, again),
      async (problemId) =>
        expect(await list.problemRow(problemId)).toMatchObject({ extended: 1, dueDay: '2026-12-02' }),
    )
  })

  test('finishing', async () => {
    await walk(
      () => list.listed({ raiser: resident }),
      (problemId, more) =>
        list.ask('finishProblem', { centreId, problemId, text: '换好了', evidence: [photo] }, staff, more),
      async (problemId) => {
        expect(await list.problemRow(problemId)).toMatchObject({ state: 'done', evidence: [photo] })
        expect(await list.told(resident, problemId)).toEqual(['您提的问题办完了,请看看'])
      },
    )
  })

  test('confirming', async () => {
    await walk(
      async () => {
        const problemId = await list.listed({ raiser: resident })
        await list.finish(problemId)
        return problemId
      },
      (problemId, more) =>
        list.ask('confirmProblem', { centreId, problemId, solved: true, text: '' }, resident, more),
      async (problemId) => {
        const { state, matterId } = await list.problemRow(problemId)
        expect([state, (await list.row('matters', matterId)).openProblems]).toEqual(['struckOff', 0])
      },
    )
  })

  test('having it done again', async () => {
    await walk(
      async () => {
        const problemId = await list.listed()
        await list.finish(problemId)
        return problemId
      },
      (problemId, more) =>
        list.ask('strikeOff', { centreId, problemId, solved: false, text: '还是破的' }, secretary, more),
      async (problemId) => {
        expect((await list.problemRow(problemId)).state).toBe('open')
        expect(await linesOf(problemId, 'reopened')).toBe(1)
      },
    )
  })
})

describe('at the same moment', () => {
  test('the first eight problems of a month are all counted', async () => {
    await list.clock(at('2027-05-06', 9))
    const made = await Promise.all(Array.from({ length: 8 }, () => list.listed()))
    expect(new Set(made).size).toBe(8)
    expect(await list.row('problemFigures', `${centreId}:2027-05`)).toMatchObject({ opened: 8 })
  })

  test('one request from three phones lists one problem', async () => {
    const requestId = 'three-phones-list'
    const input = { centreId, ...facts, text: '三个人一起点' }
    const asked = Array.from({ length: 3 }, () => list.ask('openProblem', input, staff, { requestId }))
    expect((await Promise.all(asked)).map(codeOf)).toEqual(['ok', 'ok', 'ok'])
    expect(await list.rows('problems', { text: input.text })).toHaveLength(1)
  })

  test('finished by two, one is told that it is over', async () => {
    const problemId = await list.listed()
    const finish = { centreId, problemId, text: '好了', evidence: [photo] }
    const both = await Promise.all([
      list.ask('finishProblem', finish, staff),
      list.ask('finishProblem', finish, secretary),
    ])
    expect(both.map(codeOf).toSorted()).toEqual(['HALL.PROBLEM_OVER', 'ok'])
    expect(await linesOf(problemId, 'finished')).toBe(1)
  })

  test('the raiser reopens as time strikes off: either stands, and the figures agree', async () => {
    for (let n = 0; n < 4; n += 1) {
      await list.clock(monday)
      const problemId = await list.listed({ raiser: resident })
      await list.finish(problemId)
      await list.clock(at('2026-12-01', 0))
      const reopen = { centreId, problemId, solved: false, text: '还是不亮' }
      const [answer] = await Promise.all([list.ask('confirmProblem', reopen, resident), list.tick()])
      const { state } = await list.problemRow(problemId)
      expect([codeOf(answer), state]).toEqual(
        codeOf(answer) === 'ok' ? ['ok', 'open'] : ['HALL.NOTHING_TO_CONFIRM', 'struckOff'],
      )
    }
  })

  test('somebody finishes as it becomes overdue: it is done, and counted overdue at most once', async () => {
    for (let n = 0; n < 4; n += 1) {
      await list.clock(monday)
      const problemId = await list.listed()
      await list.clock(at('2026-12-01', 0))
      await Promise.all([list.finish(problemId), list.tick(), list.tick()])
      expect((await list.problemRow(problemId)).state).toBe('done')
      expect(await linesOf(problemId, 'escalated')).toBeLessThanOrEqual(1)
    }
  })
})
