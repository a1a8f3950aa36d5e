import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const pathFor = (dir: string): string => {
  const name = `linli-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 24)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

const listen = (path: string): Promise<Server | 'taken'> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve('taken') : reject(error),
    )
    server.listen(path, () => resolve(server.unref()))
  })

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

const isExisting = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST'

const LOOK_AGAIN_MS = 25
const TAKEOVER_MS = 5000

// Of several that find a dead one's socket only one may clear it away: the others would clear away the first one's.
const takeOver = async (path: string): Promise<Server | 'taken'> => {
  const mark = `${path}.takeover`
  for (const until = Date.now() + TAKEOVER_MS; ; await pause(LOOK_AGAIN_MS)) {
    try {
      mkdirSync(mark)
      break
    } catch (error) {
      if (!isExisting(error)) throw error
      // Whoever made the mark may have died with it.
      if (Date.now() > until) rmSync(mark, { recursive: true, force: true })
    }
  }
  try {
    if (await answers(path)) return 'taken'
    rmSync(path, { force: true })
    return await listen(path)
  } finally {
    rmSync(mark, { recursive: true, force: true })
  }
}

/**
 * Makes this process the only local cloud on a data folder; rejects when another one has it. A listening socket
 * is the lock, because it dies with its process, however that ends. Answers the release.
 */
export const lockData = async (dir: string): Promise<() => Promise<void>> => {
  const path = pathFor(dir)
  let server = await listen(path)
  if (server === 'taken' && !(await answers(path))) server = await takeOver(path)
  if (server === 'taken') throw new Error(`another local cloud is using the data folder ${dir}`)
  const held = server
  return () => new Promise((resolve) => held.close(() => resolve()))
}
