import type { Instant } from '../../types/common/time'
import type { MealOrder, MenuDocument, MenuSummary } from '../_kit/documents/canteen'
import { refuse } from '../_kit/refusal'

/** Why an order cannot be declared void; undefined when it can: from the cut-off on, once. */
export const whyNotVoid = (
  { state, cutoffAt }: Pick<MenuDocument, 'state' | 'cutoffAt'>,
  order: Pick<MealOrder, 'voidedBecause'> | undefined,
  now: Instant,
) => {
  if (!order) return refuse('CANTEEN.NOT_ORDERED')
  if (order.voidedBecause !== '') return refuse('CANTEEN.ALREADY_VOIDED')
  return state === 'published' && now < cutoffAt ? refuse('CANTEEN.TOO_EARLY') : undefined
}

/** What a settled menu comes to without one of its orders. */
export const summaryWithout = (
  summary: MenuSummary,
  { price, toPay, delivery, subsidies }: Pick<MealOrder, 'price' | 'toPay' | 'delivery' | 'subsidies'>,
): MenuSummary => ({
  orders: summary.orders - 1,
  delivered: summary.delivered - (delivery ? 1 : 0),
  price: summary.price - price,
  toPay: summary.toPay - toPay,
  subsidies: summary.subsidies.map(({ fund, fen }) => ({
    fund,
    fen: fen - (subsidies.find((share) => share.fund === fund)?.fen ?? 0),
  })),
})
