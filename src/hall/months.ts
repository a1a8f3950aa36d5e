import { addDays, asInstant, type ShanghaiDay, shanghaiDay } from '../../types/common/time'

const shown = 6

/** The month it is in China, `2026-12`. */
export const thisMonth = (): string => shanghaiDay(asInstant(Date.now())).slice(0, 7)

/** This month and the five before it, newest first. */
export const lastMonths = (): readonly string[] => {
  const months = [thisMonth()]
  for (let month = thisMonth(); months.length < shown; months.push(month)) {
    month = addDays(`${month}-01` as ShanghaiDay, -1).slice(0, 7)
  }
  return months
}
