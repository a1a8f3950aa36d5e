import type { ProblemDocument } from '../../cloudfunctions/_kit/documents/matters'
import { publishedYear } from '../../cloudfunctions/hall/calendar/published'
import type { Calendars, YearCalendar } from '../../cloudfunctions/hall/calendar/working-day.rule'
import { newProblem, type ProblemFacts } from '../../cloudfunctions/hall/problem/new-problem.rule'
import type { Line } from '../../cloudfunctions/hall/problem/problem-change.rule'
import { asInstant, type Instant, instantOf, type ShanghaiDay } from '../../types/common/time'

export const day = (text: string) => text as ShanghaiDay
/** A moment of a day in Shanghai, by hours. */
export const at = (text: string, hours: number): Instant => instantOf(day(text), hours * 60)

/** What is published today: 2025 and 2026. */
export const calendars: Calendars = new Map(
  [2025, 2026].flatMap((year) => {
    const found = publishedYear(year)
    return found ? [[year, found] as const] : []
  }),
)
/** The same with a calendar of 2027. */
export const with2027 = (off: readonly string[], worked: readonly string[] = []): Calendars => {
  const year: YearCalendar = { off: new Set(off), worked: new Set(worked) }
  return new Map([...calendars, [2027, year]])
}

export const facts: ProblemFacts = {
  centreId: 'hudong.chunjiang.jingui',
  text: '路灯不亮',
  measure: '换灯头',
  units: ['金桂物业', '路灯所 No.2', '金桂物业'],
  officer: 'officer',
  officerMasked: '李*',
  source: 'direct',
  matterId: '',
  raiser: 'raiser',
  by: 'lister',
  byMasked: '周*',
  requestKey: 'request-1',
}

/** A problem listed on Monday, 23 November 2026, at eight. */
export const problemRow = (more: Partial<ProblemDocument> = {}): ProblemDocument => ({
  ...newProblem(facts, calendars, at('2026-11-23', 8)),
  ...more,
})

/** A line somebody writes at an arbitrary moment. */
export const line: Line = (kind, text) => ({
  ...{ key: 'request-2', at: asInstant(0), kind, text, by: 'somebody', byMasked: '某*' },
  ...{ about: '', internal: false },
})
