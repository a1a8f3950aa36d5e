import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Documents } from '../../cloudfunctions/_kit/collections'
import {
  centreId,
  faultsOf,
  faultsOfTown,
  type LedgerTown,
  openLedgerTown,
  secretary,
  staff,
} from './ledger-town'
import { chooser, type Operation, type Scene, sceneOf, seeded } from './soak-operations'

/**
 * Random operations of many people at once against the real functions, some killed at one of their writes and some of
 * those never asked again; after each batch the timer runs and the laws of the ledger hold for every account.
 * `npx tsx test/points/soak.ts 100000 [seed]` runs as many as it is told and prints its figure.
 */

const batchSize = 150
/** Calls under way at once. */
const abreast = 10
/** One call in so many is killed. */
const killedOneIn = 80
const people = Array.from({ length: 30 }, (_, n) => `soak-${n}`)
const stock = 100_000
const day = 86_400_000
/** The cloud ends a transaction nobody finishes after 30 s. */
const untilLocksEnd = 31_000

export interface Figure {
  readonly operations: number
  readonly killed: number
  readonly done: Readonly<Record<string, number>>
  readonly refused: Readonly<Record<string, number>>
  readonly passbooks: number
  readonly journals: number
  readonly days: number
  readonly seconds: number
}

const counted = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1
}

/** What is wrong with the shelf: every piece that ever came in is on it, held, or handed out. */
const shelfFaults = (items: readonly Documents['shelfItems'][]): readonly string[] =>
  items.flatMap(({ _id, left, redeemed, holds }) => {
    const heldPieces = holds.reduce((sum, { quantity }) => sum + quantity, 0)
    return left + redeemed + heldPieces === stock ? [] : [`${_id}: ${left} + ${redeemed} + ${heldPieces}`]
  })

/** What is wrong after the timer has run: something drifts, is half done, or is held without a redemption. */
const faultsNow = async (town: LedgerTown): Promise<readonly string[]> => {
  const [books, items, held, unsettled] = await Promise.all([
    town.rows('passbooks'),
    town.rows('shelfItems'),
    town.rows('redemptions', { state: 'held' }),
    town.rows('redemptions', { settled: false }),
  ])
  const known = new Set(held.map(({ _id }) => _id))
  const stray = items.flatMap(({ holds }) => holds.filter(({ redemptionId }) => !known.has(redemptionId)))
  const openingOnly = (book: Documents['passbooks']) =>
    faultsOf({ ...book, balance: book.balance - book.opening, opening: 0, written: book.journals.length }, [])
  return [
    ...books.flatMap((book) =>
      openingOnly(book).filter((fault) => !/earned less out|below zero/.test(fault)),
    ),
    ...books
      .filter(
        ({ earnedIn, out, balance }) =>
          Object.values(earnedIn).reduce((sum, n) => sum + n, 0) - out !== balance,
      )
      .map(({ _id }) => `${_id}: earned less out is not the balance`),
    ...books.filter(({ balance }) => balance < 0).map(({ _id }) => `${_id}: balance below zero`),
    ...shelfFaults(items),
    ...unsettled.map(({ _id }) => `${_id}: not settled`),
    ...stray.map(({ redemptionId }) => `${redemptionId}: held without a redemption`),
  ]
}

/** What is wrong with the daily reconciliations: a drift, or a balance that does not follow from the day before. */
const reconciliationFaults = async (town: LedgerTown): Promise<readonly string[]> => {
  const rows = [...(await town.rows('reconciliations', { centreId }))].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
  return rows.flatMap((row, at) => {
    const before = rows[at - 1]?.balance ?? 0
    const follows = before + row.issued - row.spent - row.expired === row.balance
    return [
      ...row.drift.map(({ passbookId }) => `${row.day}: ${passbookId} drifts`),
      ...(follows
        ? []
        : [`${row.day}: ${before} + ${row.issued} - ${row.spent} - ${row.expired} ≠ ${row.balance}`]),
    ]
  })
}

const openShelf = async (town: LedgerTown): Promise<readonly string[]> => {
  const settings = {
    noticeDays: 3,
    pickupHours: 60,
    pickupPlace: '一楼',
    openingTimes: '周六',
    expireAfterYears: 1,
  }
  await town.done('saveSettings', { centreId, ...settings }, secretary)
  const itemIds: string[] = []
  for (const [title, price, limit] of [
    ['大米', 30, 0],
    ['洗衣液', 12, 5],
    ['鸡蛋', 5, 0],
  ] as const) {
    const facts = {
      title,
      price,
      limit,
      kind: 'goods',
      description: '',
      picture: '',
      limitPeriod: 'month',
    } as const
    const { itemId } = await town.done(
      'saveShelfItem',
      { centreId, ...facts, state: 'published', slots: [] },
      staff,
    )
    await town.done('stockIn', { centreId, itemId, quantity: stock }, staff)
    itemIds.push(itemId)
  }
  return itemIds
}

