import { resolve } from 'node:path'
import { playDemoTown } from './demo-town'
import { startCloud } from './local-cloud'
import { stopOnSignal } from './stop-on-signal'

const DEFAULT_PORT = 7000

const run = async (): Promise<void> => {
  const dataDir = resolve(process.env.DATA_DIR ?? '.data')
  const cloud = await startCloud({ port: Number(process.env.PORT ?? DEFAULT_PORT), dataDir })
  stopOnSignal(cloud)
  process.stdout.write('演示小镇正在准备…\n')
  await playDemoTown(cloud, dataDir)
  process.stdout.write(`${cloud.url}\n${cloud.url}/who      选择身份\n${cloud.url}/inspect  查看本地云\n`)
}

run().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})
