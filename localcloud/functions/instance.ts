import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { FunctionConfig } from './function-config'
import { FunctionError } from './function-error'

const BOOTSTRAP = join(__dirname, 'instance-main.cjs')
const LOAD_LIMIT_MS = 30_000

interface Failure {
  name: string
  message: string
  stack?: string
  code?: string | number
}
type Message =
  | { type: 'ready' }
  | { type: 'unloadable'; error: Failure }
  | { type: 'result'; result: string }
  | { type: 'error'; error: Failure }

/** What one invocation gets: variables to set, the event as JSON text, the runtime's context object. */
export interface Invocation {
  environ: Record<string, string>
  event: string
  context: Record<string, unknown>
}

/** One process of one function. It is used for one invocation at a time and stays warm in between. */
export interface Instance {
  readonly id: string
  readonly alive: boolean
  /** The function's code has changed on disk since this instance loaded it. */
  outdated(): boolean
  /** Answers the result as JSON text; rejects with FunctionError. A timeout or crash ends the instance. */
  run(invocation: Invocation): Promise<string>
  kill(): void
}

// The newest file of the function's own, whatever it is made of; what it has installed counts as unchanging.
const newestIn = (dir: string): number =>
  Math.max(
    0,
    ...readdirSync(dir, { withFileTypes: true })
      .filter(({ name }) => name !== 'node_modules')
      .map((entry) => {
        const path = join(dir, entry.name)
        return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs
      }),
  )

const codeVersion = (config: FunctionConfig): number => {
  try {
    return newestIn(config.dir)
  } catch {
    return 0
  }
}

const forward = (stream: Readable | null, prefix: string): void => {
  if (stream === null) return
  createInterface({ input: stream }).on('line', (line) => process.stderr.write(`[${prefix}] ${line}\n`))
}

const failureText = ({ name, message, stack, code }: Failure): string =>
  `${code === undefined ? '' : `(${code}) `}${stack ?? `${name}: ${message}`}`

/** Starts a process for `config`; `environment` is all it sees of the outside. */
export const startInstance = (
  id: string,
  config: FunctionConfig,
  environment: Record<string, string>,
): Instance => {
  const builtAt = codeVersion(config)
  const child: ChildProcess = fork(BOOTSTRAP, [config.dir], {
    cwd: config.dir,
    env: environment,
    execArgv: [`--max-old-space-size=${config.memoryMB}`],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  forward(child.stdout, config.name)
  forward(child.stderr, config.name)

  let alive = true
  let settle: ((message: Message | 'gone') => void) | null = null
  const next = (): Promise<Message | 'gone'> =>
    alive
      ? new Promise((resolve) => {
          settle = resolve
        })
      : Promise.resolve('gone')
  const arrived = (message: Message | 'gone'): void => {
    const waiting = settle
    settle = null
    waiting?.(message)
  }
  const gone = (): void => {
    alive = false
    arrived('gone')
  }
  const kill = (): void => {
    child.kill('SIGKILL')
    gone()
  }
  child.on('message', (message: Message) => arrived(message))
  // Not `exit`: that may come before the last message has been read.
  child.on('disconnect', gone)
  child.on('error', gone)

  const within = async (ms: number): Promise<Message | 'gone' | 'late'> => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), ms)
    })
    const message = await Promise.race([next(), late])
    clearTimeout(timer)
    return message
  }
  const loaded = within(LOAD_LIMIT_MS)

  const run = async (invocation: Invocation): Promise<string> => {
    const first = await loaded
    if (first === 'gone' || first === 'late' || first.type !== 'ready') {
      kill()
      const why = typeof first === 'object' && 'error' in first ? failureText(first.error) : 'no answer'
      throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', `${config.name} cannot be loaded: ${why}`)
    }
    const answer = within(config.timeoutSeconds * 1000)
    if (alive) child.send(invocation)
    const message = await answer
    if (message === 'late') {
      kill()
      const text = `Invoking task timed out after ${config.timeoutSeconds} seconds`
      throw new FunctionError('FUNCTIONS_TIME_LIMIT_EXCEEDED', text)
    }
    if (message === 'gone') {
      throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', `${config.name} exited before it answered`)
    }
    if (message.type === 'result') return message.result
    const why = 'error' in message ? failureText(message.error) : message.type
    throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', why)
  }

  return {
    id,
    get alive() {
      return alive
    },
    outdated: () => codeVersion(config) !== builtAt,
    run,
    kill,
  }
}
