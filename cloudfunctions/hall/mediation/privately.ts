import type { Recorded } from '../../_kit/ask'
import { isRefused, type Outcome } from '../../_kit/refusal'
import { inTransaction, type Transaction } from '../../_kit/transaction'

/**
 * Runs what a party does as a transaction that leaves no line in the audit log, which secretaries and officers read:
 * who is at odds with whom is not their business. The mediation's own row remembers the request, so `body` must know
 * it again. (What mediators do is office, and stands in the log.)
 */
export const privately = <Data extends object, Code extends string>(
  body: (transaction: Transaction) => Promise<Outcome<Data, Code>>,
): Promise<Outcome<Data, Code> | Recorded<Data>> =>
  inTransaction<Outcome<Data, Code> | Recorded<Data>>(async (transaction) => {
    const outcome = await body(transaction)
    return isRefused(outcome)
      ? { commit: false, result: outcome }
      : { commit: true, result: { ...outcome, recorded: true as const } }
  })
