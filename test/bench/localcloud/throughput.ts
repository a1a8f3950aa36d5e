import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'lmdb'
import { rowOf } from './rows'
import type { Wire } from './wire'

/** One piece of mixed work: 7 of 10 look a row up, 2 change one, 1 adds one. */
type Work = 'find' | 'update' | 'insert'
const mix: readonly Work[] = [
  'find',
  'find',
  'update',
  'find',
  'find',
  'insert',
  'find',
  'find',
  'update',
  'find',
]

const collectionName = 'mixed'
const streets = 1000
const clients = 16

/** Does `count` pieces of work by 16 clients; answers pieces per second. */
const perSecond = async (
  count: number,
  run: (work: Work, nth: number) => Promise<unknown>,
): Promise<number> => {
  let nth = 0
  const client = async () => {
    while (nth < count) {
      const own = nth
      nth += 1
      await run(mix[own % mix.length] ?? 'find', own)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  return (count / (performance.now() - from)) * 1000
}

const overTheWire =
  (wire: Wire) =>
  (work: Work, nth: number): Promise<unknown> => {
    const street = `street-${(nth * 7919) % streets}`
    if (work === 'insert') {
      const data = [JSON.stringify({ ...rowOf(nth), _id: `new-${nth}`, street: `new-${nth}` })]
      return wire.send('database.insertDocument', { collectionName, data })
    }
    if (work === 'find') {
      const query = JSON.stringify({ street })
      const params = { collectionName, queryType: 'WHERE', query, order: '{"n":-1}', limit: 20 }
      return wire.send('database.getDocument', params)
    }
    const _id = `row-${(nth * 7919) % (streets * 10)}`
    return wire.send('database.modifyDocument', {
      collectionName,
      queryType: 'WHERE',
      query: JSON.stringify({ _id, left: { $gt: 0 } }),
      data: '{"$inc":{"n":1}}',
      multi: false,
      merge: true,
    })
  }

/** The same work written by hand on the embedded store, with the same durability: its rows, and an index on street. */
const bare = () => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bare-'))
  const root = open({ path: dir, maxDbs: 2, overlappingSync: false })
  const table = root.openDB<Record<string, unknown>, string>({ name: 'rows' })
  const index = root.openDB<string, [string, number]>({
    name: 'street',
    dupSort: true,
    encoding: 'ordered-binary',
  })
  const put = (row: Record<string, unknown>): void => {
    void table.put(String(row._id), row)
    void index.put([String(row.street), -Number(row.n)], String(row._id))
  }
  const run = async (work: Work, nth: number): Promise<unknown> => {
    if (work === 'insert') {
      const row = { ...rowOf(nth), _id: `new-${nth}`, street: `new-${nth}` }
      return root.transaction(() => put(row))
    }
    if (work === 'find') {
      const street = `street-${(nth * 7919) % streets}`
      return [...index.getRange({ start: [street, -Infinity], end: [street, Infinity] })].map(({ value }) =>
        table.get(value),
      )
    }
    const id = `row-${(nth * 7919) % (streets * 10)}`
    return root.transaction(() => {
      const row = table.get(id)
      if (!row) return
      void index.remove([String(row.street), -Number(row.n)], id)
      put({ ...row, n: Number(row.n) + 1 })
    })
  }
  return {
    run,
    fill: (count: number) =>
      root.transaction(() => {
        for (let n = 0; n < count; n += 1) put({ ...rowOf(n) })
      }),
    close: async () => {
      await root.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Mixed requests per second over the wire and, in turns with them, the same work directly on the embedded store. */
export const compareThroughput = async (wire: Wire, count: number) => {
  const store = bare()
  try {
    const data = Array.from({ length: streets * 10 }, (_, n) => JSON.stringify(rowOf(n)))
    for (let from = 0; from < data.length; from += 1000) {
      await wire.send('database.insertDocument', { collectionName, data: data.slice(from, from + 1000) })
    }
    await store.fill(streets * 10)
    const cloud: number[] = []
    const direct: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const offset = round * count
      cloud.push(await perSecond(count, (work, nth) => overTheWire(wire)(work, offset + nth)))
      direct.push(await perSecond(count, (work, nth) => store.run(work, offset + nth)))
    }
    return { cloud: Math.max(...cloud), direct: Math.max(...direct) }
  } finally {
    await store.close()
  }
}
