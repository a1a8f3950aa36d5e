import type { CentreDocument } from '../_kit/documents/community'
import type { EditionDocument, ProjectDocument } from '../_kit/documents/lists'
import { type NoticeToSend, tellWithin } from '../_kit/notices'
import { list, table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import { fetchSize, olderThan } from './paging'
import type { ListedProject } from './seen'

/** A project in an edition; `mineAt` is where the viewer stands in its list, −1 nowhere. */
export type EditionProject = ListedProject & { readonly mineAt: number }

/** An edition with its projects as they stand now. */
export type LiveEdition = EditionDocument & { readonly projects: readonly EditionProject[] }

/** More than an edition may hold. */
const mostProjects = 100

const editionFields = [
  '_id',
  'centreId',
  'centreName',
  'no',
  'month',
  'publishedAt',
  'projectIds',
  'rows',
  'requestKey',
  'order',
] as const satisfies readonly (keyof EditionDocument)[]

const projectFields = [
  '_id',
  'centreId',
  'resourceId',
  'unit',
  'title',
  'description',
  'audience',
  'homeVisit',
  'place',
  'needIds',
  'headcount',
  'state',
  'startsAt',
  'endsAt',
  'closesAt',
  'cap',
  'waitCap',
  'open',
  'editionId',
  'order',
] as const satisfies readonly (keyof ListedProject)[]

const taken = (fields: readonly string[], from: string) =>
  Object.fromEntries(fields.map((field) => [field, `${from}${field}`]))

type EditionRow =
  | ({ readonly list: 'edition' } & EditionDocument)
  | ({ readonly list: 'projects' } & EditionProject)

/** Loads an edition (the newest without an id) and how its projects stand, in one request. */
export const loadEdition = async (
  centreId: string,
  editionId: string | undefined,
  viewer: string,
): Promise<LiveEdition | undefined> => {
  const rows = await list<EditionRow>(
    table('editions')
      .aggregate()
      .match({ centreId, ...(editionId !== undefined && { _id: editionId }) })
      .sort({ order: -1 })
      .limit(1)
      .lookup({ from: 'projects', localField: 'projectIds', foreignField: '_id', as: 'found' })
      .project({
        rows: {
          $concatArrays: [
            [{ list: 'edition', ...taken(editionFields, '$') }],
            {
              $map: {
                input: '$found',
                as: 'project',
                // the lists of people stay in the database
                in: {
                  list: 'projects',
                  ...taken(projectFields, '$$project.'),
                  mineAt: { $indexOfArray: ['$$project.entries.key', { $literal: viewer }] },
                },
              },
            },
          ],
        },
      })
      .unwind('$rows')
      .replaceRoot({ newRoot: '$rows' })
      .limit(mostProjects + 1),
  )
  const edition = rows.find((row) => row.list === 'edition')
  return edition && { ...edition, projects: rows.filter((row) => row.list === 'projects') }
}

/** A centre's editions, newest first. */
export const findEditions = (centreId: string, after: string | undefined): Promise<EditionDocument[]> =>
  table('editions').find({ centreId, ...olderThan(after) }, { order: [['order', 'desc']], limit: fetchSize })

/** What publishing needs: the centre, its last edition, the chosen projects without their lists. */
export interface PublishingFacts {
  readonly centre: CentreDocument
  readonly lastNo: number
  readonly projects: readonly ListedProject[]
}

/** Loads it in one request. */
export const loadPublishing = async (
  centreId: string,
  projectIds: readonly string[],
): Promise<PublishingFacts | undefined> => {
  const [row] = await list<CentreDocument & { last: { no: number }[]; projects: ListedProject[] }>(
    table('centres')
      .aggregate()
      .match({ _id: centreId })
      .limit(1)
      .lookup({
        from: 'editions',
        pipeline: [
          { $match: { centreId } },
          { $sort: { order: -1 } },
          { $limit: 1 },
          { $project: { no: 1 } },
        ],
        as: 'last',
      })
      .lookup({
        from: 'projects',
        pipeline: [
          { $match: { _id: { $in: [...projectIds] }, centreId } },
          { $project: { entries: 0, moves: 0 } },
        ],
        as: 'projects',
      }),
  )
  if (!row) return undefined
  const { last, projects, ...centre } = row
  return { centre, lastNo: last[0]?.no ?? 0, projects }
}

/** Why the chosen projects, inside the transaction, are not what was seen; undefined when they are. */
export const whyChanged = async (
  transaction: Transaction,
  seen: readonly ListedProject[],
): Promise<'LISTS.NOT_DRAFT' | 'COMMON.CHANGED' | undefined> => {
  for (const project of seen) {
    const now = await transaction.get('projects', project._id)
    if (now?.state !== 'draft') return 'LISTS.NOT_DRAFT'
    if (!sameFacts(now, project)) return 'COMMON.CHANGED'
  }
  return undefined
}

const sameFacts = (a: ListedProject, b: ListedProject): boolean =>
  a.title === b.title &&
  a.startsAt === b.startsAt &&
  a.endsAt === b.endsAt &&
  a.closesAt === b.closesAt &&
  a.place === b.place &&
  a.cap === b.cap &&
  a.needIds.length === b.needIds.length

/** Writes an edition, opens its projects for enrolment and tells those whose needs it answers. */
export const publish = async (
  transaction: Transaction,
  edition: EditionDocument,
  notices: readonly NoticeToSend[],
): Promise<void> => {
  await transaction.insert('editions', edition)
  const opened: Pick<ProjectDocument, 'state' | 'editionId'> = { state: 'published', editionId: edition._id }
  for (const projectId of edition.projectIds) await transaction.update('projects', projectId, { ...opened })
  await tellWithin(transaction, notices, edition.publishedAt)
}
