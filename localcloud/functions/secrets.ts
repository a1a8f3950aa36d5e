import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Answers the secret of a name: the host's own environment first, else made once and kept. */
export type Secrets = (name: string) => string

/**
 * Secrets kept in `<dataDir>/secrets.json`, readable by its owner only: 32 random bytes in base64 each.
 * They live beside the data they encrypt, so a copied data folder stays readable.
 */
export const openSecrets = (dataDir: string): Secrets => {
  const file = join(dataDir, 'secrets.json')
  const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return (name) => {
    const given = process.env[name] ?? kept[name]
    if (given !== undefined) return given
    const made = randomBytes(32).toString('base64')
    kept[name] = made
    writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return made
  }
}
