import { command as _ } from '../_kit/cloud'
import type { Journal, PassbookDocument, PendingLogDocument } from '../_kit/documents/points'
import { pageSize } from '../_kit/page.rule'
import { type Change, table, type Where } from '../_kit/table'
import type { Transaction } from '../_kit/transaction'
import { type Ceiling, countedBy, countersOf, everFits } from './cap.rule'
import { changeOf, post } from './passbook.store'

/** A passbook without its lines, as far as logging needs it. */
export type LoggedPassbook = Omit<PassbookDocument, 'journals'>

const without = { journals: false }

/** Look-up of a centre's passbook, to bring along with the caller. */
export const passbookAlong = (centreId: string, passbookId: string) => ({
  from: 'passbooks' as const,
  id: { where: { _id: passbookId, centreId }, limit: 1, without: ['journals'] },
})

/** Several passbooks of a centre without their lines; one request. */
export const passbooksAt = (centreId: string, ids: readonly string[]): Promise<LoggedPassbook[]> =>
  table('passbooks').find({ _id: _.in([...ids]), centreId }, { limit: ids.length, fields: without })

const counted = (counters: readonly string[], units: number): Change =>
  Object.fromEntries(counters.map((counter) => [`units.${counter}`, _.inc(units)]))

/** A counter that is not there yet is 0, which `not greater` lets pass and `at most` would not. */
const roomFor = (ceilings: readonly Ceiling[]): Where =>
  Object.fromEntries(ceilings.map(({ counter, atMost }) => [`units.${counter}`, _.not(_.gt(atMost))]))

/** What a log counts in its passbook. */
const countUp = (log: LogCount): Change => counted(countersOf(log.itemId, log.happenedOn), log.units)

type LogCount = Pick<PendingLogDocument, 'itemId' | 'happenedOn' | 'units'>

/**
 * Posts a log and counts its units in the same conditional update, which holds only while every capped period has
 * room: so twenty logs at once fill a cap exactly. False: it was there, there is no room, or the passbook is closed.
 */
export const postLog = async (
  door: Pick<PassbookDocument, '_id' | 'centreId'>,
  journal: Journal,
  log: LogCount,
  ceilings: readonly Ceiling[],
): Promise<boolean> =>
  everFits(ceilings) &&
  (await post(door.centreId, door._id, journal, { guards: roomFor(ceilings), changes: countUp(log) }))

/** Takes a reversed log's units off its counters. */
export const countDown = (original: Pick<Journal, 'about'>, units: PassbookDocument['units']): Change => {
  const { counters, units: taken } = countedBy(original.about, units)
  return counted(counters, -taken)
}

/** Puts a log where it waits for a second person, unless it waits there. */
export const claimLog = (log: PendingLogDocument): Promise<boolean> => table('pendingLogs').claim(log)

/** A page of logs that wait, oldest first. */
export const waitingLogs = (centreId: string, after: string | undefined): Promise<PendingLogDocument[]> =>
  table('pendingLogs').find(
    { centreId, state: 'waiting', ...(after !== undefined && { order: _.gt(after) }) },
    { order: [['order', 'asc']], limit: pageSize + 1 },
  )

/** A log with its passbook, both to be changed in the same transaction. Another centre's is not found. */
export const logForUpdate = async (
  transaction: Transaction,
  centreId: string,
  logId: string,
): Promise<{ readonly log: PendingLogDocument; readonly passbook: PassbookDocument } | undefined> => {
  const log = await transaction.get('pendingLogs', logId)
  if (log?.centreId !== centreId) return undefined
  const passbook = await transaction.get('passbooks', log.passbookId)
  return passbook && { log, passbook }
}

/** Ends the wait of a log; the journal of an approved one is posted. */
export const settleLog = async (
  transaction: Transaction,
  log: PendingLogDocument,
  journal: Journal | undefined,
): Promise<void> => {
  const state = journal ? 'approved' : 'rejected'
  await transaction.update('pendingLogs', log._id, { state })
  if (!journal) return
  await transaction.update('passbooks', log.passbookId, changeOf(journal, { changes: countUp(log) }))
}
