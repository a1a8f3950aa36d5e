import { asInstant, type Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { BallotDocument, BallotResult } from '../../_kit/documents/ballots'
import { table } from '../../_kit/table'
import { inTransaction } from '../../_kit/transaction'
import { changeMatter, matterForUpdate } from '../matter/matter.store'
import { resultLine } from './result.rule'

/** Open ballots it is time to count, the longest waiting first. */
export const dueBallots = (now: Instant, limit: number): Promise<BallotDocument[]> =>
  table('ballots').find({ state: 'open', countAt: _.lte(now) }, { order: [['countAt', 'asc']], limit })

/**
 * Publishes what a ballot was counted to and, where it belongs to a matter, adds it to the matter's story; once, and
 * only while it is open under the rules it was counted by.
 */
export const publishResult = (
  { _id, centreId, rulesVersion, matterId }: BallotDocument,
  result: BallotResult,
  now: Instant,
): Promise<void> =>
  inTransaction(async (transaction) => {
    const ballot = await transaction.get('ballots', _id)
    if (ballot?.state !== 'open' || ballot.rulesVersion !== rulesVersion) {
      return { commit: false, result: undefined }
    }
    const matter = matterId === '' ? undefined : await matterForUpdate(transaction, centreId, matterId)
    await transaction.update('ballots', _id, {
      state: 'counted',
      result: _.set(result),
      cast: result.cast,
      countAt: asInstant(0),
    })
    if (matter) await changeMatter(transaction, matter, { line: resultLine(ballot, result, now) })
    return { commit: true, result: undefined }
  })
