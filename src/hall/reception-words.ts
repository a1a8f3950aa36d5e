import type { OutputOf } from '../../types/common/contract'
import {
  asInstant,
  clockText,
  dateText,
  minutesOfDay,
  momentText,
  weekdayText,
} from '../../types/common/time'
import type { hallContract } from '../../types/hall.contract'
import type { Tone } from '../ui/status-tag'

type Hall = typeof hallContract
export type ReceptionDay = OutputOf<Hall, 'receptionDays'>['rows'][number]
export type MyQuestion = OutputOf<Hall, 'myQuestions'>['rows'][number]
export type DayOfStaff = OutputOf<Hall, 'receptionDayOfStaff'>
export type DayRowOfStaff = OutputOf<Hall, 'receptionDaysOfStaff'>['rows'][number]
export type Question = DayOfStaff['questions'][number]
export type ReceptionRule = OutputOf<Hall, 'receptionRules'>['rows'][number]

interface Standing {
  readonly tone: Tone
  readonly word: string
}

/** 「19:20」, a time of day in China. */
export const clockOf = (at: number): string => clockText(minutesOfDay(asInstant(at))).replace(/^0/, '')

/** 「明天(周四) 19:20」, as seen now. */
export const momentOf = (at: number): string => momentText(asInstant(at), asInstant(Date.now()))

/** 「明天(周四) 19:00 至 21:00」, as seen now. */
export const dayTime = ({ startsAt, endsAt }: Pick<ReceptionDay, 'startsAt' | 'endsAt'>): string =>
  `${momentOf(startsAt)} 至 ${clockOf(endsAt)}`

/** When slot number `slot` of a day begins, epoch ms. */
export const slotStart = (
  { startsAt, slotMinutes }: Pick<ReceptionDay, 'startsAt' | 'slotMinutes'>,
  slot: number,
): number => startsAt + (slot - 1) * slotMinutes * 60_000

/** How a day stands for one resident. */
export const standingOf = ({ state, startsAt, free, mySlot }: ReceptionDay): Standing => {
  if (state === 'cancelled') return { tone: 'late', word: '这天不办了' }
  if (mySlot > 0) return { tone: 'good', word: '您约好了' }
  if (startsAt <= Date.now()) return { tone: 'calm', word: '已经开始,可以直接来' }
  return free.length > 0
    ? { tone: 'own', word: `还空 ${free.length} 个时段` }
    : { tone: 'calm', word: '约满了,可以直接来' }
}

/** What became of a question, as whoever asked reads it. */
export const answerStanding = ({ outcome, state }: Pick<MyQuestion, 'outcome' | 'state'>): Standing => {
  if (state === 'cancelled') return { tone: 'late', word: '这天不办了' }
  return outcomes[outcome]
}

/** What became of a question on the spot. */
export const outcomes: Readonly<Record<Question['outcome'], Standing>> = {
  '': { tone: 'own', word: '还没问' },
  answered: { tone: 'good', word: '当场答复' },
  listed: { tone: 'warn', word: '列入问题清单' },
  absent: { tone: 'calm', word: '没来' },
}

/** How a day stands for the staff, with what it came to. */
export const dayStanding = ({ state, startsAt, slots, left }: DayRowOfStaff): Standing => {
  if (state === 'cancelled') return { tone: 'late', word: '不办了' }
  if (state === 'closed') return { tone: 'good', word: '已结束' }
  return startsAt <= Date.now()
    ? { tone: 'warn', word: '等着结束' }
    : { tone: 'own', word: `约了 ${slots - left}/${slots}` }
}

/** 「11月26日(周四) 19:00」, for lists of a month. */
export const dayLine = ({ startsAt }: Pick<DayRowOfStaff, 'startsAt'>): string =>
  dateText(asInstant(startsAt))

const nthWords = ['', '第一个', '第二个', '第三个', '第四个', '最后一个'] as const

/** 「每周四 19:00」, 「每月第一个周二 9:00」. */
export const recurrenceText = ({
  recurrence,
  startsAt,
}: Pick<ReceptionRule, 'recurrence' | 'startsAt'>): string => {
  const weekday = weekdayText(recurrence.weekday)
  const day = recurrence.every === 'week' ? `每${weekday}` : `每月${nthWords[recurrence.nth] ?? ''}${weekday}`
  return `${day} ${clockText(startsAt).replace(/^0/, '')}`
}
