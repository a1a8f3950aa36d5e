import { nextVersion, standingOf, whyNotSet } from '../../cloudfunctions/canteen/subsidy-version.rule'
import type { ShanghaiDay } from '../../types/common/time'
import { ruleRow } from './rows'

const day = (text: string) => text as ShanghaiDay
const today = day('2026-11-23')
const funds = (...shares: readonly number[]) => shares.map((share, n) => ({ name: `资金${n}`, share }))

test('versions are in force, to come, or without effect', () => {
  const version = (number: number, startsOn: string, centreId = 'hudong') =>
    ruleRow({ _id: `${centreId}:${number}`, centreId, version: number, startsOn: day(startsOn) })
  const old = version(1, '2026-01-01')
  const now = version(2, '2026-11-23')
  const coming = version(3, '2026-11-24')
  const standings = (rules: readonly ReturnType<typeof version>[]) =>
    rules.map((rule) => standingOf(rule, rules, today))
  expect(standings([old, now, coming])).toEqual(['past', 'current', 'coming'])
  const street = version(1, '2026-06-01', 'hudong.chunjiang')
  expect(standings([now, street])).toEqual(['past', 'current'])
})

test('what began before today is not changed', () => {
  expect(whyNotSet({ startsOn: day('2026-11-22'), funds: funds(100) }, today)).toEqual({
    refused: 'CANTEEN.RULE_STARTED',
  })
  expect(whyNotSet({ startsOn: day('2026-11-24'), funds: funds(100) }, today)).toBe(undefined)
})

test('shares make a hundred, and no fund stands twice', () => {
  const why = (given: ReturnType<typeof funds>) =>
    whyNotSet({ startsOn: day('2027-01-01'), funds: given }, today)
  expect(why(funds(60, 40))).toBe(undefined)
  expect([funds(60, 39), funds(60, 41), funds(99)].map((given) => why(given)?.refused)).toEqual([
    'CANTEEN.SHARES_NOT_100',
    'CANTEEN.SHARES_NOT_100',
    'CANTEEN.SHARES_NOT_100',
  ])
  expect(
    why([
      { name: '区级', share: 50 },
      { name: '区级', share: 50 },
    ])?.refused,
  ).toBe('COMMON.BAD_INPUT')
})

test('the next version is one more than any', () => {
  expect([nextVersion([]), nextVersion([{ version: 2 }, { version: 7 }, { version: 1 }])]).toEqual([1, 8])
})
