import type { Answer } from '../harness/town'
import { canteenId, centreId, daughter, dayAfter, type Noon, openNoon } from './noon'
import { one, pick } from './picks'
import { morning } from './rows'

let noon: Noon
beforeAll(async () => {
  noon = await openNoon()
})
afterAll(() => noon?.stop())

/** Nobody can still be at it after this; the timer looks at it after two minutes. */
const runsEnd = 31_000
const untilRepaired = 130_000

interface Facts {
  readonly dinerId: string
  readonly menuId: string
}
type More = { readonly requestId: string; readonly headers?: Record<string, string> }
type Call = (facts: Facts, more: More) => Promise<Answer<object>>

const settled = async () => {
  await noon.clock({ advance: untilRepaired })
  await noon.tick()
  expect(await noon.faults()).toEqual([])
}

/** What a call answered, of which the balance is only how the run saw it. */
const told = ({ reply }: Answer<object>): unknown => {
  if (!reply.ok) return reply.code
  const { balance: _, ...rest } = { balance: 0, ...reply.data }
  return rest
}

/**
 * Cuts a call off after 0, 1, 2 … writes, each time on a diner and a menu of its own, lets the timer repair or the
 * phone ask again, and asks twice more. Answers how many points there were to die at.
 */
const walk = async (
  call: Call,
  order: 'timer first' | 'phone first',
  prepare: () => Promise<Facts>,
  check: (facts: Facts, answer: unknown, diedAfter: number) => Promise<void>,
): Promise<number> => {
  for (let n = 0; n < 20; n += 1) {
    await noon.clock({ now: morning })
    const facts = await prepare()
    const requestId = `crash-${order.slice(0, 5)}-${n}-${facts.dinerId}`
    const cut = await call(facts, { requestId, headers: { 'x-crash-after-writes': String(n) } })
    const died = cut.status !== 200
    if (order === 'timer first') await settled()
    else await noon.clock({ advance: runsEnd })
    const [first, second] = [await call(facts, { requestId }), await call(facts, { requestId })]
    expect(told(second)).toEqual(told(first))
    await settled()
    await check(facts, told(first), n)
    if (!died) return n
  }
  throw new Error('it never got through')
}

let days = 0
const fresh = async (): Promise<Facts> => {
  days += 1
  return { dinerId: await noon.diner(), menuId: await noon.menu(dayAfter(days), 'lunch', { capacity: 5 }) }
}
const ordered = async (mealId = 'a', toPay = 800): Promise<Facts> => {
  const facts = await fresh()
  await noon.done('placeOrders', one(facts.dinerId, facts.menuId, { mealId, toPay }), daughter)
  return facts
}
const place =
  (mealId: string, toPay: number): Call =>
  ({ dinerId, menuId }, more) =>
    noon.ask('placeOrders', one(dinerId, menuId, { mealId, toPay }), daughter, more)
const cancel: Call = ({ dinerId, menuId }, more) =>
  noon.ask('cancelOrder', { centreId, dinerId, menuId }, daughter, more)

const standing = async ({ dinerId, menuId }: Facts) => {
  const menu = await noon.menuRow(menuId)
  return { meal: menu.orders[dinerId]?.mealId, left: menu.left, balance: await noon.balance(dinerId) }
}
const isPlaced = (menuId: string, toPay: number) => ({
  results: [{ menuId, state: 'placed', toPay, code: '', why: '' }],
})
const orders = ['timer first', 'phone first'] as const

describe.each(orders)('a function that dies half-way, %s', (order) => {
  test('places once, or not at all and says so', async () => {
    const points = await walk(place('a', 800), order, fresh, async (facts, answer, n) => {
      const isUndone = order === 'timer first' && n === 1
      if (isUndone) {
        expect(answer).toMatchObject({ results: [{ state: 'refused', code: 'COMMON.BUSY' }] })
        expect(await standing(facts)).toEqual({ meal: undefined, left: 5, balance: 10_000 })
      } else {
        expect(answer).toEqual(isPlaced(facts.menuId, 800))
        expect(await standing(facts)).toEqual({ meal: 'a', left: 4, balance: 9200 })
      }
    })
    expect(points).toBe(4)
  })

  test.each([
    { to: 'something cheaper', from: 'a', paid: 800, mealId: 'b', toPay: 500 },
    { to: 'something dearer', from: 'b', paid: 500, mealId: 'a', toPay: 800 },
  ])('changes to $to once, or not at all', async ({ from, paid, mealId, toPay }) => {
    const points = await walk(
      place(mealId, toPay),
      order,
      () => ordered(from, paid),
      async (facts, answer, n) => {
        const isUndone = order === 'timer first' && n === 1 && toPay > paid
        if (isUndone) {
          expect(answer).toMatchObject({ results: [{ state: 'refused', code: 'COMMON.BUSY' }] })
          expect(await standing(facts)).toEqual({ meal: from, left: 4, balance: 10_000 - paid })
        } else {
          expect(answer).toEqual(isPlaced(facts.menuId, toPay))
          expect(await standing(facts)).toEqual({ meal: mealId, left: 4, balance: 10_000 - toPay })
        }
      },
    )
    expect(points).toBe(4)
  })

  test('cancels once', async () => {
    const points = await walk(cancel, order, ordered, async (facts, answer) => {
      expect(answer).toEqual({ back: 800 })
      expect(await standing(facts)).toEqual({ meal: undefined, left: 5, balance: 10_000 })
    })
    expect(points).toBe(4)
  })

  test('a week is placed as far as each menu took it', async () => {
    const more: string[] = []
    const points = await walk(
      async ({ dinerId, menuId }, options) => {
        const picks = [menuId, ...more].map((id) => pick(id))
        return noon.ask('placeOrders', { centreId, dinerId, canteenId, picks }, daughter, options)
      },
      order,
      async () => {
        const [full, other] = [await fresh(), await fresh()]
        await noon.set('menus', full.menuId, { capacity: 0, left: 0 })
        more.splice(0, more.length, full.menuId, other.menuId)
        return fresh()
      },
      async ({ dinerId }) => {
        const menus = await noon.rows('menus')
        const stands = menus.filter(({ orders: all }) => all[dinerId] !== undefined).length
        expect(await noon.balance(dinerId)).toBe(10_000 - stands * 800)
      },
    )
    expect(points).toBe(6)
  })
})

