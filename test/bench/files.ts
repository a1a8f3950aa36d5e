import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Paths of every file below a folder, from that folder, with forward slashes. */
export const filesOf = (folder: string, prefix = ''): string[] =>
  readdirSync(join(folder, prefix)).flatMap((name) => {
    const path = `${prefix}${name}`
    return statSync(join(folder, path)).isDirectory() ? filesOf(folder, `${path}/`) : [path]
  })
