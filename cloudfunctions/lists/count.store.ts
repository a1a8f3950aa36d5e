import { command } from '../_kit/cloud'
import type { NeedDocument } from '../_kit/documents/lists'
import { table } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'

/** How many needs enter (+) or leave (−) each state. */
export type CountChange = Readonly<Partial<Record<NeedDocument['state'], number>>>

const none = { open: 0, matched: 0, gap: 0, served: 0, withdrawn: 0 }

/** Changes remembered by key; a repeat comes within seconds, not after this many others. */
const remembered = 200

const increments = (change: CountChange) =>
  Object.fromEntries(Object.entries(change).map(([state, by]) => [state, command.inc(by)]))

/**
 * Changes a centre's need counts once per key: the same key again, also at the same moment, changes nothing. One
 * request, three when the centre had no counts yet.
 */
export const countOnce = async (centreId: string, key: string, change: CountChange): Promise<void> => {
  const update = (): Promise<number> =>
    table('needCounts').update(
      { _id: centreId, recent: command.neq(key) },
      { ...increments(change), recent: command.push({ each: [key], slice: -remembered }) },
    )
  if ((await update()) > 0) return
  if (await table('needCounts').claim({ _id: centreId, ...none, ...change, recent: [key] })) return
  await update() // there were counts: either the key is among them, or somebody else had just begun them
}

/** Changes a centre's need counts inside a transaction, which itself makes sure of the once. */
export const countWithin = async (
  transaction: Transaction,
  centreId: string,
  change: CountChange,
): Promise<void> => {
  if ((await transaction.update('needCounts', centreId, increments(change))) > 0) return
  await transaction.insert('needCounts', { _id: centreId, ...none, ...change, recent: [] })
}
