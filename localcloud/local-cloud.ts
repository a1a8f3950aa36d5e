import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openClock } from './clock'
import { CloudError } from './cloud-error'
import { lockData } from './data-lock'
import { openDatabase } from './database/database'
import { openFunctionHost } from './functions/host'
import { openSecrets } from './functions/secrets'
import { openTimers } from './functions/timers'
import { adminRoute } from './gateway/admin.route'
import { callRoute } from './gateway/call.route'
import { openCallLog } from './gateway/call-log'
import { localRoute } from './gateway/local.route'
import { openServer } from './gateway/server'

export interface CloudOptions {
  /** 0: any free port. */
  port: number
  dataDir: string
  functionsDir: string
  /** Prints every database request with what it read. */
  explain?: boolean
  /** Lets `POST /clock` move time; timers then fire by hand only. */
  testClock?: boolean
  /** Lets a call ask for its own crash. */
  testFaults?: boolean
}

export interface LocalCloud {
  /** `http://127.0.0.1:PORT` */
  url: string
  close(): Promise<void>
}

const declaredCollections = (functionsDir: string) => {
  const file = join(functionsDir, 'collections.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
}

/** Starts a whole cloud on loopback; rejects when the data folder is in use or the port is taken. */
export const startCloud = async (options: CloudOptions): Promise<LocalCloud> => {
  mkdirSync(options.dataDir, { recursive: true })
  const unlock = await lockData(options.dataDir)
  const clock = openClock()
  const database = await openDatabase({ dir: join(options.dataDir, 'database'), clock: clock.now })
  await database.declare(declaredCollections(options.functionsDir))

  let url = ''
  const functions = openFunctionHost({
    dir: options.functionsDir,
    adminUrl: () => `${url}/admin`,
    secrets: openSecrets(options.dataDir),
    clockOffsetMs: clock.offsetMs,
  })
  const timers = openTimers(functions, clock.now, !options.testClock)
  const log = openCallLog()

  const server = openServer()
  adminRoute(server, {
    database,
    functions,
    storage: async (action) => {
      throw new CloudError('LOCALCLOUD.UNSUPPORTED', action)
    },
    explain: options.explain ?? false,
  })
  callRoute(server, { functions, log, faultsAllowed: options.testFaults ?? false })
  localRoute(server, { timers, testClock: options.testClock ? clock : null })
  await server.listen({ host: '127.0.0.1', port: options.port })
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`

  return {
    url,
    close: async () => {
      timers.stop()
      await server.close()
      functions.close()
      await database.close()
      await unlock()
    },
  }
}
