import type {
  MealJournal,
  MealOrder,
  MealReconciliationDocument,
  MenuDocument,
  MenuSummary,
} from '../_kit/documents/canteen'
import { balances } from '../_kit/ledger/book.rule'
import { sharesIn } from './account.rule'
import { sumByFund } from './figures.rule'

type Counted = Pick<MealOrder, 'price' | 'toPay' | 'subsidies' | 'delivery' | 'voidedBecause'>
type Drift = MealReconciliationDocument['drift'][number]

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** The orders of a menu that count: those nobody declared void. */
export const countingOrders = <Order extends Pick<MealOrder, 'voidedBecause'>>(
  orders: Readonly<Record<string, Order>>,
): readonly Order[] => Object.values(orders).filter(({ voidedBecause }) => voidedBecause === '')

/** What a menu came to, fen: price = toPay + Σ subsidies. */
export const summaryOf = (orders: Readonly<Record<string, Counted>>): MenuSummary => {
  const counting = countingOrders(orders)
  return {
    orders: counting.length,
    delivered: counting.filter(({ delivery }) => delivery).length,
    price: sum(counting.map(({ price }) => price)),
    toPay: sum(counting.map(({ toPay }) => toPay)),
    subsidies: sumByFund(counting.flatMap(({ subsidies }) => subsidies)),
  }
}

/** Whether two summaries say the same, whatever the order of their funds. */
export const sameSummary = (one: MenuSummary | null, other: MenuSummary): boolean => {
  const text = (summary: MenuSummary) =>
    JSON.stringify([
      summary.orders,
      summary.delivered,
      summary.price,
      summary.toPay,
      summary.subsidies.map(({ fund, fen }) => [fund, fen]).toSorted(),
    ])
  return one !== null && text(one) === text(other)
}

/** What a diner's account was charged for one menu: every journal about it. */
export interface Charged {
  readonly dinerId: string
  readonly journals: readonly Pick<MealJournal, 'amount' | 'entries'>[]
}

/** Figures that have to agree between an order and the journals about it, the diner's own money first. */
const figuresOfOrder = (order: MealOrder | undefined, funds: readonly string[]): readonly number[] => [
  order?.toPay ?? 0,
  order?.price ?? 0,
  ...funds.map((name) =>
    sum(order?.subsidies.filter(({ fund }) => fund === name).map(({ fen }) => fen) ?? []),
  ),
]

const figuresOfJournals = (journals: Charged['journals'], funds: readonly string[]): readonly number[] => {
  const proper = journals.filter(balances) // a line that is no double entry proves nothing
  const entries = proper.flatMap((journal) => journal.entries)
  const shares = proper.flatMap(sharesIn)
  return [
    0 - sum(proper.map(({ amount }) => amount)),
    sum(entries.filter(({ account }) => account.startsWith('canteen:')).map(({ amount }) => amount)),
    ...funds.map((name) => sum(shares.filter(({ fund }) => fund === name).map(({ fen }) => fen))),
  ]
}

/**
 * 对账: the diners whose accounts do not say what their orders on a menu say, in fen: what the diner paid, what the
 * canteen took, what each fund gave. Of several differences of one diner the first is told.
 */
export const driftOf = (
  { orders }: Pick<MenuDocument, 'orders'>,
  charged: readonly Charged[],
): readonly Drift[] => {
  const journalsOf = new Map(charged.map(({ dinerId, journals }) => [dinerId, journals]))
  const orderOf = new Map(countingOrders(orders).map((order) => [order.dinerId, order]))
  return [...new Set([...orderOf.keys(), ...journalsOf.keys()])].flatMap((dinerId) => {
    const [order, journals] = [orderOf.get(dinerId), journalsOf.get(dinerId) ?? []]
    const named = [...(order?.subsidies ?? []), ...journals.flatMap(sharesIn)].map(({ fund }) => fund)
    const funds = [...new Set(named)]
    const [expected, found] = [figuresOfOrder(order, funds), figuresOfJournals(journals, funds)]
    const at = expected.findIndex((figure, n) => figure !== found[n])
    return at < 0 ? [] : [{ dinerId, expected: expected[at] ?? 0, found: found[at] ?? 0 }]
  })
}
