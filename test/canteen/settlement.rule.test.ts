import fc from 'fast-check'
import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import { chargeFor, refundFor } from '../../cloudfunctions/canteen/meal-journal.rule'
import { countingOrders, driftOf, sameSummary, summaryOf } from '../../cloudfunctions/canteen/settlement.rule'
import { meal } from './meals'
import { menuRow, monday, morning } from './rows'

const handling = { at: morning, by: 'staff', byMasked: '李*', requestKey: 'request' }
const ordersOf = (...orders: readonly MealOrder[]) =>
  Object.fromEntries(orders.map((order) => [order.dinerId, order]))
const menuOf = (...orders: readonly MealOrder[]) => menuRow(monday, 'lunch', { orders: ordersOf(...orders) })
const charged = (...orders: readonly MealOrder[]) =>
  orders.map((order) => ({ dinerId: order.dinerId, journals: [chargeFor(menuRow(monday), order, handling)] }))
const [one, two, three] = [meal('one'), meal('two', { delivery: true }), meal('three')]

describe('what a menu came to', () => {
  test('counts orders that stand, those delivered, and the money by fund', () => {
    const voided = { ...three, voidedBecause: '没送到' }
    expect(countingOrders(ordersOf(one, two, voided)).map(({ dinerId }) => dinerId)).toEqual(['one', 'two'])
    expect(summaryOf(ordersOf(one, two, voided))).toEqual({
      orders: 2,
      delivered: 1,
      price: 3000,
      toPay: 1600,
      subsidies: [
        { fund: '区级补贴', fen: 840 },
        { fund: '街道补贴', fen: 560 },
      ],
    })
    expect(summaryOf({})).toEqual({ orders: 0, delivered: 0, price: 0, toPay: 0, subsidies: [] })
  })
  test('is the same whatever the order of its funds', () => {
    const summary = summaryOf(ordersOf(one, two))
    expect(sameSummary(summary, { ...summary, subsidies: summary.subsidies.toReversed() })).toBe(true)
    expect(sameSummary(null, summary)).toBe(false)
    const shifted = summary.subsidies.map(({ fund, fen }, at) => ({ fund, fen: fen + (at === 0 ? 1 : -1) }))
    for (const other of [
      ...[{ orders: 1 }, { delivered: 0 }, { price: 1 }, { toPay: 1 }],
      ...[{ subsidies: [] }, { subsidies: shifted }],
    ]) {
      expect(sameSummary(summary, { ...summary, ...other })).toBe(false)
    }
  })
})

describe('drift', () => {
  test('there is none when every account says what its order says', () => {
    expect(driftOf(menuOf(one, two, three), charged(one, two, three))).toEqual([])
    expect(driftOf(menuOf(), [])).toEqual([])
  })
  test('there is none of an order that was given back and taken off, or declared void', () => {
    const menu = menuRow(monday)
    const both = [chargeFor(menu, one, handling), refundFor(menu, one, '不来', handling)]
    expect(driftOf(menuOf(), [{ dinerId: 'one', journals: both }])).toEqual([])
    expect(
      driftOf(menuOf({ ...one, voidedBecause: '没送到' }), [{ dinerId: 'one', journals: both }]),
    ).toEqual([])
  })
  test('is a charge without an order, an order without a charge, or twice charged', () => {
    expect(driftOf(menuOf(), charged(one))).toEqual([{ dinerId: 'one', expected: 0, found: 800 }])
    expect(driftOf(menuOf(one), [])).toEqual([{ dinerId: 'one', expected: 800, found: 0 }])
    const [row] = charged(one)
    const twice = { dinerId: 'one', journals: [...(row?.journals ?? []), ...(row?.journals ?? [])] }
    expect(driftOf(menuOf(one), [twice])).toEqual([{ dinerId: 'one', expected: 800, found: 1600 }])
  })
  test('is what a fund gave more or less, also when the diner paid right', () => {
    const other = meal('one', { subsidies: [{ fund: '区级补贴', fen: 700 }] })
    expect(driftOf(menuOf(one), charged(other))).toEqual([{ dinerId: 'one', expected: 420, found: 700 }])
    const dearer = meal('one', { price: 1600, subsidies: [{ fund: '区级补贴', fen: 800 }] })
    expect(driftOf(menuOf(one), charged(dearer))).toEqual([{ dinerId: 'one', expected: 1500, found: 1600 }])
  })
  test('is found whatever fen is planted in whatever line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 5000 }).filter((fen) => fen !== 0),
        fc.nat({ max: 2 }),
        fc.nat({ max: 3 }),
        (fen, at, entryAt) => {
          const planted = charged(one, two, three).map((row, n) => {
            if (n !== at) return row
            return {
              ...row,
              journals: row.journals.map((journal) => ({
                ...journal,
                entries: journal.entries.map((entry, m) =>
                  m === entryAt ? { ...entry, amount: entry.amount + fen } : entry,
                ),
              })),
            }
          })
          expect(driftOf(menuOf(one, two, three), planted).map(({ dinerId }) => dinerId)).toEqual([
            [one, two, three][at]?.dinerId,
          ])
        },
      ),
    )
  })
})
