import type { BallotDocument, VoteDocument } from '../../_kit/documents/ballots'
import { type Refused, refuse } from '../../_kit/refusal'
import { ballotById, countIn } from './ballot.store'
import { stands, whyNotCounted } from './vote.rule'
import { claimVote, countedMarkOf, replaceVote, takeBack, voteById } from './vote.store'

/** Runs of one row's vote may meet; each try sees the row anew. */
const tries = 5

/** Makes a vote the row's own: true when it is (from an earlier run of the request, too), false when another stands. */
const take = async (
  ballot: BallotDocument,
  vote: VoteDocument,
  seen: VoteDocument | undefined,
): Promise<boolean | 'busy'> => {
  let earlier = seen
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (!earlier) {
      if (await claimVote(vote)) return true
    } else if (stands(earlier, ballot)) {
      return earlier.requestMark === vote.requestMark
    } else if (earlier.rulesVersion > vote.rulesVersion) {
      return false // somebody voted under rules this run has not seen
    } else if (await replaceVote(earlier, vote)) {
      return true
    }
    earlier = await voteById(vote._id)
  }
  return 'busy'
}

/**
 * Puts a vote: its row first, which exists once; then the turnout, while the ballot is open under the same rules;
 * a vote the ballot does not count in is taken back. A run that dies between the two leaves a vote that counts (its
 * voter asked in time); the turnout shown has it when the same request comes again, or when the votes are counted.
 * Three requests less what `seen` tells.
 */
export const putVote = async (
  ballot: BallotDocument,
  vote: VoteDocument,
  seen: VoteDocument | undefined,
  requestKey: string,
): Promise<Refused<'HALL.ALREADY_VOTED' | 'HALL.BALLOT_CLOSED' | 'HALL.RULES_CHANGED'> | undefined> => {
  const taken = await take(ballot, vote, seen)
  if (taken === 'busy') return refuse('COMMON.BUSY')
  if (!taken) return refuse('HALL.ALREADY_VOTED')
  const mark = countedMarkOf(requestKey)
  if (await countIn(vote, mark)) return undefined
  const why = whyNotCounted(await ballotById(ballot.centreId, ballot._id), vote, mark)
  if (why) await takeBack(vote)
  return why
}
