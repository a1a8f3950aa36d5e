import { canCome, layOut, meet, sessionsLeft } from '../../cloudfunctions/lists/planning/layout.rule'
import { day, monthOf, offering, plannable, standing, tuesday, wednesday } from './planning-facts'

const afternoon = { from: 14 * 60, to: 16 * 60 }

describe('two stretches of a day', () => {
  test('meet when they share a minute', () => {
    expect(meet(afternoon, { from: 15 * 60 + 59, to: 18 * 60 })).toBe(true)
  })
  test('do not meet when one begins as the other ends', () => {
    expect(meet(afternoon, { from: 16 * 60, to: 18 * 60 })).toBe(false)
  })
})

describe('people can come', () => {
  test.each([
    ['at any time when they stated none', [], true],
    ['on their weekday', [{ weekdays: [2], from: 0, to: 1440 }], true],
    ['not on another', [{ weekdays: [3], from: 0, to: 1440 }], false],
    ['with half an hour in common', [{ weekdays: [2], from: 0, to: 14 * 60 + 30 }], true],
    ['not with less', [{ weekdays: [2], from: 0, to: 14 * 60 + 29 }], false],
    [
      'in one of several stretches',
      [
        { weekdays: [6], from: 0, to: 1440 },
        { weekdays: [2], from: 15 * 60, to: 17 * 60 },
      ],
      true,
    ],
  ])('%s', (_, slots, comes) => {
    expect(canCome(plannable({ slots }), 2, afternoon)).toBe(comes)
  })
  test('to the whole of a short session', () => {
    const slots = [{ weekdays: [2], from: 14 * 60, to: 14 * 60 + 20 }]
    expect(canCome(plannable({ slots }), 2, { from: 14 * 60, to: 14 * 60 + 20 })).toBe(true)
  })
})

test('fixed sessions count among those a resource gives', () => {
  expect(sessionsLeft(offering(), [standing()])).toBe(1)
  expect(sessionsLeft(offering(), [standing({ resourceId: 'another' })])).toBe(2)
  expect(sessionsLeft(offering({ sessionsPerMonth: 0 }), [standing()])).toBe(0)
})

describe('a month is laid out', () => {
  const daysOf = (month: ReturnType<typeof monthOf>) =>
    layOut(month).openings.map((opening) => [opening.day, opening.venueId])

  test('with an opening for every usable day of the resource', () => {
    expect(daysOf(monthOf())).toEqual([
      [tuesday, undefined],
      [wednesday, undefined],
    ])
    expect(daysOf(monthOf({ days: [wednesday, day('2026-12-03')] }))).toEqual([[wednesday, undefined]])
  })
  test('and for every venue that suits', () => {
    const resources = [offering({ weekdays: [2], venueIds: ['hall', 'room'] })]
    expect(daysOf(monthOf({ resources }))).toEqual([
      [tuesday, 'hall'],
      [tuesday, 'room'],
    ])
  })
  test('without the hours a fixed session of the resource takes', () => {
    expect(daysOf(monthOf({ fixed: [standing()] }))).toEqual([[wednesday, undefined]])
    expect(daysOf(monthOf({ fixed: [standing({ from: 16 * 60, to: 17 * 60 })] }))).toHaveLength(2)
  })
  test('without a venue somebody else has', () => {
    const resources = [offering({ weekdays: [2], venueIds: ['hall', 'room'] })]
    const fixed = [standing({ resourceId: 'another', venueId: 'hall' })]
    expect(daysOf(monthOf({ resources, fixed }))).toEqual([[tuesday, 'room']])
  })
  test('with the seats left in a fixed session, though the resource has none left to give', () => {
    const layout = layOut(
      monthOf({ resources: [offering({ sessionsPerMonth: 1 })], fixed: [standing({ seatsLeft: 1 })] }),
    )
    expect(layout.openings).toMatchObject([{ day: tuesday, fixed: { id: 'fixed-1' } }])
    expect(layout.patterns).toMatchObject([{ resource: -1, capacity: 1 }])
  })
  test('without what nobody can use', () => {
    expect(daysOf(monthOf({ needs: [plannable({ people: 3 })] }))).toEqual([])
    expect(daysOf(monthOf({ resources: [offering({ sessionsPerMonth: 0 })] }))).toEqual([])
  })
  test('with each resource at most once per need', () => {
    const option = { resourceId: 'resource-1', strength: 1 }
    expect(layOut(monthOf({ needs: [plannable({ options: [option, option] })] })).ways[0]).toHaveLength(2)
  })
})

describe('sessions clash', () => {
  const clashesOf = (...hours: readonly (readonly [number, number])[]) =>
    layOut(
      monthOf({
        days: [tuesday],
        needs: [
          plannable({ options: hours.map((_, place) => ({ resourceId: `resource-${place}`, strength: 1 })) }),
        ],
        resources: hours.map(([from, to], place) =>
          offering({
            id: `resource-${place}`,
            times: [{ from: from * 60, to: to * 60 }],
            venueIds: ['hall'],
          }),
        ),
      }),
    ).clashes

  test.each([
    [
      'when they meet in a venue',
      [
        [9, 11],
        [10, 12],
      ],
      [[0, 1]],
    ],
    [
      'not one after the other',
      [
        [9, 11],
        [11, 12],
      ],
      [],
    ],
    [
      'in chains, each with its neighbours',
      [
        [9, 11],
        [10, 13],
        [12, 14],
      ],
      [
        [0, 1],
        [1, 2],
      ],
    ],
    [
      'all together when all share a minute',
      [
        [9, 12],
        [10, 12],
        [11, 13],
      ],
      [[0, 1, 2]],
    ],
    [
      'whatever order they are listed in',
      [
        [12, 14],
        [9, 13],
        [9, 10],
      ],
      [
        [1, 2],
        [0, 1],
      ],
    ],
  ] as const)('%s', (_, hours, clashes) => {
    expect(clashesOf(...hours).map((clash) => [...clash].sort())).toEqual(clashes)
  })
  test('when one resource would be in two places', () => {
    const resources = [offering({ weekdays: [2], venueIds: ['hall', 'room'] })]
    expect(layOut(monthOf({ resources })).clashes).toEqual([[0, 1]])
  })
})
