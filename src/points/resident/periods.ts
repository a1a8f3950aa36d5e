import { asInstant, shanghaiDay } from '../../../types/common/time'
import { monthText } from '../../ui/month-switch'

const monthsBack = 3

/** The periods a roll can be asked for now: this month, the months before, this year. */
export const periodsNow = (now: number): { readonly value: string; readonly word: string }[] => {
  const day = shanghaiDay(asInstant(now))
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  const months = Array.from({ length: monthsBack }, (_, back) => {
    const index = year * 12 + (month - 1) - back
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
  return [
    ...months.map((value) => ({ value, word: monthText(value) })),
    { value: String(year), word: `${year}年` },
  ]
}
