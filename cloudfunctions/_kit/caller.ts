import type { AuditDocument, ResidentDocument } from './documents/community'
import { list, table } from './table'

/** Who calls: the openid of the context, and what the deployment knows of that person. */
export interface Caller {
  readonly openid: string
  /** Absent for a stranger; not loaded for reads that anyone may do. */
  readonly resident?: ResidentDocument
}

/** The caller of a read. One database request. */
export const loadCaller = async (openid: string): Promise<Caller> => {
  const resident = await table('residents').get(openid)
  return resident ? { openid, resident } : { openid }
}

/**
 * The caller of a write and what was answered to the same request before, in one database request. A stranger has
 * no row to hang the look-up on, but a stranger whose write succeeded is a stranger no more.
 */
export const loadCallerAndEarlier = async (
  openid: string,
  requestKey: string,
): Promise<{ readonly caller: Caller; readonly earlier?: AuditDocument }> => {
  const [row] = await list<ResidentDocument & { earlier: AuditDocument[] }>(
    table('residents')
      .aggregate()
      .match({ _id: openid })
      .limit(1)
      .lookup({
        from: 'auditLog',
        pipeline: [{ $match: { _id: requestKey } }],
        as: 'earlier',
      }),
  )
  if (!row) return { caller: { openid } }
  const { earlier, ...resident } = row
  return { caller: { openid, resident }, ...(earlier[0] && { earlier: earlier[0] }) }
}
