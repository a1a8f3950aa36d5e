import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, type ReadStream, statSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../cloud-error'
import { ENV_ID } from '../functions/instance-environment'

const PREFIX = `cloud://${ENV_ID}.local-${ENV_ID}/`

/** Files by their cloud path; on disk under a hash of it, so that any path is a legal one there. */
export interface FileStore {
  /** Stores a file whole or not at all; an existing one is replaced. */
  write(key: string, content: Readable): Promise<void>
  read(key: string): { content: ReadStream; bytes: number } | undefined
  has(key: string): boolean
  /** Answers false when there was none. */
  remove(key: string): Promise<boolean>
}

/** `cloud://` id of a cloud path; refuses paths the cloud refuses. */
export const fileIdOf = (path: string): string => {
  const bad =
    path === '' || path.length > 400 || path.startsWith('/') || /(^|\/)\.{0,2}(\/|$)|[\\\p{Cc}]/u.test(path)
  if (bad) throw new CloudError('INVALID_PARAM', `not a cloud path: «${path.slice(0, 100)}»`)
  return PREFIX + path
}

/** The name a file has on disk and in its URLs: a hash with the path's extension; null for a foreign id. */
export const keyOf = (fileId: string): string | null => {
  if (!fileId.startsWith(PREFIX)) return null
  const path = fileId.slice(PREFIX.length)
  const extension = /^\.[A-Za-z0-9]{1,8}$/.exec(extname(path))?.[0] ?? ''
  return createHash('sha256').update(path).digest('hex') + extension
}

/** Whether a URL's file name may be one of ours. */
export const isKey = (name: string): boolean => /^[0-9a-f]{64}(\.[A-Za-z0-9]{1,8})?$/.test(name)

/** Opens the store in `dir`. */
export const openFileStore = (dir: string): FileStore => {
  mkdirSync(dir, { recursive: true })
  const bytes = (key: string) => statSync(join(dir, key), { throwIfNoEntry: false })?.size
  return {
    write: async (key, content) => {
      const arriving = join(dir, `${randomUUID()}.part`)
      try {
        await pipeline(content, createWriteStream(arriving, { flush: true }))
        await rename(arriving, join(dir, key))
      } finally {
        await rm(arriving, { force: true })
      }
    },
    read: (key) => {
      const size = bytes(key)
      return size === undefined ? undefined : { content: createReadStream(join(dir, key)), bytes: size }
    },
    has: (key) => bytes(key) !== undefined,
    remove: async (key) => {
      if (bytes(key) === undefined) return false
      await rm(join(dir, key), { force: true })
      return true
    },
  }
}
