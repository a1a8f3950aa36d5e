import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../config/run'
import { ballot } from './ballot'
import { burst } from './burst'
import { canteen } from './canteen'
import { canteenBurst } from './canteen-burst'
import { coldStart } from './cold-start'
import { type Figure, tableOf } from './figures'
import { localcloud } from './localcloud'
import { matching } from './matching'
import { planning } from './planning'
import { requests } from './requests'
import { sizes } from './sizes'

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  requests,
  burst,
  canteen,
  'canteen-burst': canteenBurst,
  ballot,
  localcloud,
  matching,
  planning,
  'cold-start': coldStart,
  sizes,
}

const main = async (): Promise<void> => {
  const asked = process.argv.slice(2)
  const names = asked.length > 0 ? asked : Object.keys(benches)
  const figures: Figure[] = []
  for (const name of names) {
    const bench = benches[name]
    if (!bench) throw new Error(`no bench «${name}»; there are ${Object.keys(benches).join(', ')}`)
    figures.push(...(await bench()))
  }
  process.stdout.write(`${tableOf(figures)}\n`)
  const file = join(root, 'dist', 'bench.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
