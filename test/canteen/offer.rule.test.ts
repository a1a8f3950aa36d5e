import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import { againOf, offeredMenu, pricedMeals } from '../../cloudfunctions/canteen/offer.rule'
import type { DinerFacts } from '../../cloudfunctions/canteen/order.rule'
import type { ShanghaiDay } from '../../types/common/time'
import { canteenId, dayAfter, dinerRow, menuRow, monday, morning, ruleRow } from './rows'

const whose: DinerFacts = {
  diner: dinerRow('anna'),
  eater: { birthDay: '1940-05-06' as ShanghaiDay, careTags: [] },
  rules: [ruleRow()],
}
const last = { canteenId, slot: 'lunch' as const, mealName: '软食套餐', delivery: false }
const order: MealOrder = {
  id: 'order',
  dinerId: 'anna',
  homeId: 'hudong',
  nameMasked: '',
  building: '',
  room: '',
  mealId: 'a',
  mealName: '普通套餐',
  delivery: true,
  needs: [],
  clashes: [],
  price: 1500,
  subsidies: [],
  toPay: 800,
  rule: '',
  tier: '',
  source: 'standing',
  by: 'daughter',
  byMasked: '王**',
  at: morning,
  requestKey: '',
  note: '',
  lateBecause: '',
  voidedBecause: '',
}

test('a meal is left as far as its menu and its own limit go', () => {
  const menu = menuRow(monday, 'lunch', { left: 30 })
  const meals = menu.meals.map((meal) => ({ ...meal, cap: meal.id === 'b' ? 10 : 0 }))
  expect(pricedMeals({ ...menu, meals, sold: { b: 7 } }, whose).map(({ left }) => left)).toEqual([30, 3])
})

test.each([
  ['open', {}],
  ['full', { left: 0 }],
  ['over', { cutoffAt: morning }],
  ['over', { state: 'frozen' as const }],
  ['over', { state: 'settled' as const }],
  ['cancelled', { state: 'cancelled' as const }],
])('a menu is %s', (state, facts) => {
  expect(offeredMenu(menuRow(monday, 'lunch', facts), whose, morning).state).toBe(state)
})

test('what is ordered says how it came about and what became of it', () => {
  const menu = menuRow(monday, 'lunch', {
    orders: { anna: { ...order, voidedBecause: '送错' } },
    served: { anna: morning },
    ratings: { anna: { rating: 'bad', words: '' } },
  })
  expect(offeredMenu(menu, whose, morning).ordered).toEqual({
    mealId: 'a',
    name: '普通套餐',
    delivery: true,
    price: 1500,
    toPay: 800,
    by: '王**',
    standing: true,
    served: true,
    rating: 'bad',
    voided: true,
  })
})

describe('和上次一样', () => {
  const again = (menus = [menuRow(monday)], wanted: typeof last | null = last, who = whose) =>
    againOf(menus, wanted, who, morning)

  test('is the meal of that name on the next open menu of the slot without an order', () => {
    expect(again()).toEqual({
      menuId: menuRow(monday)._id,
      mealId: 'b',
      delivery: false,
      toPay: 500,
      words: '今天(周一)午餐 软食套餐,到食堂吃',
    })
    const menus = [
      menuRow(monday, 'dinner'),
      menuRow(monday, 'lunch', { cutoffAt: morning }),
      menuRow(dayAfter(1), 'lunch', { left: 0 }),
      menuRow(dayAfter(2), 'lunch', { orders: { anna: order } }),
      menuRow(dayAfter(3), 'lunch'),
    ]
    expect(again(menus)?.menuId).toBe(menuRow(dayAfter(3))._id)
  })

  test('is nothing without an order before, elsewhere, without that meal, or when it is sold out or clashes', () => {
    expect(again(undefined, null)).toBeUndefined()
    expect(again(undefined, { ...last, canteenId: 'another' })).toBeUndefined()
    expect(again(undefined, { ...last, mealName: '没有的套餐' })).toBeUndefined()
    const menu = menuRow(monday)
    const meals = menu.meals.map((meal) => ({ ...meal, cap: 1 }))
    expect(again([{ ...menu, meals, sold: { b: 1 } }])).toBeUndefined()
    expect(again(undefined, last, { ...whose, diner: dinerRow('anna', { avoids: ['蛋'] }) })).toBeUndefined()
  })

  test('is brought to the door as long as there is an entitlement', () => {
    const carried = { ...last, delivery: true }
    expect(again(undefined, carried)?.delivery).toBe(true)
    const lapsed = { ...whose, diner: dinerRow('anna', { deliveryUntil: '' }) }
    expect(again(undefined, carried, lapsed)).toBeUndefined()
  })
})
