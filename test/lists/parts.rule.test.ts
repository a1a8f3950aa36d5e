import { partsOf } from '../../cloudfunctions/lists/planning/parts.rule'
import { monthOf, offering, plannable, standing } from './planning-facts'

const two = {
  needs: [plannable(), plannable({ id: 'need-2', options: [{ resourceId: 'resource-2', strength: 1 }] })],
}
const idsOf = (month: Parameters<typeof partsOf>[0]) =>
  partsOf(month).map(({ needs, resources, fixed }) => [...needs, ...resources, ...fixed].map(({ id }) => id))

test('resources that share nothing are planned apart', () => {
  expect(idsOf(monthOf({ ...two, resources: [offering(), offering({ id: 'resource-2' })] }))).toEqual([
    ['need-1', 'resource-1'],
    ['need-2', 'resource-2'],
  ])
})
test.each([
  [
    'a venue',
    { resources: [offering({ venueIds: ['hall'] }), offering({ id: 'resource-2', venueIds: ['hall'] })] },
  ],
  [
    'a need',
    {
      needs: [
        plannable({
          options: ['resource-1', 'resource-2'].map((resourceId) => ({ resourceId, strength: 1 })),
        }),
        ...two.needs.slice(1),
      ],
      resources: [offering(), offering({ id: 'resource-2' })],
    },
  ],
])('%s joins what it is shared by', (_, differences) => {
  expect(partsOf(monthOf({ ...two, ...differences }))).toHaveLength(1)
})
test('a fixed session stays with its resource and its venue', () => {
  const month = monthOf({
    ...two,
    resources: [offering({ venueIds: ['hall'] }), offering({ id: 'resource-2' })],
    fixed: [standing({ resourceId: 'somebody-else', venueId: 'hall' })],
  })
  expect(idsOf(month)).toEqual([
    ['need-1', 'resource-1', 'fixed-1'],
    ['need-2', 'resource-2'],
  ])
})
test('parts without a need are left out', () => {
  expect(idsOf(monthOf({ resources: [offering(), offering({ id: 'idle' })] }))).toEqual([
    ['need-1', 'resource-1'],
  ])
})
