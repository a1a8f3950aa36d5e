import { addDays, type ShanghaiDay } from '../../types/common/time'

interface Figures {
  readonly asked: number
  readonly answered: number
  readonly listed: number
}

/** `2026-12` → `2027-01`. */
export const nextMonth = (month: string): string => addDays(`${month}-28` as ShanghaiDay, 4).slice(0, 7)

/** What the days of a month came to together. */
export const sumOf = (days: readonly Figures[]): Figures =>
  days.reduce<Figures>(
    (sum, { asked, answered, listed }) => ({
      asked: sum.asked + asked,
      answered: sum.answered + answered,
      listed: sum.listed + listed,
    }),
    { asked: 0, answered: 0, listed: 0 },
  )
