import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { playDemoTown } from './demo-town'
import { startCloud } from './local-cloud'
import { stopOnSignal } from './stop-on-signal'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '7001' },
    data: { type: 'string', default: '.data' },
    functions: { type: 'string' },
    empty: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    'test-clock': { type: 'boolean', default: false },
    'test-faults': { type: 'boolean', default: false },
    'replace-one-in': { type: 'string', default: '0' },
  },
})

const USAGE = `The local cloud: WeChat's cloud functions, database and storage on this machine.

  --functions DIR  host the functions of this folder (each a folder with an index.js) instead of Linli's own
  --port N         port on 127.0.0.1 (7001)
  --data DIR       where everything is kept (.data)
  --empty          without Linli's demo town
  --explain        one line per request: what it was, what it read, how it ended
  --test-clock     POST /clock moves time
  --test-faults    a call may ask for its own crash
  --replace-one-in N  ends a warm instance after about one call in N, as the cloud may (0: never)
`

// Where the command was written, which for npm is not where it runs.
const path = (given: string): string => resolve(process.env.LINLI_FROM ?? '.', given)

const functionsIn = (given: string): string => {
  const dir = path(given)
  if (existsSync(dir)) return dir
  throw new Error(`--functions ${given}: there is no folder ${dir}`)
}

const run = async (): Promise<void> => {
  if (values.help) {
    process.stdout.write(USAGE)
    return
  }
  const dataDir = path(values.data)
  const cloud = await startCloud({
    port: Number(values.port),
    dataDir,
    ...(values.functions === undefined ? {} : { functionsDir: functionsIn(values.functions) }),
    explain: values.explain,
    testClock: values['test-clock'],
    testFaults: values['test-faults'],
    replaceOneIn: Number(values['replace-one-in']),
  })
  stopOnSignal(cloud)
  // the demo town is played by our own functions
  if (!values.empty && values.functions === undefined) await playDemoTown(cloud, dataDir)
  if (values.functions !== undefined) {
    const names = cloud.functions().join(', ') || 'none yet: a function is a folder with an index.js'
    process.stderr.write(`functions: ${names}\nlook inside: ${cloud.url}/inspect\n`)
  }
  process.stdout.write(`ready ${cloud.url}/admin\n`)
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
