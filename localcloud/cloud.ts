import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { startCloud } from './local-cloud'
import { stopOnSignal } from './stop-on-signal'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '7001' },
    data: { type: 'string', default: '.data' },
    functions: { type: 'string', default: join(__dirname, '..', 'dist', 'cloudfunctions') },
    empty: { type: 'boolean', default: false },
    explain: { type: 'boolean', default: false },
    'test-clock': { type: 'boolean', default: false },
    'test-faults': { type: 'boolean', default: false },
  },
})

const run = async (): Promise<void> => {
  const cloud = await startCloud({
    port: Number(values.port),
    dataDir: resolve(values.data),
    functionsDir: resolve(values.functions),
    appJson: join(__dirname, '..', 'dist', 'weapp', 'app.json'),
    explain: values.explain,
    testClock: values['test-clock'],
    testFaults: values['test-faults'],
  })
  stopOnSignal(cloud)
  process.stdout.write(`ready ${cloud.url}/admin\n`)
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
