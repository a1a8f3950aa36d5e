import fc from 'fast-check'
import { proven } from '../../cloudfunctions/_kit/ledger/book.rule'
import { journalOf, sumsOf, yearOf } from '../../cloudfunctions/points/journal.rule'
import { driftOf } from '../../cloudfunctions/points/reconciliation.rule'
import { bookOf, day, journal, morning, passbook, posted } from './books'

const kinds = ['earn', 'redeem', 'giveBack', 'reversal', 'expiry', 'transfer'] as const
const facts = {
  id: 'j',
  at: morning('2026-11-21'),
  centreId: 'a.b',
  passbookId: 'house-a',
  reason: '垃圾分类',
  about: 'item:x',
  by: 'staff',
  byMasked: '李*',
  requestKey: 'k',
} as const

describe('a journal', () => {
  test('has two entries that sum to zero, whatever it is for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        (kind, amount) => {
          const { entries } = journalOf({ ...facts, kind, amount })
          expect(entries).toHaveLength(2)
          expect(entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0)
          expect(entries[0]).toEqual({ account: 'household:house-a', amount })
        },
      ),
    )
  })

  test.each([
    ['earn', 'issuing:a.b'],
    ['reversal', 'issuing:a.b'],
    ['redeem', 'market:a.b'],
    ['giveBack', 'market:a.b'],
    ['expiry', 'expiry:a.b'],
    ['transfer', 'transfer:a.b'],
  ] as const)('of kind %s stands against %s', (kind, account) => {
    expect(journalOf({ ...facts, kind, amount: 5 }).entries[1]).toEqual({ account, amount: -5 })
  })

  test('stands against the account it is told', () => {
    const { entries } = journalOf({ ...facts, kind: 'transfer', amount: 5, against: 'household:house-b' })
    expect(entries[1]).toEqual({ account: 'household:house-b', amount: -5 })
  })

  test('is dated by the day in China', () => {
    expect(journalOf({ ...facts, kind: 'earn', amount: 1 }).day).toBe('2026-11-21')
  })

  test('keeps what it is told and fills in what it is not', () => {
    expect(journalOf({ ...facts, kind: 'earn', amount: 1 })).toMatchObject({
      reason: '垃圾分类',
      about: 'item:x',
      forMasked: '',
      ruleVersion: 0,
      reverses: '',
      noticeUntil: '',
    })
    expect(
      journalOf({ ...facts, kind: 'earn', amount: 1, forMasked: '王*', ruleVersion: 3, reverses: 'o' }),
    ).toMatchObject({ forMasked: '王*', ruleVersion: 3, reverses: 'o' })
  })
})

test.each([
  ['earn', 7, { earnedIn: 7, out: 0 }],
  ['reversal', -7, { earnedIn: -7, out: 0 }],
  ['redeem', -7, { earnedIn: 0, out: 7 }],
  ['giveBack', 7, { earnedIn: 0, out: -7 }],
  ['expiry', -7, { earnedIn: 0, out: 7 }],
  ['transfer', 7, { earnedIn: 0, out: -0 }],
] as const)('a journal of kind %s moves the running sums', (kind, points, sums) => {
  const moved = sumsOf(journal(kind, points))
  expect([moved.earnedIn, moved.out + 0]).toEqual([sums.earnedIn, sums.out + 0])
})

test('a year is the year of the day', () => {
  expect(yearOf(day('2026-01-01'))).toBe('2026')
})

test('after any sequence of postings lines, sums and balance agree', () => {
  const steps = fc.array(
    fc.record({ kind: fc.constantFrom('earn', 'redeem', 'giveBack', 'expiry'), points: fc.nat(500) }),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(steps, (list) => {
      const book = list.reduce((before, { kind, points }) => {
        const sign = kind === 'redeem' || kind === 'expiry' ? -1 : 1
        return points === 0 || before.balance + sign * points < 0
          ? before
          : posted(before, journal(kind, sign * points))
      }, passbook())
      expect(driftOf(book, [])).toBeUndefined()
      expect(proven(book)).toBe(book.balance)
    }),
  )
})

test('journals posted one after the other are all there', () => {
  expect(bookOf(journal('earn', 10), journal('redeem', -4))).toMatchObject({ balance: 6, written: 2, out: 4 })
})
