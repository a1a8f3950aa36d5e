import fc from 'fast-check'
import type { MealOrder, MenuDocument } from '../../cloudfunctions/_kit/documents/canteen'
import {
  countOf,
  kitchenOf,
  personText,
  standingOrdersOf,
  whyNotServe,
  whyNotServing,
} from '../../cloudfunctions/canteen/kitchen.rule'
import { asInstant } from '../../types/common/time'
import { dayAfter, menuRow } from './rows'

const menu = menuRow(dayAfter(0))
const order = (dinerId: string, facts: Partial<MealOrder> = {}): MealOrder => ({
  id: `order-${dinerId}`,
  dinerId,
  homeId: menu.centreId,
  nameMasked: '赵**',
  building: '5栋',
  room: '301',
  mealId: 'a',
  mealName: '普通套餐',
  delivery: false,
  needs: [],
  clashes: [],
  price: 1500,
  subsidies: [],
  toPay: 1500,
  rule: '',
  tier: '',
  source: 'family',
  by: 'daughter',
  byMasked: '王**',
  at: asInstant(1),
  requestKey: 'r',
  note: '',
  lateBecause: '',
  voidedBecause: '',
  ...facts,
})
const withOrders = (orders: readonly MealOrder[], facts: Partial<MenuDocument> = {}): MenuDocument => ({
  ...menu,
  orders: Object.fromEntries(orders.map((one) => [one.dinerId, one])),
  ...facts,
})

describe('the count', () => {
  test('is by meal and by dish in the order of the menu', () => {
    expect(countOf(withOrders([order('1'), order('2', { mealId: 'b' }), order('3')]))).toEqual({
      portions: 3,
      byMeal: [
        { name: '普通套餐', portions: 2 },
        { name: '软食套餐', portions: 1 },
      ],
      byDish: [
        { name: '红烧肉', portions: 2 },
        { name: '油爆虾', portions: 2 },
        { name: '蒸蛋', portions: 1 },
      ],
    })
  })

  test('adds up a dish of several meals', () => {
    const meals = menu.meals.map((meal) => ({ ...meal, dishIds: ['d3'] }))
    const { byDish } = countOf(withOrders([order('1'), order('2', { mealId: 'b' })], { meals }))
    expect(byDish).toContainEqual({ name: '蒸蛋', portions: 2 })
  })

  test('leaves out late adds and keeps what was voided later', () => {
    const orders = [order('1'), order('2', { lateBecause: '忘了' }), order('3', { voidedBecause: '送错了' })]
    expect(countOf(withOrders(orders)).portions).toBe(2)
  })

  test('by meal always sums up to the portions', () => {
    const some = fc.array(fc.record({ mealId: fc.constantFrom('a', 'b'), late: fc.boolean() }), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(some, (picks) => {
        const orders = picks.map(({ mealId, late }, n) =>
          order(String(n), { mealId, lateBecause: late ? '忘了' : '' }),
        )
        const { portions, byMeal } = countOf(withOrders(orders))
        return portions === byMeal.reduce((sum, meal) => sum + meal.portions, 0)
      }),
    )
  })
})

test('orders stand door by door as people count, without what is voided', () => {
  const orders = [
    order('1', { building: '10栋', room: '101' }),
    order('2', { building: '2栋', room: '1201' }),
    order('3', { building: '2栋', room: '301' }),
    order('5', { building: '2栋', room: '301' }),
    order('4', { building: '2栋', room: '301', lateBecause: '忘了' }),
    order('6', { voidedBecause: '没送到' }),
  ]
  expect(standingOrdersOf(withOrders(orders)).map(({ dinerId }) => dinerId)).toEqual([
    '3',
    '4',
    '5',
    '2',
    '1',
  ])
})

