import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from '../../config/build'
import { root } from '../../config/run'
import { type Figure, rounded } from './figures'
import { filesOf } from './files'

const kilo = 1000

/** What WeChat would download: the main package and each subpackage of the build. */
export const sizes = async (): Promise<Figure[]> => {
  build(['weapp'])
  const folder = join(root, 'dist', 'weapp')
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
    subpackages?: { root: string }[]
  }
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root: path }) => path.replace(/\/?$/, '/'))
  const files = filesOf(folder).map((path) => ({ path, size: statSync(join(folder, path)).size }))
  const sum = (belongs: (path: string) => boolean) =>
    rounded(files.filter(({ path }) => belongs(path)).reduce((total, { size }) => total + size, 0) / kilo, 0)
  return [
    {
      bench: 'sizes',
      what: 'main package, kB',
      figure: sum((path) => !roots.some((prefix) => path.startsWith(prefix))),
      beside: '≤ 1000',
    },
    ...roots.map((prefix) => ({
      bench: 'sizes',
      what: `${prefix} kB`,
      figure: sum((path) => path.startsWith(prefix)),
      beside: '≤ 500',
    })),
  ]
}
