import type { Instant } from '../../../types/common/time'
import type { Step } from '../../../types/hall.words'
import { command as _ } from '../../_kit/cloud'
import type { MatterDocument, StoryLine } from '../../_kit/documents/matters'
import { pageSize } from '../../_kit/page.rule'
import { list, table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'
import { type Move, mostBackers, openStates } from './matter.rule'

/** A matter of a centre, inside a transaction that will change it. */
export const matterForUpdate = async (
  transaction: Transaction,
  centreId: string,
  matterId: string,
): Promise<MatterDocument | undefined> => {
  const matter = await transaction.get('matters', matterId)
  return matter?.centreId === centreId ? matter : undefined
}

/** What a session or a problem changes about a matter. */
export interface MatterChange {
  readonly line: StoryLine
  /** Of `withSteps`. */
  readonly done?: readonly Step[]
  /** Takes the place of what was known of the same session. */
  readonly session?: MatterDocument['sessions'][number]
  /** Problems that came from it and are not struck off: one more, or one fewer. */
  readonly openProblems?: 1 | -1
}

/** Writes what a session or a problem changes about a matter that `matterForUpdate` read in the same transaction. */
export const changeMatter = async (
  transaction: Transaction,
  matter: MatterDocument,
  { line, done, session, openProblems }: MatterChange,
): Promise<void> => {
  const others = matter.sessions.filter(({ sessionId }) => sessionId !== session?.sessionId)
  await transaction.update('matters', matter._id, {
    story: _.push([line]),
    ...(line.by && { concerned: _.addToSet(line.by) }),
    changes: _.inc(1),
    ...(done && { done }),
    ...(session && { sessions: [...others, session] }),
    ...(openProblems && { openProblems: _.inc(openProblems) }),
  })
}

/** Look-up of a centre's matter, to bring along with the caller. */
export const matterAlong = (centreId: string, matterId: string) => ({
  from: 'matters' as const,
  id: { where: { _id: matterId, centreId }, limit: 1 },
})

/** One matter of a centre. */
export const matterById = async (centreId: string, matterId: string): Promise<MatterDocument | undefined> => {
  const matter = await table('matters').get(matterId)
  return matter?.centreId === centreId ? matter : undefined
}

/** Inserts a matter unless it is there already. */
export const claimMatter = (matter: MatterDocument): Promise<boolean> => table('matters').claim(matter)

/** How many open matters somebody has, besides one. Reads at most `limit` of them. */
export const countOpenOf = async (by: string, besides: string, limit: number): Promise<number> => {
  const where = { by, state: _.in([...openStates]), _id: _.neq(besides) }
  return (await table('matters').find(where, { limit, fields: { _id: true } })).length
}

/** The matter as a move leaves it. */
export const moved = (matter: MatterDocument, { fields, line, concerns = [] }: Move): MatterDocument => ({
  ...matter,
  ...fields,
  concerned: [...new Set([...matter.concerned, line.by, ...concerns])].filter((who) => who !== ''),
  story: [...matter.story, line],
  changes: matter.changes + 1,
})

/** Writes a move on a matter as it was seen; false when somebody changed it since. */
export const writeMove = async (matter: MatterDocument, move: Move): Promise<boolean> => {
  const { concerned, changes } = moved(matter, move)
  const fields = Object.entries({ ...move.fields, concerned, changes })
  const updated = await table('matters').update(
    { _id: matter._id, centreId: matter.centreId, changes: matter.changes },
    // set as a whole: a plain object would be merged into what stands there
    {
      ...Object.fromEntries(fields.map(([name, value]) => [name, _.set(value)])),
      story: _.push([move.line]),
    },
  )
  return updated > 0
}

/** 「我也是」: one more who cares, once each; false when it is over, hidden, full, their own, or they are there. */
export const addBacker = async (
  { _id, centreId }: Pick<MatterDocument, '_id' | 'centreId'>,
  openid: string,
): Promise<boolean> =>
  (await table('matters').update(
    {
      _id,
      centreId,
      state: _.in([...openStates]),
      hiddenBecause: '',
      by: _.neq(openid),
      backers: _.neq(openid),
      [`backers.${mostBackers - 1}`]: _.exists(false),
    },
    { backers: _.push([openid]) },
  )) > 0

/** A matter as lists show it: how many care and how many sessions it had, not who and which. */
export type ListedMatter = Pick<
  MatterDocument,
  | '_id'
  | 'text'
  | 'place'
  | 'state'
  | 'tier'
  | 'anonymous'
  | 'by'
  | 'byMasked'
  | 'raisedAt'
  | 'dueAt'
  | 'late'
  | 'order'
> & { readonly backing: number; readonly backed: boolean; readonly sessions: number }

const kept = [
  'text',
  'place',
  'state',
  'tier',
  'anonymous',
  'by',
  'byMasked',
  'raisedAt',
  'dueAt',
  'late',
  'order',
]

const listedMatters = (
  where: Readonly<Record<string, unknown>>,
  openid: string,
  limit: number,
): Promise<ListedMatter[]> =>
  list(
    table('matters')
      .aggregate()
      .match(where)
      .sort({ order: -1 })
      .limit(limit)
      .project({
        ...Object.fromEntries(kept.map((field) => [field, 1])),
        backing: { $size: '$backers' },
        backed: { $in: [{ $literal: openid }, '$backers'] },
        sessions: { $size: '$sessions' },
      }),
  )

const older = (after: string | undefined) => (after === undefined ? {} : { order: _.lt(after) })

/** A page of a centre's matters in some states, newest first, as `openid` sees them. One request. */
export const matterPage = (
  centreId: string,
  states: readonly MatterDocument['state'][],
  openid: string,
  { after, hidden }: { readonly after: string | undefined; readonly hidden: boolean },
): Promise<ListedMatter[]> =>
  listedMatters(
    { centreId, state: _.in([...states]), ...(!hidden && { hiddenBecause: '' }), ...older(after) },
    openid,
    pageSize + 1,
  )

/** A page of what a resident raised at a centre, newest first. One request. */
export const mattersBy = (
  openid: string,
  centreId: string,
  after: string | undefined,
): Promise<ListedMatter[]> => listedMatters({ by: openid, centreId, ...older(after) }, openid, pageSize + 1)

/** So many of the newest are looked through for one that is like another. */
const mostCompared = 100

/** The newest open matters of a centre that everybody may see. One request. */
export const newestOpen = (centreId: string, openid: string): Promise<ListedMatter[]> =>
  listedMatters({ centreId, state: _.in([...openStates]), hiddenBecause: '' }, openid, mostCompared)

/** Matters it is time for the timer to look at, the longest overdue first. */
export const dueMatters = (now: Instant, limit: number): Promise<MatterDocument[]> =>
  table('matters').find(
    { state: _.in([...openStates, 'closed']), nextAt: _.gt(0).and(_.lte(now)) },
    { order: [['nextAt', 'asc']], limit },
  )

/** The timer told people of a matter: it looks at it again at `nextAt`, unless something happened meanwhile. */
export const lookAgainAt = async (
  { _id, state, nextAt: seen }: Pick<MatterDocument, '_id' | 'state' | 'nextAt'>,
  nextAt: Instant,
): Promise<void> => {
  await table('matters').update({ _id, state, nextAt: seen }, { nextAt })
}
