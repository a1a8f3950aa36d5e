import { conflictsOf } from '../../cloudfunctions/lists/planning/conflicts.rule'
import type { PlannedSession } from '../../cloudfunctions/lists/planning/month'
import { day, monthOf, offering, plannable, plannables, standing, tuesday, wednesday } from './planning-facts'

const session = (differences: Partial<PlannedSession> = {}): PlannedSession => ({
  resourceId: 'resource-1',
  day: tuesday,
  from: 14 * 60,
  to: 16 * 60,
  needIds: ['need-1'],
  people: 1,
  ...differences,
})
const empty = (differences: Partial<PlannedSession> = {}) =>
  session({ needIds: [], people: 0, ...differences })
const other = { needs: [plannable()], resources: [offering(), offering({ id: 'resource-2' })] }
const halls = {
  needs: [plannable()],
  resources: [1, 2].map((n) => offering({ id: `resource-${n}`, venueIds: ['hall'] })),
}

test('a plan that can be held has no conflict', () => {
  expect(conflictsOf(monthOf(), [session()])).toEqual([])
  expect(conflictsOf(monthOf(), [session({ from: 14 * 60 + 30 })])).toEqual([])
  expect(conflictsOf(monthOf(other), [session(), empty({ resourceId: 'resource-2' })])).toEqual([])
})

test.each([
  ['a resource nobody knows', monthOf(), session({ resourceId: 'gone' }), { kind: 'unknown' }],
  ['a need nobody knows', monthOf(), session({ needIds: ['gone'] }), { kind: 'unknown', needId: 'gone' }],
  ['a fixed session nobody knows', monthOf(), session({ fixedId: 'gone' }), { kind: 'unknown' }],
  ['a closed day', monthOf({ days: [wednesday] }), session(), { kind: 'day-closed' }],
  [
    'a weekday the resource is away',
    monthOf({ days: [day('2026-12-03')] }),
    session({ day: day('2026-12-03') }),
    { kind: 'resource-not-there' },
  ],
  ['an hour the resource is away', monthOf(), session({ to: 17 * 60 }), { kind: 'resource-not-there' }],
  [
    'an end before the beginning',
    monthOf(),
    session({ needIds: [], to: 14 * 60 }),
    { kind: 'resource-not-there' },
  ],
  ['a venue for a home visit', monthOf(), session({ venueId: 'hall' }), { kind: 'venue-unsuitable' }],
  [
    'no venue where one is needed',
    monthOf({ resources: [offering({ venueIds: ['hall'] })] }),
    session(),
    { kind: 'venue-unsuitable' },
  ],
  [
    'a need the resource does not suit',
    monthOf({ needs: [plannable({ options: [] })] }),
    session(),
    { kind: 'not-suited', needId: 'need-1' },
  ],
  [
    'people who cannot come then',
    monthOf({ needs: [plannable({ slots: [{ weekdays: [3], from: 0, to: 1440 }] })] }),
    session(),
    { kind: 'cannot-come', needId: 'need-1' },
  ],
  [
    'more people than seats',
    monthOf({ needs: plannables(3) }),
    session({ needIds: ['need-1', 'need-2', 'need-3'] }),
    { kind: 'too-many-people' },
  ],
  [
    'more people than a fixed session has seats left',
    monthOf({ fixed: [standing()] }),
    session({ fixedId: 'fixed-1' }),
    { kind: 'too-many-people' },
  ],
  [
    'a resource that is at a fixed session',
    monthOf({ fixed: [standing()] }),
    session(),
    { kind: 'resource-busy', other: 'fixed-1' },
  ],
  [
    'a venue somebody else has',
    monthOf({ ...halls, fixed: [standing({ resourceId: 'another', venueId: 'hall' })] }),
    session({ venueId: 'hall' }),
    { kind: 'venue-busy', other: 'fixed-1' },
  ],
  [
    'sessions the resource has not left',
    monthOf({ resources: [offering({ sessionsPerMonth: 0 })] }),
    session(),
    { kind: 'no-session-left' },
  ],
] as const)('%s is a conflict', (_, month, planned, conflict) => {
  expect(conflictsOf(month, [planned])).toContainEqual({ session: 0, ...conflict })
})

test.each([
  ['one resource at two sessions at once', other, [session(), empty({ from: 15 * 60 })], 'resource-busy'],
  [
    'two sessions in one venue',
    halls,
    [session({ venueId: 'hall' }), empty({ resourceId: 'resource-2', venueId: 'hall' })],
    'venue-busy',
  ],
  [
    'one fixed session written down twice',
    { ...other, fixed: [standing({ seatsLeft: 2 })] },
    [session({ fixedId: 'fixed-1' }), empty({ fixedId: 'fixed-1' })],
    'resource-busy',
  ],
] as const)('%s is a conflict of the later with the earlier', (_, differences, planned, kind) => {
  expect(conflictsOf(monthOf(differences), planned)).toEqual([{ kind, session: 1, other: 0 }])
})

test('a need served twice is a conflict of the later session', () => {
  expect(conflictsOf(monthOf(), [session(), session({ day: wednesday })])).toEqual([
    { kind: 'served-twice', session: 1, needId: 'need-1' },
  ])
})
test('people added to a fixed session are no conflict while it has seats', () => {
  const month = monthOf({ fixed: [standing({ seatsLeft: 1 })] })
  expect(conflictsOf(month, [session({ fixedId: 'fixed-1' })])).toEqual([])
})
