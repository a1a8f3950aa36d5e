import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'esbuild'
import { build } from '../../config/build'
import { root } from '../../config/run'
import { type Figure, rounded } from './figures'

const runs = 7

/** Milliseconds until a fresh process has loaded a function; the median of several. */
const loadTime = (file: string): number => {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(file)});console.log(Number(process.hrtime.bigint()-t)/1e6)`
  const times = Array.from({ length: runs }, () =>
    Number(
      spawnSync(process.execPath, ['-e', script], {
        encoding: 'utf8',
        env: { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TCB_ENV: 'local' },
      }).stdout.trim(),
    ),
  )
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

/** How long a fresh instance takes to load a function: bundled, beside the same code requiring node_modules. */
export const coldStart = async (): Promise<Figure[]> => {
  build(['functions'])
  const folder = join(root, 'node_modules', '.linli-bench')
  mkdirSync(folder, { recursive: true })
  try {
    const figures: Figure[] = []
    for (const room of ['community', 'lists', 'points']) {
      const unbundled = join(folder, `${room}.cjs`)
      await bundle({
        entryPoints: [join(root, 'cloudfunctions', room, 'index.ts')],
        outfile: unbundled,
        bundle: true,
        packages: 'external',
        platform: 'node',
        target: 'node20',
      })
      const ours = loadTime(join(root, 'dist', 'cloudfunctions', room, 'index.js'))
      const plain = loadTime(unbundled)
      figures.push({
        bench: 'cold start',
        what: `${room}: bundled / unbundled`,
        figure: rounded(ours / plain),
        beside: '≤ 0.6',
      })
    }
    return figures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
