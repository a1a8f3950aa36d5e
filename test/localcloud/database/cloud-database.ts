import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudError } from '../../../localcloud/cloud-error'
import {
  type CollectionDeclaration,
  type Database,
  type Meter,
  openDatabase,
} from '../../../localcloud/database/database'
import { type Db, sdk } from './sdk'

/** A database on a temporary folder, behind HTTP, with the real SDK pointed at it. */
export interface CloudDatabase {
  /** wx-server-sdk's database; a missing document is `null`. */
  db: Db
  database: Database
  dir: string
  /** What the requests since the last call of `spent` cost. */
  spent(): Meter
  /** Moves the clock by milliseconds. */
  advance(ms: number): void
  close(): Promise<void>
}

const answer = async (database: Database, meter: Meter, text: string): Promise<unknown> => {
  const { action, ...params } = JSON.parse(text)
  meter.requests += 1
  try {
    return { requestId: 'r', ...(await database.handle(action, params, meter)) }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return { requestId: 'r', code: error.code, message: error.message }
  }
}

const serve = (database: Database, meter: Meter): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => {
        answer(database, meter, body).then(
          (reply) => response.setHeader('content-type', 'application/json').end(JSON.stringify(reply)),
          (error) => response.writeHead(500).end(String(error)),
        )
      })
    })
    server.listen(0, '127.0.0.1', () => resolve(server))
  })

const pointSdkAt = (port: number): void => {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'a',
    TENCENTCLOUD_SECRETKEY: 'b',
    SILENCE: 'true',
  })
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
}

/** Starts an empty database with these collections; one per test file, since the SDK knows one cloud only. */
export const startDatabase = async (declared: CollectionDeclaration[]): Promise<CloudDatabase> => {
  const dir = mkdtempSync(join(tmpdir(), 'linli-database-'))
  let offset = 0
  const database = await openDatabase({ dir, clock: () => Date.now() + offset })
  await database.declare(declared)
  const meter: Meter = { requests: 0, examined: 0, returned: 0 }
  const server = await serve(database, meter)
  pointSdkAt((server.address() as AddressInfo).port)
  return {
    db: sdk.database({ throwOnNotFound: false }),
    database,
    dir,
    spent: () => {
      const spent = { ...meter }
      Object.assign(meter, { requests: 0, examined: 0, returned: 0 })
      return spent
    },
    advance: (ms) => {
      offset += ms
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
      await database.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** A collection without own indexes. */
export const bare = (name: string): CollectionDeclaration => ({ name, indexes: [] })

/** An index named after its keys; a key with a leading `-` is descending. */
export const index = (...keys: string[]): CollectionDeclaration['indexes'][number] => ({
  name: keys.join('_'),
  keys: keys.map((key) => ({ name: key.replace(/^-/, ''), direction: key.startsWith('-') ? '-1' : '1' })),
})