/** Runs so many operations; throws with what is wrong as soon as anything is. */
export const soak = async (operations: number, seed: number): Promise<Figure> => {
  const began = performance.now()
  // its own copy: a build meanwhile does not take the functions from under it
  const functions = mkdtempSync(join(tmpdir(), 'linli-soak-'))
  cpSync(join(__dirname, '..', '..', 'dist', 'cloudfunctions'), functions, { recursive: true })
  const town = await openLedgerTown({ functions, testClock: true, testFaults: true })
  try {
    const itemIds = await openShelf(town)
    for (const [n, openid] of people.entries()) await town.lives(openid, '5', String(1 + (n % 20)))
    for (const openid of people) await town.earns(await town.passbookId(openid), 50)
    const choose = chooser(seeded(seed), town.itemId)
    const [done, refused] = [{} as Record<string, number>, {} as Record<string, number>]
    let [made, killed, days] = [0, 0, 0]

    const call = (
      { room, action, input, by }: Operation,
      requestId: string,
      headers: Record<string, string> = {},
    ) => town.town.cloud.call(room, action, input, { openid: by, requestId, headers })

    const note = ({ name }: Operation, answer: { readonly body: unknown }): void => {
      const reply = answer.body as { readonly ok?: boolean; readonly code?: string }
      if (reply.ok) {
        counted(done, name)
        return
      }
      const code = reply.code ?? 'no answer'
      if (/INTERNAL|BAD_INPUT/.test(code)) {
        const said = town.town.cloud.said().slice(-5).join('\n')
        throw new Error(`${name} of seed ${seed}: ${JSON.stringify(answer.body)}\n${said}`)
      }
      counted(refused, code)
    }

    /** Makes a call, killed or not; answers how to ask again when somebody would. */
    const carryOut = async (operation: Operation): Promise<(() => Promise<void>) | undefined> => {
      const requestId = randomUUID()
      const isKilled = choose.below(killedOneIn) === 0
      const asksAgain = choose.below(2) === 0
      const afterWrites = String(choose.below(operation.writes + 1))
      const answer = await call(operation, requestId, isKilled ? { 'x-crash-after-writes': afterWrites } : {})
      if (!isKilled || answer.status === 200) {
        note(operation, answer)
        return undefined
      }
      killed += 1
      return asksAgain ? async () => note(operation, await call(operation, requestId)) : undefined
    }

    /** Some calls at once; then, when the locks of the killed ones are gone, those are asked again. */
    const wave = async (some: readonly Operation[]): Promise<void> => {
      const killedBefore = killed
      const again = (await Promise.all(some.map(carryOut))).flatMap((retry) => retry ?? [])
      if (killed === killedBefore) return
      await town.town.cloud.clock({ advance: untilLocksEnd })
      await Promise.all(again.map((retry) => retry()))
    }

    const batch = async (scene: Scene): Promise<void> => {
      const size = Math.min(batchSize, operations - made)
      const chosen = Array.from({ length: size }, () => choose.next(scene)).flatMap((each) => each ?? [])
      for (let at = 0; at < chosen.length; at += abreast) {
        await wave(chosen.slice(at, at + abreast))
      }
      made += size
    }

    while (made < operations) {
      await batch(await sceneOf(town, people, itemIds))
      await town.town.cloud.clock({ advance: day })
      days += 1
      await town.tick()
      const isMilestone = days % 20 === 0 || made >= operations
      const faults = [...(await faultsNow(town)), ...(isMilestone ? await faultsOfTown(town) : [])]
      if (faults.length > 0)
        throw new Error(`after ${made} operations of seed ${seed}:\n${faults.join('\n')}`)
    }
    const faults = await reconciliationFaults(town)
    if (faults.length > 0) throw new Error(`seed ${seed}:\n${faults.join('\n')}`)
    const books = await town.rows('passbooks')
    const journals = books.reduce((sum, { written }) => sum + written, 0)
    const seconds = Math.round((performance.now() - began) / 1000)
    return { operations: made, killed, done, refused, passbooks: books.length, journals, days, seconds }
  } finally {
    await town.town.cloud.stop()
    rmSync(functions, { recursive: true, force: true })
  }
}

if (process.argv[1]?.endsWith('soak.ts')) {
  const [operations = '100000', seed = '20261121'] = process.argv.slice(2)
  soak(Number(operations), Number(seed)).then(
    (figure) => process.stdout.write(`${JSON.stringify(figure, null, 2)}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    },
  )
}
