import type { Instant } from '../../types/common/time'
import { passbookBegun, postFollowing } from './following.store'
import { journalOf } from './journal.rule'
import { noticeUntilOf } from './log.rule'
import { noticeOf } from './notice.rule'
import { show } from './notice.store'
import { settingsOf } from './settings.rule'
import { settingsAt } from './settings.store'
import { passbooksOfAll } from './shift.store'

/** Points a household earned somewhere else than at the points desk. */
export interface Earning {
  /** The one id of its journal: crediting it twice is crediting it once. */
  readonly id: string
  readonly householdId: string
  /** The centre of that household. */
  readonly homeId: string
  readonly points: number
  /** The line people read. */
  readonly reason: string
  /** What it was for, `kind:id`. */
  readonly about: string
  /** Masked name of the member who earned it. */
  readonly forMasked: string
}

/**
 * What became of it: posted, now or before; the passbook has no room for lines until the night; or there is no
 * passbook left that could take it.
 */
export type Credited = 'posted' | 'later' | 'nobody'

/**
 * Credits a household once: its passbook is made when it has none, and where it was merged the household it was
 * merged into gets the points. Caps are not asked. The line is shown (公示) like any other earning.
 */
export const creditHousehold = async (earning: Earning, now: Instant): Promise<Credited> => {
  const { id, points: amount, reason, about, forMasked, homeId, householdId } = earning
  const [known] = await passbooksOfAll([householdId])
  const first = known ?? (await passbookBegun(homeId, householdId))
  const credited = await postFollowing(first, async ({ _id: passbookId, centreId }) => {
    const { noticeDays } = settingsOf(await settingsAt(centreId))
    const handling = { by: 'timer', byMasked: '系统', forMasked, requestKey: id }
    const noticeUntil = noticeUntilOf(now, noticeDays)
    const facts = { id, kind: 'earn' as const, at: now, centreId, passbookId, amount, reason, about }
    return journalOf({ ...facts, ...handling, noticeUntil })
  })
  if (typeof credited === 'string') return credited
  const notice = noticeOf(credited.passbook, credited.journal)
  if (notice) await show([notice])
  return 'posted'
}
