import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud } from '../../../localcloud/local-cloud'
import { type Collection, type Db, sdk } from '../database/sdk'
import { FIXTURES } from '../fixture-cloud'

/** The whole local cloud, with the real SDK of this process pointed at it. */
export interface RunningCloud {
  url: string
  /** wx-server-sdk's database as it comes: a missing document throws. */
  db: Db
  /** Makes a collection of its own and answers it, with these rows in it. */
  collection(name: string, rows?: object[]): Promise<Collection>
  /** Sends one action over the wire, as the SDK would, and answers the body as it comes. */
  wire(action: string, params?: object): Promise<Record<string, unknown>>
  /** Moves the cloud's clock by milliseconds. */
  advance(ms: number): Promise<void>
  stop(): Promise<void>
}

const post = async (url: string, body: object): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return Object(await response.json())
}

/** Starts a cloud for one test file; the SDK knows one cloud per process only. */
export const startRunningCloud = async (): Promise<RunningCloud> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-conformance-'))
  const cloud = await startCloud({ port: 0, dataDir, functionsDir: FIXTURES, testClock: true })
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local',
    TCB_ENV: 'local',
    TENCENTCLOUD_SECRETID: 'a',
    TENCENTCLOUD_SECRETKEY: 'b',
    SILENCE: 'true',
  })
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  const db = sdk.database()
  return {
    url: cloud.url,
    db,
    collection: async (name, rows = []) => {
      await db.createCollection(name)
      const collection = db.collection(name)
      if (rows.length > 0) await collection.add({ data: rows.map((row) => ({ ...row })) })
      return collection
    },
    wire: (action, params = {}) => post(`${cloud.url}/admin?env=local&seqId=1`, { action, ...params }),
    advance: async (ms) => {
      await post(`${cloud.url}/clock`, { advance: ms })
    },
    stop: async () => {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
