import type { Documents } from '../../cloudfunctions/_kit/collections'
import { centreId, faultsOfTown, type LedgerTown } from './ledger-town'

type Passbook = Documents['passbooks']
type ShelfItem = Documents['shelfItems']

/** What the months of a passbook that were put away come to. */
interface PutAway {
  readonly lines: number
  readonly closing: number
  readonly transfers: number
}

const nothingPutAway: PutAway = { lines: 0, closing: 0, transfers: 0 }
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const transfersIn = (journals: Passbook['journals']): number =>
  sum(journals.filter(({ kind }) => kind === 'transfer').map(({ amount }) => amount))

const broken = (of: string, laws: readonly (readonly [law: string, holds: boolean])[]): readonly string[] =>
  laws.flatMap(([law, holds]) => (holds ? [] : [`${of}: not true that ${law}`]))

/** What is wrong with a passbook by itself. It is one document, so this holds at every moment, whoever is at it. */
const passbookFaults = (book: Passbook): readonly string[] => {
  const { _id, opening, balance, journals, earnedIn, out, written, state } = book
  return broken(_id, [
    ['the balance is not below zero', balance >= 0],
    [
      'opening and lines add up to the balance',
      opening + sum(journals.map((line) => line.amount)) === balance,
    ],
    [
      'the entries of each line sum to zero',
      journals.every(({ entries }) => sum(entries.map((entry) => entry.amount)) === 0),
    ],
    ['earned less out is the balance', sum(Object.values(earnedIn)) - out === balance],
    ['no line stands twice', new Set(journals.map(({ id }) => id)).size === journals.length],
    ['every line was counted', journals.length <= written],
    ['a closed passbook is empty', state === 'open' || balance === 0],
  ])
}

/** What is wrong with the shelf: every piece that ever came in is on it, held, or handed out, at every moment. */
const shelfFaults = ({ _id, left, redeemed, holds }: ShelfItem, stock: number): readonly string[] =>
  broken(_id, [
    [`${stock} pieces are there`, left + redeemed + sum(holds.map(({ quantity }) => quantity)) === stock],
    ['nothing is below zero', left >= 0 && redeemed >= 0],
  ])

/** What is wrong with the daily reconciliations: a drift, a day left out, or one that does not follow from the last. */
const reconciliationFaults = (rows: readonly Documents['reconciliations'][], days: number) => {
  const inOrder = rows.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return [
    ...(rows.length < days ? [`${rows.length} days are reconciled of ${days}`] : []),
    ...inOrder.flatMap((row, at) => {
      const before = inOrder[at - 1]?.balance ?? 0
      const { day, drift, issued, spent, expired, balance } = row
      return broken(day, [
        ['nothing drifts', drift.length === 0],
        [
          `${before} + ${issued} - ${spent} - ${expired} is ${balance}`,
          before + issued - spent - expired === balance,
        ],
      ])
    }),
  ]
}

/**
 * Watches over the books of a town; each way of looking answers what is wrong. `stock` is what came in of each thing on
 * the shelf.
 */
export const auditorOf = ({ rows }: Pick<LedgerTown, 'rows'>, stock: number) => {
  const putAway = new Map<string, PutAway>()

  /** Months are put away rarely and for good, so only those of passbooks that got lighter are read. */
  const readNewPages = async (books: readonly Passbook[]): Promise<readonly string[]> => {
    const known = ({ _id }: Passbook) => putAway.get(_id) ?? nothingPutAway
    const lighter = books.filter((book) => book.written - book.journals.length !== known(book).lines)
    if (lighter.length === 0) return []
    const found = await Promise.all(
      lighter.map(({ _id }) => rows('passbookPages', { _id: { $gte: `${_id}:`, $lt: `${_id};` } })),
    )
    return lighter.flatMap((book, at) => {
      const own = found[at] ?? []
      const months = own.toSorted((a, b) => (a.month < b.month ? -1 : 1))
      const lines = months.flatMap(({ journals }) => journals)
      const closing = months.at(-1)?.closing ?? 0
      putAway.set(book._id, { lines: lines.length, closing, transfers: transfersIn(lines) })
      return broken(book._id, [
        ['every line ever written is there', lines.length + book.journals.length === book.written],
        [
          'months follow each other',
          months.every((page, at) => page.opening === (months[at - 1]?.closing ?? 0)),
        ],
        ['the lines put away add up', sum(lines.map(({ amount }) => amount)) === closing],
      ])
    })
  }

  return {
    /** After an operation: the passbooks and the thing on the shelf it named. */
    after: async (passbookIds: readonly string[], itemId?: string): Promise<readonly string[]> => {
      const [books, items] = await Promise.all([
        passbookIds.length > 0 ? rows('passbooks', { _id: { $in: passbookIds } }) : [],
        itemId === undefined ? [] : rows('shelfItems', { _id: itemId }),
      ])
      return [...books.flatMap(passbookFaults), ...items.flatMap((item) => shelfFaults(item, stock))]
    },

    /** After the timer, while nobody does anything: all passbooks with their months, the shelf, what is held. */
    atRest: async (books: readonly Passbook[]): Promise<readonly string[]> => {
      const [items, held, unsettled] = await Promise.all([
        rows('shelfItems'),
        rows('redemptions', { centreId, state: 'held' }),
        rows('redemptions', { settled: false }),
      ])
      const pages = await readNewPages(books)
      const known = new Set(held.map(({ _id }) => _id))
      const stray = items.flatMap(({ holds }) => holds.filter(({ redemptionId }) => !known.has(redemptionId)))
      const away = [...putAway.values()].map(({ transfers }) => transfers)
      const transfers = sum([...books.map(({ journals }) => transfersIn(journals)), ...away])
      return [
        ...books.flatMap(passbookFaults),
        ...books.flatMap(({ _id, opening }) =>
          broken(_id, [['it follows its last month', opening === (putAway.get(_id)?.closing ?? 0)]]),
        ),
        ...pages,
        ...items.flatMap((item) => shelfFaults(item, stock)),
        ...unsettled.map(({ _id }) => `${_id}: not settled`),
        ...stray.map(({ redemptionId }) => `${redemptionId}: held without a redemption`),
        ...(transfers === 0 ? [] : [`transfers sum to ${transfers}`]),
      ]
    },

    /** At the end: every line ever written, read anew, and the reconciliations of so many days. */
    atTheEnd: async (days: number): Promise<readonly string[]> => [
      ...(await faultsOfTown({ rows })),
      ...reconciliationFaults(await rows('reconciliations', { centreId }), days),
    ],
  }
}
