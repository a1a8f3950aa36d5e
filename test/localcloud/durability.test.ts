import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { TestCloud } from '../harness/cloud'
import { FIXTURES, startFixtureCloud } from './fixture-cloud'

const ROOT = join(__dirname, '..', '..')
let cloud: TestCloud
beforeEach(async () => {
  cloud = await startFixtureCloud()
})
afterEach(() => cloud.stop())

const secondCloud = (): Promise<{ code: number | string | null; text: string }> =>
  new Promise((resolve) => {
    const args = ['--import', 'tsx', 'localcloud/cloud.ts', '--port', '0', '--data', cloud.dataDir, '--empty']
    const options = { cwd: ROOT, timeout: 20_000 }
    execFile(process.execPath, [...args, '--functions', FIXTURES], options, (error, _, stderr) =>
      resolve({ code: error?.code ?? null, text: stderr }),
    )
  })

test('a power cut under load loses no acknowledged write', async () => {
  const acknowledged: number[] = []
  let next = 0
  let running = true
  const writer = async () => {
    while (running) {
      next += 1
      const step = next
      const reply = await cloud
        .callRaw('write', { tag: 'load', step }, { openid: 'resident-1' })
        .catch(() => null)
      if (reply?.status === 200) acknowledged.push(step)
    }
  }
  const writers = Array.from({ length: 4 }, writer)
  // Under way, however long the first instances take to start on a busy machine.
  while (acknowledged.length < 20) await new Promise((resolve) => setTimeout(resolve, 50))
  await cloud.kill9()
  running = false
  await Promise.all(writers)
  await cloud.restart()

  const { body } = await cloud.callRaw('read', { tag: 'load' }, { openid: 'resident-1' })
  const kept = new Set(Array.isArray(body) ? body : [])
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter((step) => !kept.has(step))).toEqual([])
  expect(kept.size).toBe(Array.isArray(body) ? body.length : 0)
})

test('a second cloud on the same data folder is refused, until the first one ends', async () => {
  const refused = await secondCloud()
  expect(refused.code).toBe(1)
  expect(refused.text).toContain('another local cloud is using the data folder')
  await cloud.kill9()
  await cloud.restart()
  expect((await cloud.callRaw('echo', {}, { openid: 'resident-1' })).status).toBe(200)
})

test('secrets made for a deployment are the same after a restart', async () => {
  const secret = async () => (await cloud.callRaw('echo', {}, { openid: 'resident-1' })).body
  const before = await secret()
  await cloud.restart()
  const after = await secret()
  expect(before).toHaveProperty('secret', expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/))
  expect(after).toHaveProperty('secret', Reflect.get(Object(before), 'secret'))
})
