import type { Dish } from '../../cloudfunctions/_kit/documents/canteen'
import { clashesOf, dietText } from '../../cloudfunctions/canteen/clash.rule'

const dish = (id: string, name: string, facts: Partial<Dish> = {}): Dish => ({
  id,
  name,
  tags: [],
  allergens: [],
  ...facts,
})
const shrimps = dish('d1', '油爆虾', { allergens: ['虾蟹', '辛辣'] })
const tofu = dish('d2', '素烧豆腐', { tags: ['素食', '清真'], allergens: ['大豆'] })
const egg = dish('d3', '蒸蛋', { tags: ['素食', '软烂'], allergens: ['蛋'] })
const meal = (...dishIds: string[]) => ({ id: 'a', name: '套餐', price: 1500, dishIds, cap: 0 })
const clashes = (dishIds: string[], diet: Parameters<typeof clashesOf>[2]) =>
  clashesOf(meal(...dishIds), [shrimps, tofu, egg], diet)

test('a dish clashes with what somebody does not eat, each allergen named', () => {
  expect(clashes(['d1', 'd2'], { needs: [], avoids: ['虾蟹'] })).toEqual(['油爆虾:含虾蟹'])
  expect(clashes(['d1'], { needs: [], avoids: ['辛辣', '虾蟹', '蛋'] })).toEqual(['油爆虾:含虾蟹、含辛辣'])
})
test('dishes that are not of the meal do not count', () => {
  expect(clashes(['d2'], { needs: [], avoids: ['虾蟹', '蛋'] })).toEqual([])
})
test('清真 and 素食 are kept only by dishes that say so', () => {
  expect(clashes(['d1', 'd2', 'd3'], { needs: ['清真'], avoids: [] })).toEqual([
    '油爆虾:不是清真',
    '蒸蛋:不是清真',
  ])
  expect(clashes(['d2', 'd3'], { needs: ['素食'], avoids: [] })).toEqual([])
  expect(clashes(['d1'], { needs: ['素食', '清真'], avoids: ['虾蟹'] })).toEqual([
    '油爆虾:含虾蟹、不是清真、不是素食',
  ])
})
test('what is cooked to order does not clash', () => {
  expect(clashes(['d1', 'd2', 'd3'], { needs: ['低盐', '低糖', '软烂'], avoids: [] })).toEqual([])
})
test('the kitchen reads needs in one phrase', () => {
  expect([
    dietText({ needs: [] }),
    dietText({ needs: ['低盐'] }),
    dietText({ needs: ['低盐', '软烂'] }),
  ]).toEqual(['', '低盐', '低盐、软烂'])
})
