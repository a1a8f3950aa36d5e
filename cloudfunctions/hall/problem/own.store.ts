import { command as _ } from '../../_kit/cloud'
import type { OwnRow } from '../../_kit/own'
import { table } from '../../_kit/table'
import { problemUnder } from './problem-leaving.rule'

const mostRows = 1000

/** What the problem list keeps of somebody: what they raised, newest first. One request. */
export const ownProblems = async (openid: string): Promise<OwnRow[]> => {
  const problems = await table('problems').find(
    { raiser: openid },
    { order: [['order', 'desc']], limit: mostRows },
  )
  return problems.flatMap(({ text, story }) => {
    const [listed] = story
    return listed ? [{ what: '问题清单', at: listed.at, text }] : []
  })
}

/** Whether somebody still has a problem to work on. One request. */
export const isExpectedInProblems = async (openid: string): Promise<boolean> =>
  (await table('problems').find({ officer: openid, state: 'open' }, { limit: 1, fields: { _id: true } }))
    .length > 0

/**
 * Forgets who somebody was: wherever they stood on the list an alias stands. Harmless when done again; one that
 * changes meanwhile is left for the repeat. Answers whether nothing is left.
 */
export const forgetProblems = async (openid: string, alias: string): Promise<boolean> => {
  const where = _.or([{ raiser: openid }, { officer: openid }, { 'story.by': openid }])
  for (const problem of await table('problems').find(where, { limit: mostRows })) {
    const { _id, changes } = problem
    await table('problems').update(
      { _id, changes },
      { ...problemUnder(problem, openid, alias), changes: changes + 1 },
    )
  }
  return (await table('problems').find(where, { limit: 1, fields: { _id: true } })).length === 0
}
