import { database } from './cloud'
import type { Documents } from './collections'
import type { Change } from './table'

/** What may be done inside a transaction: single rows by id, one request at a time. */
export interface Transaction {
  get<N extends keyof Documents>(name: N, id: string): Promise<Documents[N] | undefined>
  insert<N extends keyof Documents>(name: N, document: Documents[N]): Promise<void>
  /** Inserts several rows in one request (and one operation). */
  insertAll<N extends keyof Documents>(name: N, documents: readonly Documents[N][]): Promise<void>
  /** Answers 1 when the row changed, 0 when it is not there or already so. */
  update<N extends keyof Documents>(name: N, id: string, change: Change): Promise<number>
  remove<N extends keyof Documents>(name: N, id: string): Promise<void>
}

/** The transaction lost to others as long as it was tried. */
export class GaveUp extends Error {}

/** Functions have 20 s; whoever waits longer than this is told that it is busy. */
const patience = 12_000
const shortestWait = 8
const longestWait = 400

/** Lost to others, or ended by the cloud because it lived for 30 s: nothing of it stands, and it may be begun again. */
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  /TransactionNotExist|TransactionConflict|TRANSACTION_CONFLICT|TransactionBusy|WriteConflict/i.test(
    `${error.message} ${String(Reflect.get(error, 'code'))}`,
  )

// the SDK's typings leave a transaction untyped; this is the documented subset
interface RawTransaction {
  collection(name: string): {
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      update(options: { data: Change }): Promise<{ stats: { updated: number } }>
      remove(): Promise<unknown>
    }
    add(options: { data: object }): Promise<unknown>
  }
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

const typed = (raw: RawTransaction): Transaction => ({
  get: async (name, id) =>
    ((await raw.collection(name).doc(id).get()).data as Documents[typeof name] | null) ?? undefined,
  insert: async (name, document) => {
    await raw.collection(name).add({ data: document })
  },
  insertAll: async (name, documents) => {
    await raw.collection(name).add({ data: documents })
  },
  update: async (name, id, change) =>
    (await raw.collection(name).doc(id).update({ data: change })).stats.updated,
  remove: async (name, id) => {
    await raw.collection(name).doc(id).remove()
  },
})

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/**
 * Runs `body` in a transaction and commits unless it answers `rollback`. The SDK does not retry conflicts raised
 * inside the body and has no pause between tries; here each conflict is tried again after a random, growing pause,
 * for at most 12 s. Counting tries instead would starve somebody in every long queue. Throws GaveUp after that.
 */
export const inTransaction = async <Result>(
  body: (transaction: Transaction) => Promise<{ readonly commit: boolean; readonly result: Result }>,
): Promise<Result> => {
  const began = performance.now()
  for (let attempt = 0; performance.now() - began < patience; attempt += 1) {
    const raw = (await database.startTransaction()) as RawTransaction
    try {
      const { commit, result } = await body(typed(raw))
      await (commit ? raw.commit() : raw.rollback())
      return result
    } catch (error) {
      if (!isLost(error)) {
        await raw.rollback().catch(() => undefined) // the server may have ended it already
        throw error
      }
      // random waits keep losers from meeting again
      await wait(Math.random() * Math.min(longestWait, shortestWait * 2 ** attempt))
    }
  }
  throw new GaveUp('transaction lost to others as long as it was tried')
}
