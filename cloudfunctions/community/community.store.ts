import type { Instant } from '../../types/common/time'
import { command } from '../_kit/cloud'
import type {
  AuditDocument,
  CentreDocument,
  NoticeDocument,
  ResidentDocument,
} from '../_kit/documents/community'
import { pageSize } from '../_kit/page.rule'
import { list, table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import type { CentreFacts } from './centre.rule'

const mostChildren = 500
const mostUnread = 99

/** The deployment itself, above its district. Its id is no centre's id, so it is never listed; it exists once. */
const deploymentId = '.'

/** A centre by id. */
export const centreById = (centreId: string): Promise<CentreDocument | undefined> =>
  table('centres').get(centreId)

/** The centres right under one; the districts for an empty id. In order of name. */
export const centresUnder = (parentId: string): Promise<CentreDocument[]> =>
  table('centres').find({ parentId }, { order: [['name', 'asc']], limit: mostChildren })

/** Adds a centre; answers whether its id was free or taken by the same request before. */
export const addCentre = async (centre: CentreDocument): Promise<boolean> => {
  if (await table('centres').claim(centre)) return true
  return (await centreById(centre._id))?.madeBy === centre.madeBy
}

/** Changes what is written about a centre. */
export const changeCentre = async (centreId: string, facts: CentreFacts): Promise<void> => {
  const { name, phone, address } = facts
  await table('centres').update({ _id: centreId }, { name, phone, address })
}

/** Whether the deployment has its root and first member of staff. */
export const isStarted = async (transaction: Transaction): Promise<boolean> =>
  (await transaction.get('centres', deploymentId)) !== undefined

/** Writes the root district and marks the deployment as started. */
export const startWith = async (transaction: Transaction, root: CentreDocument): Promise<void> => {
  await transaction.insert('centres', { ...root, _id: deploymentId, parentId: deploymentId })
  await transaction.insert('centres', root)
}

/** Somebody with the centres they belong to or hold roles at, and how many notices they have not read (at most 99). */
export interface Myself {
  readonly resident: ResidentDocument
  readonly centres: readonly CentreDocument[]
  readonly unread: number
}

/** All that the caller's own page shows, in one request; undefined for a stranger. */
export const myself = async (openid: string): Promise<Myself | undefined> => {
  const [row] = await list<
    ResidentDocument & { home: CentreDocument[]; held: CentreDocument[]; unread: object[] }
  >(
    table('residents')
      .aggregate()
      .match({ _id: openid })
      .limit(1)
      .lookup({ from: 'centres', localField: 'centreId', foreignField: '_id', as: 'home' })
      .lookup({ from: 'centres', localField: 'roles.centreId', foreignField: '_id', as: 'held' })
      .lookup({
        from: 'notices',
        pipeline: [{ $match: { to: openid, read: false } }, { $limit: mostUnread }, { $project: { _id: 1 } }],
        as: 'unread',
      }),
  )
  if (!row) return undefined
  const { home, held, unread, ...resident } = row
  return { resident, centres: [...home, ...held], unread: unread.length }
}

/** A page of what was done at a centre, newest first. */
export const auditPage = (centreId: string, after: string | undefined): Promise<AuditDocument[]> =>
  table('auditLog').find(
    { centreId, ...(after !== undefined && { order: command.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/** A page of somebody's notices, newest first. */
export const noticePage = (openid: string, after: string | undefined): Promise<NoticeDocument[]> =>
  table('notices').find(
    { to: openid, ...(after !== undefined && { order: command.lt(after) }) },
    { order: [['order', 'desc']], limit: pageSize + 1 },
  )

/** Marks somebody's notices up to a moment as read; answers how many were not. */
export const markNoticesRead = (openid: string, until: Instant): Promise<number> =>
  table('notices').update({ to: openid, read: false, at: command.lte(until) }, { read: true })

/** A centre's name; empty when there is no such centre. */
export const centreNameOf = async (centreId: string): Promise<string> =>
  (await table('centres').get(centreId))?.name ?? ''
