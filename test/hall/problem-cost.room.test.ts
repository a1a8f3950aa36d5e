import type { ActionName, InputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'
import type { Answer } from '../harness/town'
import {
  at,
  centreId,
  facts,
  monday,
  openProblemList,
  type ProblemList,
  photo,
  resident,
  secretary,
  staff,
  streetOfficer,
} from './problem-list'

type Hall = typeof hallContract

let list: ProblemList
beforeAll(async () => {
  list = await openProblemList()
})
afterAll(() => list?.stop())

const cost = async <A extends ActionName<Hall>>(
  action: A,
  input: InputOf<Hall, A>,
  openid: string,
): Promise<Answer<unknown>['cost']> => {
  const answer = await list.ask(action, input, openid)
  expect([action, answer.reply]).toEqual([action, expect.objectContaining({ ok: true })])
  return answer.cost
}

/** A full page of problems that climbed to the street, so that every list has one. */
const full = async () => {
  for (let n = 0; n < 21; n += 1) await list.listed({ raiser: resident })
  await list.clock(at('2026-12-04', 9))
  await list.tickOn(6)
}

/** What each action costs. */
const costs = async () => {
  await list.clock(monday)
  const problemId = await list.listed({ raiser: resident })
  const direct = await list.listed()
  await list.finish(direct)
  const more = { centreId, problemId, workingDays: 2, reason: '等配件' }
  const finish = { centreId, problemId, text: '好了', evidence: [photo] }
  return {
    problems: await cost('problems', { centreId, state: 'open' }, staff),
    problem: await cost('problem', { centreId, problemId }, staff),
    myProblems: await cost('myProblems', { centreId }, resident),
    escalatedProblems: await cost('escalatedProblems', { centreId: 'hudong.chunjiang' }, streetOfficer),
    escalatedHere: await cost('escalatedProblems', { centreId }, secretary),
    closeOut: await cost('closeOut', { centreId, month: '2026-11' }, staff),
    workingCalendar: await cost('workingCalendar', { centreId, year: 2026 }, resident),
    openProblem: await cost('openProblem', { centreId, ...facts, officer: secretary }, staff),
    noteProblem: await cost('noteProblem', { centreId, problemId, text: '约好了' }, staff),
    extendProblem: await cost('extendProblem', more, secretary),
    finishProblem: await cost('finishProblem', finish, staff),
    confirmProblem: await cost('confirmProblem', { centreId, problemId, solved: true, text: '' }, resident),
    strikeOff: await cost('strikeOff', { centreId, problemId: direct, solved: true, text: '好' }, secretary),
  }
}

const requests = (all: Awaited<ReturnType<typeof costs>>) =>
  Object.fromEntries(Object.entries(all).map(([name, { dbRequests }]) => [name, dbRequests]))
const examined = (all: Awaited<ReturnType<typeof costs>>) =>
  Object.fromEntries(Object.entries(all).map(([name, one]) => [name, one.examined]))

test('reads are two requests at most, writes are a transaction, and none grows with the list', async () => {
  await full()
  const small = await costs()
  expect(requests(small)).toEqual({
    problems: 2,
    problem: 1,
    myProblems: 2,
    escalatedProblems: 2,
    escalatedHere: 2,
    closeOut: 2,
    workingCalendar: 1,
    // caller; begin, row, figure read and written, notice, audit row, commit
    openProblem: 8,
    // caller, line, audit row
    noteProblem: 3,
    // caller; begin, problem read and written, notice, audit row, commit
    extendProblem: 7,
    // the same with the figure read and written
    finishProblem: 9,
    // the same with the matter read and written
    confirmProblem: 11,
    strikeOff: 9,
  })

  const first = await list.problemRow(
    (await list.done('openProblem', { centreId, ...facts }, staff)).problemId,
  )
  const many = Array.from({ length: 2000 }, (_one, n) => {
    const _id = `old-${String(n).padStart(4, '0')}`
    const state = n % 2 === 0 ? ('open' as const) : ('struckOff' as const)
    // older than all others, so that the pages stay what they are
    return {
      ...first,
      _id,
      state,
      level: 'street' as const,
      raiser: resident,
      order: `000:${_id}`,
      nextAt: first.nextAt,
    }
  })
  await list.plant('problems', many)
  const large = await costs()
  expect(requests(large)).toEqual(requests(small))
  expect(examined(large)).toEqual(examined(small))
}, 180_000)
