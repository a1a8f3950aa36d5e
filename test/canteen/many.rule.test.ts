import {
  affords,
  chunksOf,
  foundBy,
  mealNamesFor,
  stillTaken,
  sumOf,
  takeForAll,
} from '../../src/canteen/many.rule'
import type { ElderToTake } from '../../src/canteen/shown'

const meal = (mealId: string, name: string, facts: Partial<ElderToTake['meals'][number]> = {}) => ({
  mealId,
  name,
  dishes: ['红烧豆腐'],
  price: 1500,
  subsidies: [{ fund: '区财政', fen: 700 }],
  toPay: 800,
  left: 9,
  clashes: [],
  ...facts,
})
const elder = (dinerId: string, facts: Partial<ElderToTake> = {}): ElderToTake => ({
  dinerId,
  name: '李*',
  building: '5栋',
  room: '2-301',
  mayDeliver: false,
  balance: 2000,
  owesUpTo: 0,
  meals: [meal('a', '普通套餐'), meal('b', '软饭套餐', { toPay: 900 })],
  ordered: '',
  ...facts,
})

describe('one meal for everybody', () => {
  test('is chosen for whoever has not ordered, brought to whoever may have it brought', () => {
    const takes = takeForAll({}, [elder('li'), elder('wang', { mayDeliver: true })], '普通套餐')
    expect(takes).toEqual({
      li: { mealId: 'a', delivery: false, toPay: 800 },
      wang: { mealId: 'a', delivery: true, toPay: 800 },
    })
  })

  test.each([
    ['has ordered', elder('li', { ordered: '软饭套餐' })],
    ['cannot pay', elder('li', { balance: 799 })],
    ['should not eat it', elder('li', { meals: [meal('a', '普通套餐', { clashes: ['含虾蟹:油爆虾'] })] })],
    ['would find none left', elder('li', { meals: [meal('a', '普通套餐', { left: 0 })] })],
    ['has no such meal', elder('li', { meals: [meal('b', '软饭套餐')] })],
  ])('is not chosen for whoever %s', (_, one) => {
    expect(takeForAll({}, [one], '普通套餐')).toEqual({})
  })

  test('leaves what was chosen for others', () => {
    const before = { zhao: { mealId: 'b', delivery: true, toPay: 900 } }
    expect(Object.keys(takeForAll(before, [elder('li')], '普通套餐'))).toEqual(['zhao', 'li'])
    expect(takeForAll(before, [elder('zhao', { ordered: '软饭套餐' })], '普通套餐')).toEqual(before)
  })
})

test('an account pays down to what it may owe', () => {
  expect(affords({ balance: 800, owesUpTo: 0 }, 800)).toBe(true)
  expect(affords({ balance: 799, owesUpTo: 0 }, 800)).toBe(false)
  expect(affords({ balance: -200, owesUpTo: 1000 }, 800)).toBe(true)
})

test('meals are named once, in the order of the menu', () => {
  const other = elder('wang', { meals: [meal('b', '软饭套餐'), meal('c', '素食套餐')] })
  expect(mealNamesFor([elder('li'), other])).toEqual(['普通套餐', '软饭套餐', '素食套餐'])
})

describe('what was chosen', () => {
  const takes = takeForAll({}, [elder('li')], '普通套餐')

  test('is ordered at the price that holds now', () => {
    const dearer = elder('li', { meals: [meal('a', '普通套餐', { toPay: 850 })] })
    expect(stillTaken(takes, [dearer])).toEqual({ li: { mealId: 'a', delivery: false, toPay: 850 } })
  })

  test.each([
    ['ordered meanwhile', elder('li', { ordered: '普通套餐' })],
    ['find none left', elder('li', { meals: [meal('a', '普通套餐', { left: 0 })] })],
    ['find the meal gone', elder('li', { meals: [meal('b', '软饭套餐')] })],
    ['were never chosen for', elder('wang')],
  ])('is left out for those who %s', (_, one) => {
    expect(stillTaken(takes, [one])).toEqual({})
  })
})

test('the sum is what all of them pay', () => {
  expect(sumOf({})).toBe(0)
  expect(sumOf(takeForAll({}, [elder('li'), elder('wang')], '软饭套餐'))).toBe(1800)
})

test('elders are found by door or name, spaces apart', () => {
  const elders = [elder('li'), elder('wang', { name: '王*', building: '7栋' })]
  const found = (typed: string) => foundBy(elders, typed).map(({ dinerId }) => dinerId)
  expect(found('')).toEqual(['li', 'wang'])
  expect(found('7栋 2-301')).toEqual(['wang'])
  expect(found('李')).toEqual(['li'])
  expect(found('9栋')).toEqual([])
})

test('requests hold no more rows than they may, and lose nobody', () => {
  const takes = takeForAll(
    {},
    [1, 2, 3, 4, 5].map((n) => elder(`diner-${n}`)),
    '普通套餐',
  )
  const chunks = chunksOf(takes, 2)
  expect(chunks.map((rows) => rows.length)).toEqual([2, 2, 1])
  expect(chunks.flat().map(({ dinerId }) => dinerId)).toEqual(Object.keys(takes))
  expect(chunks[0]?.[0]).toEqual({ dinerId: 'diner-1', mealId: 'a', delivery: false })
  expect(chunksOf({}, 2)).toEqual([])
})
