import fc from 'fast-check'
import type { MealJournal } from '../../cloudfunctions/_kit/documents/canteen'
import { billOf, monthBefore, monthOfMeal } from '../../cloudfunctions/canteen/bill.rule'
import { instantOf, type ShanghaiDay } from '../../types/common/time'
import { accountRow } from './rows'

let made = 0
/** A line about a meal of a day (or about the till), booked on another. */
const line = (fen: number, subsidy: number, meal: string, booked = meal): MealJournal => {
  made += 1
  const sign = fen + subsidy < 0 ? -1 : 1
  return {
    id: `line-${made}`,
    kind: meal === '' ? 'topUp' : sign > 0 ? 'order' : 'refund',
    at: instantOf(booked as ShanghaiDay, 500),
    day: booked as ShanghaiDay,
    amount: meal === '' ? fen : -fen,
    entries:
      meal === ''
        ? [
            { account: 'diner:d', amount: fen },
            { account: 'till:c', amount: -fen },
          ]
        : [
            { account: 'diner:d', amount: -fen },
            { account: 'fund:区级', amount: -subsidy },
            { account: 'canteen:c', amount: fen + subsidy },
          ],
    reason: '',
    about: meal === '' ? 'till:c' : `menu:jingui-canteen_${meal}_lunch`,
    by: '',
    byMasked: '',
    forMasked: '',
    ruleVersion: 0,
    requestKey: '',
    reverses: '',
  }
}
const account = (...journals: readonly MealJournal[]) =>
  accountRow(
    'd',
    journals.reduce((sum, { amount }) => sum + amount, 0),
    { journals, opening: 0 },
  )
const month = '2026-11'

test('the month before January is December', () => {
  expect([monthBefore('2026-11'), monthBefore('2027-01'), monthBefore('2026-10')]).toEqual([
    '2026-10',
    '2026-12',
    '2026-09',
  ])
})

test('the month of a meal is read off what a line is about', () => {
  const of = (about: string) => monthOfMeal({ about })
  expect([of('menu:jingui-canteen_2026-11-30_dinner'), of('menu:a_b_2026-02-01_lunch')]).toEqual([
    '2026-11',
    '2026-02',
  ])
  expect([of('till:hudong'), of('menu:no-day'), of('')]).toEqual([undefined, undefined, undefined])
})

test('a bill counts the month’s meals, whenever they were ordered, and the balance at the month’s end', () => {
  const lines = [
    line(5000, 0, '', '2026-10-01'),
    line(800, 700, '2026-11-02', '2026-10-31'),
    line(800, 700, '2026-11-03'),
    line(-800, -700, '2026-11-03'),
    line(500, 700, '2026-11-30'),
    line(800, 700, '2026-12-01', '2026-11-30'),
    line(200, 0, '', '2026-12-01'),
    line(800, 700, '2026-12-02', '2026-12-01'),
  ]
  expect(billOf(account(...lines), [], month)).toMatchObject({
    _id: 'd:2026-11',
    dinerId: 'd',
    month,
    meals: 2,
    price: 2700,
    subsidy: 1400,
    toPay: 1300,
    closing: 2900,
  })
})

test('lines that were put away count, once, also while they stand in both places', () => {
  const [old, kept] = [line(800, 700, '2026-11-02', '2026-10-31'), line(800, 700, '2026-11-03')]
  const book = { ...account(kept), balance: -1600 }
  expect(billOf(book, [old, kept], month)).toMatchObject({
    meals: 2,
    price: 3000,
    toPay: 1600,
    closing: -1600,
  })
})

test('there is no bill of nothing, but there is one of an old debt', () => {
  expect(billOf(accountRow('d', 500), [], month)).toBe(undefined)
  expect(billOf(accountRow('d', 0), [], month)).toBe(undefined)
  expect(billOf(accountRow('d', -1), [], month)).toMatchObject({ meals: 0, price: 0, closing: -1 })
  const free = line(0, 1500, '2026-11-05')
  expect(billOf(account(free), [], month)).toMatchObject({ meals: 1, price: 1500, subsidy: 1500, toPay: 0 })
})

test('price = subsidy + to pay, and the bills of all months are all that was ever charged', () => {
  const days = fc.constantFrom('2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01')
  const any = fc
    .record({ fen: fc.nat({ max: 2000 }), subsidy: fc.nat({ max: 2000 }), meal: days, booked: days })
    .map(({ fen, subsidy, meal, booked }) => line(fen, subsidy, meal, booked))
  fc.assert(
    fc.property(fc.array(any), (lines) => {
      const bills = ['2026-10', '2026-11', '2026-12'].flatMap((of) => billOf(account(...lines), [], of) ?? [])
      for (const bill of bills) expect(bill.price).toBe(bill.subsidy + bill.toPay)
      expect(-bills.reduce((sum, { toPay }) => sum + toPay, 0) + 0).toBe(
        lines.reduce((sum, { amount }) => sum + amount, 0) + 0,
      )
    }),
  )
})
