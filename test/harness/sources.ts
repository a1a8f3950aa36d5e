import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = join(__dirname, '..', '..')

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

export interface SourceFile {
  /** Path from the project's root. */
  readonly path: string
  readonly text: string
}

/** The TypeScript files below some top-level folders. */
export const sourcesOf = (...folders: readonly string[]): SourceFile[] =>
  folders
    .flatMap((folder) => filesBelow(join(root, folder)))
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }))
