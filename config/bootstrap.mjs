// Runs a command of the project on a fresh clone: with nothing but Node 20 and npm it installs what is missing first.
// Plain JavaScript, because it has to run before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'node_modules', '.linli-installed')

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 20) {
  process.stderr.write(`Linli needs Node 20 or newer; this is ${process.versions.node}\n`)
  process.exit(1)
}

const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  // not 'npm ci': it insists on packages for foreign platforms that a mirror may not carry
  run('npm', ['install', '--no-save', '--no-audit', '--no-fund'])
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  writeFileSync(stamp, lock)
}

const [script, ...args] = process.argv.slice(2)
const child = spawn(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
  cwd: root,
  stdio: 'inherit',
  // paths on the command line are meant from where it was written
  env: { ...process.env, LINLI_FROM: process.env.LINLI_FROM ?? process.env.INIT_CWD ?? process.cwd() },
})
child.on('exit', (code) => process.exit(code ?? 1))

// Ctrl-C reaches the child by itself. A polite kill reaches only npm, whose shell dies without handing it on.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => child.kill('SIGTERM'))
const shell = process.ppid
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid === shell || child.kill('SIGTERM'), 500).unref()
}
