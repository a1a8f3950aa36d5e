import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type MutationReport, scoreOf, tableOf } from './mutation-table'
import { root, runTool } from './run'

// Breaks the rules of a room, and of the kit it stands on, in every small way there is and tells how many of these
// breaks the rule tests of both notice. Needs no build and no local cloud: npm run mutate -- [room]

/** Share of the breaks that must be noticed, percent. */
const least = 90

/** A zone of jest.config.cjs; all that matters here is which one it is. */
interface Zone {
  readonly displayName: string
}

const room = process.argv[2] ?? 'points'
if (!existsSync(join(root, 'cloudfunctions', room))) {
  process.stderr.write(`no room «${room}»; usage: npm run mutate -- [room]\n`)
  process.exit(2)
}

const { projects }: { readonly projects: readonly Zone[] } = require('../jest.config.cjs')
const rules = projects.find(({ displayName }) => displayName === 'rule')

/** Stryker copies the project to here and breaks the copy. */
const folder = mkdtempSync(join(tmpdir(), 'linli-mutate-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const report = join(folder, 'report.json')
const config = join(folder, 'stryker.json')
writeFileSync(
  config,
  JSON.stringify({
    mutate: [room, '_kit'].map((name) => `cloudfunctions/${name}/**/*.rule.ts`),
    ignorePatterns: ['dist', 'docs', '.data'],
    testRunner: 'jest',
    jest: {
      // a file without a jest section, so that the other zones stay out of it
      configFile: 'package.json',
      config: {
        ...rules,
        testMatch: [room, 'kit'].map((name) => `<rootDir>/test/${name}/**/*.rule.test.ts`),
      },
    },
    concurrency: 2,
    // a busy laptop is not an endless loop
    timeoutMS: 15_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: report },
    tempDirName: join(folder, 'copy'),
    logLevel: 'warn',
    warnings: { slow: false },
    allowConsoleColors: false,
  }),
)
runTool('stryker', ['run', config])

const { files }: MutationReport = JSON.parse(readFileSync(report, 'utf8'))
process.stdout.write(`\n${tableOf(room, files)}`)
const score = scoreOf(Object.values(files).flatMap(({ mutants }) => mutants))
if (score < least) {
  process.stderr.write(`${score.toFixed(1)} % are noticed; it must be ${least} %\n`)
  process.exit(1)
}
