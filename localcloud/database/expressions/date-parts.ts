import { evalExpr } from 'mingo/core'
import { typeName } from '../update/operator'
import { type Fields, isFields } from '../values'
import { type Evaluation, type ExpressionOperator, isNothing, operands, refusal } from './expression'
import { fromZone, inZone } from './time-zone'

const DAY_MS = 86_400_000

const dayOfYear = (day: Date): number =>
  Math.floor((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY_MS) + 1

const isoDayOfWeek = (day: Date): number => day.getUTCDay() || 7

// The week of a day is the one of its Thursday.
const thursdayOf = (day: Date): Date => new Date(day.getTime() + (4 - isoDayOfWeek(day)) * DAY_MS)

/** What a clock shows, by the operators' names. Weeks begin on Sunday, week 1 with the first of them. */
export const PARTS = {
  year: (day: Date) => day.getUTCFullYear(),
  month: (day: Date) => day.getUTCMonth() + 1,
  dayOfMonth: (day: Date) => day.getUTCDate(),
  hour: (day: Date) => day.getUTCHours(),
  minute: (day: Date) => day.getUTCMinutes(),
  second: (day: Date) => day.getUTCSeconds(),
  millisecond: (day: Date) => day.getUTCMilliseconds(),
  dayOfYear,
  dayOfWeek: (day: Date) => day.getUTCDay() + 1,
  week: (day: Date) => Math.floor((dayOfYear(day) + 6 - day.getUTCDay()) / 7),
  isoDayOfWeek,
  isoWeek: (day: Date) => Math.floor((dayOfYear(thursdayOf(day)) - 1) / 7) + 1,
  isoWeekYear: (day: Date) => thursdayOf(day).getUTCFullYear(),
} as const

/** A date as an operator's value; null for nothing; refuses what is no date. */
export const asDate = (value: unknown): Date | null => {
  if (isNothing(value)) return null
  if (value instanceof Date) return value
  throw refusal(`can't convert from BSON type ${typeName(value)} to Date`)
}

/** Evaluates the named arguments of an operator, each by itself. */
export const named = (...[document, argument, options]: Evaluation): Fields =>
  Object.fromEntries(
    Object.entries(isFields(argument) ? argument : {}).map(([name, value]) => [
      name,
      evalExpr(document, value, options),
    ]),
  )

const hasZone = (argument: unknown): boolean => isFields(argument) && 'date' in argument

const part =
  (read: (clock: Date) => number): ExpressionOperator =>
  (...evaluation) => {
    const zoned = hasZone(evaluation[1])
    const { date, timezone } = zoned ? named(...evaluation) : { date: operands(...evaluation)[0] }
    const at = asDate(date)
    if (!at || timezone === null) return null
    return read(inZone(at, timezone))
  }

const $dateToParts: ExpressionOperator = (...evaluation) => {
  const { date, timezone, iso8601 } = named(...evaluation)
  const at = asDate(date)
  if (!at) return null
  const clock = inZone(at, timezone)
  const { hour, minute, second, millisecond } = PARTS
  const day = iso8601
    ? { isoWeekYear: PARTS.isoWeekYear, isoWeek: PARTS.isoWeek, isoDayOfWeek }
    : { year: PARTS.year, month: PARTS.month, day: PARTS.dayOfMonth }
  const parts = { ...day, hour, minute, second, millisecond }
  return Object.fromEntries(Object.entries(parts).map(([name, read]) => [name, read(clock)]))
}

/** The instant of parts as `$dateFromParts` names them; parts beyond their range carry over. Null when one is null. */
export const dateOfParts = ({ timezone, ...parts }: Fields): Date | null => {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined)
  if (timezone === null || given.some(([, value]) => value === null)) return null
  for (const [name, value] of given) {
    if (!Number.isInteger(value)) throw refusal(`'${name}' must evaluate to an integer`)
  }
  const part = (name: string, otherwise: number): number => Number(parts[name] ?? otherwise)
  const time: [number, number, number, number] = [
    part('hour', 0),
    part('minute', 0),
    part('second', 0),
    part('millisecond', 0),
  ]
  if (parts.isoWeekYear !== undefined) {
    const weekOne = thursdayOf(new Date(Date.UTC(part('isoWeekYear', 0), 0, 4))).getTime() - 3 * DAY_MS
    const days = (part('isoWeek', 1) - 1) * 7 + part('isoDayOfWeek', 1) - 1
    return fromZone(weekOne + days * DAY_MS + Date.UTC(1970, 0, 1, ...time), timezone)
  }
  if (parts.year === undefined)
    throw refusal("$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
  return fromZone(Date.UTC(part('year', 0), part('month', 1) - 1, part('day', 1), ...time), timezone)
}

/** Parts of dates in any time zone, and dates of parts. mingo errs at years' ends and refuses null. */
export const datePartExpressions = {
  ...Object.fromEntries(Object.entries(PARTS).map(([name, read]) => [`$${name}`, part(read)])),
  $dateToParts,
  $dateFromParts: (...evaluation: Evaluation) => dateOfParts(named(...evaluation)),
}
