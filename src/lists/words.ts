import { asInstant, clockText, minutesOfDay, momentText, weekdayText } from '../../types/common/time'
import type { MyNeed } from './shown'

/** When a service is: 「明天(周日) 9:00 至 11:00」. */
export const spanText = (startsAt: number, endsAt: number): string => {
  const until = clockText(minutesOfDay(asInstant(endsAt))).replace(/^0/, '')
  return `${momentText(asInstant(startsAt), asInstant(Date.now()))} 至 ${until}`
}

/** A moment in people's words, as seen now. */
export const whenText = (at: number): string => momentText(asInstant(at), asInstant(Date.now()))

/** `2026-11` → 「11月」. */
export const monthText = (month: string): string => `${Number(month.slice(5))}月`

/** When a need suits: 「周二、周四 14:00-16:00」, or 「随时都行」. */
export const needTimes = ({ weekdays, hours }: Pick<MyNeed, 'weekdays' | 'hours'>): string =>
  [weekdays?.map(weekdayText).join('、'), hours].filter(Boolean).join(' ') || '随时都行'
