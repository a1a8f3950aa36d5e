import fc from 'fast-check'
import { conflictsOf } from '../../cloudfunctions/lists/planning/conflicts.rule'
import type { Month, PlannableNeed, PlannableResource } from '../../cloudfunctions/lists/planning/month'
import { planMonth } from '../../cloudfunctions/lists/planning/plan.rule'
import { loadSolver } from '../../cloudfunctions/lists/planning/solver'
import { day, monthOf, offering, plannable, plannables, standing, tuesday, wednesday } from './planning-facts'
import { bestByTrial } from './planning-trial'

const options = (...ids: readonly number[]) =>
  ids.map((id) => ({ resourceId: `resource-${id}`, strength: 1 }))

describe('a month plan', () => {
  test('serves a need on the earliest day', () => {
    expect(planMonth(monthOf())).toEqual({
      sessions: [
        { resourceId: 'resource-1', day: tuesday, from: 840, to: 960, needIds: ['need-1'], people: 1 },
      ],
      leftOut: [],
      value: 1000,
      bound: 1000,
      gap: 0,
    })
  })
  test('of nothing is empty and the best there is', () => {
    expect(planMonth(monthOf({ needs: [] }))).toEqual({
      sessions: [],
      leftOut: [],
      value: 0,
      bound: 0,
      gap: 0,
    })
  })
  test('holds one session where one is enough', () => {
    expect(planMonth(monthOf({ needs: plannables(2) })).sessions).toHaveLength(1)
  })
  test('leaves the least weighty out when seats are short', () => {
    const needs = plannables(5).map((need, place) => ({ ...need, waitedDays: place * 7 }))
    const { sessions, leftOut } = planMonth(monthOf({ needs }))
    expect(sessions.map(({ needIds }) => needIds)).toEqual([
      ['need-5', 'need-4'],
      ['need-3', 'need-2'],
    ])
    expect(leftOut).toEqual([
      {
        needId: 'need-1',
        reason: 'no-capacity',
        tried: [{ resourceId: 'resource-1', reason: 'no-capacity' }],
      },
    ])
  })
  test('gives the venue to the weightier session', () => {
    const needs = [
      plannable({ urgency: 2 }),
      ...[2, 3].map((n) => plannable({ id: `need-${n}`, options: options(2) })),
    ]
    const resources = [1, 2].map((n) => offering({ id: `resource-${n}`, weekdays: [2], venueIds: ['hall'] }))
    const plan = planMonth(monthOf({ needs, resources }))
    expect(plan.sessions).toMatchObject([{ resourceId: 'resource-1', venueId: 'hall' }])
    expect(plan.leftOut.map(({ reason }) => reason)).toEqual(['venue-full', 'venue-full'])
  })
  test('uses the other venue when one is taken', () => {
    const resources = [offering({ weekdays: [2], venueIds: ['hall', 'room'] })]
    const fixed = [standing({ resourceId: 'another', venueId: 'hall' })]
    expect(planMonth(monthOf({ resources, fixed })).sessions).toMatchObject([{ venueId: 'room' }])
  })
  test('adds people to a fixed session that has seats left', () => {
    const plan = planMonth(
      monthOf({
        resources: [offering({ sessionsPerMonth: 1 })],
        fixed: [standing({ day: wednesday, seatsLeft: 1 })],
      }),
    )
    expect(plan.sessions).toMatchObject([{ day: wednesday, fixedId: 'fixed-1', needIds: ['need-1'] }])
  })
  test('is the same every time', () => {
    const month = monthOf({ needs: plannables(7), resources: [offering(), offering({ id: 'resource-2' })] })
    expect(planMonth(month)).toEqual(planMonth(structuredClone(month)))
  })
})

const span = fc.constantFrom({ from: 540, to: 660 }, { from: 600, to: 720 }, { from: 840, to: 960 })
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 })
const drawnNeed = fc.record({
  people: fc.integer({ min: 1, max: 4 }),
  urgency: fc.constantFrom(0, 1, 2) as fc.Arbitrary<0 | 1 | 2>,
  waitedDays: fc.integer({ min: 0, max: 80 }),
  careTags: fc.integer({ min: 0, max: 4 }),
  slots: fc.array(
    fc.tuple(weekdays, span).map(([days, hours]) => ({ weekdays: days, ...hours })),
    { maxLength: 1 },
  ),
  options: fc.uniqueArray(
    fc.record({
      resourceId: fc.constantFrom('resource-0', 'resource-1', 'resource-2'),
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 3, selector: ({ resourceId }) => resourceId },
  ),
})
const drawnResource = fc.record({
  weekdays,
  times: fc.uniqueArray(span, { minLength: 1, maxLength: 2, selector: ({ from }) => from }),
  capacityPerSession: fc.integer({ min: 1, max: 5 }),
  sessionsPerMonth: fc.integer({ min: 0, max: 3 }),
  venueIds: fc.uniqueArray(fc.constantFrom('hall', 'room'), { maxLength: 2 }),
})
const drawnMonth = (most: number): fc.Arbitrary<Month> =>
  fc
    .record({
      needs: fc.array(drawnNeed, { maxLength: most }),
      resources: fc.array(drawnResource, { minLength: 1, maxLength: 3 }),
      seatsLeft: fc.integer({ min: 0, max: 2 }),
      venueId: fc.constantFrom('hall', 'room'),
    })
    .map(({ needs, resources, seatsLeft, venueId }) => ({
      days: [1, 2, 3, 8, 9].map((date) => day(`2026-12-0${date}`)),
      needs: needs.map((need, place): PlannableNeed => ({ ...need, id: `need-${place}` })),
      resources: resources.map((one, place): PlannableResource => ({ ...one, id: `resource-${place}` })),
      fixed: [standing({ resourceId: 'resource-0', seatsLeft, venueId })],
    }))

describe('any month', () => {
  test('gets a plan that can be held, with everybody served or left out with a reason, and a true bound', () => {
    fc.assert(
      fc.property(drawnMonth(14), (month) => {
        const plan = planMonth(month)
        expect(conflictsOf(month, plan.sessions)).toEqual([])
        const served = plan.sessions.flatMap(({ needIds }) => needIds)
        const all = [...served, ...plan.leftOut.map(({ needId }) => needId)]
        expect([...all].sort()).toEqual(month.needs.map(({ id }) => id).sort())
        expect(plan.value).toBeLessThanOrEqual(plan.bound)
        for (const { people, needIds } of plan.sessions) {
          expect(needIds).not.toEqual([])
          expect(people).toBe(
            month.needs.filter(({ id }) => needIds.includes(id)).reduce((sum, need) => sum + need.people, 0),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
  test('gets the best plan there is when it is small, and a bound no plan exceeds', async () => {
    const solve = await loadSolver()
    fc.assert(
      fc.property(drawnMonth(6), (month) => {
        const best = bestByTrial(month)
        expect(planMonth(month).bound).toBeGreaterThanOrEqual(best)
        const exact = planMonth(month, solve)
        expect({ value: exact.value, bound: exact.bound }).toEqual({ value: best, bound: best })
        expect(conflictsOf(month, exact.sessions)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
  test('is worth no less with more seats', async () => {
    const solve = await loadSolver()
    fc.assert(
      fc.property(drawnMonth(8), (month) => {
        const roomier = {
          ...month,
          resources: month.resources.map((one) => ({
            ...one,
            capacityPerSession: one.capacityPerSession + 1,
          })),
        }
        expect(planMonth(roomier, solve).value).toBeGreaterThanOrEqual(planMonth(month, solve).value)
      }),
      { numRuns: 25 },
    )
  })
})
