import type { Documents } from './collections'
import type { AuditDocument, ResidentDocument } from './documents/community'
import { list, table } from './table'

/** Who calls: the openid of the context, and what the deployment knows of that person. */
export interface Caller {
  readonly openid: string
  /** Absent for a stranger; not loaded for reads that anyone may do. */
  readonly resident?: ResidentDocument
}

/** A row to bring along with the caller: one by id, or the one whose id is the caller's household. */
export interface Lookup {
  readonly from: keyof Documents
  readonly id: string | { readonly of: 'household' }
}

/** Rows that were brought along, by collection. */
export type Rows = { readonly [N in keyof Documents]?: Documents[N] }

export interface Known {
  readonly caller: Caller
  /** What was recorded of the same request before. */
  readonly earlier?: AuditDocument
  readonly rows: Rows
}

const stageOf = ({ from, id }: Lookup, as: string) =>
  typeof id === 'string'
    ? { from, as, pipeline: [{ $match: { _id: id } }] }
    : { from, as, localField: 'householdId', foreignField: '_id' }

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
    return { caller: resident ? { openid, resident } : { openid }, rows: {} }
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
  if (!found) return { caller: { openid }, rows: {} }
  const entries = Object.entries(found)
  const rows = wanted.flatMap(({ from }, at) => {
    const [row] = found[`along${at}`] as readonly unknown[]
    return row === undefined ? [] : [[from, row] as const]
  })
  const own = entries.filter(([name]) => !/^along\d+$/.test(name))
  const { auditLog, ...brought } = Object.fromEntries(rows) as Rows
  return {
    caller: { openid, resident: Object.fromEntries(own) as unknown as ResidentDocument },
    ...(auditLog && { earlier: auditLog }),
    rows: brought,
  }
}
