import { command as _ } from '../../_kit/cloud'
import type { BallotDocument, RollDocument } from '../../_kit/documents/ballots'
import type { ResidentDocument } from '../../_kit/documents/community'
import type { Transaction } from '../../_kit/transaction'

/** More people than ever registered with one phone. */
const mostSharing = 20

/** Look-up of those who registered with a phone, by its hash, to bring along with the caller. */
export const sharingAlong = (phoneHash: string) => ({
  from: 'residents' as const,
  id: {
    where: { phoneHash },
    order: { _id: 1 as const },
    limit: mostSharing,
    fields: ['nameMasked', 'centreId', 'membership'],
  },
})

/** Writes a row's proxy and how many rows each holder has, in a transaction that read both. Two operations. */
export const writeProxy = async (
  transaction: Transaction,
  { _id: ballotId }: Pick<BallotDocument, '_id'>,
  { _id: rollId }: Pick<RollDocument, '_id'>,
  facts: {
    readonly holder: Pick<ResidentDocument, '_id' | 'nameMasked'>
    readonly letter: string
    readonly proxies: BallotDocument['proxies'] | undefined
  },
): Promise<void> => {
  const { holder, letter, proxies = {} } = facts
  await transaction.update('ballots', ballotId, { proxies: _.set(proxies) })
  await transaction.update('ballotRoll', rollId, {
    proxy: holder._id,
    proxyMasked: holder.nameMasked,
    proxyLetter: letter,
  })
}
