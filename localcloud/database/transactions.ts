import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { CloudError } from '../cloud-error'
import { type Changes, newChanges } from './changes'
import type { Claims, Holder } from './claims'
import type { Meter } from './database'
import { flush } from './flush'
import type { Action, Params, Session } from './session'
import type { Snapshot, Store } from './store'

/** How long a transaction may live, in milliseconds of the clock. */
const LIFE_MS = 30_000
const MAX_OPERATIONS = 100

// Over a network a request takes a while; without this, two requests sent at once would be served one after the
// other and the mistake would only show in production.
const REQUEST_MS = 5

const ADVICE = 'Please check your request, but if the problem persists, contact us.'

const fail = (kind: string, text: string): CloudError =>
  new CloudError('DATABASE_TRANSACTION_FAIL', `[ResourceUnavailable.${kind}] ${text} ${ADVICE}`)

const notThere = (): CloudError =>
  fail(
    'TransactionNotExist',
    'Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  )

const conflict = (): CloudError =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${ADVICE}`,
  )

/** An open transaction. Its snapshot is taken by its first operation. */
export interface Transaction extends Holder {
  id: string
  startedAt: number
  snapshot: Snapshot | undefined
  changes: Changes
  operations: number
  busy: boolean
  ended: Promise<void>
  end: () => void
}

export interface Transactions {
  start(): { transactionId: string }
  /** Runs one operation inside; a failure ends the transaction, as in MongoDB. */
  run(id: string, action: Action, params: Params, meter: Meter): Promise<Record<string, unknown>>
  commit(id: string): Promise<Record<string, unknown>>
  abort(id: string): Record<string, unknown>
  /** Ends what has lived too long, so that its claims do not block others for ever. */
  expire(): void
  anySnapshotOpen(): boolean
  endAll(): void
}

interface Engine {
  store: Store
  claims: Claims<Transaction>
  clock: () => number
  /** Tells that a write is durable. */
  settled: (mark: number) => void
}

/** Snapshot transactions over a store: conflicts show at the operation, not at the commit. */
export const newTransactions = ({ store, claims, clock, settled }: Engine): Transactions => {
  const open = new Map<string, Transaction>()

  const finish = (transaction: Transaction): void => {
    if (!open.delete(transaction.id)) return
    claims.release(transaction)
    transaction.snapshot?.done()
    transaction.snapshot = undefined
    transaction.end()
  }

  const expire = (): void => {
    for (const transaction of open.values()) {
      if (clock() - transaction.startedAt > LIFE_MS) finish(transaction)
    }
  }

  const take = (id: string): Transaction => {
    expire()
    const transaction = open.get(id)
    if (!transaction) throw notThere()
    if (transaction.busy) throw fail('TransactionBusy', 'Transaction is busy, please try again later.')
    return transaction
  }

  const begin = (transaction: Transaction): void => {
    transaction.operations += 1
    if (transaction.operations > MAX_OPERATIONS) {
      throw fail('TransactionNotExist', `A transaction may have ${MAX_OPERATIONS} operations.`)
    }
    if (transaction.snapshot) return
    transaction.mark = claims.settledMark()
    transaction.snapshot = store.snapshot()
  }

  const operate = (transaction: Transaction, action: Action, params: Params, meter: Meter) => {
    begin(transaction)
    const session: Session = {
      store,
      snapshot: transaction.snapshot,
      changes: transaction.changes,
      now: clock(),
      meter,
    }
    const { body, failure } = action(session, params)
    if (failure) throw failure
    const wanted = transaction.changes.claims
    if (claims.inConflict(transaction, wanted)) throw conflict()
    claims.hold(transaction, wanted)
    return body
  }

  return {
    start: () => {
      expire()
      const { promise, resolve } = withResolvers()
      const id = randomUUID()
      open.set(id, {
        id,
        startedAt: clock(),
        snapshot: undefined,
        changes: newChanges(),
        operations: 0,
        busy: false,
        mark: 0,
        claims: new Set(),
        ended: promise,
        end: resolve,
      })
      return { transactionId: id }
    },
    run: async (id, action, params, meter) => {
      const transaction = take(id)
      transaction.busy = true
      try {
        const body = operate(transaction, action, params, meter)
        await pause(REQUEST_MS)
        return body
      } catch (error) {
        finish(transaction)
        throw error
      } finally {
        transaction.busy = false
      }
    },
    commit: async (id) => {
      const transaction = take(id)
      transaction.busy = true
      try {
        const { changes } = transaction
        if (changes.all().length === 0) return {}
        const mark = await store.write(() => {
          flush(store, changes)
          return claims.touch(changes.claims)
        })
        settled(mark)
        return {}
      } finally {
        finish(transaction)
      }
    },
    abort: (id) => {
      expire()
      const transaction = open.get(id)
      if (!transaction) throw notThere()
      // Also while busy: otherwise two requests at once would leave the documents locked for 30 seconds.
      finish(transaction)
      return {}
    },
    expire,
    anySnapshotOpen: () => [...open.values()].some(({ snapshot }) => snapshot !== undefined),
    endAll: () => {
      for (const transaction of open.values()) finish(transaction)
    },
  }
}

const withResolvers = (): { promise: Promise<void>; resolve: () => void } => {
  let resolve = (): void => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
