import type { Month } from '../../cloudfunctions/lists/planning/month'
import { weightOf, worthOf } from '../../cloudfunctions/lists/planning/weight.rule'
import { weekdayOf } from '../../types/common/time'

/** Writes a sum in CPLEX's LP format, a few terms a line. */
const sum = (terms: readonly string[]): string =>
  terms.map((term, place) => (place % 8 === 7 ? `${term}\n` : term)).join(' + ')

/**
 * A month as a programme in CPLEX's LP format, session by session and minute by minute, straight from the month: the
 * yardstick shares no code with the planner but what serving somebody is worth.
 */
export const programmeOf = ({ days, needs, resources, fixed }: Month): string => {
  const sessions = [
    ...resources.flatMap(({ id, weekdays, times, venueIds, capacityPerSession }) =>
      days
        .filter((day) => weekdays.includes(weekdayOf(day)))
        .flatMap((day) =>
          times.flatMap((time) =>
            (venueIds.length > 0 ? venueIds : [undefined]).map((venueId) => {
              const seats = capacityPerSession
              return { resourceId: id, day, ...time, venueId, seats, stands: false }
            }),
          ),
        ),
    ),
    ...fixed.map(({ resourceId, day, from, to, venueId, seatsLeft }) => {
      return { resourceId, day, from, to, venueId, seats: seatsLeft, stands: true }
    }),
  ]
  const seats = needs.flatMap((need, n) =>
    sessions.flatMap((session, s) => {
      const option = need.options.find(({ resourceId }) => resourceId === session.resourceId)
      const weekday = weekdayOf(session.day)
      const comes =
        need.slots.length === 0 ||
        need.slots.some(
          (slot) =>
            slot.weekdays.includes(weekday) &&
            Math.min(slot.to, session.to) - Math.max(slot.from, session.from) >= 30,
        )
      if (!option || !comes || need.people > session.seats || !days.includes(session.day)) return []
      const worth = worthOf(weightOf(need), option.strength)
      return [{ name: `x_${n}_${s}`, need: n, session: s, people: need.people, worth }]
    }),
  )
  const rows: string[] = []
  needs.forEach((_, n) => {
    const own = seats.filter(({ need }) => need === n)
    if (own.length > 0) rows.push(`${sum(own.map(({ name }) => name))} <= 1`)
  })
  sessions.forEach((session, s) => {
    const own = seats.filter((seat) => seat.session === s)
    if (own.length > 0)
      rows.push(`${sum(own.map(({ name, people }) => `${people} ${name}`))} - ${session.seats} y_${s} <= 0`)
    for (const { name } of own) rows.push(`${name} - y_${s} <= 0`)
    rows.push(session.stands ? `y_${s} = 1` : `y_${s} <= 1`)
  })
  for (const { id, sessionsPerMonth } of resources) {
    const own = sessions.flatMap((session, s) => (session.resourceId === id ? [`y_${s}`] : []))
    const standing = fixed.filter(({ resourceId }) => resourceId === id).length
    if (own.length > 0) rows.push(`${sum(own)} <= ${Math.max(standing, sessionsPerMonth)}`)
  }
  // at every beginning, whoever is still there: one session for each resource and in each venue
  for (const { day, from } of sessions) {
    const now = sessions.flatMap((session, s) =>
      session.day === day && session.from <= from && session.to > from ? [{ ...session, s }] : [],
    )
    const groups = new Map<string, string[]>()
    for (const { resourceId, venueId, s } of now)
      for (const key of [`resource ${resourceId}`, ...(venueId === undefined ? [] : [`venue ${venueId}`])])
        groups.set(key, [...(groups.get(key) ?? []), `y_${s}`])
    for (const group of groups.values()) if (group.length > 1) rows.push(`${sum(group)} <= 1`)
  }
  const binaries = [...seats.map(({ name }) => name), ...sessions.map((_, s) => `y_${s}`)]
  return [
    'Maximize',
    ` worth: ${sum(seats.map(({ name, worth }) => `${worth} ${name}`))}`,
    'Subject To',
    ...rows.map((row, place) => ` r${place}: ${row}`),
    'Binaries',
    ...binaries.map((name) => ` ${name}`),
    'End',
    '',
  ].join('\n')
}
