import { refusal } from './expression'

const OFFSET = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/

const minutesIn = (offset: string): number | undefined => {
  if (['GMT', 'UTC', 'Z'].includes(offset)) return 0
  const [, sign, hours, minutes = 0] = OFFSET.exec(offset) ?? []
  const size = Number(hours) * 60 + Number(minutes)
  if (!sign) return undefined
  return sign === '-' ? -size : size
}

const nameOfOffset = (zone: string, at: Date): string => {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    return format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''
  } catch {
    throw refusal(`unrecognized time zone identifier: "${zone}"`)
  }
}

/** How far a time zone (`Asia/Shanghai`, `+08:00`, `+0800`, `+08`) is from UTC at an instant, in minutes. */
export const zoneMinutes = (zone: unknown, at: Date): number => {
  if (zone === undefined) return 0
  if (typeof zone !== 'string') throw refusal('timezone must evaluate to a string')
  return minutesIn(zone) ?? minutesIn(nameOfOffset(zone, at)) ?? 0
}

/** The clock of a time zone, to be read with the UTC getters. */
export const inZone = (at: Date, zone: unknown): Date =>
  new Date(at.getTime() + zoneMinutes(zone, at) * 60_000)

/** The instant at which a zone's clock shows `local` (epoch ms as if in UTC). */
export const fromZone = (local: number, zone: unknown): Date => {
  const guess = new Date(local - zoneMinutes(zone, new Date(local)) * 60_000)
  return new Date(local - zoneMinutes(zone, guess) * 60_000)
}
