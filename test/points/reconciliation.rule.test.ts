import { addTo, driftOf, noTotals } from '../../cloudfunctions/points/reconciliation.rule'
import { bookOf, day, journal, passbook } from './books'

const book = bookOf(
  journal('earn', 100, '2026-11-19'),
  journal('earn', 50, '2026-11-20'),
  journal('redeem', -30, '2026-11-20'),
  journal('giveBack', 10, '2026-11-20'),
  journal('reversal', -5, '2026-11-20'),
  journal('expiry', -20, '2026-11-20'),
  journal('earn', 7, '2026-11-21'),
)

describe('drift', () => {
  test('is none when lines, sums and balance agree', () => {
    expect(driftOf(book)).toBeUndefined()
    expect(driftOf(passbook())).toBeUndefined()
  })

  test.each([
    ['the balance was changed', { ...book, balance: 999 }, 999, 112],
    ['what was brought forward was changed', { ...book, opening: 1 }, 112, 113],
    ['a line is missing', { ...book, journals: book.journals.slice(1) }, 112, 12],
    ['what was earned was changed', { ...book, earnedIn: { 2026: 1 } }, 112, -39],
    ['what went out was changed', { ...book, out: 0 }, 112, 152],
  ])('is found when %s', (_name, drifted, balance, proven) => {
    expect(driftOf(drifted)).toEqual({ passbookId: 'house-a', balance, proven })
  })

  test('is found when the entries of a line do not sum to zero, or are another sum than the line', () => {
    const [first, ...rest] = book.journals
    const entries = (own: number, against: number) => [
      { account: 'household:house-a' as const, amount: own },
      { account: 'issuing:x' as const, amount: against },
    ]
    for (const wrong of [entries(100, -99), entries(99, -99)]) {
      const journals = first ? [{ ...first, entries: wrong }, ...rest] : rest
      expect(driftOf({ ...book, journals })).toMatchObject({ proven: 12 })
    }
  })
})

describe('totals of a day', () => {
  test('count that day, and the balance at its end', () => {
    expect(addTo(noTotals, book, day('2026-11-20'))).toEqual({
      passbooks: 1,
      balance: 105,
      issued: 45,
      spent: 20,
      expired: 20,
      drift: [],
    })
  })

  test('add up over passbooks and continue from day to day', () => {
    const before = addTo(noTotals, book, day('2026-11-19'))
    const after = addTo(noTotals, book, day('2026-11-20'))
    expect(before.balance + after.issued - after.spent - after.expired).toBe(after.balance)
    expect(addTo(after, book, day('2026-11-20'))).toMatchObject({ passbooks: 2, balance: 210, issued: 90 })
  })

  test('name passbooks that drift, the first hundred', () => {
    const drifted = { ...book, balance: 0 }
    let totals = noTotals
    for (let n = 0; n < 120; n += 1) totals = addTo(totals, drifted, day('2026-11-20'))
    expect(totals.drift).toHaveLength(100)
    expect(totals.drift[0]).toEqual({ passbookId: 'house-a', balance: 0, proven: 112 })
  })
})
