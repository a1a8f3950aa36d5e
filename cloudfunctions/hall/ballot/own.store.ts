import type { Instant } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { BallotDocument } from '../../_kit/documents/ballots'
import type { OwnRow } from '../../_kit/own'
import { table } from '../../_kit/table'

const mostRows = 1000
/** What stands where a name stood. */
const forgotten = '已注销'

type Asked = Pick<BallotDocument, '_id' | 'question' | 'opensAt'>

const ballotsOf = async (ids: readonly string[]): Promise<ReadonlyMap<string, Asked>> => {
  const found = await table('ballots').find(
    { _id: _.in([...new Set(ids)]) },
    { limit: mostRows, fields: { _id: true, question: true, opensAt: true } },
  )
  return new Map(found.map((ballot) => [ballot._id, ballot]))
}

/**
 * What is kept of a person about ballots: where they stand on the roll by themselves or by proxy, and which paper
 * votes they entered. What they voted is not brought out: nobody shall be able to ask somebody else to show it.
 * Three requests.
 */
export const ownBallot = async (openid: string): Promise<OwnRow[]> => {
  const rows = await table('ballotRoll').find(_.or([{ person: openid }, { proxy: openid }]), {
    limit: mostRows,
    fields: { _id: true, ballotId: true, title: true, person: true },
  })
  const papers = await table('paperVotes').find(_.or([{ firstBy: openid }, { secondBy: openid }]), {
    limit: mostRows,
    fields: { _id: true, ballotId: true },
  })
  if (rows.length + papers.length === 0) return []
  const ballots = await ballotsOf([...rows, ...papers].map(({ ballotId }) => ballotId))
  const about = (ballotId: string, what: string, text: string): OwnRow => {
    const { question = '', opensAt: at = 0 as Instant } = ballots.get(ballotId) ?? {}
    return { what, at, text: text === '' ? question : `${question} ${text}` }
  }
  return [
    ...rows.map(({ ballotId, person, title }) =>
      person === openid ? about(ballotId, '表决名册', '本人') : about(ballotId, '受委托投票', title),
    ),
    ...papers.map(({ ballotId }) => about(ballotId, '录入纸质票', '')),
  ]
}

/** Puts an alias where somebody stood on rolls and entered paper votes. Votes name nobody. Harmless when repeated. */
export const forgetBallot = async (openid: string, alias: string): Promise<void> => {
  await table('ballotRoll').update({ person: openid }, { person: alias, title: forgotten })
  await table('ballotRoll').update({ proxy: openid }, { proxy: alias, proxyMasked: forgotten })
  await table('paperVotes').update({ firstBy: openid }, { firstBy: alias })
  await table('paperVotes').update({ secondBy: openid }, { secondBy: alias })
}
