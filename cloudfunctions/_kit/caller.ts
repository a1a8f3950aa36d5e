import type { Documents } from './collections'
import type { AuditDocument, ResidentDocument } from './documents/community'
import { list, table } from './table'

/** Who calls: the openid of the context, and what the deployment knows of that person. */
export interface Caller {
  readonly openid: string
  /** Absent for a stranger; not loaded for reads that anyone may do. */
  readonly resident?: ResidentDocument
}

/** Rows to bring along with the caller: one by id, the one whose id is the caller's household, or some by fields. */
export interface Lookup {
  readonly from: keyof Documents
  /** `where` takes plain values and the database's own operators; at most `limit` rows, by `order` (1 up, -1 down) or in none; `fields` keeps only those, `without` leaves some out. */
  readonly id:
    | string
    | { readonly of: 'household' }
    | {
        readonly where: Readonly<Record<string, unknown>>
        readonly limit: number
        readonly order?: Readonly<Record<string, 1 | -1>>
        readonly without?: readonly string[]
        readonly fields?: readonly string[]
      }
}

/** Rows that were brought along, by collection: the first of each. */
export type Rows = { readonly [N in keyof Documents]?: Documents[N] }
/** Everything that was brought along, by collection. */
export type Lists = { readonly [N in keyof Documents]?: readonly Documents[N][] }

export interface Known {
  readonly caller: Caller
  /** What was recorded of the same request before. */
  readonly earlier?: AuditDocument
  readonly rows: Rows
  readonly lists: Lists
}

const stageOf = ({ from, id }: Lookup, as: string) => {
  if (typeof id === 'string') return { from, as, pipeline: [{ $match: { _id: id } }] }
  if ('of' in id) return { from, as, localField: 'householdId', foreignField: '_id' }
  const kept = id.fields?.map((field) => [field, 1] as const)
  const project = kept ?? id.without?.map((field) => [field, 0] as const)
  return {
    from,
    as,
    pipeline: [
      { $match: id.where },
      ...(id.order ? [{ $sort: id.order }] : []),
      { $limit: id.limit },
      ...(project ? [{ $project: Object.fromEntries(project) }] : []),
    ],
  }
}

/**
 * The caller, what was answered to the same request before (when there is a request key), and the rows an action
 * wants along, in one database request. A stranger has no row to hang the look-ups on, but a stranger whose write
 * succeeded is a stranger no more.
 */
export const loadCaller = async (
  openid: string,
  requestKey: string,
  lookups: readonly Lookup[],
): Promise<Known> => {
  if (requestKey === '' && lookups.length === 0) {
    const resident = await table('residents').get(openid)
    return { caller: resident ? { openid, resident } : { openid }, rows: {}, lists: {} }
  }
  const wanted: Lookup[] = [
    ...(requestKey === '' ? [] : [{ from: 'auditLog' as const, id: requestKey }]),
    ...lookups,
  ]
  const stages = wanted.map((lookup, at) => stageOf(lookup, `along${at}`))
  const start = table('residents').aggregate().match({ _id: openid }).limit(1)
  const [found] = await list<ResidentDocument & Record<string, unknown>>(
    stages.reduce((aggregation, stage) => aggregation.lookup(stage), start),
  )
  if (!found) return { caller: { openid }, rows: {}, lists: {} }
  const entries = Object.entries(found)
  const lists = wanted.map(({ from }, at) => [from, found[`along${at}`] as readonly unknown[]] as const)
  const rows = lists.flatMap(([from, [row]]) => (row === undefined ? [] : [[from, row] as const]))
  const own = entries.filter(([name]) => !/^along\d+$/.test(name))
  const { auditLog, ...brought } = Object.fromEntries(rows) as Rows
  return {
    caller: { openid, resident: Object.fromEntries(own) as unknown as ResidentDocument },
    ...(auditLog && { earlier: auditLog }),
    rows: brought,
    lists: Object.fromEntries(lists) as Lists,
  }
}
