import {
  confirmByOf,
  escalatedLevelsOf,
  isReminder,
  nextAfter,
  stepsAhead,
} from '../../cloudfunctions/hall/problem/problem-due.rule'
import { at, calendars, day } from './problem-rows'

const monday = day('2026-11-30')
const open = { dueDay: monday, level: 'officer' as const, overdue: false }

test('a problem due on a Monday is reminded of on Friday and Monday at nine, and climbs at the end of days', () => {
  expect(stepsAhead(open, calendars)).toEqual([
    { step: 'remindBefore', at: at('2026-11-27', 9) },
    { step: 'remindOnDay', at: at('2026-11-30', 9) },
    { step: 'overdue', at: at('2026-12-01', 0) },
    { step: 'toSecretary', at: at('2026-12-02', 0) },
    { step: 'toStreet', at: at('2026-12-04', 0) },
  ])
})

test('days off count neither for the reminder nor for the climb', () => {
  const beforeHoliday = { ...open, dueDay: day('2026-09-30') }
  expect(stepsAhead(beforeHoliday, calendars).slice(-2)).toEqual([
    { step: 'toSecretary', at: at('2026-10-09', 0) },
    { step: 'toStreet', at: at('2026-10-11', 0) }, // Saturday the 10th is worked
  ])
  const afterHoliday = { ...open, dueDay: day('2026-10-08') }
  expect(stepsAhead(afterHoliday, calendars)[0]).toEqual({ step: 'remindBefore', at: at('2026-09-30', 9) })
})

test.each([
  ['officer', true, ['toSecretary', 'toStreet']],
  ['staff', true, ['toSecretary', 'toStreet']],
  ['secretary', true, ['toStreet']],
  ['street', true, []],
  // opened again, or given more time: from the level it has
  ['staff', false, ['remindBefore', 'remindOnDay', 'overdue', 'toSecretary', 'toStreet']],
  ['secretary', false, ['remindBefore', 'remindOnDay', 'overdue', 'toStreet']],
  ['street', false, ['remindBefore', 'remindOnDay', 'overdue']],
] as const)('at level %s (overdue: %s) what is ahead is %j', (level, overdue, steps) => {
  expect(stepsAhead({ dueDay: monday, level, overdue }, calendars).map(({ step }) => step)).toEqual(steps)
})

test('reminders whose time has passed are left out, climbs are not', () => {
  expect(nextAfter(open, calendars, at('2026-11-27', 8))).toBe(at('2026-11-27', 9))
  expect(nextAfter(open, calendars, at('2026-11-27', 9))).toBe(at('2026-11-30', 9))
  expect(nextAfter(open, calendars, at('2026-11-30', 9))).toBe(at('2026-12-01', 0))
  expect(nextAfter(open, calendars, at('2027-02-01', 0))).toBe(at('2026-12-01', 0))
  expect(nextAfter({ ...open, overdue: true, level: 'staff' }, calendars, at('2027-02-01', 0))).toBe(
    at('2026-12-02', 0),
  )
  expect(nextAfter({ ...open, overdue: true, level: 'street' }, calendars, at('2026-12-01', 0))).toBe(0)
})

test('only reminders are reminders', () => {
  expect(
    (['remindBefore', 'remindOnDay', 'overdue', 'toSecretary', 'toStreet'] as const).map(isReminder),
  ).toEqual([...[true, true, false, false, false]])
})

test('five working days to look at what was done, holidays left out', () => {
  expect(confirmByOf(at('2026-11-23', 17), calendars)).toBe(at('2026-12-01', 0))
  expect(confirmByOf(at('2026-09-30', 17), calendars)).toBe(at('2026-10-14', 0))
})

test.each([
  ['hudong', ['street']],
  ['hudong.chunjiang', ['street']],
  ['hudong.chunjiang.jingui', ['secretary', 'street']],
  ['hudong.chunjiang.jingui.zhan1', ['secretary', 'street']],
])('%s is shown what climbed to %j', (centreId, levels) => {
  expect(escalatedLevelsOf(centreId)).toEqual(levels)
})
