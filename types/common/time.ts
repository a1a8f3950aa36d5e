/** Milliseconds since 1970 (UTC). The only form in which a moment is stored. */
export type Instant = number & { readonly __brand: 'Instant' }
/** A calendar day in China, `YYYY-MM-DD`. */
export type ShanghaiDay = string & { readonly __brand: 'ShanghaiDay' }

const hour = 3_600_000
/** China keeps UTC+8 all year, so the offset is arithmetic. */
const shanghaiOffset = 8 * hour
export const dayLength = 24 * hour

export const asInstant = (epochMs: number): Instant => epochMs as Instant

/** The day it is in China at a moment. */
export const shanghaiDay = (at: Instant): ShanghaiDay =>
  new Date(at + shanghaiOffset).toISOString().slice(0, 10) as ShanghaiDay

/** The moment of `HH:MM` on a day in China; minutes past midnight may exceed a day. */
export const instantOf = (day: ShanghaiDay, minutes: number): Instant =>
  asInstant(Date.parse(`${day}T00:00:00Z`) - shanghaiOffset + minutes * 60_000)

/** Minutes past midnight in China at a moment, 0…1439. */
export const minutesOfDay = (at: Instant): number => Math.floor(((at + shanghaiOffset) % dayLength) / 60_000)

/** The day `count` days later (earlier when negative). */
export const addDays = (day: ShanghaiDay, count: number): ShanghaiDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * dayLength).toISOString().slice(0, 10) as ShanghaiDay

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: ShanghaiDay): number => {
  const sunday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return sunday === 0 ? 7 : sunday
}

/** Whether a text is a real calendar day (`2026-02-30` is not). */
export const isShanghaiDay = (text: string): text is ShanghaiDay => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const parsed = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === text
}

/** `"09:00-11:30"` as minutes past midnight; undefined when it is no span within one day. */
export const parseHours = (hours: string): { readonly from: number; readonly to: number } | undefined => {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(hours)
  if (!parts) return undefined
  const [, h1, m1, h2, m2] = parts.map(Number)
  const from = (h1 ?? 0) * 60 + (m1 ?? 0)
  const to = (h2 ?? 0) * 60 + (m2 ?? 0)
  return from < to && to <= 1440 ? { from, to } : undefined
}

/** Minutes past midnight as `HH:MM`. */
export const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

/** `周六`. */
export const weekdayText = (weekday: number): string => `周${weekdayNames[weekday - 1] ?? ''}`

/** `2026-11-21` → 「11月21日」. */
export const dayText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** `2028-12-31` → 「2028年12月31日」, for days that may be years away. */
export const fullDayText = (day: string): string => `${day.slice(0, 4)}年${dayText(day)}`

/** A moment that is read days later: `11月28日(周六) 9:00`. */
export const dateText = (at: Instant): string => {
  const day = shanghaiDay(at)
  return `${dayText(day)}(${weekdayText(weekdayOf(day))}) ${clockText(minutesOfDay(at)).replace(/^0/, '')}`
}

/** A moment in people's words: `今天(周六) 9:00`, `明天(周日) 14:30`, `12月3日(周四) 9:00`. */
export const momentText = (at: Instant, now: Instant): string => {
  const day = shanghaiDay(at)
  const today = shanghaiDay(now)
  const name =
    day === today
      ? '今天'
      : day === addDays(today, 1)
        ? '明天'
        : day === addDays(today, 2)
          ? '后天'
          : dayText(day)
  return `${name}(${weekdayText(weekdayOf(day))}) ${clockText(minutesOfDay(at)).replace(/^0/, '')}`
}
