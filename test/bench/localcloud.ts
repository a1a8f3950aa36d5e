import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud } from '../harness/cloud'
import { type Figure, rounded } from './figures'
import { transactionBurst, updateBurst } from './localcloud/bursts'
import { compareLookUps } from './localcloud/look-up'
import { rows } from './localcloud/rows'
import { compareThroughput } from './localcloud/throughput'
import { openWire } from './localcloud/wire'

const bench = 'localcloud'
const fewRows = 1_000
const manyRows = 100_000
const crowd = 200
const places = 150
const transactions = 100
const requests = 2_000

const lookUps = async (): Promise<Figure[]> => {
  const { small, large, ratio } = await compareLookUps(fewRows, manyRows)
  const examined = `${small.examined} and ${large.examined}`
  return [
    { bench, what: 'indexed find, 100000 rows : 1000 rows', figure: rounded(ratio), beside: '≤ 2' },
    { bench, what: 'documents examined for 10 found', figure: examined, beside: '10 and 10' },
  ]
}

/** The local cloud's own speed: what grows with the data, what a crowd gets, how much it serves. */
export const localcloud = async (): Promise<Figure[]> => {
  const figures = await lookUps()
  const functions = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  writeFileSync(join(functions, 'collections.json'), JSON.stringify([rows('mixed')]))
  const cloud = await startTestCloud({ functions })
  const wire = openWire(cloud.url)
  try {
    const updates = await updateBurst(wire, crowd, places)
    const moved = await transactionBurst(wire, transactions)
    const speed = await compareThroughput(wire, requests)
    return [
      ...figures,
      { bench, what: 'conditional updates at once: answered', figure: updates.answered, beside: crowd },
      { bench, what: 'of them changed something', figure: updates.changed, beside: places },
      { bench, what: 'the counter afterwards', figure: updates.counter, beside: places },
      { bench, what: 'transactions at once: succeeded', figure: moved.succeeded, beside: transactions },
      { bench, what: 'the counter afterwards', figure: moved.counter, beside: transactions },
      { bench, what: 'attempts that took', figure: moved.attempts, beside: '-' },
      {
        bench,
        what: 'mixed requests per second; directly on the store',
        figure: rounded(speed.cloud, 0),
        beside: rounded(speed.direct, 0),
      },
    ]
  } finally {
    wire.close()
    await cloud.stop()
    rmSync(functions, { recursive: true })
  }
}
