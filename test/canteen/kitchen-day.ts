import type { canteenContract } from '../../types/canteen.contract'
import type { InputOf } from '../../types/common/contract'
import { canteenId, centreId, daughter, dayAfter, type Noon, staff } from './noon'

type Menu = InputOf<typeof canteenContract, 'saveMenu'>

/** A lunch as the staff write it: two meals of three dishes. */
export const lunch = (facts: Partial<Menu> = {}): Menu => ({
  centreId,
  canteenId,
  day: dayAfter(1),
  slot: 'lunch',
  dishes: [
    { id: 'd1', name: '红烧肉', tags: [], allergens: ['猪肉'] },
    { id: 'd2', name: '油爆虾', tags: [], allergens: ['虾蟹'] },
    { id: 'd3', name: '蒸蛋', tags: ['软烂', '低盐'], allergens: ['蛋'] },
  ],
  meals: [
    { id: 'a', name: '普通套餐', price: 1500, dishIds: ['d1', 'd2'], cap: 0 },
    { id: 'b', name: '软食套餐', price: 1200, dishIds: ['d3'], cap: 0 },
  ],
  photo: '',
  ...facts,
})

/** Orders a meal for a diner; it has to be placed. */
export const order = async (noon: Noon, menuId: string, dinerId: string, mealId = 'a', delivery = false) => {
  const picks = [{ menuId, mealId, delivery, toPay: mealId === 'a' ? 800 : 500 }]
  const { results } = await noon.done('placeOrders', { centreId, dinerId, canteenId, picks }, daughter)
  if (results[0]?.state !== 'placed') throw new Error(JSON.stringify(results))
}

/** New diners who have ordered the same; answers their ids. */
export const ordered = async (noon: Noon, menuId: string, count: number, mealId = 'a', delivery = false) => {
  const diners = await noon.diners(count)
  await Promise.all(diners.map((dinerId) => order(noon, menuId, dinerId, mealId, delivery)))
  return diners
}

/** Asks and expects to be refused; answers the code. */
export const refused = async (noon: Noon, facts: Partial<Menu>): Promise<string> => {
  const { reply } = await noon.ask('saveMenu', lunch(facts), staff)
  return reply.ok ? 'not refused' : reply.code
}
