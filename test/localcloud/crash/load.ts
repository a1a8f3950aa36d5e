import type { Wire } from '../../bench/localcloud/wire'

/** How many accounts there are, and what each starts with. */
export const ACCOUNTS = 8
export const START = 1000
const WRITERS = 8

/** What the cloud has acknowledged, and what it may have done without our hearing of it. */
export interface Acknowledged {
  /** Ids of rows added, and not removed since. */
  readonly added: Set<string>
  readonly removed: Set<string>
  /** Ids of transfers that were committed. */
  readonly moved: Set<string>
  /** Additions to the counter: answered, and sent. */
  counted: number
  tried: number
}

export const nothingYet = (): Acknowledged => ({
  added: new Set(),
  removed: new Set(),
  moved: new Set(),
  counted: 0,
  tried: 0,
})

/** How many writes have been acknowledged so far. */
export const countOf = ({ added, removed, moved, counted }: Acknowledged): number =>
  added.size + 2 * removed.size + moved.size + counted

const one = (collectionName: string, id: string) => ({
  collectionName,
  queryType: 'DOC',
  query: JSON.stringify({ _id: id }),
})
const changing = { multi: false, merge: true }

/** Makes the accounts and the counter. */
export const prepare = async (wire: Wire): Promise<void> => {
  const accounts = Array.from({ length: ACCOUNTS }, (_, n) =>
    JSON.stringify({ _id: `a${n}`, balance: START }),
  )
  await wire.send('database.insertDocument', { collectionName: 'accounts', data: accounts })
  await wire.send('database.insertDocument', { collectionName: 'counters', data: ['{"_id":"all","n":0}'] })
}

const transfer = async (wire: Wire, id: string, from: string, to: string): Promise<void> => {
  const { transactionId } = await wire.send('database.startTransaction', {})
  const move = (account: string, points: number) =>
    wire.send('database.modifyDocument', {
      ...one('accounts', account),
      ...changing,
      data: JSON.stringify({ $inc: { balance: points } }),
      transactionId,
    })
  const row = JSON.stringify({ _id: id, from, to })
  await move(from, -1)
  await wire.send('database.insertDocument', { collectionName: 'transfers', data: [row], transactionId })
  await move(to, 1)
  await wire.send('database.commitTransaction', { transactionId })
}

const pick = (count: number): number => Math.floor(Math.random() * count)

const step = async (wire: Wire, id: string, known: Acknowledged): Promise<void> => {
  const kind = pick(10)
  if (kind < 4) {
    const data = [JSON.stringify({ _id: id, name: `name-${id}`, text: '春江'.repeat(pick(400)) })]
    await wire.send('database.insertDocument', { collectionName: 'rows', data })
    known.added.add(id)
  } else if (kind < 6) {
    known.tried += 1
    await wire.send('database.modifyDocument', {
      ...one('counters', 'all'),
      ...changing,
      data: '{"$inc":{"n":1}}',
    })
    known.counted += 1
  } else if (kind < 7) {
    const [gone] = known.added
    if (gone === undefined) return
    // From now on it may be there or not, until the answer says that it is gone.
    known.added.delete(gone)
    await wire.send('database.removeDocument', { ...one('rows', gone), multi: false })
    known.removed.add(gone)
  } else {
    const from = pick(ACCOUNTS)
    const to = (from + 1 + pick(ACCOUNTS - 1)) % ACCOUNTS
    await transfer(wire, id, `a${from}`, `a${to}`)
    known.moved.add(id)
  }
}

/** Writes with several writers until the cloud is gone; conflicts of transactions are part of it. */
export const writeUntilGone = async (wire: Wire, round: number, known: Acknowledged): Promise<void> => {
  let next = 0
  const writer = async (): Promise<void> => {
    for (;;) {
      next += 1
      try {
        await step(wire, `${round}-${next}`, known)
      } catch (error) {
        if (Object(error).code !== 'DATABASE_TRANSACTION_CONFLICT') return
      }
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, writer))
}
