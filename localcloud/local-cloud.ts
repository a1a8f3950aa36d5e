import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openClock } from './clock'
import { openDatabase } from './database/database'
import { openFunctionHost } from './functions/host'
import { openSecrets } from './functions/secrets'
import { openTimers } from './functions/timers'
import { adminRoute } from './gateway/admin.route'
import { callRoute } from './gateway/call.route'
import { openCallLog } from './gateway/call-log'
import { localRoute } from './gateway/local.route'
import { openServer } from './gateway/server'
import { openFileStore } from './storage/file-store'
import { filesRoute } from './storage/files.route'
import { openStorage } from './storage/storage'
import { openUrlSigner } from './storage/url-signature'
import { inspectRoute } from './web/inspect.route'
import { siteRoute } from './web/site.route'
import { whoRoute } from './web/who.route'
import { openCloudIds } from './wechat/open-data'
import { openWechat } from './wechat/wechat'
import { wechatRoute } from './wechat/wechat.route'
import { openWechatStore } from './wechat/wechat-store'

export interface CloudOptions {
  /** 0: any free port. */
  port: number
  dataDir: string
  /** Bundled functions, with their mini-program's `app.json` beside them; `dist` when not given. */
  functionsDir?: string
  /** Prints every database request with what it read. */
  explain?: boolean
  /** Lets `POST /clock` move time; timers then fire by hand, or with the clock when it is asked to. */
  testClock?: boolean
  /** Lets a call ask for its own crash. */
  testFaults?: boolean
  /** Ends a warm instance after about one call in so many; 0: never. */
  replaceOneIn?: number
}

export interface LocalCloud {
  /** `http://127.0.0.1:PORT` */
  url: string
  /** The names of the functions it hosts. */
  functions(): string[]
  /** A secret of this deployment, made when it does not exist yet. */
  secret(name: string): string
  close(): Promise<void>
}

const DIST = join(__dirname, '..', 'dist')

const declaredCollections = (functionsDir: string) => {
  const file = join(functionsDir, 'collections.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** Starts a whole cloud on loopback; rejects when the data folder is in use or the port is taken. */
export const startCloud = async (options: CloudOptions): Promise<LocalCloud> => {
  mkdirSync(options.dataDir, { recursive: true })
  const clock = openClock()
  const functionsDir = options.functionsDir ?? join(DIST, 'cloudfunctions')
  // First, because it also makes this process the only one on the folder.
  const database = await openDatabase({ dir: join(options.dataDir, 'database'), clock: clock.now })
  await database.declare(declaredCollections(functionsDir))

  let url = ''
  const baseUrl = () => url
  const secrets = openSecrets(options.dataDir)
  const functions = openFunctionHost({
    dir: functionsDir,
    adminUrl: () => `${url}/admin`,
    secrets,
    clockOffsetMs: clock.offsetMs,
    replaceOneIn: options.replaceOneIn ?? 0,
  })
  const log = openCallLog()
  const timers = openTimers({ functions, clock: clock.now, running: !options.testClock, begin: log.begin })

  const files = openFileStore(join(options.dataDir, 'storage'))
  const signer = openUrlSigner(secrets('LOCALCLOUD_STORAGE_KEY'))
  const storage = openStorage({ files, signer, baseUrl, clock: clock.now })
  const store = openWechatStore(join(options.dataDir, 'wechat.jsonl'))
  const cloudIds = openCloudIds(clock.now)
  const lastSeen = new Map<string, number>()
  const wechat = openWechat({
    store,
    cloudIds,
    lastSeen: (openid) => lastSeen.get(openid),
    clock: clock.now,
    baseUrl,
    appJson: options.functionsDir ? join(functionsDir, 'app.json') : join(DIST, 'weapp', 'app.json'),
  })

  const server = await openServer()
  adminRoute(server, { database, functions, storage, wechat, explain: options.explain ?? false })
  callRoute(server, {
    functions,
    log,
    cloudIds,
    seen: (openid) => lastSeen.set(openid, clock.now()),
    faultsAllowed: options.testFaults ?? false,
  })
  await filesRoute(server, { files, storage, signer, clock: clock.now })
  wechatRoute(server, store, cloudIds)
  localRoute(server, {
    timers,
    testClock: options.testClock ? clock : null,
    faultsAllowed: options.testFaults ?? false,
  })
  inspectRoute(server, { database, timers, log, store })
  whoRoute(server, [join(functionsDir, 'personas.json'), join(__dirname, 'demo', 'personas.json')])
  await siteRoute(server, { siteDir: join(DIST, 'h5'), samplesDir: join(DIST, 'demo') })
  await server.listen({ host: '127.0.0.1', port: options.port })
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`

  return {
    url,
    functions: () => functions.configs().map(({ name }) => name),
    secret: secrets,
    close: async () => {
      timers.stop()
      await server.close()
      functions.close()
      await database.close()
    },
  }
}