describe('the kitchen', () => {
  test('lists special diets by how often, late adds and clashes apart', () => {
    const orders = [
      order('1', { needs: ['低盐'] }),
      order('2', { needs: ['软烂', '低盐'], clashes: ['油爆虾:含虾蟹'] }),
      order('3', { needs: ['低盐'], room: '302' }),
      order('4', { needs: ['低糖'] }),
      order('5', { needs: ['低盐'], lateBecause: '忘了订', delivery: true }),
    ]
    const kitchen = kitchenOf(withOrders(orders))
    expect(kitchen.special).toEqual([
      { diet: '低盐', portions: 2, names: ['赵** 5栋301', '赵** 5栋302'] },
      { diet: '低糖', portions: 1, names: ['赵** 5栋301'] },
      { diet: '软烂、低盐', portions: 1, names: ['赵** 5栋301'] },
    ])
    expect(kitchen.clashes).toEqual([{ name: '赵** 5栋301', meal: '普通套餐', dishes: ['油爆虾:含虾蟹'] }])
    expect(kitchen.late).toEqual([{ name: '赵** 5栋301', meal: '普通套餐', reason: '忘了订' }])
    expect([kitchen.portions, kitchen.eatIn, kitchen.deliveries, kitchen.frozen]).toEqual([4, 4, 1, false])
  })

  test('cooks nothing special for those who need nothing, and lists equal diets by name', () => {
    expect(kitchenOf(withOrders([order('1'), order('2')])).special).toEqual([])
    const orders = [
      order('1', { needs: ['清真'] }),
      order('2', { needs: ['素食'] }),
      order('3', { needs: ['低糖'] }),
    ]
    const diets = (of: readonly MealOrder[]) => kitchenOf(withOrders(of)).special.map(({ diet }) => diet)
    expect(diets(orders)).toEqual(diets(orders.toReversed()))
    expect(diets(orders)).toEqual(['低糖', '清真', '素食'])
  })

  test('shows the count that was taken, whatever became of the orders', () => {
    const count = {
      portions: 7,
      byMeal: [{ name: '普通套餐', portions: 7 }],
      byDish: [{ name: '蒸蛋', portions: 7 }],
    }
    const kitchen = kitchenOf(withOrders([order('1', { lateBecause: '忘了' })], { count, state: 'frozen' }))
    expect(kitchen).toMatchObject({ ...count, frozen: true, state: 'frozen', eatIn: 1 })
  })

  test('knows who was served and who is late', () => {
    const orders = [
      order('1'),
      order('2', { lateBecause: '忘了', note: '来电', clashes: ['蒸蛋:含蛋'] }),
      order('3'),
    ]
    const served = { 1: asInstant(99), 9: asInstant(5) }
    const kitchen = kitchenOf(withOrders(orders, { served, leftOver: 2 }))
    expect([kitchen.served, kitchen.leftOver]).toEqual([1, 2])
    expect(kitchen.orders.map(({ servedAt, late, note }) => [servedAt, late, note])).toEqual([
      [99, false, ''],
      [0, true, '来电'],
      [0, false, ''],
    ])
    expect(kitchen.orders.map(({ clashes }) => clashes)).toEqual([[], ['蒸蛋:含蛋'], []])
  })

  test('names nobody in full', () => {
    expect(personText(order('1'))).toBe('赵** 5栋301')
  })
})

describe('serving', () => {
  const { servedFrom } = menu
  const halfHour = 30 * 60_000
  test.each([
    ['published', servedFrom, true],
    ['frozen', servedFrom - halfHour, true],
    ['frozen', servedFrom - halfHour - 1, false],
    ['settled', servedFrom + 86_400_000, true],
    ['draft', servedFrom, false],
    ['cancelled', servedFrom, false],
  ] as const)('of a %s menu at %d is %s', (state, at, open) => {
    const code = open ? undefined : 'CANTEEN.TOO_EARLY'
    expect(whyNotServing({ state, servedFrom }, asInstant(at))?.refused).toBe(code)
    expect(whyNotServe({ state, servedFrom }, order('1'), asInstant(at))?.refused).toBe(code)
  })

  test('is for those who ordered and come themselves', () => {
    const why = (of: MealOrder | undefined) =>
      whyNotServe({ state: 'frozen', servedFrom }, of, servedFrom)?.refused
    expect(why(undefined)).toBe('CANTEEN.NOT_ORDERED')
    expect(why(order('1', { voidedBecause: '退' }))).toBe('CANTEEN.NOT_ORDERED')
    expect(why(order('1', { delivery: true }))).toBe('COMMON.BAD_INPUT')
    expect(why(order('1'))).toBeUndefined()
    expect(whyNotServe({ state: 'frozen', servedFrom }, order('1', { delivery: true }), servedFrom)).toEqual({
      refused: 'COMMON.BAD_INPUT',
      fields: { dinerId: '这一份是送餐上门的' },
    })
  })
})
