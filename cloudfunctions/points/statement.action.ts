import type { pointsContract } from '../../types/points.contract'
import { uploadFile } from '../_kit/files'
import { refuse } from '../_kit/refusal'
import type { Action } from '../_kit/serve'
import { statementView } from './passbook.view'
import { statementSheet } from './statement.sheet'
import { loadStatement } from './statement.store'

type Points = typeof pointsContract

/** A month of the caller's household's passbook as a file that can be kept or printed. */
export const exportStatement: Action<Points, 'exportStatement'> = async ({ month }, ask) => {
  const { resident } = ask.caller
  const facts = resident && (await loadStatement(resident.centreId, resident.householdId, month))
  if (!facts) return refuse('POINTS.NO_PASSBOOK')
  const sheet = await statementSheet(statementView(facts, month, ask.now))
  // the request's key makes the path one that nobody can guess
  const data = await uploadFile(`statements/${ask.requestKey}.xlsx`, sheet)
  return { data, target: facts.book._id }
}
