import type { BallotDocument, PaperVoteDocument, RollDocument } from '../../_kit/documents/ballots'
import type { NoticeToSend } from '../../_kit/notices'

/** What entering a paper vote is, seen from what was entered before. */
export type Entry = 'first' | 'waits' | 'samePerson' | 'agrees' | 'differs' | 'differed' | 'agreed' | 'taken'

/**
 * 纸质票: two people enter the same, else it starts over. `isSame` tells whether the choice is the one entered first;
 * what was entered under other rules counts for nothing. A repeat of a request recognises itself.
 */
export const entryOf = (
  paper: PaperVoteDocument | undefined,
  { rulesVersion }: Pick<BallotDocument, 'rulesVersion'>,
  {
    openid,
    requestKey,
    isSame,
  }: { readonly openid: string; readonly requestKey: string; readonly isSame: boolean },
): Entry => {
  if (!paper || paper.rulesVersion !== rulesVersion) return 'first'
  if (paper.state === 'differs') return paper.secondIn === requestKey ? 'differed' : 'first'
  if (paper.firstIn === requestKey) return paper.state === 'counted' ? 'agreed' : 'waits'
  if (paper.state === 'counted') return isSame || paper.secondIn === requestKey ? 'agreed' : 'taken'
  if (paper.firstBy === openid) return 'samePerson'
  return isSame ? 'agrees' : 'differs'
}

/** Tells both who entered a vote differently that it starts over; what they entered stays unsaid. */
export const differNotices = (
  { centreId, _id: ballotId }: Pick<BallotDocument, 'centreId' | '_id'>,
  { title }: Pick<RollDocument, 'title'>,
  people: readonly string[],
  requestKey: string,
): readonly NoticeToSend[] =>
  people.map((to) => ({
    to,
    title: '纸质票两遍录得不一样',
    text: `${title},请对着原票重新录`,
    page: `/hall/staff/paper-votes-page?centreId=${centreId}&ballotId=${ballotId}`,
    once: `paper:${requestKey}`,
  }))
