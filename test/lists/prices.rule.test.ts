import { planAt } from '../../cloudfunctions/lists/planning/improve'
import { layOut } from '../../cloudfunctions/lists/planning/layout.rule'
import { seekPrices } from '../../cloudfunctions/lists/planning/prices.rule'
import { monthOf, offering, plannable, plannables } from './planning-facts'

/** The prices of a month, with the value of the best plan made on the way. */
const pricesOf = (month: ReturnType<typeof monthOf>) => {
  const layout = layOut(month)
  let value = 0
  const prices = seekPrices(layout, 400, ({ needs }) => {
    value = Math.max(value, planAt(layout, needs).value)
    return value
  })
  return { ...prices, value }
}

test('the bound meets the plan where single people share seats', () => {
  const needs = plannables(9).map((need, place) => ({ ...need, waitedDays: place * 7 }))
  const { bound, value } = pricesOf(monthOf({ needs }))
  expect({ bound, value }).toEqual({ bound: value, value: (18 + 17 + 16 + 15) * 100 })
})
test('what nobody can use is worth nothing', () => {
  expect(pricesOf(monthOf({ needs: [plannable({ options: [] })] })).bound).toBe(0)
})
test('a scarce venue has a price, so the bound counts it once', () => {
  const needs = [1, 2].map((n) =>
    plannable({ id: `need-${n}`, options: [{ resourceId: `resource-${n}`, strength: 1 }] }),
  )
  const resources = [1, 2].map((n) => offering({ id: `resource-${n}`, weekdays: [2], venueIds: ['hall'] }))
  const { bound, clashes } = pricesOf(monthOf({ needs, resources }))
  expect(bound).toBe(1000)
  expect(clashes.some((toll) => toll > 0)).toBe(true)
})
test('parties that leave seats empty in every session do so in the bound as well', () => {
  // two sessions of six seats, parties of four: two are served, though twelve seats would hold three
  const resources = [offering({ capacityPerSession: 6 })]
  expect(pricesOf(monthOf({ needs: plannables(3, { people: 4 }), resources })).bound).toBe(8000)
})
