import { ordersAs } from '../../cloudfunctions/canteen/family.rule'
import type { Role } from '../../types/common/roles'
import { centres } from '../harness/town'

const diner = {
  centreId: centres.jingui,
  householdId: 'house-a',
  family: [
    { who: 'self', nameMasked: '', relation: '本人' },
    { who: 'daughter', nameMasked: '', relation: '女儿' },
  ],
}
const person = (_id: string, householdId = '', role?: Role, at: string = centres.jingui) => ({
  _id,
  householdId,
  roles: role ? [{ centreId: at, role }] : [],
})

test('who is bound orders as family, or as oneself', () => {
  expect(ordersAs(person('self'), diner)).toBe('self')
  expect(ordersAs(person('daughter'), diner)).toBe('family')
})
test('who lives in the household orders as family; living nowhere is no household', () => {
  expect(ordersAs(person('neighbour', 'house-a'), diner)).toBe('family')
  expect(ordersAs(person('neighbour', 'house-b'), diner)).toBe(undefined)
  expect(ordersAs(person('stranger', ''), { ...diner, householdId: '' })).toBe(undefined)
})
test('who may order at the diner’s centre orders as staff', () => {
  expect(ordersAs(person('staff', '', 'staff'), diner)).toBe('staff')
  expect(ordersAs(person('staff', '', 'staff', centres.street), diner)).toBe('staff')
  expect(ordersAs(person('staff', '', 'staff', centres.yinxing), diner)).toBe(undefined)
  expect(ordersAs(person('helper', '', 'volunteer'), diner)).toBe(undefined)
  expect(ordersAs(person('officer', '', 'officer'), diner)).toBe(undefined)
})
test('staff who are family order as family', () => {
  expect(ordersAs(person('daughter', '', 'staff'), diner)).toBe('family')
})
test('who is not known here orders for nobody', () => {
  expect(ordersAs(undefined, diner)).toBe(undefined)
})
