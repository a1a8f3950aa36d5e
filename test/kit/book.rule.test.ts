import fc from 'fast-check'
import type { Journal } from '../../cloudfunctions/_kit/documents/ledger'
import { idOf } from '../../cloudfunctions/_kit/ids'
import {
  balances,
  monthToPutAway,
  proven,
  reversalIdOf,
  statementOf,
} from '../../cloudfunctions/_kit/ledger/book.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const line = (amount: number, on: string, id = `${on}:${amount}`): Journal => ({
  id,
  kind: 'any',
  at: asInstant(0),
  day: day(on),
  amount,
  entries: [
    { account: 'own', amount },
    { account: 'other', amount: -amount },
  ],
  reason: '',
  about: '',
  by: '',
  byMasked: '',
  forMasked: '',
  ruleVersion: 0,
  requestKey: '',
  reverses: '',
})
const bookOf = (opening: number, ...journals: Journal[]) => ({
  _id: 'book',
  centreId: 'a.b.c',
  state: 'open' as const,
  balance: proven({ opening, journals }),
  opening,
  written: journals.length,
  journals,
  reversed: ['2026-11-02:-300'],
})

test('a balance is proven by what it began with and every line', () => {
  expect(proven({ opening: 40, journals: [{ amount: 5 }, { amount: -15 }] })).toBe(30)
  expect(proven({ opening: 40, journals: [] })).toBe(40)
})

test.each([
  ['two entries that cancel out', -800, [-800, 800], true],
  ['a subsidy beside what the person pays', -800, [-800, -700, 1500], true],
  ['nothing to pay and all of it subsidised', 0, [0, -1500, 1500], true],
  ['entries that leave a fen over', -800, [-800, -700, 1499], false],
  ['an own entry that is not what the book moved by', -800, [-700, 700], false],
  ['no entries at all', 5, [], false],
])('a journal with %s balances or does not', (_name, amount, entries, holds) => {
  const journal = { amount, entries: entries.map((each, n) => ({ account: String(n), amount: each })) }
  expect(balances(journal)).toBe(holds)
})

test('the reversal of a journal has one id, and another journal has another', () => {
  expect(reversalIdOf('a')).toBe(idOf('reversal', 'a'))
  expect(reversalIdOf('a')).not.toBe(reversalIdOf('b'))
})

test('putting months away one after the other never changes what is proven, and the pages chain', () => {
  const days = fc.integer({ min: 1, max: 9 }).map((month) => `2026-0${month}-11`)
  const lines = fc.array(fc.record({ amount: fc.integer({ min: -500, max: 500 }), on: days }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 1000 }), (all, opening) => {
      let book = bookOf(opening, ...all.map(({ amount, on }, n) => line(amount, on, `j${n}`)))
      const { balance } = book
      let closing = opening
      let months = 0
      for (
        let put = monthToPutAway(book, day('2026-12-31'));
        put;
        put = monthToPutAway(book, day('2026-12-31'))
      ) {
        expect(put.page.opening).toBe(closing)
        expect(put.page.closing).toBe(proven(put.page))
        closing = put.page.closing
        months += 1
        expect(months).toBeLessThan(12)
        book = { ...book, opening: put.opening, journals: [...put.journals] }
      }
      expect(book.journals).toEqual([])
      expect(proven(book)).toBe(balance)
    }),
  )
})

test('a book’s own lines come before those of a page that was written when putting away was cut short', () => {
  const book = bookOf(1000, line(-200, '2026-10-03'))
  const page = {
    _id: 'book:2026-10',
    bookId: 'book',
    centreId: 'a.b.c',
    month: '2026-10',
    opening: 1,
    closing: 1,
    journals: [],
  }
  const { opening, closing } = statementOf({ book, page, pages: [page] }, '2026-10', day('2026-12-21'))
  expect([opening, closing]).toEqual([1000, 800])
})

test('a statement keeps the balance after each line and marks what was reversed', () => {
  const book = bookOf(1000, line(-200, '2026-10-03'), line(-300, '2026-11-02'), line(500, '2026-11-20'))
  const { opening, closing, lines, months } = statementOf(
    { book, page: undefined, pages: [{ month: '2026-09', closing: 1000 }] },
    '2026-11',
    day('2026-11-21'),
  )
  expect({ opening, closing, months }).toEqual({
    opening: 800,
    closing: 1000,
    months: ['2026-11', '2026-10', '2026-09'],
  })
  expect(lines.map(({ balance, reversed }) => [balance, reversed])).toEqual([
    [500, true],
    [1000, false],
  ])
})
