import type { OfferedMenu } from '../../src/canteen/shown'
import { isFree, mealNames, mostPicks, pickedClashes, weekPicks } from '../../src/canteen/week.rule'
import { canteenContract } from '../../types/canteen.contract'

const meal = (name: string, facts: Partial<OfferedMenu['meals'][number]> = {}) => ({
  mealId: name,
  name,
  dishes: [],
  price: 1500,
  subsidies: [],
  toPay: 800,
  left: 5,
  clashes: [],
  ...facts,
})
const menu = (
  menuId: string,
  meals: OfferedMenu['meals'],
  facts: Partial<OfferedMenu> = {},
): OfferedMenu => ({
  menuId,
  day: '2026-12-01',
  slot: 'lunch',
  cutoffAt: 0,
  servedFrom: 0,
  servedTo: 0,
  state: 'open',
  meals,
  ...facts,
})
const ordered = {
  mealId: 'A',
  name: 'A',
  delivery: false,
  price: 1500,
  toPay: 800,
  by: '',
  standing: false,
  served: false,
  rating: '' as const,
  voided: false,
}

test('meals are named once, in the order they appear', () => {
  expect(mealNames([menu('1', [meal('A'), meal('B')]), menu('2', [meal('B'), meal('C')])])).toEqual([
    'A',
    'B',
    'C',
  ])
})

test('meals that do not suit on some day are named last', () => {
  const menus = [menu('1', [meal('A'), meal('B')]), menu('2', [meal('A', { clashes: ['含鱼'] }), meal('C')])]
  expect(mealNames(menus)).toEqual(['B', 'C', 'A'])
})

test('what the diner should not eat is told of the picked meals only', () => {
  const fish = meal('A', { clashes: ['含鱼'] })
  const menus = [menu('1', [fish, meal('B')]), menu('2', [fish]), menu('3', [meal('A')])]
  const picks = weekPicks(menus, ['1', '2', '3'], 'A', false)
  expect(pickedClashes(menus, picks).map(({ menu: { menuId } }) => menuId)).toEqual(['1', '2'])
  expect(pickedClashes(menus, weekPicks(menus, ['1', '3'], 'B', false))).toEqual([])
})

test.each([
  ['open', undefined, true],
  ['full', undefined, false],
  ['over', undefined, false],
  ['cancelled', undefined, false],
  ['open', ordered, false],
] as const)('a menu that is %s can or cannot be picked', (state, standing, free) => {
  expect(isFree(menu('1', [], { state, ...(standing && { ordered: standing }) }))).toBe(free)
})

test('the named meal is picked where it is, else the first that suits and is left', () => {
  const menus = [
    menu('1', [meal('A'), meal('B', { toPay: 500 })]),
    menu('2', [meal('A', { clashes: ['含鱼'] }), meal('C', { left: 0 }), meal('D', { toPay: 300 })]),
    menu('3', [meal('A', { clashes: ['含鱼'] })]),
    menu('4', [meal('B', { left: 0 }), meal('A')]),
    menu('5', [meal('B')], { ordered }),
    menu('6', [meal('B')]),
  ]
  expect(weekPicks(menus, ['1', '2', '3', '4', '5'], 'B', true)).toEqual([
    { menuId: '1', mealId: 'B', delivery: true, toPay: 500 },
    { menuId: '2', mealId: 'D', delivery: true, toPay: 300 },
    { menuId: '4', mealId: 'A', delivery: true, toPay: 800 },
  ])
})

test('as many menus as one request takes are offered at once, the contract agrees', () => {
  const picks = Array.from({ length: mostPicks + 1 }, () => ({
    menuId: 'm',
    mealId: 'a',
    delivery: false,
    toPay: 0,
  }))
  const input = (count: number) => ({
    centreId: 'a.b.c',
    dinerId: 'd',
    canteenId: 'c',
    picks: picks.slice(0, count),
  })
  const { input: schema } = canteenContract.actions.placeOrders
  expect(schema.safeParse(input(mostPicks)).success).toBe(true)
  expect(schema.safeParse(input(mostPicks + 1)).success).toBe(false)
})
