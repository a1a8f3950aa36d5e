import type { Instant } from '../../../types/common/time'
import { shanghaiDay } from '../../../types/common/time'
import { command as _ } from '../../_kit/cloud'
import type { CalendarDocument } from '../../_kit/documents/matters'
import { table } from '../../_kit/table'
import { allRecounted } from './calendar.rule'
import { publishedYear } from './published'
import type { Calendars } from './working-day.rule'

/** Deadlines reach from the year before (what is overdue) into the year after. */
const yearsAround = (now: Instant): readonly number[] => {
  const year = Number(shanghaiDay(now).slice(0, 4))
  return [year - 1, year, year + 1]
}

/** The district of a centre: the first segment of its id. Calendars are the district's. */
export const districtOf = (centreId: string): string => centreId.split('.')[0] ?? ''

const calendarId = (centreId: string, year: number): string => `${districtOf(centreId)}:${year}`

/** A district enters one calendar a year. */
const mostYears = 50

/** Every calendar of a district, by the range of ids its own begin with. */
const ofDistrict = (centreId: string) => {
  const district = districtOf(centreId)
  return { from: `${district}:`, to: `${district};` }
}

/** Look-up of the calendars a district entered itself, to bring along with the caller. */
export const calendarsAlong = (centreId: string) => {
  const { from, to } = ofDistrict(centreId)
  return { from: 'calendars' as const, id: { where: { _id: { $gte: from, $lt: to } }, limit: mostYears } }
}

/** The calendars that hold at a moment: what the district entered, else what is published. */
export const calendarsOf = (entered: readonly CalendarDocument[], now: Instant): Calendars =>
  new Map(
    yearsAround(now).flatMap((year) => {
      const own = entered.find((calendar) => calendar.year === year)
      const found = own ? { off: new Set(own.off), worked: new Set(own.worked) } : publishedYear(year)
      return found ? [[year, found] as const] : []
    }),
  )

/** The calendars of a district, for timers. One request. */
export const loadCalendars = async (centreId: string, now: Instant): Promise<Calendars> => {
  const { from, to } = ofDistrict(centreId)
  return calendarsOf(
    await table('calendars').find({ _id: _.gte(from).and(_.lt(to)) }, { limit: mostYears }),
    now,
  )
}

/** What a district entered for a year; undefined when it entered nothing. One request. */
export const calendarOfYear = (centreId: string, year: number): Promise<CalendarDocument | undefined> =>
  table('calendars').get(calendarId(centreId, year))

/** Enters a year, in place of what was entered before; due days are to be counted again. Answers its id. */
export const saveYear = async (
  facts: Pick<CalendarDocument, 'centreId' | 'year' | 'off' | 'worked'>,
  now: Instant,
): Promise<string> => {
  const _id = calendarId(facts.centreId, facts.year)
  const row = { ...facts, recountedAfter: '', editedAt: now }
  if (!(await table('calendars').claim({ _id, ...row }))) await table('calendars').update({ _id }, row)
  return _id
}

/** A calendar that was edited before a moment and by which not all due days have been counted again. */
export const calendarToRecount = async (editedBefore: Instant): Promise<CalendarDocument | undefined> => {
  const [found] = await table('calendars').find(
    { recountedAfter: _.lt(allRecounted), editedAt: _.lt(editedBefore) },
    { limit: 1 },
  )
  return found
}

/** How far due days have been counted again; nothing when the calendar was edited, or counted by, meanwhile. */
export const markRecounted = async (
  { _id, editedAt, recountedAfter }: CalendarDocument,
  upTo: string,
): Promise<void> => {
  await table('calendars').update({ _id, editedAt, recountedAfter }, { recountedAfter: upTo })
}
