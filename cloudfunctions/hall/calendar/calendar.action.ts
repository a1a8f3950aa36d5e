import type { hallContract } from '../../../types/hall.contract'
import { refuse } from '../../_kit/refusal'
import type { Action } from '../../_kit/serve'
import { isDistrict, isYearCalendar } from './calendar.rule'
import { calendarOfYear, saveYear } from './calendar.store'
import { publishedYear } from './published'

type Hall = typeof hallContract

/** What holds for a year: what the district entered, else what is published. */
export const workingCalendar: Action<Hall, 'workingCalendar'> = async ({ centreId, year }) => {
  const entered = await calendarOfYear(centreId, year)
  if (entered) return { data: { state: 'edited', off: [...entered.off], worked: [...entered.worked] } }
  const published = publishedYear(year)
  if (!published) return { data: { state: 'notPublished', off: [], worked: [] } }
  const { off, worked } = published
  return { data: { state: 'published', off: [...off].toSorted(), worked: [...worked].toSorted() } }
}

/** Enters a year's days off and days worked for the whole district; the timer counts open due days again. */
export const saveCalendar: Action<Hall, 'saveCalendar'> = async ({ centreId, ...facts }, ask) => {
  if (!isDistrict(centreId)) return refuse('HALL.NOT_DISTRICT')
  if (!isYearCalendar(facts)) return refuse('HALL.WRONG_CALENDAR')
  const { year } = facts
  const off = facts.off.toSorted()
  const worked = facts.worked.toSorted()
  const target = await saveYear({ centreId, year, off, worked }, ask.now)
  return { data: { year }, target }
}
