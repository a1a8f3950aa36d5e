import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDatabase } from '../../../localcloud/database/database'

const WRITER = join(__dirname, 'endless-writer.ts')

let dir: string
let child: ChildProcess | undefined

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'linli-crash-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

/** Starts the writer, kills it after so many acknowledged writes, answers the names of all that it acknowledged. */
const killedAfter = (writes: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const acknowledged: string[] = []
    const process_ = spawn(process.execPath, ['--import', 'tsx', WRITER, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = process_
    createInterface({ input: process_.stdout }).on('line', (line) => {
      acknowledged.push(line)
      if (acknowledged.length === writes) process_.kill('SIGKILL')
    })
    process_.once('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(acknowledged) : reject(new Error('the writer ended by itself')),
    )
  })

test('after kill -9 every acknowledged write is there, index and counter agree', async () => {
  const meter = { requests: 0, examined: 0, returned: 0 }
  for (const round of [200, 500]) {
    const acknowledged = await killedAfter(round)
    const database = await openDatabase({ dir })
    for (const name of acknowledged) {
      const params = { collectionName: 'log', queryType: 'WHERE', query: JSON.stringify({ name }) }
      const { data } = await database.handle('database.calculateDocument', params, meter)
      expect(data).toEqual({ total: 1 })
    }
    const params = { collectionName: 'counter', queryType: 'DOC', query: '{"_id":"all"}' }
    const { data } = await database.handle('database.getDocument', params, meter)
    const [{ documents } = { documents: 0 }] = database.collections().filter(({ name }) => name === 'log')
    const [text] = Object(data).list
    // Each transaction writes both or none.
    expect(JSON.parse(text).n).toBe(documents)
    expect(documents).toBeGreaterThanOrEqual(acknowledged.length)
    await database.close()
  }
}, 60_000)

test('a second process on the folder is refused while the first lives', async () => {
  const killed = killedAfter(1_000_000)
  await new Promise<void>((resolve) => child?.stdout?.once('data', () => resolve()))
  await expect(openDatabase({ dir })).rejects.toThrow('is using the data folder')
  child?.kill('SIGKILL')
  await killed
  const database = await openDatabase({ dir })
  await database.close()
}, 30_000)
