import fc from 'fast-check'
import type { PassbookDocument } from '../../cloudfunctions/_kit/documents/points'
import { idOf } from '../../cloudfunctions/_kit/ids'
import {
  dueNotice,
  expiryOf,
  lastDayOf,
  lotsOf,
  nextLapse,
  takeOldest,
} from '../../cloudfunctions/points/expiry.rule'
import { driftOf } from '../../cloudfunctions/points/reconciliation.rule'
import { day, morning, passbook, posted } from './books'

/** A passbook by its sums alone, brought forward as one opening. */
const sums = (earnedIn: PassbookDocument['earnedIn'], out: number) => {
  const balance = Object.values(earnedIn).reduce((sum, points) => sum + points, 0) - out
  return passbook({ earnedIn, out, balance, opening: balance })
}

describe('lots', () => {
  test.each([
    ['nothing spent', { 2024: 10, 2025: 20 }, 0, [10, 20]],
    ['some of the oldest spent', { 2024: 10, 2025: 20 }, 4, [6, 20]],
    ['all of the oldest spent', { 2024: 10, 2025: 20 }, 10, [0, 20]],
    ['more than the oldest spent', { 2024: 10, 2025: 20 }, 13, [0, 17]],
    ['everything spent', { 2024: 10, 2025: 20 }, 30, [0, 0]],
    ['a year below zero is borne by the next', { 2024: -5, 2025: 20 }, 0, [0, 15]],
    ['a later year below zero takes from the earlier', { 2024: 10, 2025: -4 }, 0, [6, 0]],
    ['a gap between years', { 2020: 3, 2025: 4 }, 1, [2, 4]],
  ])('%s', (_name, earnedIn, out, left) => {
    expect(lotsOf({ earnedIn, out }).map(({ points }) => points)).toEqual(left)
  })

  test('are empty in an empty passbook', () => {
    expect(lotsOf(passbook())).toEqual([])
  })

  test('are told by year, the oldest first', () => {
    expect(lotsOf({ earnedIn: { 2025: 1, 2024: 2 }, out: 0 })).toEqual([
      { year: 2024, points: 2 },
      { year: 2025, points: 1 },
    ])
  })

  const anySums = fc
    .record({
      earned: fc.dictionary(
        fc.integer({ min: 2020, max: 2026 }).map(String),
        fc.integer({ min: -50, max: 200 }),
      ),
      spent: fc.nat(1000),
    })
    .map(({ earned, spent }) => {
      const total = Object.values(earned).reduce((sum, points) => sum + points, 0)
      return { earnedIn: earned, out: total <= 0 ? total : Math.min(spent, total) }
    })

  test('are never below zero and add up to the balance', () => {
    fc.assert(
      fc.property(anySums, ({ earnedIn, out }) => {
        const lots = lotsOf({ earnedIn, out })
        const balance = Object.values(earnedIn).reduce((sum, points) => sum + points, 0) - out
        expect(lots.every(({ points }) => points >= 0)).toBe(true)
        expect(lots.reduce((sum, { points }) => sum + points, 0)).toBe(balance)
      }),
    )
  })

  test('what is taken oldest first leaves what spending it would have left', () => {
    fc.assert(
      fc.property(anySums, fc.nat(1000), (book, wanted) => {
        const lots = lotsOf(book)
        const points = Math.min(
          wanted,
          lots.reduce((sum, lot) => sum + lot.points, 0),
        )
        const taken = takeOldest(lots, points)
        expect(taken.reduce((sum, lot) => sum + lot.points, 0)).toBe(points)
        expect(taken.every((lot) => lot.points > 0)).toBe(true)
        const left = new Map(taken.map((lot) => [lot.year, lot.points]))
        const rest = lots.map((lot) => lot.points - (left.get(lot.year) ?? 0))
        expect(rest).toEqual(lotsOf({ ...book, out: book.out + points }).map((lot) => lot.points))
      }),
    )
  })
})

