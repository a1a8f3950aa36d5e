import { dayText, type Instant, shanghaiDay } from '../../types/common/time'
import { mealSlotNames } from '../../types/common/words'
import type { MealAccountName, MealJournal, MealOrder, MenuDocument } from '../_kit/documents/canteen'
import { idOf } from '../_kit/ids'
import { reversalIdOf } from '../_kit/ledger/book.rule'

/** Who books, when and for which request. */
export interface Handling {
  readonly at: Instant
  readonly by: string
  readonly byMasked: string
  readonly requestKey: string
}

type Entry = MealJournal['entries'][number]

const journalOf = (
  facts: Pick<MealJournal, 'id' | 'kind' | 'reason' | 'about'> & Partial<Pick<MealJournal, 'reverses'>>,
  entries: readonly [Entry, ...Entry[]],
  handling: Handling,
): MealJournal => ({
  forMasked: '',
  ruleVersion: 0,
  reverses: '',
  ...facts,
  ...handling,
  day: shanghaiDay(handling.at),
  amount: entries[0].amount,
  entries,
})

/** Ids of the journals an order can cause, each at most once. */
export const chargeIdOf = (orderId: string): string => idOf('charge', orderId)
export const refundIdOf = (orderId: string): string => idOf('refund', orderId)

/** What an order's journals are about, so that a menu's can be found again. */
export const aboutOrder = (menuId: string): string => `menu:${menuId}`

type OnMenu = Pick<MenuDocument, '_id' | 'day' | 'slot' | 'canteenId'>

const mealWords = (menu: OnMenu, order: MealOrder): string =>
  `${dayText(menu.day)}${mealSlotNames[menu.slot]} ${order.mealName}`

/** The diner pays, the funds pay, the canteen takes: entries of an order, in fen, summing to zero. */
const entriesOf = (menu: OnMenu, order: MealOrder, sign: 1 | -1): readonly [Entry, ...Entry[]] => [
  { account: `diner:${order.dinerId}`, amount: sign * -order.toPay },
  ...order.subsidies.map(({ fund, fen }): Entry => ({ account: `fund:${fund}`, amount: sign * -fen })),
  { account: `canteen:${menu.canteenId}`, amount: sign * order.price },
]

/** 订餐: what an order takes from the diner's account and the funds. */
export const chargeFor = (menu: OnMenu, order: MealOrder, handling: Handling): MealJournal => {
  const facts = { id: chargeIdOf(order.id), kind: 'order' as const, about: aboutOrder(menu._id) }
  return journalOf({ ...facts, reason: mealWords(menu, order) }, entriesOf(menu, order, 1), handling)
}

/** 退餐: the reversal of an order's charge; funds get back what they gave. */
export const refundFor = (
  menu: OnMenu,
  order: MealOrder,
  reason: string,
  handling: Handling,
): MealJournal => {
  const facts = { id: refundIdOf(order.id), kind: 'refund' as const, about: aboutOrder(menu._id) }
  return journalOf(
    { ...facts, reason: `退 ${mealWords(menu, order)}:${reason}`, reverses: chargeIdOf(order.id) },
    entriesOf(menu, order, -1),
    handling,
  )
}

/** 收钱、退钱: money through the till of a centre; `fen` into the account, negative out of it. */
export const tillJournal = (
  id: string,
  { _id: dinerId, centreId }: { readonly _id: string; readonly centreId: string },
  fen: number,
  reason: string,
  handling: Handling,
): MealJournal =>
  journalOf(
    { id, kind: fen > 0 ? 'topUp' : 'payOut', about: `till:${centreId}`, reason },
    [
      { account: `diner:${dinerId}`, amount: fen },
      { account: `till:${centreId}`, amount: -fen },
    ],
    handling,
  )

/** 冲正: undoes a journal of the till, entry by entry. */
export const reversalOf = (original: MealJournal, reason: string, handling: Handling): MealJournal => {
  const [own, ...others] = original.entries.map(
    ({ account, amount }): { account: MealAccountName; amount: number } => ({ account, amount: -amount }),
  )
  if (!own) throw new Error('a journal without entries')
  return journalOf(
    {
      id: reversalIdOf(original.id),
      kind: 'reversal',
      about: original.about,
      reason: `冲正「${original.reason}」:${reason}`,
      reverses: original.id,
    },
    [own, ...others],
    handling,
  )
}
