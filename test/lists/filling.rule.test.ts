import fc from 'fast-check'
import { fill } from '../../cloudfunctions/lists/planning/filling.rule'

const filled = (parties: readonly (readonly [gain: number, size: number])[], seats: number) =>
  fill(
    Float64Array.from(parties, ([gain]) => gain),
    Int32Array.from(parties, ([, size]) => size),
    parties.length,
    seats,
  )

/** The best sum of gains by trying every choice. */
const byTrial = (parties: readonly (readonly [number, number])[], seats: number): number => {
  const [first, ...rest] = parties
  if (!first) return 0
  const [gain, size] = first
  const without = byTrial(rest, seats)
  return size > seats ? without : Math.max(without, gain + byTrial(rest, seats - size))
}

test.each([
  [
    'everybody who fits is taken',
    [
      [3, 1],
      [2, 2],
    ],
    3,
    { worth: 5, chosen: [0, 1] },
  ],
  [
    'single people are taken by their gain',
    [
      [1, 1],
      [3, 1],
      [2, 1],
    ],
    2,
    { worth: 5, chosen: [1, 2] },
  ],
  [
    'a small party gives way to a better use of its seats',
    [
      [5, 3],
      [4, 2],
      [4, 2],
    ],
    4,
    { worth: 8, chosen: [2, 1] },
  ],
  [
    'who gains nothing stays out',
    [
      [0, 1],
      [-1, 1],
      [2, 1],
    ],
    9,
    { worth: 2, chosen: [2] },
  ],
  [
    'who is too many stays out',
    [
      [9, 5],
      [1, 1],
    ],
    4,
    { worth: 1, chosen: [1] },
  ],
  ['nobody fills nothing', [], 4, { worth: 0, chosen: [] }],
] as const)('%s', (_, parties, seats, expected) => {
  expect(filled(parties, seats)).toEqual(expected)
})

test('a filling is the best there is, and its parties fit', () => {
  const party = fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: 1, max: 7 }))
  fc.assert(
    fc.property(fc.array(party, { maxLength: 11 }), fc.integer({ min: 1, max: 15 }), (parties, seats) => {
      const { worth, chosen } = filled(parties, seats)
      expect(worth).toBe(byTrial(parties, seats))
      const taken = [...new Set(chosen)].flatMap((place) => parties[place] ?? [])
      expect(
        taken.filter((_, place) => place % 2 === 1).reduce((sum, size) => sum + size, 0),
      ).toBeLessThanOrEqual(seats)
      expect(taken.filter((_, place) => place % 2 === 0).reduce((sum, gain) => sum + gain, 0)).toBe(worth)
    }),
  )
})

test('in a hall the worth is a bound and the parties still fit', () => {
  const party = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 40 }))
  fc.assert(
    fc.property(fc.array(party, { maxLength: 10 }), (parties) => {
      const { worth, chosen } = filled(parties, 70)
      expect(worth).toBeGreaterThanOrEqual(byTrial(parties, 70) - 1e-9)
      expect(chosen.reduce((sum, place) => sum + (parties[place]?.[1] ?? 0), 0)).toBeLessThanOrEqual(70)
    }),
  )
})
