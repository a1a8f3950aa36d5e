import { CloudError } from '../cloud-error'
import type { Call } from '../functions/call'

const WRITES = new Set([
  'database.insertDocument',
  'database.modifyDocument',
  'database.modifyAndReturnDoc',
  'database.removeDocument',
  'database.commitTransaction',
])

/**
 * Counts the writes of a call that is to die, and kills it at its place: before the first write when it may do
 * none, else right after its n-th write is in the database and before the answer reaches it.
 */
export const noteWrite = (
  call: Call | undefined,
  action: string,
  moment: 'before' | 'after',
  kill: () => void,
): void => {
  const fault = call?.crash
  if (!fault || !WRITES.has(action)) return
  if (moment === 'after') fault.written += 1
  const due = moment === 'before' ? fault.afterWrites === 0 : fault.written === fault.afterWrites
  if (!due) return
  kill()
  if (moment === 'before') throw new CloudError('LOCALCLOUD.CRASHED', `crash asked for before ${action}`)
}
