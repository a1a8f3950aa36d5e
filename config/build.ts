import { isStale, runTool } from './run'

const lockfile = 'package-lock.json'
const outputs = {
  functions: {
    made: 'dist/cloudfunctions/collections.json',
    from: ['cloudfunctions', 'types', 'config/bundle-functions.ts', lockfile],
  },
  weapp: { made: 'dist/weapp/app.json', from: ['src', 'types', 'config/taro', 'babel.config.js', lockfile] },
  h5: { made: 'dist/h5/index.html', from: ['src', 'types', 'config/taro', 'babel.config.js', lockfile] },
} as const

export type Output = keyof typeof outputs

const make: Readonly<Record<Output, () => void>> = {
  functions: () => runTool('tsx', ['config/bundle-functions.ts']),
  weapp: () => runTool('taro', ['build', '--type', 'weapp'], { NODE_ENV: 'production' }),
  h5: () => runTool('taro', ['build', '--type', 'h5'], { NODE_ENV: 'production' }),
}

/** Builds what is missing or older than its sources. */
export const build = (wanted: readonly Output[]): void => {
  for (const output of wanted) {
    if (isStale(outputs[output].made, outputs[output].from)) make[output]()
  }
}

if (require.main === module) {
  const asked = process.argv.slice(2).filter((name): name is Output => name in outputs)
  for (const output of asked.length > 0 ? asked : (Object.keys(outputs) as Output[])) make[output]()
  if (asked.length === 0) runTool('size-limit', [])
}
