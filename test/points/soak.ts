import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type LedgerTown, openLedgerTown } from './ledger-town'
import { auditorOf } from './soak-laws'
import { chooser, type Operation, type Scene, sceneOf, seeded } from './soak-operations'
import { moveIn, nextMorning, openShelf, people, pooled, stock } from './soak-town'

/**
 * Random operations of many people at once against the real functions, some killed at one of their writes and some of
 * those never asked again. When the laws of the ledger are looked at:
 * - after the answer to each operation, in the passbooks and the thing on the shelf it is about, while others go on;
 * - after each batch (a day) and its timer, in all passbooks with the months put away, the shelf and what is held;
 * - at the end, in every line ever written, read anew, and in the reconciliation of each day.
 *
 * `npx tsx test/points/soak.ts 100000 [seed]` runs as many as it is told and prints its figure.
 */

const batchSize = 150
/** One call in so many is killed. */
const killedOneIn = 100
/** The cloud ends a transaction nobody finishes after 30 s; its clock is moved there in two steps. */
const stepToLocksEnd = 16_000
/** A call that takes longer waits for the lock of a killed one, in milliseconds of real time. */
const longestCall = 3_000

interface Figure {
  readonly operations: number
  readonly killed: number
  readonly done: Readonly<Record<string, number>>
  readonly refused: Readonly<Record<string, number>>
  readonly passbooks: number
  readonly journals: number
  readonly days: number
  readonly seconds: number
}

/** Ends a run early, and hears how far it has come after each day. */
interface Watch {
  readonly signal?: AbortSignal
  readonly heard?: (operations: number, killed: number) => void
}

/** An operation, and whether it dies: after how many writes, and whether somebody asks again. */
interface Planned {
  readonly operation: Operation
  readonly requestId: string
  readonly diesAfter?: number
  readonly asksAgain: boolean
}

const counted = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

const soakIn = async (town: LedgerTown, operations: number, seed: number, watch: Watch): Promise<Figure> => {
  const began = performance.now()
  const { cloud } = town.town
  await nextMorning(town)
  const shelf = await openShelf(town)
  await moveIn(town)
  const choose = chooser(seeded(seed), town.itemId)
  const auditor = auditorOf(town, stock)
  const done: Record<string, number> = {}
  const refused: Record<string, number> = {}
  const underWay = new Set<Promise<unknown>>()
  let [made, killed, days, planned] = [0, 0, 0, 0]
  let locksEnd: Promise<void> | undefined

  const fault = (what: string) => new Error(`after ${made} operations of seed ${seed}:\n${what}`)

  /** Lets the locks of killed calls end. No step is longer than a transaction lives, so nobody else's ends early. */
  const endLocks = async (): Promise<void> => {
    for (let step = 0; step < 2; step += 1) {
      await Promise.race([Promise.allSettled([...underWay]), pause(longestCall)])
      await cloud.clock({ advance: stepToLocksEnd })
    }
  }

  const call = async ({ operation, requestId, diesAfter }: Planned) => {
    const { room, action, input, by } = operation
    const headers = diesAfter === undefined ? {} : { 'x-crash-after-writes': String(diesAfter) }
    const calling = cloud.call(room, action, input, { openid: by, requestId, headers })
    underWay.add(calling)
    return calling.finally(() => underWay.delete(calling))
  }

  const note = ({ name }: Operation, answer: { readonly status: number; readonly body: unknown }): void => {
    const reply = answer.body as { readonly ok?: boolean; readonly code?: string }
    if (reply.ok) {
      counted(done, name)
      return
    }
    const code = reply.code ?? 'no answer'
    if (answer.status !== 200 || /INTERNAL|BAD_INPUT/.test(code)) {
      throw fault(`${name}: ${JSON.stringify(answer.body)}\n${cloud.said().slice(-5).join('\n')}`)
    }
    counted(refused, code)
  }

  const carryOut = async (plan: Planned, again: Planned[]): Promise<void> => {
    const { operation, diesAfter, asksAgain, ...rest } = plan
    const answer = await call(plan)
    if (diesAfter === undefined || answer.status === 200) note(operation, answer)
    else {
      killed += 1
      if (asksAgain) again.push({ operation, asksAgain: false, ...rest })
      locksEnd = (locksEnd ?? Promise.resolve()).then(endLocks)
    }
    const faults = await auditor.after(operation.passbookIds, operation.itemId)
    if (faults.length > 0) throw fault(`${operation.name}:\n${faults.join('\n')}`)
    watch.signal?.throwIfAborted()
  }

  const plan = (operation: Operation): Planned => {
    planned += 1
    const isKilled = choose.below(killedOneIn) === 0
    const asksAgain = choose.below(2) === 0
    const diesAfter = choose.below(operation.writes + 1)
    const requestId = `soak-${seed}-${planned}`
    return { operation, requestId, asksAgain, ...(isKilled && { diesAfter }) }
  }

  const batch = async (scene: Scene): Promise<void> => {
    const size = Math.min(batchSize, operations - made)
    const again: Planned[] = []
    const chosen = Array.from({ length: size }, () => choose.next(scene)).flatMap((one) => one ?? [])
    try {
      await pooled(chosen.map(plan), (each) => carryOut(each, again))
    } finally {
      await locksEnd
    }
    await pooled(again, (each) => carryOut(each, []))
    made += chosen.length
  }

  let books = await town.rows('passbooks')
  while (made < operations) {
    await batch(await sceneOf(town, people, choose.below, { books, shelf }))
    await nextMorning(town)
    days += 1
    await town.tick()
    books = await town.rows('passbooks')
    const faults = await auditor.atRest(books)
    if (faults.length > 0) throw fault(faults.join('\n'))
    watch.heard?.(made, killed)
  }
  const faults = await auditor.atTheEnd(days)
  if (faults.length > 0) throw fault(faults.join('\n'))
  const journals = books.reduce((sum, { written }) => sum + written, 0)
  const seconds = Math.round((performance.now() - began) / 1000)
  return {
    operations: made,
    killed,
    done,
    refused,
    passbooks: books.length,
    journals,
    days,
    seconds,
  }
}

/** Runs so many operations in a town of their own; throws with what is wrong as soon as anything is. */
export const soak = async (operations: number, seed: number, watch: Watch = {}): Promise<Figure> => {
  // its own copy: a build meanwhile does not take the functions from under it
  const functions = mkdtempSync(join(tmpdir(), 'linli-soak-'))
  try {
    cpSync(join(__dirname, '..', '..', 'dist', 'cloudfunctions'), functions, { recursive: true })
    const town = await openLedgerTown({ functions, testClock: true, testFaults: true })
    try {
      return await soakIn(town, operations, seed, watch)
    } finally {
      await town.town.cloud.stop()
    }
  } finally {
    rmSync(functions, { recursive: true, force: true })
  }
}

const main = async (): Promise<void> => {
  const [operations = '100000', seed = '20261121'] = process.argv.slice(2)
  const stopping = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort(new Error(name)))
  let saidAt = performance.now()
  const heard = (made: number, killed: number): void => {
    if (performance.now() - saidAt < 30_000) return
    saidAt = performance.now()
    process.stderr.write(`${made} operations, ${killed} killed\n`)
  }
  const figure = await soak(Number(operations), Number(seed), { signal: stopping.signal, heard })
  process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`)
}

if (process.argv[1]?.endsWith('soak.ts')) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
