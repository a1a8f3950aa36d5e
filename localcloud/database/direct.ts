import { setTimeout as pause } from 'node:timers/promises'
import { newChanges } from './changes'
import type { Claims } from './claims'
import type { Meter } from './database'
import { flush } from './flush'
import type { Action, Outcome, Params, Session } from './session'
import type { Store } from './store'
import type { Transaction, Transactions } from './transactions'

// How often a write that waits for a transaction looks whether that has outlived its time.
const LOOK_AGAIN_MS = 50

interface Engine {
  store: Store
  claims: Claims<Transaction>
  clock: () => number
  transactions: Transactions
  settled: (mark: number) => void
}

type Attempt = { outcome: Outcome; mark: number } | { holder: Transaction }

/**
 * Carries out requests outside of transactions: a write is read, decided and written in one go on the newest
 * state, and waits while an open transaction holds a document it wants to change.
 */
export const newDirect = ({ store, claims, clock, transactions, settled }: Engine) => {
  const attempt = (action: Action, params: Params, session: Session): Attempt => {
    const outcome = action(session, params)
    const holder = claims.holderOf(session.changes.claims)
    if (holder) return { holder }
    flush(store, session.changes)
    return { outcome, mark: claims.touch(session.changes.claims) }
  }

  return {
    read: (action: Action, params: Params, meter: Meter): Record<string, unknown> => {
      store.refresh()
      return action({ store, snapshot: undefined, changes: newChanges(), now: clock(), meter }, params).body
    },
    write: async (action: Action, params: Params, meter: Meter): Promise<Record<string, unknown>> => {
      const now = clock()
      for (;;) {
        const done = await store.write(() =>
          attempt(action, params, { store, snapshot: undefined, changes: newChanges(), now, meter }),
        )
        if ('outcome' in done) {
          settled(done.mark)
          if (done.outcome.failure) throw done.outcome.failure
          return done.outcome.body
        }
        await Promise.race([done.holder.ended, pause(LOOK_AGAIN_MS)])
        transactions.expire()
      }
    },
  }
}
