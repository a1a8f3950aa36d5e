import { asDate, dateOfParts, named, PARTS } from './date-parts'
import { type Evaluation, isNothing, refusal } from './expression'
import { inZone, zoneMinutes } from './time-zone'

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

const signed = (minutes: number, text: string): string => `${minutes < 0 ? '-' : '+'}${text}`

const offset = (minutes: number): string => {
  const size = Math.abs(minutes)
  return signed(minutes, digits(Math.floor(size / 60), 2) + digits(size % 60, 2))
}

const WRITTEN: Record<string, (clock: Date, minutes: number) => string> = {
  Y: (clock) => digits(PARTS.year(clock), 4),
  m: (clock) => digits(PARTS.month(clock), 2),
  d: (clock) => digits(PARTS.dayOfMonth(clock), 2),
  H: (clock) => digits(PARTS.hour(clock), 2),
  M: (clock) => digits(PARTS.minute(clock), 2),
  S: (clock) => digits(PARTS.second(clock), 2),
  L: (clock) => digits(PARTS.millisecond(clock), 3),
  j: (clock) => digits(PARTS.dayOfYear(clock), 3),
  w: (clock) => String(PARTS.dayOfWeek(clock)),
  u: (clock) => String(PARTS.isoDayOfWeek(clock)),
  U: (clock) => digits(PARTS.week(clock), 2),
  V: (clock) => digits(PARTS.isoWeek(clock), 2),
  G: (clock) => digits(PARTS.isoWeekYear(clock), 4),
  z: (_clock, minutes) => offset(minutes),
  Z: (_clock, minutes) => signed(minutes, String(Math.abs(minutes))),
  '%': () => '%',
}

const SPECIFIER = /%(.?)/g
const ISO_FORMAT = '%Y-%m-%dT%H:%M:%S.%LZ'

const badSpecifier = (letter: string) => refusal(`Invalid format character '%${letter}' in format string`)

const $dateToString = (...evaluation: Evaluation): unknown => {
  const { date, format = ISO_FORMAT, timezone, onNull = null } = named(...evaluation)
  const at = asDate(date)
  if (!at) return onNull
  if (format === null || timezone === null) return null
  if (typeof format !== 'string') throw refusal("$dateToString requires that 'format' be a string")
  const [clock, minutes] = [inZone(at, timezone), zoneMinutes(timezone, at)]
  return format.replace(SPECIFIER, (_whole, letter) => {
    const write = WRITTEN[letter]
    if (!write) throw badSpecifier(letter)
    return write(clock, minutes)
  })
}

const READ: Record<string, string> = {
  Y: '(?<year>\\d{4})',
  m: '(?<month>0?[1-9]|1[0-2])',
  d: '(?<day>0?[1-9]|[12]\\d|3[01])',
  H: '(?<hour>[01]?\\d|2[0-3])',
  M: '(?<minute>[0-5]?\\d)',
  S: '(?<second>[0-5]?\\d)',
  L: '(?<millisecond>\\d{1,3})',
  G: '(?<isoWeekYear>\\d{4})',
  V: '(?<isoWeek>\\d{1,2})',
  u: '(?<isoDayOfWeek>[1-7])',
  z: '(?<timezone>Z|[+-]\\d{2}(?::?\\d{2})?)',
  '%': '%',
}

const ISO_TEXT = new RegExp(
  `^${READ.Y}-${READ.m}-${READ.d}(?:[T ]${READ.H}:${READ.M}(?::${READ.S}(?:[.,]${READ.L}\\d*)?)?)?\\s*${READ.z}?$`,
)

const patternOf = (format: string): RegExp => {
  const quoted = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(
    `^${quoted.replace(SPECIFIER, (_whole, letter) => {
      const pattern = READ[letter]
      if (!pattern) throw badSpecifier(letter)
      return pattern
    })}$`,
  )
}

const read = (text: string, format: unknown, zone: unknown): Date | null => {
  const found = (typeof format === 'string' ? patternOf(format) : ISO_TEXT).exec(text)?.groups
  if (!found) throw refusal(`Error parsing date string '${text}'`)
  const { timezone, ...parts } = found
  if (timezone && zone !== undefined) {
    throw refusal(
      `you cannot pass in a date/time string with time zone information ('${timezone}') and a timezone`,
    )
  }
  const numbers = Object.entries(parts).filter(([, value]) => value !== undefined)
  return dateOfParts({
    ...Object.fromEntries(numbers.map(([name, value]) => [name, Number(value)])),
    timezone: timezone ?? zone,
  })
}

const $dateFromString = (...evaluation: Evaluation): unknown => {
  const { dateString, format, timezone, onNull = null, ...rest } = named(...evaluation)
  if (isNothing(dateString)) return onNull
  if (format === null || timezone === null) return null
  try {
    if (typeof dateString !== 'string') throw refusal('$dateFromString requires that dateString be a string')
    return read(dateString, format, timezone)
  } catch (error) {
    if ('onError' in rest) return rest.onError
    throw error
  }
}

/** Dates as texts and back, in any time zone. mingo lacks some formats, and answers nothing for what is no date. */
export const dateTextExpressions = { $dateToString, $dateFromString }
