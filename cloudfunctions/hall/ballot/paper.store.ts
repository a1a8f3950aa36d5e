import { command as _ } from '../../_kit/cloud'
import type { BallotDocument, Choice, PaperVoteDocument, RollDocument } from '../../_kit/documents/ballots'
import { table } from '../../_kit/table'
import { sealChoice } from './vote.store'

/** Who enters a paper vote, in which request. */
interface By {
  readonly openid: string
  readonly requestKey: string
}

export const paperById = (rollId: string): Promise<PaperVoteDocument | undefined> =>
  table('paperVotes').get(rollId)

/** Writes what the first person entered, in the place of what is over; false when somebody was faster. */
export const enterFirst = async (
  { _id: ballotId, rulesVersion }: Pick<BallotDocument, '_id' | 'rulesVersion'>,
  { _id }: Pick<RollDocument, '_id'>,
  choice: Choice,
  { openid, requestKey }: By,
  over: PaperVoteDocument | undefined,
): Promise<boolean> => {
  const entered = {
    ...{ ballotId, rulesVersion, firstBy: openid, firstSealed: sealChoice(choice), firstIn: requestKey },
    ...{ secondBy: '', secondIn: '', state: 'waiting' as const },
  }
  if (!over) return table('paperVotes').claim({ _id, ...entered })
  const { firstIn, secondIn } = over
  return (await table('paperVotes').update({ _id, firstIn, secondIn }, entered)) > 0
}

/** Writes that a second person entered a paper vote, the same or not; false when somebody was faster. */
export const enterSecond = async (
  { _id, firstIn }: PaperVoteDocument,
  state: 'counted' | 'differs',
  { openid, requestKey }: By,
): Promise<boolean> =>
  (await table('paperVotes').update(
    { _id, firstIn, state: 'waiting' },
    { state, secondBy: openid, secondIn: requestKey },
  )) > 0

/** Forgets what was entered of a ballot's paper votes: from then on the votes alone are counted. */
export const forgetEntries = async (ballotId: string): Promise<void> => {
  await table('paperVotes').update({ ballotId, firstSealed: _.neq('') }, { firstSealed: '' })
}
