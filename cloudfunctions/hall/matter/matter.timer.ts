import type { Instant } from '../../../types/common/time'
import type { MatterDocument } from '../../_kit/documents/matters'
import { tell } from '../../_kit/notices'
import { holdersOf } from '../../community/community.door'
import { loadCalendars } from '../calendar/calendar.store'
import type { Calendars } from '../calendar/working-day.rule'
import { overdue, silence } from './answer.rule'
import { secretariesOf } from './colleague.store'
import { dueAfter } from './deadline.rule'
import { never } from './matter.rule'
import { dueMatters, lookAgainAt, moved, writeMove } from './matter.store'
import { closedNotices, lateNotices, toSortNotices } from './matter-told.rule'

/** Matters in one tick; what is left waits for the next. */
const perTick = 20

/** Working days after which staff are asked again to sort a matter. */
const sortWithin = 1

/** The staff are told of a new matter, and once more when a working day passed without anybody sorting it. */
const askToSort = async (matter: MatterDocument, calendars: Calendars, now: Instant): Promise<void> => {
  const isNew = matter.nextAt === matter.raisedAt
  const staff = await holdersOf(matter.centreId, 'matter.manage')
  const entered = matter.by === '' ? matter.story[0]?.by : ''
  const people = staff.filter((who) => !isNew || who !== entered)
  await tell(toSortNotices(matter, people, !isNew), now)
  await lookAgainAt(matter, isNew ? dueAfter(sortWithin, calendars, now) : never)
}

/** Told first, then marked: a timer that dies in between tells the same again, which nobody hears twice. */
const noteOverdue = async (matter: MatterDocument, calendars: Calendars, now: Instant): Promise<void> => {
  const move = overdue(matter, calendars, now)
  if (move.fields.late) await tell(lateNotices(matter, await secretariesOf(matter.centreId)), now)
  await writeMove(matter, move)
}

const tellClosed = async (matter: MatterDocument, now: Instant): Promise<void> => {
  await tell(closedNotices(matter), now)
  await lookAgainAt(matter, never)
}

/** Closed first, then told: who objects at the last moment is not told that it is closed. */
const closeSilent = async (matter: MatterDocument, calendars: Calendars, now: Instant): Promise<void> => {
  const move = silence(matter, calendars, now)
  if (await writeMove(matter, move)) await tellClosed(moved(matter, move), now)
}

const tend = (matter: MatterDocument, calendars: Calendars, now: Instant): Promise<void> => {
  switch (matter.state) {
    case 'raised':
      return askToSort(matter, calendars, now)
    case 'underWay':
      return noteOverdue(matter, calendars, now)
    case 'answered':
      return closeSilent(matter, calendars, now)
    default:
      return tellClosed(matter, now)
  }
}

/** One that cannot be worked on keeps none of the others waiting; it is tried again with the next tick. */
const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`${JSON.stringify({ timer: 'matters', what, error: String(error) })}\n`)
  }
}

/**
 * What time does to matters: staff hear of new ones, officer and secretary of late ones; answers nobody objects to
 * close; those who care hear that it is closed. Harmless when run twice at once.
 */
export const tendMatters = async (now: Instant): Promise<void> => {
  const calendars = new Map<string, Calendars>()
  for (const matter of await dueMatters(now, perTick)) {
    const district = matter.centreId.split('.')[0] ?? ''
    const known = calendars.get(district) ?? (await loadCalendars(district, now))
    calendars.set(district, known)
    await attempt(matter._id, () => tend(matter, known, now))
  }
}
