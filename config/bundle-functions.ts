import { copyFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

const root = join(__dirname, '..')

/** Where functions are read and where their bundles go. */
export interface BundlePaths {
  source: string
  target: string
}

const PATHS: BundlePaths = {
  source: join(root, 'cloudfunctions'),
  target: join(root, 'dist', 'cloudfunctions'),
}

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Every deployed function: a folder under `cloudfunctions/` with an `index.ts`; `_kit` has none. */
const functionNames = async ({ source }: BundlePaths): Promise<string[]> => {
  const entries = await readdir(source, { withFileTypes: true })
  const names: string[] = []
  for (const entry of entries) {
    if (entry.isDirectory() && (await exists(join(source, entry.name, 'index.ts')))) names.push(entry.name)
  }
  return names.sort()
}

const libraries = createRequire(__filename)

/**
 * WebAssembly that a library reads from beside the file that runs, which is the bundle. The solver would otherwise be
 * bundled from its ES module, which asks `import.meta` where it is; its CommonJS twin asks `__dirname`.
 */
const besideTheBundle = [
  { library: 'jieba-wasm', file: 'jieba_rs_wasm_bg.wasm' },
  { library: 'highs', file: 'highs.wasm' },
] as const

/**
 * Bundles one function into a single CommonJS file with wx-server-sdk inside: the cloud then installs nothing,
 * and a cold start reads one file. Not minified: an error in the cloud's log still names the line that failed.
 */
const bundle = async ({ source, target }: BundlePaths, name: string): Promise<void> => {
  const from = join(source, name)
  const to = join(target, name)
  await rm(to, { recursive: true, force: true })
  await mkdir(to, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(from, 'index.ts')],
    outfile: join(to, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { highs: libraries.resolve('highs') },
    charset: 'utf8',
    metafile: true,
    logLevel: 'warning',
  })
  for (const file of ['config.json', 'package.json']) {
    if (await exists(join(from, file))) await copyFile(join(from, file), join(to, file))
  }
  const inputs = Object.keys(metafile.inputs)
  for (const { library, file } of besideTheBundle) {
    const folder = dirname(libraries.resolve(library))
    if (inputs.some((input) => join(root, input).startsWith(folder)))
      await copyFile(join(folder, file), join(to, file))
  }
}

/** Writes the declared collections as JSON, for the local cloud and the deployment. */
const writeCollections = async ({ source, target }: BundlePaths): Promise<void> => {
  const table = join(source, '_kit', 'collections.ts')
  const collections: unknown = (await exists(table)) ? (await import(table)).collections : []
  await writeFile(join(target, 'collections.json'), `${JSON.stringify(collections, null, 2)}\n`)
}

/** Builds `dist/cloudfunctions` from `cloudfunctions/`; answers the names of the functions built. */
export const bundleFunctions = async (paths: BundlePaths = PATHS): Promise<string[]> => {
  const { target } = paths
  await mkdir(target, { recursive: true })
  const names = await functionNames(paths)
  for (const entry of await readdir(target)) {
    if (!names.includes(entry)) await rm(join(target, entry), { recursive: true, force: true })
  }
  await Promise.all(names.map((name) => bundle(paths, name)))
  await writeCollections(paths)
  return names
}

if (require.main === module) {
  bundleFunctions().then(
    (names) => process.stdout.write(`dist/cloudfunctions: ${names.join(', ') || 'no functions yet'}\n`),
    (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
      process.exitCode = 1
    },
  )
}
