import { leftOutOf } from '../../cloudfunctions/lists/planning/left-out.rule'
import { planMonth } from '../../cloudfunctions/lists/planning/plan.rule'
import { monthOf, offering, plannable, plannables, standing, tuesday } from './planning-facts'

const saturday = [{ weekdays: [6], from: 0, to: 1440 }]
const reasonsOf = (month: ReturnType<typeof monthOf>) =>
  leftOutOf(month, planMonth(month).sessions).map(({ needId, reason }) => [needId, reason])

test.each([
  ['no resource suits', monthOf({ needs: [plannable({ options: [] })] }), 'no-resource'],
  [
    'its resource is not in the month',
    monthOf({ needs: [plannable({ options: [{ resourceId: 'paused', strength: 1 }] })] }),
    'no-resource',
  ],
  ['they are more than a session takes', monthOf({ needs: [plannable({ people: 3 })] }), 'too-many-people'],
  ['nobody is there when they can come', monthOf({ needs: [plannable({ slots: saturday })] }), 'time-clash'],
  [
    'the resource has given its sessions already',
    monthOf({ resources: [offering({ sessionsPerMonth: 1 })], fixed: [standing()] }),
    'no-session-left',
  ],
  [
    'the venue is taken on every day',
    monthOf({
      days: [tuesday],
      resources: [offering({ venueIds: ['hall'] })],
      fixed: [standing({ resourceId: 'another', venueId: 'hall' })],
    }),
    'venue-full',
  ],
  [
    'the resource is elsewhere on the only day',
    monthOf({ days: [tuesday], resources: [offering({ sessionsPerMonth: 9 })], fixed: [standing()] }),
    'time-clash',
  ],
] as const)('a need is left out because %s', (_, month, reason) => {
  expect(reasonsOf(month)).toEqual([['need-1', reason]])
})

test('a need is left out because every session it can come to is full', () => {
  expect(reasonsOf(monthOf({ needs: plannables(5) }))).toEqual([['need-5', 'no-capacity']])
})
test('a need is left out because the sessions are held on days that suit more', () => {
  const needs = [
    ...plannables(2, { slots: [{ weekdays: [2], from: 0, to: 1440 }] }),
    plannable({ id: 'late', slots: [{ weekdays: [3], from: 0, to: 1440 }] }),
  ]
  expect(reasonsOf(monthOf({ needs, resources: [offering({ sessionsPerMonth: 1 })] }))).toEqual([
    ['late', 'no-session-left'],
  ])
})
test('the reason nearest to being served speaks for the need, the others stand beside it', () => {
  const options = ['resource-1', 'resource-2'].map((resourceId) => ({ resourceId, strength: 1 }))
  const month = monthOf({
    needs: [plannable({ options })],
    resources: [offering({ capacityPerSession: 0 }), offering({ id: 'resource-2', sessionsPerMonth: 0 })],
  })
  expect(leftOutOf(month, [])).toEqual([
    {
      needId: 'need-1',
      reason: 'no-session-left',
      tried: [
        { resourceId: 'resource-1', reason: 'too-many-people' },
        { resourceId: 'resource-2', reason: 'no-session-left' },
      ],
    },
  ])
})
