import type { Instant } from '../../types/common/time'
import type { Caller, Lists, Rows } from './caller'
import type { AuditDocument } from './documents/community'
import { orderOf } from './ids'
import { type Done, isRefused, type Outcome } from './refusal'
import { inTransaction, type Transaction } from './transaction'

/** One call of one action: who asks, when, and the key that names the request for ever. */
export interface Ask {
  readonly caller: Caller
  readonly now: Instant
  /** Made of caller, action and request id; empty for reads. */
  readonly requestKey: string
  readonly action: string
  readonly centreId: string
  /** Rows the action asked to have along, see `along`. */
  readonly rows: Rows
  /** The same, where several rows of a collection were asked for. */
  readonly lists: Lists
  /** Whether the answer is kept for repeats of the request. */
  readonly keepReply: boolean
}

/** A done outcome that already stands in the audit log, because it was written in the same transaction. */
export interface Recorded<Data> extends Done<Data> {
  readonly recorded: true
}

/** The audit row of a request that was done. */
export const auditRow = (ask: Ask, done: Done<object>): AuditDocument => ({
  _id: ask.requestKey,
  who: ask.caller.openid,
  whoMasked: ask.caller.resident?.nameMasked ?? '',
  action: ask.action,
  centreId: ask.centreId,
  target: done.target ?? '',
  at: ask.now,
  order: orderOf(ask.now, ask.requestKey),
  ...(ask.keepReply && { reply: done.data }),
})

/**
 * Runs an action's write beat as a transaction that also records the request: either everything stands and the
 * request is known, or nothing does. A refusal rolls back, unless the request itself brought about what is refused
 * (it ran twice at once): then the answer of the first run stands.
 */
export const transact = <Data extends object, Code extends string>(
  ask: Ask,
  body: (transaction: Transaction) => Promise<Outcome<Data, Code>>,
): Promise<Outcome<Data, Code> | Recorded<Data>> =>
  inTransaction<Outcome<Data, Code> | Recorded<Data>>(async (transaction) => {
    const outcome = await body(transaction)
    if (isRefused(outcome)) {
      const earlier = await transaction.get('auditLog', ask.requestKey)
      const result = earlier?.reply ? { data: earlier.reply as Data, recorded: true as const } : outcome
      return { commit: false, result }
    }
    await transaction.insert('auditLog', auditRow(ask, outcome))
    return { commit: true, result: { ...outcome, recorded: true as const } }
  })
