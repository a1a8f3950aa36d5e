import {
  ageOf,
  isBirthDay,
  isOwnDiner,
  mayBind,
  mayHaveDelivery,
  owesOrHas,
  subsidyText,
  whyNotDecided,
} from '../../cloudfunctions/canteen/diner.rule'
import type { ShanghaiDay } from '../../types/common/time'
import { centres } from '../harness/town'
import { accountRow, dinerRow, ruleRow } from './rows'

const day = (text: string) => text as ShanghaiDay
const today = day('2026-11-23')
const elder = dinerRow('diner', { householdId: 'house-a', family: [] })
const person = (facts: object = {}) => ({
  _id: 'somebody',
  householdId: '',
  centreId: centres.yinxing,
  building: '',
  room: '',
  ...facts,
})

test.each([
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2026-11-23', true],
  ['2026-11-24', false],
])('%s as a birth day: %s', (birthDay, isOne) => {
  expect(isBirthDay(day(birthDay), today)).toBe(isOne)
})

test('who is registered or works here may register elders', () => {
  const resident = (membership: string, roles: readonly object[] = []) =>
    mayBind({ membership, roles } as Parameters<typeof mayBind>[0])
  expect(['none', 'rejected', 'pending', 'approved'].map((membership) => resident(membership))).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(resident('none', [{ centreId: 'hudong', role: 'officer' }])).toBe(true)
  expect(mayBind(undefined)).toBe(false)
})

describe('a diner is somebody’s own affair', () => {
  test('as bound family, in the same household, or behind the same door', () => {
    const bound = { ...elder, family: [{ who: 'somebody', nameMasked: '', relation: '儿子' }] }
    expect(isOwnDiner(person(), bound)).toBe(true)
    expect(isOwnDiner(person({ householdId: 'house-a' }), elder)).toBe(true)
    const door = { centreId: elder.centreId, building: elder.building, room: elder.room }
    expect(isOwnDiner(person(door), elder)).toBe(true)
  })
  test('and nobody else’s', () => {
    const door = { centreId: elder.centreId, building: elder.building, room: elder.room }
    expect(isOwnDiner(undefined, elder)).toBe(false)
    expect(isOwnDiner(person({ householdId: 'house-b' }), elder)).toBe(false)
    expect(isOwnDiner(person(), { ...elder, householdId: '' })).toBe(false)
    for (const other of [{ centreId: centres.yinxing }, { building: '6栋' }, { room: '1' }]) {
      expect(isOwnDiner(person({ ...door, ...other }), elder)).toBe(false)
    }
  })
})

test('an application is decided once, by somebody else, and turned down with a reason', () => {
  const pending = { ...elder, state: 'pending' as const }
  expect(whyNotDecided(pending, person(), 'approve', '')).toBe(undefined)
  expect(whyNotDecided(pending, person(), 'reject', '不是本社区')).toBe(undefined)
  expect(whyNotDecided(pending, person(), 'reject', '')).toBe('CANTEEN.REASON_MISSING')
  expect(whyNotDecided(elder, person(), 'approve', '')).toBe('CANTEEN.ALREADY_DECIDED')
  expect(whyNotDecided(pending, person({ householdId: 'house-a' }), 'approve', '')).toBe('CANTEEN.OWN_AFFAIR')
})

test('an account holds a diner back while money is on it, owed on it, or under way', () => {
  const pending = [{ order: null, menuId: 'm', replaces: null, at: 0 }]
  expect(owesOrHas(accountRow('a', 0))).toBe(false)
  expect([1, -1].map((balance) => owesOrHas(accountRow('a', balance)))).toEqual([true, true])
  expect(owesOrHas({ balance: 0, pending: pending as never })).toBe(true)
})

test('delivery lasts until the end of its last day', () => {
  const until = (deliveryUntil: string) => mayHaveDelivery({ deliveryUntil: day(deliveryUntil) }, today)
  expect(['2026-11-22', '2026-11-23', '2026-11-24'].map(until)).toEqual([false, true, true])
  expect(mayHaveDelivery({ deliveryUntil: '' }, today)).toBe(false)
})

test('the subsidy is said in words, and so is that there is none', () => {
  const eater = { birthDay: day('1940-05-06'), careTags: [] }
  const pays = { title: '80 岁以上', fromAge: 80, careTags: [], kind: 'pay' as const, fen: 350 }
  expect(subsidyText([ruleRow()], eater, today)).toBe('80 岁以上,每顿补 7.00 元')
  expect(subsidyText([ruleRow({ tiers: [pays] })], eater, today)).toBe('80 岁以上,每顿只付 3.50 元')
  expect(subsidyText([ruleRow()], { ...eater, birthDay: day('1980-01-01') }, today)).toBe('')
  expect(subsidyText([], eater, today)).toBe('')
})

test('the age is unknown while the birth day is', () => {
  expect(ageOf({ birthDay: '', careTags: [] }, today)).toBe(-1)
  expect(ageOf({ birthDay: day('1946-11-23'), careTags: [] }, today)).toBe(80)
})
