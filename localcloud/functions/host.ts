import { randomUUID } from 'node:crypto'
import type { Call } from './call'
import { type FunctionConfig, readFunctionConfig, readFunctionConfigs } from './function-config'
import { FunctionError } from './function-error'
import { type Instance, startInstance } from './instance'
import { birthEnvironment, callEnvironment, ENV_ID } from './instance-environment'
import type { Secrets } from './secrets'
import { openSlots, type Slots } from './slots'

const DEFAULT_INSTANCES = 4
const IDLE_MS = 5 * 60_000
const RESULT_LIMIT_BYTES = 6 * 1024 * 1024

export interface HostOptions {
  /** Folder with one sub-folder per function, as bundled. */
  dir: string
  /** Where instances reach the gateway; asked when an instance starts. */
  adminUrl: () => string
  secrets: Secrets
  clockOffsetMs: () => number
  /** Instances per function at most; further calls wait in line. */
  instances?: number
  /** Ends a warm instance after about one call in so many, as the cloud may at any time; 0: never. */
  replaceOneIn?: number
}

/** Runs functions as the cloud does: own process, one invocation at a time, warm in between. */
export interface FunctionHost {
  configs(): FunctionConfig[]
  config(name: string): FunctionConfig | undefined
  /** Runs `call.functionName` with `event` (JSON text), answers JSON text; rejects with FunctionError. */
  invoke(call: Call, event: string): Promise<string>
  /** The call an instance is serving right now. */
  callOf(instanceId: string): Call | undefined
  kill(instanceId: string): void
  close(): void
}

interface Pool {
  slots: Slots
  idle: { instance: Instance; since: number }[]
}

/** Opens the host for the functions found in `options.dir`; functions bundled later are found when called. */
export const openFunctionHost = (options: HostOptions): FunctionHost => {
  const configs = new Map(readFunctionConfigs(options.dir).map((config) => [config.name, config]))
  const pools = new Map<string, Pool>()
  const running = new Map<string, { instance: Instance; call: Call }>()
  const living = new Set<Instance>()

  const end = (instance: Instance): void => {
    instance.kill()
    living.delete(instance)
  }
  const reaper = setInterval(() => {
    const horizon = Date.now() - IDLE_MS
    for (const pool of pools.values()) {
      for (const { instance, since } of pool.idle) if (since < horizon) end(instance)
      pool.idle = pool.idle.filter(({ instance }) => instance.alive)
    }
  }, 30_000)
  reaper.unref()

  const isReplaced = (): boolean => {
    const oneIn = options.replaceOneIn ?? 0
    return oneIn > 0 && Math.random() * oneIn < 1
  }
  const configOf = (name: string): FunctionConfig | undefined => {
    if (!/^[A-Za-z][\w-]*$/.test(name)) return undefined
    if (!configs.has(name)) {
      for (const config of readFunctionConfigs(options.dir)) {
        if (!configs.has(config.name)) configs.set(config.name, config)
      }
    }
    return configs.get(name)
  }
  const poolOf = (name: string): Pool => {
    const pool = pools.get(name) ?? { slots: openSlots(options.instances ?? DEFAULT_INSTANCES), idle: [] }
    pools.set(name, pool)
    return pool
  }
  const warmOrNew = (pool: Pool, name: string): Instance => {
    for (let found = pool.idle.pop(); found; found = pool.idle.pop()) {
      if (found.instance.alive && !found.instance.outdated()) return found.instance
      end(found.instance)
    }
    const config = readFunctionConfig(options.dir, name)
    configs.set(name, config)
    const id = randomUUID()
    const instance = startInstance(
      id,
      config,
      birthEnvironment(id, config, options.adminUrl(), options.secrets),
    )
    living.add(instance)
    return instance
  }

  const invoke = async (call: Call, event: string): Promise<string> => {
    const config = configOf(call.functionName)
    if (config === undefined) {
      throw new FunctionError('FUNCTION_NOT_FOUND', 'FunctionName parameter could not be found.')
    }
    const pool = poolOf(config.name)
    await pool.slots.take()
    let instance: Instance | undefined
    try {
      instance = warmOrNew(pool, config.name)
      running.set(instance.id, { instance, call })
      const result = await instance.run({
        event,
        environ: callEnvironment(call, options.clockOffsetMs()),
        context: {
          request_id: call.requestId,
          function_name: config.name,
          function_version: '$LATEST',
          namespace: ENV_ID,
          memory_limit_in_mb: config.memoryMB,
          time_limit_in_ms: config.timeoutSeconds * 1000,
        },
      })
      if (Buffer.byteLength(result) > RESULT_LIMIT_BYTES) {
        throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', 'body size is too long')
      }
      return result
    } finally {
      if (instance) {
        running.delete(instance.id)
        if (instance.alive && !isReplaced()) pool.idle.push({ instance, since: Date.now() })
        else end(instance)
      }
      pool.slots.give()
    }
  }

  return {
    configs: () => [...configs.values()],
    config: configOf,
    invoke,
    callOf: (instanceId) => running.get(instanceId)?.call,
    kill: (instanceId) => running.get(instanceId)?.instance.kill(),
    close: () => {
      clearInterval(reaper)
      for (const instance of living) instance.kill()
    },
  }
}
