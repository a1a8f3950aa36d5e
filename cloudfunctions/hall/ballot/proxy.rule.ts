import type { Instant } from '../../../types/common/time'
import type { BallotDocument, RollDocument } from '../../_kit/documents/ballots'
import type { ResidentDocument } from '../../_kit/documents/community'
import { idOf } from '../../_kit/ids'
import type { NoticeToSend } from '../../_kit/notices'
import { type Refused, refuse } from '../../_kit/refusal'

/** 一个人最多替三户投票. */
const mostProxies = 3

/** How many rows each holder has, by a key without dots. */
type Proxies = BallotDocument['proxies']

const keyOf = (openid: string): string => idOf('proxy', openid)

/** The counts when a row goes from one holder (empty: none) to another; undefined when the new one has enough. */
export const proxyCounts = (proxies: Proxies, from: string, to: string): Proxies | undefined => {
  if (from === to) return proxies
  const counts = { ...proxies }
  if (from !== '') counts[keyOf(from)] = Math.max(0, (counts[keyOf(from)] ?? 0) - 1)
  const held = (counts[keyOf(to)] ?? 0) + 1
  return held > mostProxies ? undefined : { ...counts, [keyOf(to)]: held }
}

/** Who may hold a proxy at a centre, of those who share a phone: the first who was let in there. */
export const holderOf = (
  sharing: readonly ResidentDocument[] | undefined,
  centreId: string,
): ResidentDocument | undefined =>
  sharing?.find((person) => person.centreId === centreId && person.membership === 'approved')

/** Why a proxy cannot be written down; undefined when it can. */
export const whyNotProxy = (
  { state, closesAt }: Pick<BallotDocument, 'state' | 'closesAt'>,
  facts: { readonly isOwn: boolean; readonly hasVoted: boolean; readonly proxies: Proxies | undefined },
  now: Instant,
):
  | Refused<'HALL.BALLOT_CLOSED' | 'HALL.OWN_AFFAIR' | 'HALL.ALREADY_VOTED' | 'HALL.TOO_MANY_PROXIES'>
  | undefined => {
  if ((state !== 'draft' && state !== 'open') || closesAt <= now) return refuse('HALL.BALLOT_CLOSED')
  if (facts.isOwn) return refuse('HALL.OWN_AFFAIR')
  if (facts.hasVoted) return refuse('HALL.ALREADY_VOTED')
  return facts.proxies ? undefined : refuse('HALL.TOO_MANY_PROXIES')
}

/** Tells the holder whose vote they may give; a draft is not to be seen yet. */
export const proxyNotice = (
  { _id: ballotId, question, state }: Pick<BallotDocument, '_id' | 'question' | 'state'>,
  { title }: Pick<RollDocument, 'title'>,
  to: string,
  requestKey: string,
): NoticeToSend => ({
  to,
  title: '有人书面委托您投票',
  text: `${title}:${question}`,
  page: state === 'open' ? `/hall/resident/ballot-page?ballotId=${ballotId}` : '/hall/resident/ballots-page',
  once: `proxy:${requestKey}`,
})
