import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import { centreId, morning } from './rows'

/** An order of a diner for 15 yuan: 8 of their own, 7 from two funds. */
export const meal = (dinerId: string, facts: Partial<MealOrder> = {}): MealOrder => ({
  id: `order-${dinerId}`,
  dinerId,
  homeId: centreId,
  nameMasked: '赵**',
  building: '5栋',
  room: '301',
  mealId: 'a',
  mealName: '普通套餐',
  delivery: false,
  needs: [],
  clashes: [],
  price: 1500,
  subsidies: [
    { fund: '区级补贴', fen: 420 },
    { fund: '街道补贴', fen: 280 },
  ],
  toPay: 800,
  rule: 'hudong:1',
  tier: '80 岁以上',
  source: 'family',
  by: 'daughter',
  byMasked: '王**',
  at: morning,
  requestKey: 'request',
  note: '',
  lateBecause: '',
  voidedBecause: '',
  ...facts,
})
