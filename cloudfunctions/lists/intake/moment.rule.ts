import {
  addDays,
  type Instant,
  instantOf,
  isShanghaiDay,
  type ShanghaiDay,
  shanghaiDay,
  weekdayOf,
} from '../../../types/common/time'
import { readNumber } from '../matching/audience.rule'

/** Full-width letters, digits and marks as half-width, place by place, so that positions stay. */
export const half = (text: string): string =>
  text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u2005]/g, ' ')

const date =
  '(?:(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?|(今天|昨天|前天)|(?:星期|周)([一二三四五六日天]))'
const clock =
  '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|[AaPp][Mm])?\\s*(\\d{1,2})[:点时](?:(\\d{1,2})|(半))?(?::\\d{2})?分?\\s*([AaPp][Mm])?'
/** A date, a time of day, or both, as chat programs write them; five and five groups. */
export const stamp = `(?:${date}(?:\\s*${clock})?|${clock})`
/** Groups in {@link stamp}. */
export const stampGroups = 15
const whole = new RegExp(`^[-—–_\\s\\[(]*${stamp}[-—–_\\s\\])]*$`)

const dayOf = (parts: readonly (string | undefined)[], now: Instant): ShanghaiDay | undefined => {
  const today = shanghaiDay(now)
  const [year, month, day, word, weekday] = parts
  if (word) return addDays(today, word === '今天' ? 0 : word === '昨天' ? -1 : -2)
  if (weekday) {
    const back = (weekdayOf(today) - '一二三四五六日'.indexOf(weekday.replace('天', '日')) - 1 + 7) % 7
    return addDays(today, -back)
  }
  if (!month || !day) return undefined
  const of = (inYear: number) => `${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const thisYear = Number(today.slice(0, 4))
  const written = year ? of(Number(year)) : of(thisYear) <= today ? of(thisYear) : of(thisYear - 1)
  return isShanghaiDay(written) ? written : undefined
}

const minutesOf = (parts: readonly (string | undefined)[]): number | undefined => {
  const [before, hours, minutes, halfPast, after] = parts
  if (hours === undefined) return undefined
  const name = (before ?? after ?? '').toLowerCase()
  const hour = Number(hours)
  const late = /^(下午|傍晚|晚上|夜里|pm)$/.test(name) && hour < 12
  const noon = name === '中午' && hour < 11
  const midnight = /^(凌晨|am)$/.test(name) && hour === 12
  const total = (midnight ? 0 : hour + (late || noon ? 12 : 0)) * 60 + (halfPast ? 30 : Number(minutes ?? 0))
  return total < 24 * 60 && Number(minutes ?? 0) < 60 ? total : undefined
}

/**
 * The moment that the groups of a {@link stamp} tell. A time without a day is the last such moment before `now`, a day
 * without a time its beginning, a day without a year the last such day. Undefined when there is no such day or hour.
 */
export const momentOf = (groups: readonly (string | undefined)[], now: Instant): Instant | undefined => {
  const hasDay = groups.slice(0, 5).some((one) => one !== undefined)
  const minutes = minutesOf(hasDay ? groups.slice(5, 10) : groups.slice(10, 15))
  if (hasDay) {
    const day = dayOf(groups.slice(0, 5), now)
    return day && instantOf(day, minutes ?? 0)
  }
  if (minutes === undefined) return undefined
  const today = instantOf(shanghaiDay(now), minutes)
  return today <= now ? today : instantOf(addDays(shanghaiDay(now), -1), minutes)
}

/** Reads a text that is nothing but a time: 「2026/11/20 19:33」「11月20日 晚上7:33」「昨天 19:33」「—— 2026-11-20 ——」. */
export const readMoment = (text: string, now: Instant): Instant | undefined => {
  const found = whole.exec(half(text).trim())
  return found ? momentOf(found.slice(1), now) : undefined
}

/** A number in digits or in Chinese, 「俩」 and 「仨」 too; undefined when it is none or nought. */
export const readCount = (text: string): number | undefined => {
  const known: Readonly<Record<string, number>> = { 俩: 2, 仨: 3, 十几: 10, 十多: 10, 几十: 30 }
  const count = known[text] ?? readNumber(text)
  return count === 0 ? undefined : count
}
