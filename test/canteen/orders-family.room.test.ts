import { centreId, daughter, dayAfter, type Noon, openNoon } from './noon'
import { one } from './picks'
import { morning } from './rows'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

/** Numbers from 0 up to `below`, the same ones for the same seed. */
const dice = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

test.each([1, 2, 3])(
  'a family that orders, changes and cancels all at once, on functions that die, has paid for what stands (%i)',
  async (seed) => {
    await noon.clock({ now: morning })
    const roll = dice(seed)
    // a meal of two portions, so that changes are refused after they were paid for
    const meals = [
      { id: 'a', name: '普通套餐', price: 1500, dishIds: ['d1'], cap: 2 },
      { id: 'b', name: '软食套餐', price: 1200, dishIds: ['d3'], cap: 0 },
    ]
    const menus = [
      await noon.menu(dayAfter(seed * 3), 'lunch', { meals, capacity: 3 }),
      await noon.menu(dayAfter(seed * 3 + 1), 'lunch', { meals, capacity: 3 }),
    ]
    const diners = await noon.diners(4, { balance: 1300 })
    for (let wave = 0; wave < 8; wave += 1) {
      const calls = Array.from({ length: 10 }, (_call, n) => {
        const [menuId = '', dinerId = ''] = [menus[roll(2)], diners[roll(4)]]
        const more = {
          requestId: `family-${seed}-${wave}-${roll(4) === 0 ? 'same' : n}-${menuId}`,
          ...(roll(5) === 0 && { headers: { 'x-crash-after-writes': String(roll(4)) } }),
        }
        if (roll(3) === 0) return noon.ask('cancelOrder', { centreId, dinerId, menuId }, daughter, more)
        const wish = roll(2) === 0 ? { mealId: 'a', toPay: 800 } : { mealId: 'b', toPay: 500 }
        return noon.ask(
          'placeOrders',
          one(dinerId, menuId, { ...wish, delivery: roll(3) === 0 }),
          daughter,
          more,
        )
      })
      await Promise.all(calls)
      const accounts = await noon.rows('mealAccounts')
      expect(accounts.filter(({ balance }) => balance < 0)).toEqual([])
      if (wave % 3 === 2) await noon.clock({ advance: 40_000 })
    }
    await noon.clock({ advance: 130_000 })
    await noon.tick()
    await noon.tick()
    expect(await noon.faults()).toEqual([])
  },
  120_000,
)
