import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type CollectionDeclaration,
  type Database,
  type Meter,
  openDatabase,
} from '../../../localcloud/database/database'

const part = 1000

/** Rows of one size, so that only their number differs between two collections. */
export const rowOf = (n: number): object => ({
  _id: `row-${n}`,
  n,
  street: `street-${Math.floor(n / 10)}`,
  state: n % 3 === 0 ? 'open' : 'done',
  words: ['剪头发', '修水管', '写春联'][n % 3],
  left: 5,
})

/** A collection of such rows: ten of them in every street. */
export const rows = (name: string): CollectionDeclaration => ({
  name,
  indexes: [
    {
      name: 'street_n',
      keys: [
        { name: 'street', direction: '1' },
        { name: 'n', direction: '-1' },
      ],
    },
  ],
})

/** Opens a database in a folder of its own; `close` removes the folder. */
export const openRows = async (
  names: readonly string[],
): Promise<{ database: Database; close(): Promise<void> }> => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const database = await openDatabase({ dir })
  await database.declare(names.map(rows))
  return {
    database,
    close: async () => {
      await database.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Fills a collection with `count` rows. */
export const fill = async (database: Database, collectionName: string, count: number): Promise<void> => {
  const meter: Meter = { requests: 0, examined: 0, returned: 0 }
  for (let from = 0; from < count; from += part) {
    const data = Array.from({ length: Math.min(part, count - from) }, (_, n) =>
      JSON.stringify(rowOf(from + n)),
    )
    await database.handle('database.insertDocument', { collectionName, data }, meter)
  }
}
