import type { canteenContract } from '../../types/canteen.contract'
import type { OutputOf } from '../../types/common/contract'
import type { MenuDocument, SubsidyShare } from '../_kit/documents/canteen'

type Figures = OutputOf<typeof canteenContract, 'figures'>
export type FiguredMenu = Pick<MenuDocument, 'day' | 'slot' | 'summary' | 'leftOver' | 'ratings' | 'order'>

/** Newest words first; a page shows no more. */
const mostRemarks = 100

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** What each fund gave, the sum of all shares, in the order the funds first appear. */
export const sumByFund = (shares: readonly SubsidyShare[]): SubsidyShare[] => {
  const byFund = new Map<string, number>()
  for (const { fund, fen } of shares) byFund.set(fund, (byFund.get(fund) ?? 0) + fen)
  return [...byFund].map(([fund, fen]) => ({ fund, fen }))
}

/**
 * 食堂的数: a month of a canteen from the summaries of its settled menus; money in fen. `diners` is how many different
 * people ate.
 */
export const figuresOf = (menus: readonly FiguredMenu[], diners: number): Figures => {
  const inOrder = menus.toSorted((a, b) => (a.order < b.order ? -1 : 1))
  const summaries = inOrder.flatMap(({ summary }) => (summary ? [summary] : []))
  const ratings = inOrder.flatMap(({ day, ratings: of }) =>
    Object.values(of).map((given) => ({ day, ...given })),
  )
  const rated = (wanted: 'good' | 'fair' | 'bad') => ratings.filter(({ rating }) => rating === wanted).length
  return {
    meals: total(summaries.map(({ orders }) => orders)),
    diners,
    delivered: total(summaries.map(({ delivered }) => delivered)),
    price: total(summaries.map(({ price }) => price)),
    toPay: total(summaries.map(({ toPay }) => toPay)),
    subsidies: sumByFund(summaries.flatMap(({ subsidies }) => subsidies)),
    leftOver: total(inOrder.map(({ leftOver }) => Math.max(0, leftOver))),
    good: rated('good'),
    fair: rated('fair'),
    bad: rated('bad'),
    days: inOrder.map(({ day, slot, summary, leftOver }) => ({
      day,
      slot,
      meals: summary?.orders ?? 0,
      leftOver,
    })),
    remarks: ratings
      .filter(({ words }) => words !== '')
      .toReversed()
      .slice(0, mostRemarks),
  }
}
