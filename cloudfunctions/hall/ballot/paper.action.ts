import type { OutputOf, RefusalOf } from '../../../types/common/contract'
import type { hallContract } from '../../../types/hall.contract'
import type { Ask } from '../../_kit/ask'
import type {
  BallotDocument,
  Choice,
  PaperVoteDocument,
  RollDocument,
  VoteDocument,
} from '../../_kit/documents/ballots'
import { tell } from '../../_kit/notices'
import { type Outcome, refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { ballotAlong } from './ballot.store'
import { putVote } from './casting.store'
import { differNotices, entryOf } from './paper.rule'
import { enterFirst, enterSecond, paperById } from './paper.store'
import { isOnRoll, isOwnRow, stands, whyNotVote } from './vote.rule'
import { newVote, requestMarkOf, unsealChoice, voteIdOf } from './vote.store'

type Hall = typeof hallContract
type Entered = Outcome<OutputOf<Hall, 'enterPaperVote'>, RefusalOf<Hall, 'enterPaperVote'>>

const answer = (state: OutputOf<Hall, 'enterPaperVote'>['state'], { _id }: RollDocument): Entered => ({
  data: { state },
  target: _id,
})

/** Puts the vote both entered, in the name of the second request, whoever comes to do it. */
const count = async (
  ballot: BallotDocument,
  row: RollDocument,
  seen: VoteDocument | undefined,
  entered: { readonly choice: Choice; readonly secondIn: string },
): Promise<Entered> => {
  const vote = newVote(ballot, row, entered.choice, 'paper', entered.secondIn)
  return (await putVote(ballot, vote, seen, entered.secondIn)) ?? answer('counted', row)
}

/** Two people entering at once see each other; each try sees the entry anew. */
const tries = 3

const enter = async (
  ballot: BallotDocument,
  row: RollDocument,
  choice: Choice,
  seen: { readonly paper: PaperVoteDocument | undefined; readonly vote: VoteDocument | undefined },
  { caller: { openid }, requestKey, now }: Ask,
): Promise<Entered> => {
  const by = { openid, requestKey }
  let { paper } = seen
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const first = paper?.firstSealed ? unsealChoice(paper.firstSealed) : undefined
    const entry = entryOf(paper, ballot, { openid, requestKey, isSame: first === choice })
    if (entry === 'waits') return answer('waiting', row)
    if (entry === 'samePerson') return refuse('HALL.SAME_PERSON')
    if (entry === 'taken') return refuse('HALL.ALREADY_VOTED')
    if (entry === 'first') {
      if (await enterFirst(ballot, row, choice, by, paper)) return answer('waiting', row)
    } else if (paper && entry === 'agreed') {
      return count(ballot, row, seen.vote, { choice: first ?? choice, secondIn: paper.secondIn })
    } else if (paper && entry === 'agrees') {
      if (await enterSecond(paper, 'counted', by)) {
        return count(ballot, row, seen.vote, { choice, secondIn: requestKey })
      }
    } else if (paper && (entry === 'differed' || (await enterSecond(paper, 'differs', by)))) {
      await tell(differNotices(ballot, row, [paper.firstBy, openid], requestKey), now)
      return answer('differs', row)
    }
    paper = await paperById(row._id)
  }
  return refuse('COMMON.BUSY')
}

export const enterPaperVote: Action<Hall, 'enterPaperVote'> = along(
  ({ centreId, ballotId, rollId }) => [
    ballotAlong(centreId, ballotId),
    { from: 'ballotRoll', id: rollId },
    { from: 'votes', id: voteIdOf(ballotId, rollId) },
    { from: 'paperVotes', id: rollId },
  ],
  async ({ choice }, ask) => {
    const { ballots: ballot, ballotRoll: row, votes: vote, paperVotes: paper } = ask.rows
    if (!ballot) return refuse('COMMON.NOT_FOUND')
    if (!isOnRoll(row, ballot)) return refuse('HALL.NO_SUCH_ROW')
    if (isOwnRow(row, ask.caller) || row.proxy === ask.caller.openid) return refuse('HALL.OWN_AFFAIR')
    const hasVoted = stands(vote, ballot)
    const isOwnRequest = paper?.firstIn === ask.requestKey || paper?.secondIn === ask.requestKey
    const isRepeat = hasVoted && isOwnRequest && vote?.requestMark === requestMarkOf(paper.secondIn)
    const refused = isRepeat ? undefined : whyNotVote(ballot, ballot.paperUntil, ask.now)
    if (refused) return refused
    if (hasVoted && !isRepeat) return refuse('HALL.ALREADY_VOTED')
    return enter(ballot, row, choice, { paper, vote }, ask)
  },
)
