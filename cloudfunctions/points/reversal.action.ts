import type { pointsContract } from '../../types/points.contract'
import { tell } from '../_kit/notices'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { membersAlong } from '../community/community.door'
import { isOwn } from './log.rule'
import { takeDown } from './notice.store'
import { reverse } from './reversal.store'
import { reversalNotices } from './told.rule'

type Points = typeof pointsContract

/** 冲正: undoes a wrong earning by a line of its own, and takes it out of the public notice. */
export const reverseJournal: Action<Points, 'reverseJournal'> = along(
  ({ passbookId }) => [{ from: 'passbooks', id: passbookId }, membersAlong(passbookId)],
  async ({ centreId, journalId, reason }, ask) => {
    const found = ask.rows.passbooks
    const passbook = found?.centreId === centreId ? found : undefined
    if (passbook && isOwn(ask.caller.resident, passbook)) return refuse('POINTS.OWN_HOUSEHOLD')
    const reversal = await reverse(passbook, journalId, {
      at: ask.now,
      by: ask.caller.openid,
      byMasked: ask.caller.resident?.nameMasked ?? '',
      reason,
      requestKey: ask.requestKey,
    })
    if (isRefused(reversal)) return reversal
    await takeDown(centreId, journalId)
    const members = (ask.lists.residents ?? []).map(({ _id }) => _id)
    await tell(reversalNotices(members, { id: journalId, text: reversal.reason }), ask.now)
    return { data: { journalId: reversal.id }, target: journalId }
  },
)
