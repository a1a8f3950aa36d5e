import type { Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { ProblemDocument, StoryLine } from '../../_kit/documents/matters'
import { pageSize } from '../../_kit/page.rule'
import { table } from '../../_kit/table'
import { inTransaction, type Transaction } from '../../_kit/transaction'
import { changeMatter, matterForUpdate } from '../matter/matter.store'
import type { ProblemChange } from './problem-change.rule'
import { countProblem } from './problem-figure.store'

/** Look-up of a centre's problem, to bring along with the caller. */
export const problemAlong = (centreId: string, problemId: string) => ({
  from: 'problems' as const,
  id: { where: { _id: problemId, centreId }, limit: 1 },
})

/** Look-up of somebody who is to work on a problem, to bring along with the caller. */
export const officerAlong = (officer: string) => ({
  from: 'residents' as const,
  id: { where: { _id: officer }, limit: 1, fields: ['roles', 'nameMasked'] },
})

/** One problem of a centre. */
export const problemById = async (
  centreId: string,
  problemId: string,
): Promise<ProblemDocument | undefined> => {
  const problem = await table('problems').get(problemId)
  return problem?.centreId === centreId ? problem : undefined
}

const page = (where: Readonly<Record<string, unknown>>, after: string | undefined) =>
  table('problems').find(
    { ...where, ...(after !== undefined && { order: _.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/** A page of a centre's problems in one state, newest first. */
export const problemPage = (
  centreId: string,
  state: ProblemDocument['state'],
  after: string | undefined,
): Promise<ProblemDocument[]> => page({ centreId, state }, after)

/** A page of what somebody raised at a centre, newest first. */
export const problemsOfRaiser = (
  centreId: string,
  raiser: string,
  after: string | undefined,
): Promise<ProblemDocument[]> => page({ raiser, centreId }, after)

/** A page of open problems that have climbed to some levels, of a centre and all below it, newest first. */
export const escalatedPage = (
  centreId: string,
  levels: readonly ProblemDocument['level'][],
  after: string | undefined,
): Promise<ProblemDocument[]> => page({ line: centreId, level: _.in([...levels]), state: 'open' }, after)

/** A problem of a centre, inside a transaction that will change it. */
export const problemForUpdate = async (
  transaction: Transaction,
  centreId: string,
  problemId: string,
): Promise<ProblemDocument | undefined> => {
  const problem = await transaction.get('problems', problemId)
  return problem?.centreId === centreId ? problem : undefined
}

const written = ({ fields, line }: ProblemChange) => ({
  ...fields,
  story: _.push([line]),
  changes: _.inc(1),
})

const isCounted = ({ counted }: ProblemChange): boolean => Object.values(counted).some((count) => count !== 0)

/**
 * Writes a change of a problem that was read in the same transaction, the month's figures with it. What is struck off
 * no longer keeps its matter from being answered, and the matter's story says so.
 */
export const writeChange = async (
  transaction: Transaction,
  problem: ProblemDocument,
  change: ProblemChange,
): Promise<void> => {
  await transaction.update('problems', problem._id, written(change))
  if (isCounted(change)) await countProblem(transaction, problem, change.counted)
  if (change.fields.state !== 'struckOff' || problem.matterId === '') return
  const matter = await matterForUpdate(transaction, problem.centreId, problem.matterId)
  if (!matter) return
  const line = { ...change.line, kind: 'problem', about: problem._id, text: `问题销号:${problem.text}` }
  await changeMatter(transaction, matter, { line, openProblems: -1 })
}

/**
 * Writes what time changes about a problem as it was seen; false when somebody changed it meanwhile. One request, or a
 * transaction where figures change.
 */
export const changeSeen = async (problem: ProblemDocument, change: ProblemChange): Promise<boolean> => {
  const { _id, centreId, changes } = problem
  if (!isCounted(change)) {
    return (await table('problems').update({ _id, centreId, changes }, written(change))) > 0
  }
  return inTransaction(async (transaction) => {
    const now = await problemForUpdate(transaction, centreId, _id)
    if (now?.changes !== changes) return { commit: false, result: false }
    await writeChange(transaction, now, change)
    return { commit: true, result: true }
  })
}

/** Adds a line to an open problem, once; false when it is over, or has the line. */
export const addLine = async (
  { _id, centreId }: Pick<ProblemDocument, '_id' | 'centreId'>,
  line: StoryLine,
): Promise<boolean> =>
  (await table('problems').update(
    { _id, centreId, state: 'open', 'story.key': _.neq(line.key) },
    { story: _.push([line]), changes: _.inc(1) },
  )) > 0

/** Problems in one state that time does something to, the longest waiting first. */
export const dueProblems = (
  state: 'open' | 'done',
  now: Instant,
  limit: number,
): Promise<ProblemDocument[]> =>
  table('problems').find({ state, nextAt: _.gt(0).and(_.lte(now)) }, { order: [['nextAt', 'asc']], limit })

/** Open problems of whatever centre that were listed after one, in the order they were listed. */
export const openProblemsAfter = (after: string, limit: number): Promise<ProblemDocument[]> =>
  table('problems').find({ state: 'open', order: _.gt(after) }, { order: [['order', 'asc']], limit })
