import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openWire, type Wire } from '../bench/localcloud/wire'

const ROOT = join(__dirname, '..', '..')
const collectionName = 'rows'
const NUMBERED = { name: 'n', unique: true, keys: [{ name: 'n', direction: '1' }] }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-full-'))
  const collections = [{ name: collectionName, indexes: [NUMBERED] }]
  writeFileSync(join(folder, 'collections.json'), JSON.stringify(collections))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A cloud none of whose files may grow past `kilobytes`: what a full disk looks like to it. */
const cloudWithin = async (kilobytes: number | 'unlimited') => {
  const limit = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$0" "$@"`
  const cloud = ['--import', 'tsx', join('localcloud', 'cloud.ts'), '--port', '0', '--functions', folder]
  const args = ['-c', limit, process.execPath, ...cloud, '--data', join(folder, 'data')]
  const child = spawn('bash', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the cloud ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) =>
      resolve(line.replace('ready ', '').replace(/\/admin$/, '')),
    )
  })
  const wire = openWire(url)
  return {
    wire,
    stop: async () => {
      wire.close()
      child.kill('SIGTERM')
      await ended
    },
  }
}

const insert = (wire: Wire, n: number, size: number): Promise<string> => {
  const data = [JSON.stringify({ _id: `r${n}`, n, text: 'x'.repeat(size) })]
  return wire.send('database.insertDocument', { collectionName, data }).then(
    () => 'kept',
    (error) => String(error.code),
  )
}
const numbers = async (wire: Wire): Promise<number[]> => {
  const params = {
    collectionName,
    queryType: 'WHERE',
    query: '{"n":{"$gte":0}}',
    order: '{"n":1}',
    limit: 1000,
  }
  const { data } = await wire.send('database.getDocument', params)
  return Object(data).list.map((text: string) => Number(JSON.parse(text).n))
}
const total = async (wire: Wire): Promise<unknown> => {
  const { data } = await wire.send('database.calculateDocument', { collectionName, queryType: 'WHERE' })
  return Object(data).total
}

test('on a full disk a write is refused, what was acknowledged stays, and with room again all goes on', async () => {
  const tight = await cloudWithin(1024)
  const kept: number[] = []
  const answers = new Set<string>()
  for (let n = 0; n < 60; n += 1) {
    const answer = await insert(tight.wire, n, 30_000)
    answers.add(answer)
    if (answer === 'kept') kept.push(n)
  }
  // several at once share one commit, and its failure
  const crowd = await Promise.all([70, 71, 72].map((n) => insert(tight.wire, n, 30_000)))
  expect([...answers]).toEqual(['kept', 'LOCALCLOUD.NOT_WRITTEN'])
  expect(crowd).toEqual(Array(3).fill('LOCALCLOUD.NOT_WRITTEN'))
  expect(await numbers(tight.wire)).toEqual(kept)
  expect(await total(tight.wire)).toBe(kept.length)

  // removing makes room
  const first = { collectionName, queryType: 'WHERE', query: '{"n":{"$lt":5}}', multi: true }
  await tight.wire.send('database.removeDocument', first)
  expect(await insert(tight.wire, 100, 10)).toBe('kept')
  await tight.stop()

  const roomy = await cloudWithin('unlimited')
  expect(await insert(roomy.wire, 101, 30_000)).toBe('kept')
  expect(await numbers(roomy.wire)).toEqual([...kept.slice(5), 100, 101])
  await roomy.stop()
})
