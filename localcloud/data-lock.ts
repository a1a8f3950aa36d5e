import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

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

/**
 * Makes this process the only local cloud on a data folder; rejects when another one has it. A listening socket
 * is the lock, because it dies with its process, however that ends. Answers the release.
 */
export const lockData = async (dir: string): Promise<() => Promise<void>> => {
  const path = pathFor(dir)
  let server = await listen(path)
  if (server === 'taken' && !(await answers(path))) {
    rmSync(path, { force: true })
    server = await listen(path)
  }
  if (server === 'taken') throw new Error(`another local cloud is using the data folder ${dir}`)
  const held = server
  return () => new Promise((resolve) => held.close(() => resolve()))
}
