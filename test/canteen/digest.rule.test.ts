import fc from 'fast-check'
import { type DigestedMenu, digestOf, shareTitleOf } from '../../cloudfunctions/canteen/digest.rule'
import { instantOf } from '../../types/common/time'
import { mealSlots } from '../../types/common/words'
import { dayAfter, menuRow } from './rows'

const canteen = { name: '金桂长者食堂', phone: '027-1234567' }
const week = [0, 1, 2, 3, 4].map((n) => menuRow(dayAfter(n)))
const linesOf = (menus: readonly DigestedMenu[], of = canteen) => digestOf(of, menus).split('\n')

test('a week of lunches is a title, a line for each day, and how to order', () => {
  expect(linesOf(week)).toEqual([
    '【金桂长者食堂 11月23日—11月27日菜单】',
    '11月23日(周一):红烧肉、油爆虾、蒸蛋',
    '11月24日(周二):红烧肉、油爆虾、蒸蛋',
    '11月25日(周三):红烧肉、油爆虾、蒸蛋',
    '11月26日(周四):红烧肉、油爆虾、蒸蛋',
    '11月27日(周五):红烧肉、油爆虾、蒸蛋',
    '12元起,老人按规定有补贴;当天 9:30 截单,点小程序订,或打 027-1234567',
  ])
  expect(shareTitleOf(canteen.name, week)).toBe('金桂长者食堂 11月23日—11月27日菜单')
})

test('a single day is named once, a canteen without a phone has none', () => {
  const lines = linesOf(week.slice(0, 1), { ...canteen, phone: '' })
  expect(lines[0]).toBe('【金桂长者食堂 11月23日菜单】')
  expect(lines.at(-1)).toBe('12元起,老人按规定有补贴;当天 9:30 截单,点小程序订')
})

test('slots are named when there are several, and their cut-offs when they agree', () => {
  const both = [menuRow(dayAfter(0)), menuRow(dayAfter(0), 'dinner')]
  const lines = linesOf(both)
  expect(lines.slice(1, 3)).toEqual([
    '11月23日(周一)午餐:红烧肉、油爆虾、蒸蛋',
    '11月23日(周一)晚餐:红烧肉、油爆虾、蒸蛋',
  ])
  expect(lines.at(-1)).toContain('截单时间见小程序')
  const before = week.map((menu) => ({ ...menu, cutoffAt: instantOf(dayAfter(-1), 1020) }))
  expect(linesOf(before.slice(0, 1)).at(-1)).toContain('提前 17:00 截单')
})

test('many dishes are cut short, one price is one price', () => {
  const dishes = Array.from({ length: 9 }, (_, n) => ({
    id: `d${n}`,
    name: `菜${n}`,
    tags: [],
    allergens: [],
  }))
  const meals = menuRow(dayAfter(0))
    .meals.slice(0, 1)
    .map((meal) => ({ ...meal, price: 1250 }))
  const lines = linesOf([{ ...menuRow(dayAfter(0)), dishes, meals }])
  expect(lines[1]).toBe('11月23日(周一):菜0、菜1、菜2、菜3、菜4、菜5等')
  expect(lines.at(-1)).toMatch(/^12\.50元,/)
  const six = linesOf([{ ...menuRow(dayAfter(0)), dishes: dishes.slice(0, 6) }])
  expect(six[1]).toBe('11月23日(周一):菜0、菜1、菜2、菜3、菜4、菜5')
})

test('what does not fit is counted, and it is never more than twelve lines', () => {
  const many = Array.from({ length: 11 }, (_, n) => menuRow(dayAfter(n)))
  const lines = linesOf(many)
  expect(lines.length).toBe(12)
  expect(lines[10]).toBe('还有 2 顿,点小程序看')
  expect(linesOf(many.slice(0, 9)).length).toBe(11)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 42 }), (count) => {
      const menus = Array.from({ length: count }, (_, n) => ({
        ...menuRow(dayAfter(Math.floor(n / 3))),
        slot: mealSlots[n % 3] ?? 'lunch',
      }))
      return linesOf(menus).length <= 12
    }),
  )
})
