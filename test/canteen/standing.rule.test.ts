import { chargeIdOf, refundIdOf } from '../../cloudfunctions/canteen/meal-journal.rule'
import {
  dueOn,
  isPaused,
  mealFor,
  nextRound,
  whyNotStanding,
  withPause,
} from '../../cloudfunctions/canteen/standing.rule'
import { addDays, type ShanghaiDay } from '../../types/common/time'
import { dayAfter, menuRow, monday } from './rows'

const lunch = { weekday: 1, slot: 'lunch' as const, meal: '普通套餐', delivery: false }
const pauseOf = (from: number, to: number) => ({ from: dayAfter(from), to: dayAfter(to) })

test('a standing order is due on its weekday and slot, outside its pauses', () => {
  const standing = { days: [lunch], pauses: [pauseOf(7, 8)] }
  expect(dueOn(standing, { day: monday, slot: 'lunch' })).toBe(lunch)
  expect(dueOn(standing, { day: monday, slot: 'dinner' })).toBeUndefined()
  expect(dueOn(standing, { day: dayAfter(1), slot: 'lunch' })).toBeUndefined()
  expect(dueOn(standing, { day: dayAfter(7), slot: 'lunch' })).toBeUndefined()
  expect(dueOn(standing, { day: dayAfter(14), slot: 'lunch' })).toBe(lunch)
})

test('both ends of a pause count', () => {
  const days = [-1, 0, 1, 2, 3].map((count) => isPaused([pauseOf(0, 2)], dayAfter(count)))
  expect(days).toEqual([false, true, true, true, false])
})

describe('one more pause', () => {
  test('stands in order, and those that are over go', () => {
    const next = withPause([pauseOf(9, 9), pauseOf(-3, -1)], pauseOf(2, 3), monday)
    expect(next).toEqual({ pauses: [pauseOf(2, 3), pauseOf(9, 9)] })
  })

  test('that is there already changes nothing', () => {
    const pauses = [pauseOf(-3, -1), pauseOf(0, 1)]
    expect(withPause(pauses, pauseOf(0, 1), monday)).toEqual({ pauses })
  })

  test.each([
    [-1, 1, 'CANTEEN.WRONG_DAYS'],
    [2, 1, 'CANTEEN.WRONG_DAYS'],
    [0, 60, 'CANTEEN.WRONG_DAYS'],
    [5, 65, 'CANTEEN.WRONG_DAYS'],
  ])('from %i to %i is refused', (from, to, refused) => {
    expect(withPause([], pauseOf(from, to), monday)).toEqual({ refused })
  })

  test('of sixty days from today, or of one, is taken', () => {
    expect(withPause([], pauseOf(0, 59), monday)).toEqual({ pauses: [pauseOf(0, 59)] })
    expect(withPause([], pauseOf(0, 0), monday)).toEqual({ pauses: [pauseOf(0, 0)] })
  })

  test('is the eighth at most', () => {
    const pauses = Array.from({ length: 7 }, (_one, n) => pauseOf(n + 1, n + 1))
    const eight = withPause(pauses, pauseOf(20, 20), monday)
    expect('pauses' in eight && eight.pauses.length).toBe(8)
    const nine = withPause([...pauses, pauseOf(20, 20)], pauseOf(30, 30), monday)
    expect(nine).toEqual({ refused: 'CANTEEN.PAUSES_FULL' })
  })
})

test('the meal is the one it names, else the first; of those that suit the diner, else none', () => {
  const menu = menuRow(monday)
  const idFor = (meal: string, avoids: Parameters<typeof mealFor>[2]['avoids']) =>
    mealFor({ meal }, menu, { needs: [], avoids })?.id
  expect(idFor('软食套餐', [])).toBe('b')
  expect(idFor('没有的套餐', [])).toBe('a')
  expect(idFor('普通套餐', ['虾蟹'])).toBe('b')
  expect(idFor('普通套餐', ['虾蟹', '蛋'])).toBeUndefined()
})

test('days with delivery need an entitlement today', () => {
  const until = (day: string) => ({ deliveryUntil: day as ShanghaiDay })
  expect(whyNotStanding([lunch], until(''), monday)).toBeUndefined()
  const carried = [lunch, { ...lunch, delivery: true }]
  expect(whyNotStanding(carried, until(''), monday)).toEqual({ refused: 'CANTEEN.NO_DELIVERY' })
  expect(whyNotStanding(carried, until(addDays(monday, -1)), monday)).toEqual({
    refused: 'CANTEEN.NO_DELIVERY',
  })
  expect(whyNotStanding(carried, until(monday), monday)).toBeUndefined()
})

describe('the next round', () => {
  const orderIdOf = (key: string) => `order-${key}`
  const round = (...journals: { id: string; requestKey: string }[]) =>
    nextRound('menu', 'anna', orderIdOf, journals)
  const line = (id: string) => ({ id, requestKey: '' })

  test('is the same for every timer until it is paid, then none until it is paid back, then another', () => {
    const first = round() ?? ''
    expect(round()).toBe(first)
    const charge = line(chargeIdOf(orderIdOf(first)))
    expect(round(charge)).toBeUndefined()
    const second = round(charge, line(refundIdOf(orderIdOf(first))))
    expect([typeof second, second === first]).toEqual(['string', false])
  })

  test('is another on another menu and for another diner', () => {
    const keys = [
      round(),
      nextRound('other', 'anna', orderIdOf, []),
      nextRound('menu', 'bert', orderIdOf, []),
    ]
    expect(new Set(keys).size).toBe(3)
  })

  test('ends somewhere', () => {
    const journals: { id: string; requestKey: string }[] = []
    let rounds = 0
    for (let key = round(); key !== undefined; key = round(...journals)) {
      journals.push(line(chargeIdOf(orderIdOf(key))), line(refundIdOf(orderIdOf(key))))
      rounds += 1
    }
    expect(rounds).toBe(50)
  })
})
