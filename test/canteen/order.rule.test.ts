import fc from 'fast-check'
import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import { isRefused } from '../../cloudfunctions/_kit/refusal'
import { refundFor } from '../../cloudfunctions/canteen/meal-journal.rule'
import {
  affordable,
  costOf,
  type DinerFacts,
  decideWish,
  hasStood,
  type Leave,
  orderIdOf,
  orderOf,
  type Placing,
  paidAfter,
  paidBefore,
  undoneBy,
  whyClosed,
  whyNotCanteen,
} from '../../cloudfunctions/canteen/order.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'
import { accountRow, canteenRow, dinerRow, menuRow, monday, morning, ruleRow } from './rows'

const menu = menuRow(monday)
const whose: DinerFacts = {
  diner: dinerRow('anna'),
  eater: { birthDay: '1940-05-06' as ShanghaiDay, careTags: [] },
  rules: [ruleRow()],
}
const leave: Leave = { now: morning, late: false, mayChange: true }
const wish = { mealId: 'a', delivery: false, toPay: 800 }
const codeOf = (...[seen, wanted, who = whose, how = leave]: Partial<Parameters<typeof decideWish>>) => {
  const decision = decideWish(seen, wanted ?? wish, who, how)
  return isRefused(decision) ? decision.refused : 'stands' in decision ? 'stands' : 'meal'
}
const ordering = {
  source: 'family' as const,
  by: 'daughter',
  byMasked: '王**',
  at: morning,
  requestKey: 'request',
  note: '',
  lateBecause: '',
}
const orderFor = (mealId: string, requestKey = 'request'): MealOrder => {
  const decision = decideWish(menu, { mealId, delivery: false }, whose, leave)
  if (isRefused(decision) || 'stands' in decision) throw new Error('no meal')
  const { meal, price } = decision
  return orderOf(menu, { meal, price, delivery: false }, whose, { ...ordering, requestKey })
}

describe('a wish', () => {
  const ordered = { ...menu, orders: { anna: orderFor('a') } }

  test.each([
    ['is a meal at its price', menu, wish, 'meal'],
    ['needs a menu', undefined, wish, 'COMMON.NOT_FOUND'],
    ['needs a menu that was published', { ...menu, state: 'draft' as const }, wish, 'COMMON.NOT_FOUND'],
    [
      'needs a menu that is not called off',
      { ...menu, state: 'cancelled' as const },
      wish,
      'CANTEEN.MENU_OVER',
    ],
    ['comes before the count', { ...menu, state: 'frozen' as const }, wish, 'CANTEEN.TOO_LATE'],
    ['comes before the cut-off', { ...menu, cutoffAt: morning }, wish, 'CANTEEN.TOO_LATE'],
    ['may come a moment before it', { ...menu, cutoffAt: asInstant(morning + 1) }, wish, 'meal'],
    ['is for a meal of the menu', menu, { ...wish, mealId: 'z' }, 'CANTEEN.NO_MEAL'],
    ['is at the price that was shown', menu, { ...wish, toPay: 799 }, 'CANTEEN.PRICE_CHANGED'],
    ['finds a portion', { ...menu, left: 0 }, wish, 'CANTEEN.FULL'],
    ['that stands changes nothing', ordered, wish, 'stands'],
    [
      'for another meal takes its place',
      { ...ordered, left: 0 },
      { ...wish, mealId: 'b', toPay: 500 },
      'meal',
    ],
  ])('%s', (_fact, seen, wanted, code) => {
    expect(codeOf(seen, wanted)).toBe(code)
  })

  test('finds a portion of its meal, which a change of delivery keeps', () => {
    const meals = menu.meals.map((meal) => ({ ...meal, cap: 1 }))
    const soldOut = { ...menu, meals, sold: { a: 1 } }
    expect(codeOf(soldOut)).toBe('CANTEEN.FULL')
    expect(codeOf({ ...soldOut, orders: ordered.orders }, { ...wish, delivery: true })).toBe('meal')
    expect(codeOf({ ...soldOut, sold: {} })).toBe('meal')
  })

  test('is brought to the door while there is an entitlement for that day', () => {
    const until = (deliveryUntil: string) => ({
      ...whose,
      diner: { ...whose.diner, deliveryUntil: deliveryUntil as ShanghaiDay },
    })
    const carried = { ...wish, delivery: true }
    expect(codeOf(menu, carried, until(monday))).toBe('meal')
    expect(codeOf(menu, carried, until('2026-11-22'))).toBe('CANTEEN.NO_DELIVERY')
    expect(codeOf(menu, carried, until(''))).toBe('CANTEEN.NO_DELIVERY')
  })

  test('of the staff changes nothing that stands, and may come late until the meal is over', () => {
    const other = { ...wish, mealId: 'b', toPay: 500 }
    expect(codeOf(ordered, other, whose, { ...leave, mayChange: false })).toBe('CANTEEN.ALREADY_ORDERED')
    const late: Leave = { now: morning, late: true, mayChange: false }
    const frozen = { ...menu, state: 'frozen' as const }
    expect(codeOf(frozen, wish, whose, late)).toBe('meal')
    expect(codeOf({ ...frozen, orders: ordered.orders }, wish, whose, late)).toBe('CANTEEN.ALREADY_ORDERED')
    expect(whyClosed({ ...frozen, servedTo: morning }, late)).toEqual({ refused: 'CANTEEN.MENU_OVER' })
    expect(whyClosed({ ...frozen, state: 'settled' }, late)).toEqual({ refused: 'CANTEEN.MENU_OVER' })
  })
})

