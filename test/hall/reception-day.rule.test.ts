import {
  changedFacts,
  comingDays,
  daysInQuestion,
  endsOnTheDay,
  madeUntilAt,
  newDay,
  realign,
} from '../../cloudfunctions/hall/reception/reception-day.rule'
import { addDays, asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { questionRow, ruleRow } from './reception-rows'

const day = (text: string) => text as ShanghaiDay
const thursday = day('2026-11-26')
const before = instantOf(thursday, 1139)
const calendars = new Map()

describe('a day of a rule', () => {
  test('has the rule’s hours and slots in China’s time, all of them free', () => {
    expect(newDay(ruleRow, thursday)).toMatchObject({
      ...{ _id: `${ruleRow._id}_2026-11-26`, day: thursday, month: '2026-11', state: 'coming' },
      startsAt: Date.parse('2026-11-26T19:00:00+08:00'),
      endsAt: Date.parse('2026-11-26T21:00:00+08:00'),
      ...{ slots: 12, left: 12, room: 108, asked: 0, taken: {}, questions: {} },
    })
  })

  test.each([
    [1140, 12, 10, true],
    [1320, 12, 10, true],
    [1321, 12, 10, false],
    [1380, 60, 5, false],
  ])(
    'that begins at minute %i with %i slots of %i minutes ends on it: %s',
    (startsAt, slots, slotMinutes, fits) => {
      expect(endsOnTheDay({ startsAt, slots, slotMinutes })).toBe(fits)
    },
  )
})

describe('the days that stand', () => {
  const coming = (rule: typeof ruleRow, now: number) =>
    comingDays(rule, thursday, calendars, asInstant(now)).map((one) => one.day)

  test('reach five weeks ahead, the one that is about to begin included', () => {
    expect(madeUntilAt(before)).toBe('2026-12-31')
    expect(coming(ruleRow, before)).toEqual([
      ...['2026-11-26', '2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24', '2026-12-31'],
    ])
  })

  test('leave out one that has begun', () => {
    expect(coming(ruleRow, before + 60_000)[0]).toBe('2026-12-03')
  })

  test('are none when the rule is stopped', () => {
    expect(coming({ ...ruleRow, stopped: true }, before)).toEqual([])
  })
})

describe('a changed rule', () => {
  const wanted = newDay({ ...ruleRow, slots: 6, startsAt: 1110, place: '小广场' }, thursday)
  const standing = newDay(ruleRow, thursday)

  test('makes what is missing and changes what nobody asked anything about', () => {
    expect(realign(undefined, wanted, before)).toEqual({ to: 'make', day: wanted })
    expect(realign(standing, wanted, before)).toEqual({ to: 'change', day: wanted })
    expect({ ...standing, ...changedFacts(wanted) }).toEqual(wanted)
  })

  test('drops what it no longer wants', () => {
    expect(realign(standing, undefined, before)).toEqual({ to: 'drop' })
    expect(realign(undefined, undefined, before)).toEqual({ to: 'leave' })
  })

  test.each([
    ['somebody asked something', { questions: { q: questionRow() } }, before],
    ['it was called off', { state: 'cancelled' as const }, before],
    ['it was closed', { state: 'closed' as const }, before],
    ['it has begun', {}, instantOf(thursday, 1140)],
  ])('leaves a day when %s', (_why, facts, now) => {
    expect(realign({ ...standing, ...facts }, wanted, now)).toEqual({ to: 'leave' })
    expect(realign({ ...standing, ...facts }, undefined, now)).toEqual({ to: 'leave' })
  })

  test('looks at the days it had and at those it wants, once each', () => {
    const madeUntil = day('2026-12-05')
    const tuesdays = { ...ruleRow, recurrence: { every: 'week', weekday: 2 } as const, madeUntil }
    const asked = daysInQuestion(tuesdays, [wanted, newDay(ruleRow, day('2026-12-01'))], calendars, before)
    expect(asked).toEqual(['2026-11-26', '2026-12-01'])
    expect(daysInQuestion(undefined, [wanted], calendars, before)).toEqual(['2026-11-26'])
  })

  test('finds days that were made before their holiday was published', () => {
    const friday = day('2027-01-01')
    const published = new Map([[2027, { off: new Set<string>([friday]), worked: new Set<string>() }]])
    const fridays = {
      ...ruleRow,
      ...{ recurrence: { every: 'week', weekday: 5 } as const, skipHolidays: true, madeUntil: friday },
    }
    const now = instantOf(addDays(friday, -2), 600)
    expect(comingDays(fridays, addDays(friday, -2), published, now)[0]?.day).toBe('2027-01-08')
    expect(daysInQuestion(fridays, [], published, now)).toEqual([friday])
  })
})
