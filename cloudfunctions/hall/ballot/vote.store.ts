import { command as _ } from '../../_kit/cloud'
import type { BallotDocument, Choice, RollDocument, VoteDocument } from '../../_kit/documents/ballots'
import { blindHash, seal, unseal } from '../../_kit/privacy'
import { table } from '../../_kit/table'
import { emptyTally, type Tally, withVote } from './outcome.rule'

/** Sealed choices are as long as each other, so that the length tells nothing. */
const letters: Readonly<Record<Choice, string>> = { for: 'F', against: 'A', abstain: 'N' }

export const sealChoice = (choice: Choice): string => seal(letters[choice])

/** The choice `sealChoice` sealed; throws when it is none. */
export const unsealChoice = (sealed: string): Choice => {
  const letter = unseal(sealed)
  for (const choice of ['for', 'against', 'abstain'] as const) if (letters[choice] === letter) return choice
  throw new Error('a vote that is none')
}

/** Names a row's vote, so that it exists once; nobody tells whose it is without the key. */
export const voteIdOf = (ballotId: string, rollId: string): string => blindHash(`vote:${ballotId}:${rollId}`)

/** Names a request in its vote. */
export const requestMarkOf = (requestKey: string): string => blindHash(`asked:${requestKey}`)

/** Names a request among those a ballot counted in; nobody leads from there to the vote without the key. */
export const countedMarkOf = (requestKey: string): string => blindHash(`counted:${requestKey}`).slice(0, 16)

/** The vote of a row, with what was chosen sealed. */
export const newVote = (
  { _id: ballotId, rulesVersion }: Pick<BallotDocument, '_id' | 'rulesVersion'>,
  { _id: rollId, area }: Pick<RollDocument, '_id' | 'area'>,
  choice: Choice,
  how: VoteDocument['how'],
  requestKey: string,
): VoteDocument => ({
  _id: voteIdOf(ballotId, rollId),
  ballotId,
  rulesVersion,
  choiceSealed: sealChoice(choice),
  area,
  how,
  requestMark: requestMarkOf(requestKey),
})

export const voteById = (id: string): Promise<VoteDocument | undefined> => table('votes').get(id)

/** Inserts a vote; false when the row has one. */
export const claimVote = (vote: VoteDocument): Promise<boolean> => table('votes').claim(vote)

/** Puts a vote in the place of one that was given under earlier rules; false when somebody was faster. */
export const replaceVote = async (stale: VoteDocument, { _id, ...vote }: VoteDocument): Promise<boolean> => {
  const { rulesVersion, requestMark } = stale
  return (await table('votes').update({ _id, rulesVersion, requestMark }, vote)) > 0
}

/** Takes back a vote that was not counted in. */
export const takeBack = async ({ _id, rulesVersion, requestMark }: VoteDocument): Promise<void> => {
  await table('votes').remove({ _id, rulesVersion, requestMark })
}

/** Votes read with one request. */
const perRequest = 1000

/** Counts the votes given under a ballot's rules, by unsealing each. One request for 1000 votes. */
export const tallyOf = async ({
  _id: ballotId,
  rulesVersion,
}: Pick<BallotDocument, '_id' | 'rulesVersion'>): Promise<Tally> => {
  let tally = emptyTally
  let after = ''
  for (;;) {
    const votes = await table('votes').find(
      { ballotId, _id: _.gt(after) },
      { order: [['_id', 'asc']], limit: perRequest },
    )
    for (const { rulesVersion: given, choiceSealed, area } of votes) {
      if (given === rulesVersion) tally = withVote(tally, unsealChoice(choiceSealed), area)
    }
    const last = votes.at(-1)
    if (!last || votes.length < perRequest) return tally
    after = last._id
  }
}

/** Which of some votes stand under the rules there are now. One request, none for no votes. */
export const standingVotes = async (
  rulesVersion: number,
  voteIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (voteIds.length === 0) return new Set()
  const found = await table('votes').find(
    { _id: _.in([...voteIds]), rulesVersion },
    { limit: voteIds.length, fields: { _id: true } },
  )
  return new Set(found.map(({ _id }) => _id))
}
