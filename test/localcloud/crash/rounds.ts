import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openWire } from '../../bench/localcloud/wire'
import { startTestCloud } from '../../harness/cloud'
import { wrongs } from './check'
import { type Acknowledged, countOf, nothingYet, prepare, writeUntilGone } from './load'

const COLLECTIONS = [
  { name: 'rows', indexes: [{ name: 'name', unique: true, keys: [{ name: 'name', direction: '1' }] }] },
  { name: 'transfers', indexes: [{ name: 'from', keys: [{ name: 'from', direction: '1' }] }] },
  { name: 'accounts', indexes: [] },
  { name: 'counters', indexes: [] },
]
// A kill comes after so many more acknowledged writes at most, and then some time into the next ones.
const MOST_WRITES = 300
const LONGEST_MS = 40
const LOOK_MS = 5

/** The figures of a soak. */
export interface Soak {
  kills: number
  /** Writes that were acknowledged before the kills: additions, removals, transfers, counts. */
  acknowledged: number
  /** Of them, transactions over three documents. */
  transactions: number
  /** One line per broken promise. */
  wrong: string[]
}

// Told by progress, not by the clock: on a busy machine as many writes come before the kill as on an idle one.
const randomMoment = async (known: Acknowledged): Promise<void> => {
  const due = countOf(known) + Math.random() * MOST_WRITES
  while (countOf(known) < due) await pause(LOOK_MS)
  await pause(Math.random() * LONGEST_MS)
}

/** Kills a cloud under load `kills` times at random moments, and checks after each restart what it had promised. */
export const soak = async (kills: number, told: (line: string) => void = () => undefined): Promise<Soak> => {
  const functions = mkdtempSync(join(tmpdir(), 'linli-soak-'))
  writeFileSync(join(functions, 'collections.json'), JSON.stringify(COLLECTIONS))
  const cloud = await startTestCloud({ functions })
  const known = nothingYet()
  const wrong: string[] = []
  try {
    const first = openWire(cloud.url)
    await prepare(first)
    first.close()
    for (let round = 1; round <= kills; round += 1) {
      const wire = openWire(cloud.url)
      const writing = writeUntilGone(wire, round, known)
      await randomMoment(known)
      await cloud.kill9()
      await writing
      wire.close()
      await cloud.restart()
      const after = openWire(cloud.url)
      const found = await wrongs(after, known)
      after.close()
      wrong.push(...found.map((line) => `kill ${round}: ${line}`))
      const { added, removed, moved, counted } = known
      told(
        `kill ${round}: ${added.size} rows there, ${removed.size} gone, ` +
          `${moved.size} transfers, counter ${counted}; ${found.length} wrong`,
      )
    }
  } finally {
    await cloud.stop()
    rmSync(functions, { recursive: true })
  }
  return { kills, acknowledged: countOf(known), transactions: known.moved.size, wrong }
}