test('an order keeps what it was priced by, and its id is of the request, the menu and the diner', () => {
  const order = orderFor('a')
  expect(order).toMatchObject({
    price: 1500,
    toPay: 800,
    rule: 'hudong:1',
    tier: '80 岁以上',
    dinerId: 'anna',
  })
  expect(order.id).toBe(orderIdOf('request', menu._id, 'anna'))
  const ids = [orderIdOf('a', 'b', 'c'), orderIdOf('b', 'a', 'c'), orderIdOf('a', 'b', 'd')]
  expect(new Set([...ids, order.id]).size).toBe(4)
})

describe('what is paid', () => {
  const fenOf = fc.integer({ min: 0, max: 100_00 })
  const placingOf = (toPay: number, old: number | null): Placing => ({
    menu,
    order: { ...orderFor('b', 'second'), price: toPay, toPay, subsidies: [] },
    replaces: old === null ? null : { ...orderFor('a', 'first'), price: old, toPay: old, subsidies: [] },
  })

  test('for an order that stands is its price, and of one that does not nothing, whatever it replaces', () => {
    fc.assert(
      fc.property(fenOf, fc.option(fenOf), (toPay, old) => {
        const placing = placingOf(toPay, old)
        const before = paidBefore(placing)
        expect(costOf([...before, ...paidAfter(placing)])).toBe(toPay - (old ?? 0))
        expect(costOf([...before, ...undoneBy(placing, '')])).toBe(0)
        // nothing is given back before it is certain
        expect(costOf(before)).toBeGreaterThanOrEqual(0)
        const ids = [...before, ...paidAfter(placing), ...undoneBy(placing, '')].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  test('leaves the refund of the order that was replaced free for who cancels that one', () => {
    const placing = placingOf(900, 500)
    const old = placing.replaces
    const ids = [...paidBefore(placing), ...undoneBy(placing, '')].map(({ id }) => id)
    expect(old && ids.includes(refundFor(menu, old, '', ordering).id)).toBe(false)
  })

  test('is never more than the account has, and every pick that still fits is taken', () => {
    fc.assert(
      fc.property(fc.array(fenOf, { maxLength: 14 }), fenOf, fenOf, (prices, balance, owesUpTo) => {
        const placings = prices.map((toPay) => placingOf(toPay, null))
        const taken = affordable(placings, { balance, owesUpTo })
        const cost = costOf(taken.flatMap(paidBefore))
        expect(cost).toBeLessThanOrEqual(balance + owesUpTo)
        for (const placing of placings.filter((one) => !taken.includes(one))) {
          expect(placing.order.toPay).toBeGreaterThan(balance + owesUpTo - cost)
        }
      }),
    )
  })

  test('for nothing goes also with an account below what it may owe', () => {
    expect(affordable([placingOf(0, null)], { balance: -500, owesUpTo: 0 })).toHaveLength(1)
    expect(affordable([placingOf(1, null)], { balance: -500, owesUpTo: 0 })).toHaveLength(0)
  })
})

describe('whether an order stood', () => {
  const order = orderFor('a')
  const account = accountRow('anna', 0)
  const taken = { order, reason: '', at: morning, by: '', byMasked: '', requestKey: '' }
  const replaced = { order: orderFor('b', 'later'), menuId: menu._id, replaces: order, at: morning }

  test.each([
    ['it stands', { ...menu, orders: { anna: order } }, account, true],
    ['another stands', { ...menu, orders: { anna: orderFor('b', 'other') } }, account, false],
    ['it was taken off', { ...menu, refunds: [taken] }, account, true],
    ['it was paid back', menu, { ...account, journals: [refundFor(menu, order, '', ordering)] }, true],
    ['another is to take its place', menu, { ...account, pending: [replaced] }, true],
    ['there is no trace', menu, account, false],
  ])('when %s', (_fact, seen, book, stood) => {
    expect(hasStood(order, { menu: seen, account: book })).toBe(stood)
  })
})

test('a canteen takes orders of its district while it is open', () => {
  expect(whyNotCanteen(canteenRow, 'hudong')).toBeUndefined()
  expect(whyNotCanteen(canteenRow, 'hexi')).toEqual({ refused: 'CANTEEN.OTHER_DISTRICT' })
  expect(whyNotCanteen({ ...canteenRow, state: 'closed' }, 'hudong')).toEqual({
    refused: 'CANTEEN.MENU_OVER',
  })
  expect(whyNotCanteen(undefined, 'hudong')).toEqual({ refused: 'COMMON.NOT_FOUND' })
})
