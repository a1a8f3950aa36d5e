import { asInstant, clockText, minutesOfDay, momentText, weekdayText } from '../../types/common/time'
import type { EditionRow, MyNeed } from './shown'

/** When a service is: 「明天(周日) 9:00 至 11:00」. */
export const spanText = (startsAt: number, endsAt: number): string => {
  const until = clockText(minutesOfDay(asInstant(endsAt))).replace(/^0/, '')
  return `${momentText(asInstant(startsAt), asInstant(Date.now()))} 至 ${until}`
}

/** A moment in people's words, as seen now. */
export const whenText = (at: number): string => momentText(asInstant(at), asInstant(Date.now()))

/** Where a service is and who gives it, each said once: 「上门 · 红剪刀队」, 「活动室 · 市一医院 · 可上门」. */
export const whereText = (service: Pick<EditionRow, 'place' | 'unit' | 'homeVisit'>): string => {
  const { place, unit, homeVisit } = service
  const parts = [place, unit !== place && unit, homeVisit && place !== '上门' && '可上门']
  return parts.filter(Boolean).join(' · ')
}

/** `2026-11` → 「11月」. */
export const monthText = (month: string): string => `${Number(month.slice(5))}月`

/** When a need suits: 「周二、周四 14:00-16:00」, or 「随时都行」. */
export const needTimes = ({ weekdays, hours }: Pick<MyNeed, 'weekdays' | 'hours'>): string =>
  [weekdays?.map(weekdayText).join('、'), hours].filter(Boolean).join(' ') || '随时都行'
