import type { hallContract } from '../../../types/hall.contract'
import { transact } from '../../_kit/ask'
import { tellWithin } from '../../_kit/notices'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { calendarsAlong, calendarsOf } from '../calendar/calendar.store'
import { changeMatter, matterForUpdate } from '../matter/matter.store'
import { storyLine } from '../matter/story.rule'
import { newProblem, officerNameAt } from './new-problem.rule'
import { insertProblem } from './opening.store'
import { officerAlong } from './problem.store'
import { listedNotices } from './problem-told.rule'

type Hall = typeof hallContract

/** Puts a problem on the list. One that comes from a matter keeps the matter from being answered until it is struck off. */
export const openProblem: Action<Hall, 'openProblem'> = along(
  ({ centreId, officer }) => [officerAlong(officer), calendarsAlong(centreId)],
  async ({ matterId = '', ...facts }, ask) => {
    const { caller, rows, lists, now, requestKey } = ask
    const officerMasked = officerNameAt(facts.centreId, rows.residents)
    if (officerMasked === undefined) return refuse('HALL.WRONG_PERSON')
    return transact(ask, async (transaction) => {
      const matter =
        matterId === '' ? undefined : await matterForUpdate(transaction, facts.centreId, matterId)
      const isUnderWay = matter?.state === 'raised' || matter?.state === 'underWay'
      if (matterId !== '' && !isUnderWay) return refuse('HALL.UNKNOWN_MATTER')
      const by = { by: caller.openid, byMasked: caller.resident?.nameMasked ?? '', requestKey }
      const from = { source: matter ? 'matter' : 'direct', matterId, raiser: matter?.by ?? '' } as const
      const problem = newProblem(
        { ...facts, ...from, ...by, officerMasked },
        calendarsOf(lists.calendars ?? [], now),
        now,
      )
      const { _id: problemId, dueDay, text } = problem
      await insertProblem(transaction, problem)
      if (matter) {
        const line = storyLine(ask, { kind: 'problem', text: `列入问题清单:${text}`, about: problemId })
        await changeMatter(transaction, matter, { line, openProblems: 1 })
      }
      await tellWithin(transaction, listedNotices(problem, caller.openid), now)
      return { data: { problemId, dueDay }, target: problemId }
    })
  },
)
