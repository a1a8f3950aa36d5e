import type { OutputOf } from '../../types/common/contract'
import { type Instant, shanghaiDay } from '../../types/common/time'
import type { pointsContract } from '../../types/points.contract'
import { nextLapse } from './expiry.rule'
import { settingsOf } from './settings.rule'
import { statementOf } from './statement.rule'
import type { HouseholdFacts } from './statement.store'

type StatementView = Omit<OutputOf<typeof pointsContract, 'myPassbook'>, 'members'>

/** A statement as both the household and the staff see it. */
export const statementView = (facts: HouseholdFacts, month: string, now: Instant): StatementView => {
  const { book: passbook } = facts
  const expiring = nextLapse(passbook, settingsOf(facts.settings).expireAfterYears)
  return {
    passbookId: passbook._id,
    building: passbook.building,
    room: passbook.room,
    ...statementOf(facts, month, shanghaiDay(now)),
    ...(expiring && { expiring }),
    hidden: passbook.hidden,
  }
}
