import { addDays, type ShanghaiDay } from '../../types/common/time'
import type { Journal, PassbookDocument } from '../_kit/documents/points'
import { monthToPutAway, type PutAway } from '../_kit/ledger/book.rule'

type Counters = PassbookDocument['units']

/** What putting one month away changes. */
export interface Archived extends PutAway<Journal> {
  readonly units: Counters
  readonly bought: Counters
}

/** How long a counter is kept after its period began, in days, by the letter its key's period begins with. */
const counterDays: Readonly<Record<string, number>> = { d: 31, w: 70, m: 400, y: 800 }

/** The day a period key names, or one within its first days: `d20261121`, `w202647`, `m202611`, `y2026`. */
const periodStart = (period: string): ShanghaiDay => {
  const year = period.slice(1, 5)
  const rest = period.slice(5)
  if (period.startsWith('d')) return `${year}-${rest.slice(0, 2)}-${rest.slice(2)}` as ShanghaiDay
  if (period.startsWith('m')) return `${year}-${rest}-01` as ShanghaiDay
  const newYear = `${year}-01-01` as ShanghaiDay
  return period.startsWith('w') ? addDays(newYear, 7 * (Number(rest) - 1)) : newYear
}

/** Counters of periods that are long over are dropped: no cap or limit asks for them again. */
export const pruned = (counters: Counters, today: ShanghaiDay): Counters =>
  Object.fromEntries(
    Object.entries(counters).filter(([key]) => {
      const period = key.slice(key.lastIndexOf('_') + 1)
      const days = counterDays[period.charAt(0)]
      return days === undefined || addDays(periodStart(period), days) >= today
    }),
  )

/** The oldest month of a passbook when it is due to be put away; undefined when none is. */
export const archiveOf = (passbook: PassbookDocument, today: ShanghaiDay): Archived | undefined => {
  const month = monthToPutAway<Journal>(passbook, today)
  return month && { ...month, units: pruned(passbook.units, today), bought: pruned(passbook.bought, today) }
}
