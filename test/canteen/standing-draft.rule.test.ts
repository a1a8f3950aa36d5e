import { daysOf, draftOf } from '../../src/canteen/standing-draft.rule'

const days = [
  { weekday: 3, slot: 'lunch' as const, meal: '软食套餐', delivery: true },
  { weekday: 1, slot: 'lunch' as const, meal: '软食套餐', delivery: true },
  { weekday: 5, slot: 'dinner' as const, meal: '普通套餐', delivery: false },
]

test('a draft shows one slot of what stands, its weekdays in order', () => {
  expect(draftOf(days, 'lunch', ['普通套餐'], false)).toEqual({
    slot: 'lunch',
    weekdays: [1, 3],
    meal: '软食套餐',
    delivery: true,
  })
})

test.each([
  [['低糖套餐', '普通套餐'], '低糖套餐'],
  [[], '普通套餐'],
])('without a standing order it is on no day, for the first meal of the menus %j', (names, meal) => {
  expect(draftOf([], 'lunch', names, false)).toEqual({ slot: 'lunch', weekdays: [], meal, delivery: false })
})

test.each([true, false])(
  'without a standing order it is carried home when that is granted: %s',
  (granted) => {
    expect(draftOf([], 'lunch', [], granted).delivery).toBe(granted)
  },
)

test('saving a slot leaves the other slots as they were', () => {
  const draft = { slot: 'lunch' as const, weekdays: [2], meal: '普通套餐', delivery: false }
  expect(daysOf(days, draft)).toEqual([
    { weekday: 5, slot: 'dinner', meal: '普通套餐', delivery: false },
    { weekday: 2, slot: 'lunch', meal: '普通套餐', delivery: false },
  ])
  expect(daysOf(days, { ...draft, weekdays: [] })).toHaveLength(1)
})
