import type { hallContract } from '../../../types/hall.contract'
import { transact } from '../../_kit/ask'
import { tellWithin } from '../../_kit/notices'
import { blindHash } from '../../_kit/privacy'
import { refuse } from '../../_kit/refusal'
import { type Action, along } from '../../_kit/serve'
import { ballotAlong, ballotForUpdate } from './ballot.store'
import { holderOf, proxyCounts, proxyNotice, whyNotProxy } from './proxy.rule'
import { sharingAlong, writeProxy } from './proxy.store'
import { isOnRoll, isOwnRow, stands } from './vote.rule'
import { voteIdOf } from './vote.store'

type Hall = typeof hallContract

/** Writes down who votes for a row by a written letter. A later letter takes the place of an earlier one. */
export const recordProxy: Action<Hall, 'recordProxy'> = along(
  ({ centreId, ballotId, phone }) => [ballotAlong(centreId, ballotId), sharingAlong(blindHash(phone))],
  async ({ centreId, ballotId, rollId, letter }, ask) => {
    const seen = ask.rows.ballots
    const holder = holderOf(ask.lists.residents, centreId)
    if (!seen) return refuse('COMMON.NOT_FOUND')
    if (!holder) return refuse('HALL.NO_PERSON')
    return transact(ask, async (transaction) => {
      const ballot = await ballotForUpdate(transaction, centreId, ballotId)
      const row = await transaction.get('ballotRoll', rollId)
      if (!ballot || !isOnRoll(row, ballot)) return refuse('HALL.NO_SUCH_ROW')
      const vote = await transaction.get('votes', voteIdOf(ballotId, rollId))
      const isOwn = isOwnRow(row, ask.caller) || holder._id === ask.caller.openid
      const proxies = proxyCounts(ballot.proxies, row.proxy, holder._id)
      const refused = whyNotProxy(ballot, { isOwn, hasVoted: stands(vote, ballot), proxies }, ask.now)
      if (refused) return refused
      await writeProxy(transaction, ballot, row, { holder, letter, proxies })
      await tellWithin(transaction, [proxyNotice(ballot, row, holder._id, ask.requestKey)], ask.now)
      return { data: { proxy: holder.nameMasked }, target: rollId }
    })
  },
)
