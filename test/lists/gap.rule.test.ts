import fc from 'fast-check'
import { type GapNeed, gapLimits, gapsOf, isGap } from '../../cloudfunctions/lists/matching/gap.rule'
import { type MatchableResource, prepareResources } from '../../cloudfunctions/lists/matching/match.rule'

const resource = (id: string, over: Partial<MatchableResource> = {}): MatchableResource => ({
  id,
  unit: '美发协会',
  title: '免费理发',
  description: '理发师给居民剪头发。',
  categories: ['邻里互助'],
  audience: ['全体居民'],
  weekdays: [2],
  hours: '09:00-11:00',
  capacityPerSession: 10,
  homeVisit: false,
  ...over,
})
const need = (id: string, text: string, over: Partial<GapNeed> = {}): GapNeed => ({
  id,
  text,
  beneficiary: ['老人'],
  headcount: 1,
  mobilityImpaired: false,
  ...over,
})
const barber = prepareResources([resource('barber')])
const haircut = '头发长了想理发'
const only = (one: GapNeed, catalogue = barber) => gapsOf([one], catalogue)[0]

describe('what is missing', () => {
  test('a service that nobody offers is named with its categories', () => {
    expect(only(need('a', '马桶堵了，下水道反水'))).toMatchObject({
      service: '管道疏通与补漏',
      categories: ['家政维修'],
      resourceIds: [],
      needIds: ['a'],
    })
    expect(only(need('a', '马桶堵了，下水道反水'))).not.toHaveProperty('limit')
  })
  test.each([
    ['time', { weekdays: [7] }],
    ['time', { hours: '20:00-21:00' }],
    ['visit', { mobilityImpaired: true }],
    ['capacity', { headcount: 30 }],
  ] as const)('where somebody does it the limit that fails is named: %s', (limit, over) => {
    const gap = only(need('a', haircut, over as Partial<GapNeed>))
    expect(gap).toMatchObject({ limit, resourceIds: ['barber'] })
    expect(gapLimits[limit]).not.toBe('')
  })
  test('a service for others only is a gap of audience', () => {
    const forChildren = prepareResources([resource('kids', { audience: ['儿童'] })])
    expect(only(need('a', haircut), forChildren)).toMatchObject({ limit: 'audience', resourceIds: ['kids'] })
  })
  test('of several that do it the one that lacks least names the gap', () => {
    const two = prepareResources([
      resource('far', { audience: ['儿童'], weekdays: [1] }),
      resource('near', { weekdays: [1] }),
    ])
    expect(only(need('a', haircut, { weekdays: [6] }), two)).toMatchObject({
      limit: 'time',
      resourceIds: ['near'],
    })
  })
  test('what staff turned down does not count as being there', () => {
    const gap = only(need('a', haircut, { weekdays: [7], rejected: ['barber'] }))
    expect(gap?.resourceIds).toEqual([])
    expect(gap).not.toHaveProperty('limit')
  })
  test('what nobody understands stands together at the end', () => {
    const gaps = gapsOf([need('a', '1', { headcount: 99 }), need('b', '马桶堵了')], barber)
    expect(gaps.at(-1)).toMatchObject({ key: '', service: '说不清的需求', needIds: ['a'] })
  })
})

describe('grouping', () => {
  test('needs that lack the same thing stand together, most people first', () => {
    const gaps = gapsOf(
      [
        need('a', haircut, { weekdays: [7] }),
        need('b', '马桶堵了，下水道反水', { headcount: 2 }),
        need('c', '想剪头发理发', { weekdays: [6], headcount: 3 }),
      ],
      barber,
    )
    expect(gaps.map(({ needIds, people }) => [needIds, people])).toEqual([
      [['a', 'c'], 4],
      [['b'], 2],
    ])
  })
  test('every need stands in one group and people add up', () => {
    const texts = [haircut, '马桶堵了', '想学跳舞', '42', '想领养小狗', '孩子放学没人带']
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...texts), fc.integer({ min: 1, max: 50 }), fc.boolean()), {
          maxLength: 12,
        }),
        (rows) => {
          const needs = rows.map(([text, headcount, mobilityImpaired], n) =>
            need(String(n), text, { headcount, mobilityImpaired }),
          )
          const gaps = gapsOf(needs, barber)
          expect(gaps.flatMap(({ needIds }) => needIds).sort()).toEqual(needs.map(({ id }) => id).sort())
          expect(gaps.reduce((sum, { people }) => sum + people, 0)).toBe(
            needs.reduce((sum, { headcount }) => sum + headcount, 0),
          )
          expect(new Set(gaps.map(({ key }) => key)).size).toBe(gaps.length)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('belonging on the list', () => {
  test('a need that something fits does not, unless staff turned it down', () => {
    expect(isGap(need('a', haircut), barber)).toBe(false)
    expect(isGap(need('a', haircut, { rejected: ['barber'] }), barber)).toBe(true)
    expect(isGap(need('a', '马桶堵了'), barber)).toBe(true)
    expect(isGap(need('a', haircut, { weekdays: [7] }), barber)).toBe(true)
  })
})
