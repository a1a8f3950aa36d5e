import fc from 'fast-check'
import { monthSheetOf, sheetNames } from '../../cloudfunctions/canteen/month-sheet.rule'
import { meal } from './meals'
import { dayAfter } from './rows'

const menu = (n: number, ...orders: readonly ReturnType<typeof meal>[]) => ({
  day: dayAfter(n),
  slot: 'lunch' as const,
  orders: Object.fromEntries(orders.map((order) => [order.dinerId, order])),
})
const full = meal('two', { subsidies: [], toPay: 1500, tier: '' })
const other = meal('one', {
  subsidies: [{ fund: '区级补贴', fen: 900 }],
  toPay: 600,
  tier: '低保',
  room: '401',
})

test('a month is added up by day, and each fund by diner', () => {
  const month = monthSheetOf([
    menu(0, meal('one'), full),
    menu(1, other, { ...full, voidedBecause: '没送到' }),
  ])
  expect(month).toMatchObject({ meals: 3, diners: 2, price: 4500, toPay: 2900, subsidy: 1600, difference: 0 })
  expect(month.days).toMatchObject([
    { day: dayAfter(0), orders: 2, price: 3000, toPay: 2300 },
    { day: dayAfter(1), orders: 1, price: 1500, toPay: 600 },
  ])
  const one = { dinerId: 'one', building: '5栋' }
  expect(month.funds).toEqual([
    {
      fund: '区级补贴',
      fen: 1320,
      lines: [{ ...one, room: '401', tiers: ['80 岁以上', '低保'], meals: 2, fen: 1320 }],
    },
    {
      fund: '街道补贴',
      fen: 280,
      lines: [{ ...one, room: '301', tiers: ['80 岁以上'], meals: 1, fen: 280 }],
    },
  ])
})

test('a month without subsidies has no fund’s sheet', () => {
  expect(monthSheetOf([menu(0, full)])).toMatchObject({ funds: [], price: 1500, toPay: 1500, difference: 0 })
})

test('money that went astray shows as a difference', () => {
  expect(monthSheetOf([menu(0, meal('one', { price: 1501 }))]).difference).toBe(1)
  expect(monthSheetOf([menu(0, meal('one', { toPay: 900 }))]).difference).toBe(-100)
})

test('days and funds come to the same, whoever ate what', () => {
  const order = fc
    .record({
      who: fc.constantFrom('a', 'b', 'c'),
      toPay: fc.nat({ max: 2000 }),
      given: fc.array(fc.nat({ max: 900 }), { maxLength: 3 }),
    })
    .map(({ who, toPay, given }) => {
      const subsidies = given.map((fen, n) => ({ fund: `资金${n}`, fen }))
      return meal(who, { toPay, subsidies, price: toPay + given.reduce((sum, fen) => sum + fen, 0) })
    })
  fc.assert(
    fc.property(fc.array(fc.array(order, { maxLength: 5 }), { maxLength: 8 }), (days) => {
      const month = monthSheetOf(days.map((orders, n) => menu(n, ...orders)))
      expect(month.difference).toBe(0)
      expect(month.price).toBe(month.toPay + month.subsidy)
      expect(month.funds.reduce((sum, { fen }) => sum + fen, 0)).toBe(month.subsidy)
      for (const { fen, lines } of month.funds)
        expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(fen)
    }),
  )
})

test('sheets can be named after any fund', () => {
  expect(sheetNames(['区级补贴', '汇总', '区级:补贴/[一]', '区级 补贴  一', '***'])).toEqual([
    '区级补贴',
    '汇总 2',
    '区级 补贴  一',
    '区级 补贴  一 2',
    '资金',
  ])
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 4 }), (funds) => {
      const names = sheetNames(funds)
      expect(new Set(['汇总', ...names]).size).toBe(funds.length + 1)
      expect(names.every((name) => name.length <= 31 && !/[[\]:*?/\\']/.test(name))).toBe(true)
    }),
  )
})
