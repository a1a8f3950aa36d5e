import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The project's root folder. */
export const root = join(__dirname, '..')

/** Runs a tool of the project's own node_modules and ends this process with its code if it fails. */
export const runTool = (
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void => {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', tool), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** Newest change below a file or folder, epoch ms; 0 when it is not there. */
export const newest = (path: string): number => {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Whether `output` is missing or older than anything in `sources` (paths from the root). */
export const isStale = (output: string, sources: readonly string[]): boolean => {
  const built = statSync(join(root, output), { throwIfNoEntry: false })?.mtimeMs ?? 0
  return sources.some((source) => newest(join(root, source)) > built)
}