describe('a rule that lets points lapse', () => {
  test('lets a year end as many years later as it says', () => {
    expect(lastDayOf(2025, 1)).toBe('2026-12-31')
    expect(lastDayOf(2025, 2)).toBe('2027-12-31')
  })

  test('announces the oldest points that are left', () => {
    expect(nextLapse(sums({ 2024: 10, 2025: 20 }, 10), 1)).toEqual({ points: 20, on: '2026-12-31' })
    expect(nextLapse(sums({ 2024: 10, 2025: 20 }, 3), 2)).toEqual({ points: 7, on: '2026-12-31' })
  })

  test.each([
    ['without a rule', { 2024: 10 }, 0, 0],
    ['with everything spent', { 2024: 10 }, 10, 1],
    ['in an empty passbook', {}, 0, 1],
  ])('announces nothing %s', (_name, earnedIn, out, years) => {
    expect(nextLapse(sums(earnedIn, out), years)).toBeUndefined()
  })
})

describe('expiry', () => {
  const at = morning('2027-01-01')
  const old = sums({ 2024: 10, 2025: 20, 2026: 40 }, 5)

  test('takes what is left of the years that are over', () => {
    expect(expiryOf(old, 1, day('2027-01-01'), at)).toMatchObject({
      kind: 'expiry',
      amount: -25,
      reason: '2025 年及以前的积分到期清零',
      id: idOf('expiry', old._id, '2025'),
      about: 'year:2025',
      by: '',
      byMasked: '系统',
      requestKey: '',
      at,
    })
    expect(expiryOf(old, 2, day('2027-01-01'), at)).toMatchObject({ amount: -5 })
  })

  test('leaves lines, sums and balance in agreement and nothing more to lapse', () => {
    const expiry = expiryOf(old, 1, day('2027-01-01'), at)
    const after = expiry ? posted(old, expiry) : old
    expect(after.balance).toBe(40)
    const { opening } = after
    const links = [{ month: '2025-12', opening: 0, closing: opening, moved: opening }]
    expect(driftOf(after, links)).toBeUndefined()
    expect(expiryOf(after, 1, day('2027-01-01'), at)).toBeUndefined()
  })

  test('is the same journal on every day of those two weeks', () => {
    const on = (today: string) => expiryOf(old, 1, day(today), morning(today))?.id
    expect(on('2027-01-14')).toBe(on('2027-01-01'))
    expect(on('2028-01-01')).not.toBe(on('2027-01-01'))
  })

  test.each([
    ['without a rule', old, 0, '2027-01-01'],
    ['after the first two weeks of the year', old, 1, '2027-01-15'],
    ['at the end of a year', old, 1, '2026-12-31'],
    ['when only later years are left', sums({ 2026: 40 }, 0), 1, '2027-01-01'],
    ['in a closed passbook', { ...old, state: 'closed' as const }, 1, '2027-01-01'],
  ])('is none %s', (_name, book, years, today) => {
    expect(expiryOf(book, years, day(today), at)).toBeUndefined()
  })
})

describe('notices of expiry', () => {
  const book = sums({ 2025: 20, 2026: 40 }, 5)

  test.each([
    ['2026-11-30', undefined],
    ['2026-12-01', 30],
    ['2026-12-03', 30],
    ['2026-12-04', undefined],
    ['2026-12-23', undefined],
    ['2026-12-24', 7],
    ['2026-12-26', 7],
    ['2026-12-27', undefined],
    ['2026-12-31', undefined],
  ])('on %s is %s', (today, days) => {
    expect(dueNotice(book, 1, day(today))?.days).toBe(days)
  })

  test('say how many points and until when', () => {
    expect(dueNotice(book, 1, day('2026-12-01'))).toEqual({ points: 15, on: '2026-12-31', days: 30 })
  })

  test('are none without a rule, without such points, or for a closed passbook', () => {
    expect(dueNotice(book, 0, day('2026-12-01'))).toBeUndefined()
    expect(dueNotice(book, 2, day('2026-12-01'))).toBeUndefined()
    expect(dueNotice({ ...book, state: 'closed' }, 1, day('2026-12-01'))).toBeUndefined()
  })
})
