import fc from 'fast-check'
import type { PassbookDocument } from '../../cloudfunctions/_kit/documents/points'
import { mergeOf, splitOf, underWay, whyNotMerged } from '../../cloudfunctions/points/household.rule'
import { asInstant } from '../../types/common/time'
import { journal, morning, passbook } from './books'

const facts = {
  at: morning('2026-11-21'),
  by: 'staff',
  byMasked: '李*作',
  reason: '老人搬来同住',
  requestKey: 'key',
}
const held = (earnedIn: PassbookDocument['earnedIn'], out = 0, more: Partial<PassbookDocument> = {}) => {
  const balance = Object.values(earnedIn).reduce((sum, points) => sum + points, 0) - out
  return passbook({ earnedIn, out, balance, opening: balance, ...more })
}
const other = (more: Partial<PassbookDocument> = {}) => passbook({ _id: 'house-b', room: '302', ...more })

describe('merging', () => {
  test('moves everything by one journal that stands in both passbooks', () => {
    const transfer = mergeOf(held({ 2026: 30 }, 4), other(), facts)
    expect(transfer?.given).toMatchObject({
      kind: 'transfer',
      amount: -26,
      reason: '并入 5栋 302:老人搬来同住',
      about: 'passbook:house-b',
      entries: [
        { account: 'household:house-a', amount: -26 },
        { account: 'household:house-b', amount: 26 },
      ],
    })
    expect(transfer?.taken).toMatchObject({
      amount: 26,
      reason: '并自 5栋 301:老人搬来同住',
      about: 'passbook:house-a',
      entries: [
        { account: 'household:house-b', amount: 26 },
        { account: 'household:house-a', amount: -26 },
      ],
    })
    expect(transfer?.taken.id).toBe(transfer?.given.id)
  })

  test('writes no line when there are no points', () => {
    expect(mergeOf(held({}), other(), facts)).toBeUndefined()
  })

  test.each([
    ['with itself', passbook(), passbook(), false, 'POINTS.SAME_HOUSEHOLD'],
    ['from a closed passbook', passbook({ state: 'closed' }), other(), false, 'POINTS.PASSBOOK_CLOSED'],
    ['into a closed passbook', passbook(), other({ state: 'closed' }), false, 'POINTS.PASSBOOK_CLOSED'],
    ['while something is held', passbook(), other(), true, 'POINTS.HELD_REDEMPTIONS'],
  ])('%s is refused', (_name, from, into, busy, code) => {
    expect(whyNotMerged(from, into, busy)).toEqual({ refused: code })
  })

  test('of two open passbooks with nothing held may be', () => {
    expect(whyNotMerged(passbook(), other(), false)).toBeUndefined()
  })
})

describe('splitting', () => {
  test('moves the oldest points', () => {
    const moved = splitOf(held({ 2025: 10, 2026: 10 }, 4), other(), 8, facts)
    expect(moved).toMatchObject({
      lots: [
        { year: 2025, points: 6 },
        { year: 2026, points: 2 },
      ],
      transfer: {
        given: { amount: -8, reason: '分给 5栋 302:老人搬来同住' },
        taken: { amount: 8, reason: '分自 5栋 301:老人搬来同住' },
      },
    })
  })

  test('without points moves people only', () => {
    expect(splitOf(held({ 2026: 5 }), other(), 0, facts)).toEqual({ transfer: undefined, lots: [] })
  })

  test('keeps the sum', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(600), fc.nat(700), (old, recent, spent, points) => {
        const from = held({ 2025: old, 2026: recent }, Math.min(spent, old + recent))
        const moved = splitOf(from, other(), points, facts)
        if ('refused' in moved) {
          expect(moved.refused).toBe('POINTS.INSUFFICIENT')
          expect(points).toBeGreaterThan(from.balance)
          return
        }
        const given = moved.transfer?.given.amount ?? 0
        const taken = moved.transfer?.taken.amount ?? 0
        expect([given + taken, taken]).toEqual([0, points])
        expect(moved.lots.reduce((sum, lot) => sum + lot.points, 0)).toBe(points)
        for (const lot of moved.lots) expect(lot.points).toBeLessThanOrEqual(from.earnedIn[lot.year] ?? 0)
      }),
    )
  })

  test.each([
    ['more than there is', held({ 2026: 7 }), other(), 'POINTS.INSUFFICIENT'],
    ['into itself', held({ 2026: 9 }), passbook(), 'POINTS.SAME_HOUSEHOLD'],
    ['from a closed passbook', held({ 2026: 9 }, 0, { state: 'closed' }), other(), 'POINTS.PASSBOOK_CLOSED'],
    ['into a closed passbook', held({ 2026: 9 }), other({ state: 'closed' }), 'POINTS.PASSBOOK_CLOSED'],
  ])('%s is refused', (_name, from, into, code) => {
    expect(splitOf(from, into, 8, facts)).toEqual({ refused: code })
  })
})

describe('redemptions under way', () => {
  const now = asInstant(morning('2026-11-21') + 60_000_000)
  const redeemed = (ago: number) =>
    passbook({
      journals: [journal('redeem', -5, '2026-11-21', { about: 'redemption:r', at: asInstant(now - ago) })],
    })
  const row = (state: string, settled: boolean) => ({ _id: 'r', state, settled })

  test.each([
    ['held', redeemed(0), [row('held', true)], true],
    ['cancelled, points not yet back', redeemed(0), [row('cancelled', false)], true],
    ['done', redeemed(0), [row('done', true)], false],
    ['paid a moment ago, no row yet', redeemed(1_000), [], true],
    ['paid just under half an hour ago, no row yet', redeemed(30 * 60_000 - 1), [], true],
    ['paid half an hour ago, row out of sight', redeemed(30 * 60_000), [], false],
  ])('%s: %s', (_name, book, rows, expected) => {
    expect(underWay(book, rows, now)).toBe(expected)
  })

  test('paid and given back without a row is over', () => {
    const [paid] = redeemed(1_000).journals
    const back = journal('giveBack', 5, '2026-11-21', { about: 'redemption:r' })
    expect(underWay({ journals: paid ? [paid, back] : [] }, [], now)).toBe(false)
  })

  test('paid a moment ago is found among other lines', () => {
    const journals = [...redeemed(1_000).journals, journal('earn', 5, '2026-11-21', { at: now })]
    expect(underWay({ journals }, [], now)).toBe(true)
  })

  test('earning a moment ago is none', () => {
    expect(underWay({ journals: [journal('earn', 5, '2026-11-21', { at: now })] }, [], now)).toBe(false)
  })
})
