import fc from 'fast-check'
import { fitsDraft, newProject, proposeSession } from '../../cloudfunctions/lists/session.rule'
import { addDays, asInstant, clockText, minutesOfDay, shanghaiDay, weekdayOf } from '../../types/common/time'
import { at, need, now, project, resource } from './facts'

const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
const hours = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 12 }))
  .map(([half, length]) => `${clockText(half * 30)}-${clockText(Math.min(1440, (half + length) * 30))}`)
const moment = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }).map(asInstant)

describe('a proposed session', () => {
  test('is the next day both are free, at least three days ahead, in the hours they share', () => {
    // Saturday; both are free on Thursdays
    const session = proposeSession(
      need({ weekdays: [4, 6], hours: '15:00-18:00' }),
      resource({ weekdays: [2, 4], hours: '14:00-16:00' }),
      now,
    )
    expect(session).toEqual({
      startsAt: at('2026-11-26', 15),
      endsAt: at('2026-11-26', 16),
      closesAt: at('2026-11-25', 20),
      cap: 20,
      waitCap: 10,
    })
  })
  test.each([
    ['tomorrow is too soon', [7], '2026-11-29'],
    ['two days ahead is too soon', [1], '2026-11-30'],
    ['three days ahead is soon enough', [2], '2026-11-24'],
  ])('%s', (_, days, day) => {
    expect(proposeSession(need(), resource({ weekdays: days }), now).startsAt).toBe(at(day, 14))
  })
  test('keeps the times of the resource when the two share none', () => {
    const session = proposeSession(need({ weekdays: [7], hours: '19:00-21:00' }), resource(), now)
    expect(session.startsAt).toBe(at('2026-11-24', 14))
  })
  test('lets at least five wait', () => {
    expect(proposeSession(need(), resource({ capacityPerSession: 4 }), now)).toMatchObject({
      cap: 4,
      waitCap: 5,
    })
  })
  test('lies ahead, on a day of the resource, closes before it begins', () => {
    fc.assert(
      fc.property(
        moment,
        weekdays,
        hours,
        fc.option(weekdays),
        fc.option(hours),
        (when, days, span, wish, time) => {
          const wishes = need({ ...(wish && { weekdays: wish }), ...(time && { hours: time }) })
          const session = proposeSession(wishes, resource({ weekdays: days, hours: span }), when)
          const day = shanghaiDay(session.startsAt)
          expect(day >= addDays(shanghaiDay(when), 3)).toBe(true)
          expect(day <= addDays(shanghaiDay(when), 9)).toBe(true)
          expect(days).toContain(weekdayOf(day))
          expect(session.closesAt).toBeGreaterThan(when)
          expect(session.closesAt).toBeLessThan(session.startsAt)
          expect(session.endsAt).toBeGreaterThan(session.startsAt)
          if (wish?.some((one) => days.includes(one))) expect(wish).toContain(weekdayOf(day))
        },
      ),
    )
  })
})

describe('a need joins a draft', () => {
  const draft = project(0, { state: 'draft', cap: 20, headcount: 18 })
  test.each([
    ['with room for its people', need({ headcount: 2 }), true],
    ['not with more people than fit', need({ headcount: 3 }), false],
    ['on its own weekday', need({ weekdays: [4] }), true],
    ['not on another weekday', need({ weekdays: [6] }), false],
    ['with half an hour in common', need({ hours: '15:30-18:00' }), true],
    ['not with less in common', need({ hours: '15:31-18:00' }), false],
  ])('%s', (_, wishes, fits) => {
    expect(fitsDraft(wishes, draft)).toBe(fits)
  })
  test('only while it is a draft', () => {
    expect(fitsDraft(need(), { ...draft, state: 'published' })).toBe(false)
  })
})

test('a new draft answers the need and is empty', () => {
  const made = newProject('id', need({ headcount: 3 }), resource({ homeVisit: true }), now)
  expect(made).toMatchObject({
    needIds: ['need-1'],
    headcount: 3,
    state: 'draft',
    place: '上门',
    open: 30,
    entries: [],
  })
  expect(minutesOfDay(made.startsAt)).toBe(14 * 60)
})
