import type { Database, Meter } from '../../../localcloud/database/database'
import { fill, openRows } from './rows'

/** The same indexed question asked of a small and of a large collection. */
export interface LookUps {
  /** Documents examined and returned by one question, in each collection. */
  readonly small: Meter
  readonly large: Meter
  /** Median time of a question in the large collection divided by that in the small one. */
  readonly ratio: number
}

const rounds = 40
const questions = 25

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ask = async (database: Database, collectionName: string, street: number): Promise<Meter> => {
  const meter: Meter = { requests: 1, examined: 0, returned: 0 }
  const query = JSON.stringify({ street: `street-${street}` })
  const params = { collectionName, queryType: 'WHERE', query, order: '{"n":-1}', limit: 20 }
  await database.handle('database.getDocument', params, meter)
  return meter
}

const timed = async (database: Database, collectionName: string, streets: number): Promise<number> => {
  const from = performance.now()
  for (let n = 0; n < questions; n += 1) {
    await ask(database, collectionName, Math.floor((n * streets) / questions))
  }
  return performance.now() - from
}

/**
 * Finds ten documents through an index among `fewRows` and among `manyRows`. The rounds alternate, so that a busy
 * machine slows both alike.
 */
export const compareLookUps = async (fewRows: number, manyRows: number): Promise<LookUps> => {
  const { database, close } = await openRows(['few', 'many'])
  try {
    await fill(database, 'few', fewRows)
    await fill(database, 'many', manyRows)
    const [small, large]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      small.push(await timed(database, 'few', fewRows / 10))
      large.push(await timed(database, 'many', manyRows / 10))
    }
    return {
      small: await ask(database, 'few', 7),
      large: await ask(database, 'many', 7),
      ratio: median(large) / median(small),
    }
  } finally {
    await close()
  }
}
