import type { ProblemDocument, ProblemFigureDocument } from '../../_kit/documents/matters'
import { table } from '../../_kit/table'
import type { Transaction } from '../../_kit/transaction'
import { type Counted, countedIn, figureIdOf } from './problem-figure.rule'

/** Counts a change of a problem in its month, in the transaction that makes the change. Two requests. */
export const countProblem = async (
  transaction: Transaction,
  problem: Pick<ProblemDocument, 'centreId' | 'month' | 'units'>,
  more: Counted,
): Promise<void> => {
  const figure = await transaction.get('problemFigures', figureIdOf(problem))
  const { _id, ...counted } = countedIn(figure, problem, more)
  if (figure) await transaction.update('problemFigures', _id, counted)
  else await transaction.insert('problemFigures', { _id, ...counted })
}

/** The figures of one centre's month; undefined when nothing was listed in it. One request. */
export const figureOf = (centreId: string, month: string): Promise<ProblemFigureDocument | undefined> =>
  table('problemFigures').get(figureIdOf({ centreId, month }))
