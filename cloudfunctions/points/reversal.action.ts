import type { pointsContract } from '../../types/points.contract'
import { isRefused, refuse } from '../_kit/refusal'
import { type Action, along } from '../_kit/serve'
import { isOwn } from './log.rule'
import { takeDown } from './notice.store'
import { reverse } from './reversal.store'

type Points = typeof pointsContract

/** 冲正: undoes a wrong earning by a line of its own, and takes it out of the public notice. */
export const reverseJournal: Action<Points, 'reverseJournal'> = along(
  ({ passbookId }) => [{ from: 'passbooks', id: passbookId }],
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
    return { data: { journalId: reversal.id }, target: journalId }
  },
)
