import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A timer as a function's `config.json` declares it; `config` has 7 fields, seconds first, in UTC+8. */
export interface TimerTrigger {
  name: string
  type: 'timer'
  config: string
  /** false: as if made by CloudBase's tools, whose timers get no WeChat token. */
  withToken?: boolean
}

/** What `config.json` of a function folder says, with the cloud's defaults filled in. */
export interface FunctionConfig {
  name: string
  dir: string
  openapi: string[]
  triggers: TimerTrigger[]
  timeoutSeconds: number
  memoryMB: number
  /** Names of secrets this function gets in its environment. */
  environment: string[]
}

const MAX_TIMEOUT_SECONDS = 60
const TRIGGER_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,59}$/

const refuse = (name: string, what: string): never => {
  throw new Error(`function ${name}: config.json ${what}`)
}

const readJson = (name: string, file: string) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return refuse(name, `is not JSON: ${error instanceof Error ? error.message : error}`)
  }
}

/** Reads one function's `config.json`; throws on what the cloud would refuse to deploy. */
export const readFunctionConfig = (root: string, name: string): FunctionConfig => {
  const dir = join(root, name)
  const file = join(dir, 'config.json')
  const written = existsSync(file) ? readJson(name, file) : {}
  const config: FunctionConfig = {
    name,
    dir,
    openapi: written.permissions?.openapi ?? [],
    triggers: written.triggers ?? [],
    timeoutSeconds: written.timeout ?? 3,
    memoryMB: written.memorySize ?? 256,
    environment: written.environment ?? [],
  }
  const { timeoutSeconds, memoryMB, triggers } = config
  if (!Number.isInteger(timeoutSeconds) || timeoutSeconds < 1 || timeoutSeconds > MAX_TIMEOUT_SECONDS) {
    refuse(name, `asks for a timeout of ${timeoutSeconds} s; the cloud gives 1 to ${MAX_TIMEOUT_SECONDS}`)
  }
  if (memoryMB < 64 || memoryMB > 3072) refuse(name, `asks for ${memoryMB} MB; the cloud gives 64 to 3072`)
  if (triggers.length > 1) refuse(name, 'has several triggers; the cloud takes exactly one')
  for (const { name: trigger, type, config: cron } of triggers) {
    if (type !== 'timer' || !TRIGGER_NAME.test(trigger)) refuse(name, `has a bad trigger «${trigger}»`)
    if (cron.trim().split(/\s+/).length !== 7) refuse(name, `trigger ${trigger} needs 7 fields: «${cron}»`)
  }
  return config
}

/** All functions of a folder: sub-folders with an `index.js`. */
export const readFunctionConfigs = (root: string): FunctionConfig[] => {
  if (!existsSync(root)) return []
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'index.js')))
    .map((entry) => readFunctionConfig(root, entry.name))
}
