import fc from 'fast-check'
import {
  gradeFeasibility,
  judgeFeasibility,
  limitsOfNeed,
  limitsOfResource,
} from '../../cloudfunctions/lists/matching/feasibility.rule'
import type { MatchableNeed, MatchableResource } from '../../cloudfunctions/lists/matching/matchable'

const resource = (over: Partial<MatchableResource> = {}): MatchableResource => ({
  id: 'r',
  unit: '义剪队',
  title: '免费理发',
  description: '每周为居民理发。',
  categories: ['邻里互助'],
  audience: ['全体居民'],
  weekdays: [2, 4],
  hours: '09:00-11:30',
  capacityPerSession: 10,
  homeVisit: false,
  ...over,
})

const need = (over: Partial<MatchableNeed> = {}): MatchableNeed => ({
  id: 'n',
  text: '头发长了',
  beneficiary: ['老人'],
  headcount: 1,
  mobilityImpaired: false,
  ...over,
})

const judge = (n: Partial<MatchableNeed>, r: Partial<MatchableResource>) =>
  judgeFeasibility(limitsOfNeed(need(n)), limitsOfResource(resource(r)))

test.each<[string, Partial<MatchableNeed>, Partial<MatchableResource>, string]>([
  ['no stated limit', {}, {}, 'fits'],
  ['the day matches', { weekdays: [4] }, {}, 'fits'],
  ['another day', { weekdays: [6, 7] }, {}, 'cannot'],
  ['thirty minutes in common', { hours: '11:00-13:00' }, {}, 'fits'],
  ['twenty-nine minutes in common', { hours: '11:01-13:00' }, {}, 'cannot'],
  ['nobody of the audience', {}, { audience: ['儿童'] }, 'cannot'],
  ['home-bound and no visit', { mobilityImpaired: true }, {}, 'cannot'],
  ['home-bound in words only', { text: '瘫在床上，头发长了' }, {}, 'cannot'],
  ['home-bound and a visit', { mobilityImpaired: true }, { homeVisit: true }, 'fits'],
  ['home-bound and a hotline', { mobilityImpaired: true }, { title: '倾诉热线' }, 'partly'],
  ['more people than places', { headcount: 11 }, {}, 'partly'],
  ['too old', { text: '七十了想查查' }, { description: '三十五到六十四岁妇女免费检查' }, 'cannot'],
  ['evening told in words', { text: '白天上班没空，晚上才行' }, {}, 'cannot'],
])('%s', (_name, n, r, expected) => {
  expect(gradeFeasibility(judge(n, r))).toBe(expected)
})

test('child care has to cover the hours asked for', () => {
  const care = { categories: ['儿童托管'], audience: ['儿童'], hours: '16:00-18:00' }
  const child = { beneficiary: ['儿童'], text: '放学没人接' }
  expect(judge({ ...child, hours: '16:30-19:30' }, care).time).toBe('leaves-gap')
  expect(judge({ ...child, hours: '16:30-17:30' }, care).time).toBe('fits')
})

test('a holiday camp does not answer a need in term', () => {
  expect(judge({ text: '放学后没人看' }, { title: '暑期托管营' }).time).toBe('holidays-only')
})

test('distance is metres over the ground', () => {
  const { meters } = judge(
    { location: { lng: 116.7, lat: 23.37 } },
    { location: { lng: 116.7, lat: 23.379 } },
  )
  expect(meters).toBeGreaterThan(990)
  expect(meters).toBeLessThan(1010)
})

test('taking a limit away never makes it worse', () => {
  const worth = { cannot: 0, partly: 1, fits: 2 }
  const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      (weekdays, headcount, mobilityImpaired) => {
        const limited = judge({ weekdays, headcount, mobilityImpaired }, {})
        const free = judge({ headcount: 1 }, {})
        expect(worth[gradeFeasibility(free)]).toBeGreaterThanOrEqual(worth[gradeFeasibility(limited)])
      },
    ),
  )
})
