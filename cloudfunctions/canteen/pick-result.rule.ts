import type { canteenContract } from '../../types/canteen.contract'
import { canteenRefusals } from '../../types/canteen.refusals'
import type { OutputOf } from '../../types/common/contract'
import { commonRefusals } from '../../types/common/refusals'
import type { MealJournal } from '../_kit/documents/canteen'
import { chargeIdOf, refundIdOf } from './meal-journal.rule'

/** What is answered about one pick. */
export type PickResult = OutputOf<typeof canteenContract, 'placeOrders'>['results'][number]

export type Code = keyof typeof canteenRefusals | keyof typeof commonRefusals

const texts: Readonly<Record<Code, string>> = { ...commonRefusals, ...canteenRefusals }
const isCode = (code: string): code is Code => Object.hasOwn(texts, code)

/** A pick that came to nothing, with the text of its code. */
export const refusedResult = (menuId: string, code: Code): PickResult => ({
  menuId,
  state: 'refused',
  toPay: 0,
  code,
  why: texts[code],
})

/** A pick that stands; `toPay` in fen. */
export const placedResult = (menuId: string, toPay: number): PickResult => ({
  menuId,
  state: 'placed',
  toPay,
  code: '',
  why: '',
})

type Line = Pick<MealJournal, 'id' | 'requestKey' | 'amount' | 'reason' | 'reverses'>

interface Lines {
  readonly journals: readonly Line[]
  readonly pending: readonly { readonly order: { readonly requestKey: string } }[]
}

/** Whether a request has had this account pay for orders before. */
export const wasHere = ({ journals, pending }: Lines, requestKey: string): boolean =>
  pending.some(({ order }) => order.requestKey === requestKey) ||
  journals.some((journal) => journal.requestKey === requestKey)

/**
 * What an account's lines say became of the order of a request that is through; undefined when it was never paid. Who
 * took it off later, by another request, does not change the answer: it was placed.
 */
export const told = ({ journals }: Lines, menuId: string, orderId: string): PickResult | undefined => {
  const find = (id: string) => journals.find((journal) => journal.id === id)
  const charge = find(chargeIdOf(orderId))
  if (!charge) return undefined
  const refund = find(refundIdOf(orderId))
  if (refund?.requestKey !== charge.requestKey) return placedResult(menuId, -charge.amount)
  const code = Object.keys(texts).find((known) => isCode(known) && refund.reason.endsWith(texts[known]))
  return refusedResult(menuId, code !== undefined && isCode(code) ? code : 'COMMON.BUSY')
}
