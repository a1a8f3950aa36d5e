import type { ProblemDocument } from '../../_kit/documents/matters'
import type { Transaction } from '../../_kit/transaction'
import { countProblem } from './problem-figure.store'

/** Puts a problem on the list and counts it in its month, in a transaction of the caller. Three requests. */
export const insertProblem = async (transaction: Transaction, problem: ProblemDocument): Promise<void> => {
  await transaction.insert('problems', problem)
  await countProblem(transaction, problem, { opened: 1 })
}
