import { weightOf, worthOf } from '../../cloudfunctions/lists/planning/weight.rule'
import { plannable } from './planning-facts'

test.each([
  ['one person who just asked weighs ten', {}, 10],
  ['three people weigh three times as much', { people: 3 }, 30],
  ['soon adds six per person', { urgency: 1, people: 2 }, 32],
  ['at once adds fifteen', { urgency: 2 }, 25],
  ['six days of waiting add nothing', { waitedDays: 6 }, 10],
  ['each full week of waiting adds one', { waitedDays: 21 }, 13],
  ['ten weeks of waiting are the most that counts', { waitedDays: 400 }, 20],
  ['each care tag adds three', { careTags: 2 }, 16],
  ['three care tags are the most that count', { careTags: 7 }, 19],
  ['days not yet come add nothing', { waitedDays: -8 }, 10],
] as const)('%s', (_, differences, weight) => {
  expect(weightOf(plannable(differences))).toBe(weight)
})

test.each([
  ['a perfect match is worth a hundred per weight', 10, 1, 1000],
  ['the faintest match is worth sixty', 10, 0, 600],
  ['between them it grows with the strength', 10, 0.5, 800],
  ['a strength beyond one counts as one', 10, 1.4, 1000],
  ['worths are whole numbers', 7, 0.333, 511],
])('%s', (_, weight, strength, worth) => {
  expect(worthOf(weight, strength)).toBe(worth)
})
