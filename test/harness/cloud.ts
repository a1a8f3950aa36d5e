import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(__dirname, '..', '..')

export interface TestCloudOptions {
  /** Folder of functions; `dist/cloudfunctions` when not given. */
  functions?: string
  testClock?: boolean
  testFaults?: boolean
  /** Ends a warm instance after about one call in so many. */
  replaceOneIn?: number
  /** Says each request in a line of `said()`. */
  explain?: boolean
  /** With the demo town instead of empty; it takes some seconds. */
  demo?: true
  /** Secrets and settings for functions that list them in their config.json, instead of made ones. */
  environment?: Record<string, string>
}

export interface CallOptions {
  openid: string
  requestId?: string
  headers?: Record<string, string>
}

/** What a call answered and what it cost. */
export interface CallReply {
  status: number
  body: unknown
  headers: { dbRequests: number; examined: number; returned: number }
}

export interface TestCloud {
  readonly url: string
  /** The data folder, a temporary one that `stop` removes. */
  readonly dataDir: string
  /** The last 200 lines the cloud and its functions wrote to standard error. */
  said(): readonly string[]
  /** Calls a room's action as a phone would. */
  call(name: string, action: string, input: unknown, options: CallOptions): Promise<CallReply>
  /** Calls a function with any data at all. */
  callRaw(name: string, data: unknown, options: CallOptions): Promise<CallReply>
  /** Stores a file as `wx.cloud.uploadFile` does; answers its `cloud://` id. */
  upload(file: { name: string; content: Buffer | string }, openid: string): Promise<string>
  /** Fires a timer trigger, with headers as a call's; answers its function's result. */
  timer(
    functionName: string,
    trigger: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown }>
  /** Accepts the next message of a template, as a tap on WeChat's own question does; answers how many are open. */
  subscribe(openid: string, templateId: string): Promise<number>
  /** Moves the cloud's clock; answers its new time in epoch milliseconds. */
  clock(change: { now?: number | null; advance?: number }): Promise<number>
  /** Kills the cloud and its instances as a power cut would. */
  kill9(): Promise<void>
  /** Starts it again on the same data, on a new port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const start = (
  args: string[],
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; url: string; said: readonly string[] }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join('localcloud', 'cloud.ts'), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: string[] = []
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        said.push(line)
        if (said.length > 200) said.shift()
        if (process.env.LINLI_SHOW_CLOUD) process.stderr.write(`${line}\n`)
      })
    }
    if (child.stdout) {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /^ready (http:\/\/\S+)\/admin$/.exec(line)
        if (ready?.[1]) resolve({ child, url: ready[1], said })
      })
    }
    child.once('exit', (code) => reject(new Error(`the local cloud ended (${code}): ${said.join('\n')}`)))
  })

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Starts a local cloud of its own, empty, on a free port with a temporary data folder. */
export const startTestCloud = async (options: TestCloudOptions = {}): Promise<TestCloud> => {
  const { environment = {} } = options
  const dataDir = mkdtempSync(join(tmpdir(), 'linli-test-'))
  const args = ['--port', '0', '--data', dataDir, ...(options.demo ? [] : ['--empty'])]
  if (options.functions) args.push('--functions', options.functions)
  if (options.testClock) args.push('--test-clock')
  if (options.explain) args.push('--explain')
  if (options.testFaults) args.push('--test-faults')
  if (options.replaceOneIn) args.push('--replace-one-in', String(options.replaceOneIn))
  let { child, url, said } = await start(args, environment).catch((thrown: unknown) => {
    rmSync(dataDir, { recursive: true, force: true })
    throw thrown
  })

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, body: parsed(await response.text()) }
  }
  const callRaw = async (
    name: string,
    data: unknown,
    { openid, headers }: CallOptions,
  ): Promise<CallReply> => {
    const reply = await post('/call', { name, data }, { 'x-openid': openid, ...headers })
    const count = (header: string) => Number(reply.headers.get(header) ?? 0)
    return {
      status: reply.status,
      body: reply.body,
      headers: {
        dbRequests: count('x-db-requests'),
        examined: count('x-docs-examined'),
        returned: count('x-docs-returned'),
      },
    }
  }
  return {
    get url() {
      return url
    },
    dataDir,
    said: () => said,
    callRaw,
    call: (name, action, input, callOptions) => {
      const { requestId } = callOptions
      return callRaw(name, { action, input, ...(requestId === undefined ? {} : { requestId }) }, callOptions)
    },
    upload: async ({ name, content }, openid) => {
      const form = new FormData()
      form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
      const response = await fetch(`${url}/upload`, {
        method: 'POST',
        headers: { 'x-openid': openid },
        body: form,
      })
      const body = parsed(await response.text())
      if (!response.ok || typeof body !== 'object' || body === null || !('fileID' in body)) {
        throw new Error(`upload failed with ${response.status}: ${JSON.stringify(body)}`)
      }
      return String(body.fileID)
    },
    timer: async (functionName, trigger, headers = {}) => {
      const { status, body } = await post(`/timer/${functionName}/${trigger}`, {}, headers)
      return { status, body }
    },
    subscribe: async (openid, templateId) => {
      const { body } = await post('/subscribe', { openid, templateId })
      return typeof body === 'object' && body !== null && 'granted' in body ? Number(body.granted) : 0
    },
    clock: async (change) => {
      const { status, body } = await post('/clock', change)
      if (status !== 200 || typeof body !== 'object' || body === null || !('now' in body)) {
        throw new Error(`the clock did not move: ${JSON.stringify(body)}`)
      }
      return Number(body.now)
    },
    kill9: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    restart: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended(child)
      ;({ child, url, said } = await start(args, environment))
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended(child)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
