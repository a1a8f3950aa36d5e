import type { Instant } from '../../../types/common/time'
import { ballotUnitNames } from '../../../types/hall.words'
import type { BallotDocument, BallotResult } from '../../_kit/documents/ballots'
import type { StoryLine } from '../../_kit/documents/matters'
import { idOf } from '../../_kit/ids'

/** The line of a matter's story that says how a ballot about it ended; time writes it. */
export const resultLine = (
  { _id: about, question, unit }: Pick<BallotDocument, '_id' | 'question' | 'unit'>,
  { passed, for: agreed, against, abstain }: BallotResult,
  at: Instant,
): StoryLine => ({
  key: idOf('ballotResult', about),
  at,
  kind: 'ballot',
  text:
    `表决「${question}」(${ballotUnitNames[unit]})${passed ? '通过' : '没有通过'}:` +
    `同意 ${agreed.votes},不同意 ${against.votes},弃权 ${abstain.votes}`,
  by: '',
  byMasked: '',
  about,
  internal: false,
})