describe('a phone that never asks again', () => {
  test('has paid for what stands, and for nothing else', async () => {
    const seen: unknown[] = []
    for (const writes of [0, 1, 2, 3]) {
      await noon.clock({ now: morning })
      const facts = await fresh()
      await place('a', 800)(facts, {
        requestId: `never-again-${writes}`,
        headers: { 'x-crash-after-writes': String(writes) },
      })
      await settled()
      const { left, balance } = await standing(facts)
      seen.push([left, balance])
    }
    expect(seen).toEqual([
      [5, 10_000],
      [5, 10_000],
      [4, 9200],
      [4, 9200],
    ])
  })

  test('gets its money back when it had cancelled', async () => {
    for (const writes of [1, 2]) {
      await noon.clock({ now: morning })
      const facts = await ordered()
      await cancel(facts, {
        requestId: `never-again-cancel-${writes}`,
        headers: { 'x-crash-after-writes': String(writes) },
      })
      await settled()
      expect(await standing(facts)).toEqual({ meal: undefined, left: 5, balance: 10_000 })
    }
  })
})

describe('an order that was put on its menu by a run that died', () => {
  test('is not put there again after somebody cancelled it', async () => {
    for (const finish of ['phone', 'timer'] as const) {
      await noon.clock({ now: morning })
      const facts = await fresh()
      const requestId = `died-then-cancelled-${finish}`
      await place('a', 800)(facts, { requestId, headers: { 'x-crash-after-writes': '2' } })
      await noon.done('cancelOrder', { centreId, ...facts }, daughter)
      await noon.clock({ advance: runsEnd })
      if (finish === 'phone') {
        expect(told(await place('a', 800)(facts, { requestId }))).toEqual(isPlaced(facts.menuId, 800))
      }
      await settled()
      expect(await standing(facts)).toEqual({ meal: undefined, left: 5, balance: 10_000 })
    }
  })

  test('is not undone after somebody changed it', async () => {
    for (const [mealId, toPay] of [
      ['b', 500],
      ['a', 800],
    ] as const) {
      await noon.clock({ now: morning })
      const facts = await fresh()
      const first = mealId === 'b' ? place('a', 800) : place('b', 500)
      await first(facts, { requestId: `died-then-${mealId}`, headers: { 'x-crash-after-writes': '2' } })
      const changed = await place(mealId, toPay)(facts, { requestId: `changed-to-${mealId}` })
      expect(told(changed)).toEqual(isPlaced(facts.menuId, toPay))
      await settled()
      expect(await standing(facts)).toEqual({ meal: mealId, left: 4, balance: 10_000 - toPay })
    }
  })
})

test('the timer goes on where it died, after whichever write', async () => {
  for (let n = 0; n <= 5; n += 1) {
    await noon.clock({ now: morning })
    const [placing, cancelling] = [await fresh(), await ordered()]
    const headers = { 'x-crash-after-writes': '1' }
    await place('a', 800)(placing, { requestId: `left-${n}-placing`, headers })
    await cancel(cancelling, { requestId: `left-${n}-cancel`, headers })
    await noon.clock({ advance: untilRepaired })
    await noon.tick({ 'x-crash-after-writes': String(n) })
    await Promise.all([settled(), noon.tick()])
    await settled()
    expect(await standing(placing)).toEqual({ meal: undefined, left: 5, balance: 10_000 })
    expect(await standing(cancelling)).toEqual({ meal: undefined, left: 5, balance: 10_000 })
  }
})
