import type {
  MealAccountDocument,
  MealJournal,
  MenuDocument,
} from '../../cloudfunctions/_kit/documents/canteen'
import type { BookPage } from '../../cloudfunctions/_kit/documents/ledger'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

const menuFaults = (menu: MenuDocument): readonly string[] => {
  const orders = Object.values(menu.orders)
  const portions = orders.length
  const bySold = Object.entries(menu.sold).filter(
    ([mealId, sold]) => orders.filter((order) => order.mealId === mealId).length !== sold,
  )
  return [
    menu.left < 0 ? `${menu._id}: left ${menu.left}` : '',
    menu.state !== 'cancelled' && menu.left + portions !== menu.capacity
      ? `${menu._id}: ${menu.left} left of ${menu.capacity}, ${portions} ordered`
      : '',
    menu.state !== 'cancelled' && bySold.length > 0 ? `${menu._id}: sold ${JSON.stringify(bySold)}` : '',
    menu.refunds.length > 0 ? `${menu._id}: ${menu.refunds.length} refunds open` : '',
    ...orders.map((order) =>
      order.price === order.toPay + sum(order.subsidies.map(({ fen }) => fen)) ? '' : `${order.id}: price`,
    ),
  ].filter((fault) => fault !== '')
}

const accountFaults = (book: MealAccountDocument, menus: readonly MenuDocument[]): readonly string[] => {
  const lines = sum(book.journals.map(({ amount }) => amount))
  const ids = new Set(book.journals.map(({ id }) => id))
  const paidFor = (menuId: string, account: string) =>
    sum(
      book.journals
        .filter(({ about }) => about === `menu:${menuId}`)
        .flatMap(({ entries }) => entries)
        .filter((entry) => entry.account === account)
        .map(({ amount }) => -amount),
    )
  const perMenu = menus.flatMap((menu) => {
    const order = menu.orders[book._id]
    const stands = order?.voidedBecause === '' ? order : undefined
    const funds = new Set([
      ...(stands?.subsidies.map(({ fund }) => fund) ?? []),
      ...book.journals.flatMap(({ entries }) =>
        entries.flatMap(({ account }) => (account.startsWith('fund:') ? [account.slice(5)] : [])),
      ),
    ])
    const ofFund = (fund: string) =>
      sum(stands?.subsidies.filter((share) => share.fund === fund).map(({ fen }) => fen) ?? [])
    return [
      paidFor(menu._id, `diner:${book._id}`) === (stands?.toPay ?? 0)
        ? ''
        : `${book._id}: paid ${paidFor(menu._id, `diner:${book._id}`)} for ${menu._id}, ordered ${stands?.toPay ?? 0}`,
      ...[...funds].map((fund) =>
        paidFor(menu._id, `fund:${fund}`) === ofFund(fund) ? '' : `${book._id}: ${fund} for ${menu._id}`,
      ),
    ]
  })
  return [
    book.balance < -book.owesUpTo ? `${book._id}: balance ${book.balance}` : '',
    book.opening + lines === book.balance ? '' : `${book._id}: lines ${lines}, balance ${book.balance}`,
    ids.size === book.journals.length ? '' : `${book._id}: a journal twice`,
    book.journals.every(({ entries }) => sum(entries.map(({ amount }) => amount)) === 0)
      ? ''
      : `${book._id}: entries`,
    book.pending.length === 0 ? '' : `${book._id}: ${book.pending.length} pending`,
    ...perMenu,
  ].filter((fault) => fault !== '')
}

/** Laws between menus and accounts: Σ of each account = its orders, portions left = capacity − orders. */
export const booksFaults = (
  menus: readonly MenuDocument[],
  accounts: readonly MealAccountDocument[],
): readonly string[] => [
  ...menus.flatMap(menuFaults),
  ...accounts.flatMap((account) => accountFaults(account, menus)),
]

/** Accounts with the months that were put away, as if they had never been. */
export const wholeBooks = (
  accounts: readonly MealAccountDocument[],
  pages: readonly BookPage<MealJournal>[],
): readonly MealAccountDocument[] =>
  accounts.map((account) => {
    const own = pages
      .filter(({ bookId }) => bookId === account._id)
      .toSorted((a, b) => (a.month < b.month ? -1 : 1))
    // between writing a page and lightening the book both have the lines
    const put = own.flatMap(({ journals }) => journals)
    const newest = account.journals.filter(({ id }) => !put.some((journal) => journal.id === id))
    return { ...account, journals: [...put, ...newest], opening: own[0]?.opening ?? account.opening }
  })
