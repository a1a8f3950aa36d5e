import { addDays, type Instant, instantOf, type ShanghaiDay, shanghaiDay } from '../../../types/common/time'
import type { ReceptionDayDocument, ReceptionRuleDocument } from '../../_kit/documents/sessions'
import { orderOf } from '../../_kit/ids'
import type { Calendars } from '../calendar/working-day.rule'
import { daysAhead, daysOf } from './recurrence.rule'

/** What one day holds: its slots, and the rest for those who come without one. */
const mostQuestions = 120
const wholeDay = 24 * 60

type Rule = Pick<
  ReceptionRuleDocument,
  | '_id'
  | 'centreId'
  | 'kind'
  | 'title'
  | 'place'
  | 'host'
  | 'recurrence'
  | 'startsOn'
  | 'startsAt'
  | 'slots'
  | 'slotMinutes'
  | 'skipHolidays'
  | 'stopped'
>

/** Whether a day's slots end before midnight. */
export const endsOnTheDay = ({
  startsAt,
  slots,
  slotMinutes,
}: Pick<Rule, 'startsAt' | 'slots' | 'slotMinutes'>): boolean => startsAt + slots * slotMinutes <= wholeDay

/** A rule has at most one day on each day, so that making it again makes nothing. */
export const receptionDayId = (ruleId: string, day: ShanghaiDay): string => `${ruleId}_${day}`

/** What a rule says about one of its days. */
const factsOf = (rule: Rule, day: ShanghaiDay) => {
  const { kind, title, place, host, slots, slotMinutes } = rule
  const startsAt = instantOf(day, rule.startsAt)
  return {
    ...{ kind, title, place, host, slots, slotMinutes, startsAt },
    endsAt: instantOf(day, rule.startsAt + slots * slotMinutes),
    left: slots,
    room: mostQuestions - slots,
    order: orderOf(startsAt, receptionDayId(rule._id, day)),
  }
}

/** 接访日: a day of a rule, with every slot free. */
export const newDay = (rule: Rule, day: ShanghaiDay): ReceptionDayDocument => ({
  ...factsOf(rule, day),
  _id: receptionDayId(rule._id, day),
  centreId: rule.centreId,
  ruleId: rule._id,
  day,
  month: day.slice(0, 7),
  state: 'coming',
  cancelledBecause: '',
  taken: {},
  questions: {},
  askers: [],
  gaveBack: [],
  asked: 0,
  answered: 0,
  listed: 0,
  closedIn: '',
})

/** Until when a rule's days stand at a moment. */
export const madeUntilAt = (now: Instant): ShanghaiDay => addDays(shanghaiDay(now), daysAhead)

/** The days a rule has from a day on, as far as they stand at a moment and have not begun; none once it is stopped. */
export const comingDays = (
  rule: Rule,
  from: ShanghaiDay,
  calendars: Calendars,
  now: Instant,
): readonly ReceptionDayDocument[] =>
  rule.stopped
    ? []
    : daysOf(rule, from, madeUntilAt(now), calendars)
        .map((day) => newDay(rule, day))
        .filter(({ startsAt }) => startsAt > now)

/** What becomes of one day when its rule is changed. */
export type Realigned =
  | { readonly to: 'make' | 'change'; readonly day: ReceptionDayDocument }
  | { readonly to: 'drop' | 'leave' }

const isUntouched = ({ state, startsAt, questions }: ReceptionDayDocument, now: Instant): boolean =>
  state === 'coming' && startsAt > now && Object.keys(questions).length === 0

/**
 * Holds a day that stands against what the changed rule wants there. Only days still to come about which nobody has
 * asked anything are changed or dropped; one that was called off stays called off.
 */
export const realign = (
  standing: ReceptionDayDocument | undefined,
  wanted: ReceptionDayDocument | undefined,
  now: Instant,
): Realigned => {
  if (!standing) return wanted ? { to: 'make', day: wanted } : { to: 'leave' }
  if (!isUntouched(standing, now)) return { to: 'leave' }
  return wanted ? { to: 'change', day: wanted } : { to: 'drop' }
}

/** What a changed rule writes into a day nobody has asked anything about. */
export const changedFacts = (day: ReceptionDayDocument) => {
  const { kind, title, place, host, slots, slotMinutes, startsAt, endsAt, left, room, order } = day
  return { kind, title, place, host, slots, slotMinutes, startsAt, endsAt, left, room, order }
}

/**
 * Every day that may stand, or is wanted, when a rule is changed: by the rule as it was (on what is a holiday by now
 * as well), and as it is.
 */
export const daysInQuestion = (
  before: (Rule & Pick<ReceptionRuleDocument, 'madeUntil'>) | undefined,
  wanted: readonly ReceptionDayDocument[],
  calendars: Calendars,
  now: Instant,
): readonly ShanghaiDay[] => {
  const every = before && { ...before, skipHolidays: false }
  const stood = every ? daysOf(every, shanghaiDay(now), every.madeUntil, calendars) : []
  return [...new Set([...stood, ...wanted.map(({ day }) => day)])].toSorted()
}
