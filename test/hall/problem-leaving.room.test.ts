import { readSheet } from 'read-excel-file/node'
import { communityContract } from '../../types/community.contract'
import { approves, joins } from '../harness/town'
import {
  centreId,
  codeOf,
  colleague,
  facts,
  openProblemList,
  type ProblemList,
  photo,
  secretary,
  staff,
} from './problem-list'

const raiser = 'problem-leaver'

let list: ProblemList
let problemId = ''
const leave = (openid: string, name: string, requestId: string, headers: Record<string, string> = {}) =>
  list.town.ask(communityContract, 'deleteMyAccount', { name }, openid, { requestId, headers })

beforeAll(async () => {
  list = await openProblemList()
  await joins(list.town, raiser, centreId, '何离开', 41)
  await approves(list.town, staff, centreId, raiser)
  problemId = await list.listed({ raiser })
})
afterAll(() => list?.stop())

test('what somebody raised stands in the export of their own data', async () => {
  const { url } = await list.town.done(communityContract, 'exportMyData', {}, raiser)
  const file = Buffer.from(await (await fetch(new URL(url, list.town.cloud.url))).arrayBuffer())
  expect(JSON.stringify(await readSheet(file))).toContain((await list.problemRow(problemId)).text)
})

test('whoever left stands nowhere by name, wherever the function died, and silence still strikes off', async () => {
  await list.finish(problemId)
  await list.done('confirmProblem', { centreId, problemId, solved: false, text: '还是不亮' }, raiser)
  await list.finish(problemId)
  for (const writes of [0, 1, 2, 3, 4, 5, 6]) {
    await leave(raiser, '何离开', 'raiser-leaves', { 'x-crash-after-writes': String(writes) })
    await list.town.cloud.clock({ advance: 31_000 })
  }
  expect(codeOf(await leave(raiser, '何离开', 'raiser-leaves'))).toBe('ok')
  const problem = await list.problemRow(problemId)
  expect(JSON.stringify(problem)).not.toContain(raiser)
  expect(problem.raiser).not.toBe('')
  expect(problem.story.find(({ kind }) => kind === 'reopened')).toMatchObject({ byMasked: '已注销' })
  await list.clock(problem.confirmBy)
  await list.tickOn(2)
  expect((await list.problemRow(problemId)).state).toBe('struckOff')
  expect(await list.miscounted()).toEqual([])
})

test('an officer is waited for until what they have in hand is done', async () => {
  const input = { centreId, ...facts, officer: colleague }
  const own = (await list.done('openProblem', input, staff)).problemId
  const dismissed = { centreId, residentId: colleague, role: 'staff' as const }
  await list.town.done(communityContract, 'dismiss', dismissed, secretary)
  expect(codeOf(await leave(colleague, '冯同事', 'officer-leaves-early'))).toBe('COMMUNITY.STILL_EXPECTED')
  await list.done('finishProblem', { centreId, problemId: own, text: '好了', evidence: [photo] }, staff)
  expect(codeOf(await leave(colleague, '冯同事', 'officer-leaves'))).toBe('ok')
  const problem = await list.problemRow(own)
  expect(problem.officerMasked).toBe('已注销')
  expect(JSON.stringify(problem)).not.toContain(colleague)
})
