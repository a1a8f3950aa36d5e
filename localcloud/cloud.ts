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
    'test-clock': { type: 'boolean', default: false },
    'test-faults': { type: 'boolean', default: false },
  },
})

const run = async (): Promise<void> => {
  const dataDir = resolve(values.data)
  const cloud = await startCloud({
    port: Number(values.port),
    dataDir,
    ...(values.functions === undefined ? {} : { functionsDir: resolve(values.functions) }),
    explain: values.explain,
    testClock: values['test-clock'],
    testFaults: values['test-faults'],
  })
  stopOnSignal(cloud)
  // the demo town is played by our own functions
  if (!values.empty && values.functions === undefined) await playDemoTown(cloud, dataDir)
  process.stdout.write(`ready ${cloud.url}/admin\n`)
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
