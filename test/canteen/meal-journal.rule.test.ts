import fc from 'fast-check'
import type { MealOrder } from '../../cloudfunctions/_kit/documents/canteen'
import { balances, reversalIdOf } from '../../cloudfunctions/_kit/ledger/book.rule'
import {
  aboutOrder,
  chargeFor,
  chargeIdOf,
  refundFor,
  refundIdOf,
  reversalOf,
  tillJournal,
} from '../../cloudfunctions/canteen/meal-journal.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { meal } from './meals'
import { menuRow, monday } from './rows'

const menu = menuRow(monday)
const handling = {
  at: asInstant(instantOf(monday, 480)),
  by: 'daughter',
  byMasked: '王**',
  requestKey: 'request',
}
/** Half past midnight on Tuesday in China, still Monday in UTC. */
const night = { ...handling, at: instantOf('2026-11-24' as ShanghaiDay, 30) }
const diner = { _id: 'diner', centreId: 'hudong.chunjiang.jingui' }

const order = (toPay: number, subsidies: MealOrder['subsidies']): MealOrder =>
  meal('diner', {
    id: 'order',
    price: toPay + subsidies.reduce((sum, { fen }) => sum + fen, 0),
    subsidies,
    toPay,
  })
const usual = order(800, [
  { fund: '区级补贴', fen: 420 },
  { fund: '街道补贴', fen: 280 },
])
const anyOrder = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.array(fc.integer({ min: 1, max: 5000 }), { maxLength: 4 }))
  .map(([toPay, given]) =>
    order(
      toPay,
      given.map((fen, n) => ({ fund: `资金${n}`, fen })),
    ),
  )

describe('an order', () => {
  test('takes from the diner and the funds what the canteen gets', () => {
    expect(chargeFor(menu, usual, handling)).toEqual({
      id: chargeIdOf('order'),
      kind: 'order',
      at: handling.at,
      day: monday,
      amount: -800,
      entries: [
        { account: 'diner:diner', amount: -800 },
        { account: 'fund:区级补贴', amount: -420 },
        { account: 'fund:街道补贴', amount: -280 },
        { account: 'canteen:jingui-canteen', amount: 1500 },
      ],
      reason: '11月23日午餐 普通套餐',
      about: aboutOrder(menu._id),
      by: 'daughter',
      byMasked: '王**',
      forMasked: '',
      ruleVersion: 0,
      requestKey: 'request',
      reverses: '',
    })
  })
  test('is given back entry by entry, once, with the reason', () => {
    const refund = refundFor(menu, usual, '不来了', night)
    expect(refund).toMatchObject({
      id: refundIdOf('order'),
      kind: 'refund',
      day: '2026-11-24',
      amount: 800,
      reason: '退 11月23日午餐 普通套餐:不来了',
      reverses: chargeIdOf('order'),
      about: aboutOrder(menu._id),
    })
    expect(refund.id).toBe(refundFor(menu, usual, '别的原因', handling).id)
    expect(refund.id).not.toBe(chargeIdOf('order'))
  })
  test('sums to zero, and with its refund every account is as before', () => {
    fc.assert(
      fc.property(anyOrder, (any) => {
        const [charge, refund] = [chargeFor(menu, any, handling), refundFor(menu, any, '', handling)]
        expect([balances(charge), balances(refund)]).toEqual([true, true])
        const after = new Map<string, number>()
        for (const { account, amount } of [...charge.entries, ...refund.entries]) {
          after.set(account, (after.get(account) ?? 0) + amount)
        }
        expect([...after.values()].every((amount) => amount === 0)).toBe(true)
      }),
    )
  })
})

describe('money through the till', () => {
  test('goes into the account against the till of the centre, or out of it', () => {
    const paid = tillJournal('id', diner, 20_000, '交来餐费', handling)
    expect(paid).toMatchObject({ id: 'id', kind: 'topUp', amount: 20_000, about: `till:${diner.centreId}` })
    expect(paid.entries).toEqual([
      { account: 'diner:diner', amount: 20_000 },
      { account: `till:${diner.centreId}`, amount: -20_000 },
    ])
    expect(tillJournal('id', diner, -500, '退回余额', handling)).toMatchObject({
      kind: 'payOut',
      amount: -500,
    })
  })
  test('is undone entry by entry, by the one journal that can', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(1, -1), (fen, sign) => {
        const original = tillJournal('id', diner, sign * fen, '交来餐费', handling)
        const reversal = reversalOf(original, '记错了人', night)
        expect(reversal).toMatchObject({
          id: reversalIdOf('id'),
          kind: 'reversal',
          amount: -original.amount,
          reason: '冲正「交来餐费」:记错了人',
          reverses: 'id',
          about: original.about,
        })
        expect(balances(reversal)).toBe(true)
        expect(reversal.entries.map(({ account }) => account)).toEqual(
          original.entries.map(({ account }) => account),
        )
      }),
    )
  })
})
