import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FrontDoor, openFrontDoor } from './front-door'
import type { LocalCloud } from './local-cloud'

const TOWN = join(__dirname, 'demo', 'town.ts')

/**
 * Plays the demo town (`demo/town.ts`, export `playTown`) into a data folder that has not seen it. A play that was
 * cut off starts over; its request ids are the same, so nothing happens twice. Answers whether it played.
 */
export const playDemoTown = async (
  cloud: Pick<LocalCloud, 'url' | 'secret'>,
  dataDir: string,
): Promise<boolean> => {
  const played = join(dataDir, 'town.json')
  if (existsSync(played) || !existsSync(TOWN)) return false
  const { playTown }: { playTown: (door: FrontDoor) => Promise<void> } = await import(TOWN)
  await playTown(openFrontDoor(cloud.url, 'town', cloud.secret))
  writeFileSync(played, `${JSON.stringify({ playedAt: new Date().toISOString() })}\n`)
  return true
}
