import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import type { Answer } from '../harness/town'
import { canteenId, centreId } from './rows'

type Placed = OutputOf<typeof canteenContract, 'placeOrders'>

/** A pick of meal `a` for 8 yuan, unless it says otherwise. */
export const pick = (
  menuId: string,
  facts: { mealId?: string; toPay?: number; delivery?: boolean } = {},
) => ({
  menuId,
  mealId: 'a',
  delivery: false,
  toPay: 800,
  ...facts,
})

/** The input of one pick for one diner. */
export const one = (dinerId: string, menuId: string, facts?: Parameters<typeof pick>[1]) => ({
  centreId,
  dinerId,
  canteenId,
  picks: [pick(menuId, facts)],
})

/** How many picks of some answers were placed, and how many refused with which code. */
export const tally = (answers: readonly Answer<Placed>[]): Readonly<Record<string, number>> => {
  const told = answers.flatMap(({ reply }) =>
    reply.ok
      ? reply.data.results.map(({ state, code }) => (state === 'placed' ? 'placed' : code))
      : [reply.code],
  )
  const counts = new Map<string, number>()
  for (const word of told) counts.set(word, (counts.get(word) ?? 0) + 1)
  return Object.fromEntries(counts)
}
