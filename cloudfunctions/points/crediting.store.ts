import type { Instant } from '../../types/common/time'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { householdById } from '../community/community.door'
import { journalOf } from './journal.rule'
import { noticeUntilOf } from './log.rule'
import { noticeOf } from './notice.rule'
import { show } from './notice.store'
import { emptyPassbook, openPassbook, passbookById, post } from './passbook.store'
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

/** A household that merged, and the one it merged into, may have merged in turn. */
const mostMerges = 4

type Passbook = Pick<PassbookDocument, '_id' | 'centreId' | 'building' | 'room'>

const firstPassbook = async ({ householdId, homeId }: Earning): Promise<Passbook | undefined> => {
  const [passbook] = await passbooksOfAll([householdId])
  if (passbook) return passbook
  const household = await householdById(homeId, householdId)
  if (!household) return undefined
  const opened = emptyPassbook(household)
  await openPassbook(opened)
  return opened
}

const shown = async (passbook: Passbook, journal: Journal): Promise<'posted'> => {
  const notice = noticeOf(passbook, journal)
  if (notice) await show([notice])
  return 'posted'
}

/**
 * Credits a household once: its passbook is made when it has none, and where it was merged the household it was
 * merged into gets the points. Caps are not asked. The line is shown (公示) like any other earning.
 */
export const creditHousehold = async (earning: Earning, now: Instant): Promise<Credited> => {
  const { id, points: amount, reason, about, forMasked } = earning
  let passbook = await firstPassbook(earning)
  for (let merged = 0; passbook && merged <= mostMerges; merged += 1) {
    const { _id: passbookId, centreId } = passbook
    const { noticeDays } = settingsOf(await settingsAt(centreId))
    const handling = { by: 'timer', byMasked: '系统', forMasked, requestKey: id }
    const noticeUntil = noticeUntilOf(now, noticeDays)
    const facts = { id, kind: 'earn' as const, at: now, centreId, passbookId, amount, reason, about }
    const journal = journalOf({ ...facts, ...handling, noticeUntil })
    if (await post(centreId, passbookId, journal)) return shown(passbook, journal)
    const standing = await passbookById(centreId, passbookId)
    const posted = standing?.journals.find((line) => line.id === id)
    if (posted) return shown(passbook, posted)
    if (standing?.state === 'open') return 'later'
    const [successor]: Passbook[] = standing?.successor ? await passbooksOfAll([standing.successor]) : []
    passbook = successor
  }
  return 'nobody'
}
