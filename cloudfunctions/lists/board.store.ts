import type { NeedCountDocument, NeedDocument } from '../_kit/documents/lists'
import { list, table } from '../_kit/table'
import type { ListedNeed } from './need.store'
import { fetchSize } from './paging'
import type { ListedResource } from './resource.store'

/** Everything the matching board shows: one page of needs, the resources to match, how things stand. */
export interface Board {
  readonly needs: readonly ListedNeed[]
  readonly resources: readonly ListedResource[]
  readonly counts: Omit<NeedCountDocument, 'recent'> | undefined
}

/** More resources than one community ever registers. */
const mostResources = 1000

type BoardRow =
  | ({ readonly list: 'needs' } & ListedNeed)
  | ({ readonly list: 'resources' } & ListedResource)
  | ({ readonly list: 'counts' } & Omit<NeedCountDocument, 'recent'>)

/** Loads the board in one request, hung on the centre's row because that one is always there. */
export const loadBoard = async (
  centreId: string,
  state: NeedDocument['state'],
  after: string | undefined,
): Promise<Board> => {
  const rows = await list<BoardRow>(
    table('centres')
      .aggregate()
      .match({ _id: centreId })
      .limit(1)
      .lookup({
        from: 'needs',
        pipeline: [
          { $match: { centreId, state, ...(after !== undefined && { order: { $lt: after } }) } },
          { $sort: { order: -1 } },
          { $limit: fetchSize },
          { $project: { personSealed: 0, addressSealed: 0 } },
          { $addFields: { list: 'needs' } },
        ],
        as: 'needs',
      })
      .lookup({
        from: 'resources',
        pipeline: [
          { $match: { centreId } },
          { $sort: { order: -1 } },
          { $limit: mostResources },
          { $project: { contactSealed: 0 } },
          { $addFields: { list: 'resources' } },
        ],
        as: 'resources',
      })
      .lookup({
        from: 'needCounts',
        pipeline: [
          { $match: { _id: centreId } },
          { $project: { recent: 0 } },
          { $addFields: { list: 'counts' } },
        ],
        as: 'counts',
      })
      // one row each again: a single document of all of them could outgrow what a document may hold
      .project({ rows: { $concatArrays: ['$counts', '$needs', '$resources'] } })
      .unwind('$rows')
      .replaceRoot({ newRoot: '$rows' })
      .limit(mostResources + fetchSize + 1),
  )
  return {
    counts: rows.find((row) => row.list === 'counts'),
    needs: rows.filter((row) => row.list === 'needs'),
    resources: rows.filter((row) => row.list === 'resources'),
  }
}
