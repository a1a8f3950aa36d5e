import { asInstant, clockText, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import { type ReceptionKind, receptionKindNames } from '../../../types/hall.words'
import type { ReceptionRule } from '../reception-words'

/** A rule as it is being written. */
export interface RuleDraft {
  readonly kind: ReceptionKind
  readonly title: string
  /** 0 = every week, 1…4 = the n-th of a month, 5 = the last. */
  readonly nth: number
  readonly weekday: number
  /** `HH:MM` */
  readonly startsAt: string
  readonly slots: number
  readonly slotMinutes: number
  readonly place: string
  readonly host: string
  readonly skipHolidays: boolean
  readonly startsOn: ShanghaiDay
  readonly stopped: boolean
}

const eveningTalk: Omit<RuleDraft, 'startsOn'> = {
  kind: 'residentTalk',
  title: receptionKindNames.residentTalk,
  nth: 0,
  weekday: 4,
  startsAt: '19:00',
  slots: 12,
  slotMinutes: 10,
  place: '',
  host: '',
  skipHolidays: true,
  stopped: false,
}

/** A rule that exists, or a new one: an evening every Thursday. */
export const draftOf = (rule: ReceptionRule | undefined): RuleDraft => {
  if (!rule) return { ...eveningTalk, startsOn: shanghaiDay(asInstant(Date.now())) }
  const { recurrence, startsAt, startsOn, ...kept } = rule
  return {
    ...kept,
    nth: recurrence.every === 'week' ? 0 : recurrence.nth,
    weekday: recurrence.weekday,
    startsAt: clockText(startsAt),
    startsOn: startsOn as ShanghaiDay,
  }
}

/** The draft with another kind; a title nobody wrote by hand goes along. */
export const withKind = (draft: RuleDraft, kind: ReceptionKind): RuleDraft => ({
  ...draft,
  kind,
  title: draft.title === receptionKindNames[draft.kind] ? receptionKindNames[kind] : draft.title,
})

const minutesIn = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** When the last slot of a day ends, `21:00`; past midnight it is `25:00`. */
export const endOf = ({ startsAt, slots, slotMinutes }: RuleDraft): string =>
  clockText(minutesIn(startsAt) + slots * slotMinutes)

/** What is sent. */
export const ruleFactsOf = ({ nth, weekday, startsAt, ...draft }: RuleDraft) => {
  const { kind, title, slots, slotMinutes, place, host, skipHolidays, startsOn, stopped } = draft
  return {
    ...{ kind, slots, slotMinutes, skipHolidays, startsOn, stopped },
    title: title.trim(),
    place: place.trim(),
    host: host.trim(),
    startsAt: minutesIn(startsAt),
    recurrence: nth === 0 ? { every: 'week' as const, weekday } : { every: 'month' as const, nth, weekday },
  }
}
