import {
  afterMenu,
  atAccounts,
  atMenus,
  billedMonth,
  heldFrom,
  newRun,
  runIdOf,
} from '../../cloudfunctions/canteen/daily.rule'
import type { ShanghaiDay } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const run = newRun(day('2026-12-01'))

test('a day has one run, which begins before the first canteen', () => {
  expect(run).toMatchObject({ _id: runIdOf(day('2026-12-01')), part: 'menus', step: 0, done: false })
  expect(atMenus(run)).toEqual({ canteenId: '', order: '' })
})
test('a run remembers the canteen and its last menu', () => {
  const next = afterMenu(run, { canteenId: 'jingui', order: '2026-11-30:1' })
  expect(atMenus(next)).toEqual({ canteenId: 'jingui', order: '2026-11-30:1' })
})
test('a canteen begins a month back, so that nothing stays unsettled; settled menus are held for a week', () => {
  expect(atMenus(afterMenu(run, { canteenId: 'jingui' }))).toEqual({
    canteenId: 'jingui',
    order: '2026-10-31',
  })
  expect(heldFrom(day('2026-12-01'))).toBe('2026-11-24')
})
test('after the menus come the accounts', () => {
  expect(atAccounts(run)).toMatchObject({ part: 'accounts', after: '', done: false })
})
test.each([
  ['2026-12-01', '2026-11'],
  ['2026-12-05', '2026-11'],
  ['2026-12-06', undefined],
  ['2026-12-31', undefined],
  ['2027-01-01', '2026-12'],
])('on %s bills are made for %s', (today, month) => {
  expect(billedMonth(day(today))).toBe(month)
})
