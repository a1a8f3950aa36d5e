import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockData } from '../../localcloud/data-lock'

const ROOT = join(__dirname, '..', '..')

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'linli-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

/** Leaves the lock of a process behind that was killed while it held the folder. */
const killHolder = (): void => {
  const code = `require('./localcloud/data-lock').lockData(process.argv[1]).then(() => process.kill(process.pid, 'SIGKILL'))`
  const { signal } = spawnSync(process.execPath, ['--import', 'tsx', '-e', code, dir], { cwd: ROOT })
  expect(signal).toBe('SIGKILL')
}

test('a folder has one cloud at a time, by whatever name it is called', async () => {
  const other = `${dir}-alias`
  symlinkSync(dir, other)
  const release = await lockData(dir)
  await expect(lockData(dir)).rejects.toThrow(`another local cloud is using the data folder ${dir}`)
  await expect(lockData(other)).rejects.toThrow('another local cloud is using the data folder')
  await release()
  await (await lockData(other))()
  rmSync(other)
})

test('two folders have two clouds', async () => {
  mkdirSync(join(dir, 'one'))
  mkdirSync(join(dir, 'two'))
  const releases = [await lockData(join(dir, 'one')), await lockData(join(dir, 'two'))]
  for (const release of releases) await release()
})

test('after a kill -9 the folder is free again, for exactly one of those who want it at once', async () => {
  killHolder()
  const wanting = await Promise.allSettled(Array.from({ length: 8 }, () => lockData(dir)))
  const held = wanting.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(held).toHaveLength(1)
  await expect(lockData(dir)).rejects.toThrow('is using the data folder')
  for (const release of held) await release()
})
