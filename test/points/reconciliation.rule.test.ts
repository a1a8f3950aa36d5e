import { addTo, driftOf, gapOf, noTotals } from '../../cloudfunctions/points/reconciliation.rule'
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
    expect(driftOf(book, [])).toBeUndefined()
    expect(driftOf(passbook(), [])).toBeUndefined()
  })

  test.each([
    ['the balance was changed', { ...book, balance: 999 }, 999, 112],
    ['what was brought forward was changed', { ...book, opening: 1 }, 112, 113],
    ['a line is missing', { ...book, journals: book.journals.slice(1) }, 112, 12],
    ['what was earned was changed', { ...book, earnedIn: { 2026: 1 } }, 112, -39],
    ['what went out was changed', { ...book, out: 0 }, 112, 152],
  ])('is found when %s', (_name, drifted, balance, proven) => {
    expect(driftOf(drifted, [])).toEqual({ passbookId: 'house-a', balance, proven })
  })

  test('is found when the entries of a line do not sum to zero, or are another sum than the line', () => {
    const [first, ...rest] = book.journals
    const entries = (own: number, against: number) => [
      { account: 'household:house-a' as const, amount: own },
      { account: 'issuing:x' as const, amount: against },
    ]
    for (const wrong of [entries(100, -99), entries(99, -99)]) {
      const journals = first ? [{ ...first, entries: wrong }, ...rest] : rest
      expect(driftOf({ ...book, journals }, [])).toMatchObject({ proven: 12 })
    }
  })
})

describe('months that were put away', () => {
  const october = { month: '2026-10', opening: 0, closing: 30, moved: 30 }
  const november = { month: '2026-11', opening: 30, closing: 20, moved: -10 }
  const december = { ...bookOf(journal('earn', 5, '2026-12-01')), opening: 20, balance: 25, out: -20 }

  test('follow each other to the passbook', () => {
    expect(gapOf(december, [october, november])).toBe(0)
    expect(gapOf({ opening: 0, journals: [] }, [])).toBe(0)
    expect(driftOf(december, [october, november])).toBeUndefined()
  })

  test.each([
    ['the first opens with something', [{ ...october, opening: 1, closing: 31 }, november], 1],
    ['one does not open where the one before closed', [october, { ...november, opening: 33 }], 3],
    ['the lines of one lead elsewhere', [{ ...october, moved: 28 }, november], 2],
    ['one is missing in between', [november], 30],
    ['the last is missing', [october], -10],
    ['all are missing', [], 20],
  ] as const)('do not when %s', (_how, links, gap) => {
    expect(gapOf(december, links)).toBe(gap)
    expect(driftOf(december, links)).toEqual({ passbookId: 'house-a', balance: 25, proven: 25 - gap })
  })

  test('count in the passbook while they stand in both', () => {
    const both = bookOf(journal('earn', 30, '2026-10-02'), journal('earn', 5, '2026-11-01'))
    expect(gapOf(both, [october])).toBe(0)
  })
})

describe('totals of a day', () => {
  test('count that day, and the balance at its end', () => {
    expect(addTo(noTotals, book, [], day('2026-11-20'))).toEqual({
      passbooks: 1,
      balance: 105,
      issued: 45,
      spent: 20,
      expired: 20,
      drift: [],
    })
  })

  test('add up over passbooks and continue from day to day', () => {
    const before = addTo(noTotals, book, [], day('2026-11-19'))
    const after = addTo(noTotals, book, [], day('2026-11-20'))
    expect(before.balance + after.issued - after.spent - after.expired).toBe(after.balance)
    expect(addTo(after, book, [], day('2026-11-20'))).toMatchObject({
      passbooks: 2,
      balance: 210,
      issued: 90,
    })
  })

  test('name passbooks that drift, the first hundred', () => {
    const drifted = { ...book, balance: 0 }
    let totals = noTotals
    for (let n = 0; n < 120; n += 1) totals = addTo(totals, drifted, [], day('2026-11-20'))
    expect(totals.drift).toHaveLength(100)
    expect(totals.drift[0]).toEqual({ passbookId: 'house-a', balance: 0, proven: 112 })
  })
})
