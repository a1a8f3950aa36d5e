import { type FiguredMenu, figuresOf, sumByFund } from '../../cloudfunctions/canteen/figures.rule'
import { dayAfter } from './rows'

const menu = (n: number, facts: Partial<FiguredMenu> = {}): FiguredMenu => ({
  day: dayAfter(n),
  slot: 'lunch',
  order: `${dayAfter(n)}:1`,
  leftOver: -1,
  ratings: {},
  summary: {
    orders: 10,
    delivered: 4,
    price: 15_000,
    toPay: 8000,
    subsidies: [
      { fund: '区', fen: 4200 },
      { fund: '街道', fen: 2800 },
    ],
  },
  ...facts,
})

test('what funds gave is summed fund by fund', () => {
  const shares = [
    { fund: '区', fen: 1 },
    { fund: '街道', fen: 2 },
    { fund: '区', fen: 4 },
  ]
  expect(sumByFund(shares)).toEqual([
    { fund: '区', fen: 5 },
    { fund: '街道', fen: 2 },
  ])
})

test('a month is the sum of its menus, in the order of its days', () => {
  const ratings = {
    one: { rating: 'good' as const, words: '软和' },
    two: { rating: 'bad' as const, words: '' },
    three: { rating: 'fair' as const, words: '' },
    four: { rating: 'good' as const, words: '' },
  }
  const later = { later: { rating: 'bad' as const, words: '咸了' } }
  const figures = figuresOf([menu(1, { leftOver: 2, ratings: later }), menu(0, { leftOver: 3, ratings })], 12)
  expect(figures).toEqual({
    meals: 20,
    diners: 12,
    delivered: 8,
    price: 30_000,
    toPay: 16_000,
    subsidies: [
      { fund: '区', fen: 8400 },
      { fund: '街道', fen: 5600 },
    ],
    leftOver: 5,
    good: 2,
    fair: 1,
    bad: 2,
    days: [
      { day: dayAfter(0), slot: 'lunch', meals: 10, leftOver: 3 },
      { day: dayAfter(1), slot: 'lunch', meals: 10, leftOver: 2 },
    ],
    remarks: [
      { day: dayAfter(1), rating: 'bad', words: '咸了' },
      { day: dayAfter(0), rating: 'good', words: '软和' },
    ],
  })
})

test('left-overs nobody wrote down count nothing, and are shown as unknown', () => {
  const figures = figuresOf([menu(0), menu(1, { leftOver: 0 })], 1)
  expect(figures.leftOver).toBe(0)
  expect(figures.days.map(({ leftOver }) => leftOver)).toEqual([-1, 0])
})

test('a month without menus is all nothing; a menu without summary counts no meals', () => {
  expect(figuresOf([], 0)).toMatchObject({ meals: 0, subsidies: [], days: [], remarks: [] })
  expect(figuresOf([menu(0, { summary: null })], 0)).toMatchObject({ meals: 0, days: [{ meals: 0 }] })
})

test('the newest hundred remarks are shown', () => {
  const ratings = Object.fromEntries(
    Array.from({ length: 120 }, (_, n) => [`d${n}`, { rating: 'good' as const, words: `好${n}` }]),
  )
  const { remarks, good } = figuresOf([menu(0, { ratings })], 1)
  expect([remarks.length, good]).toEqual([100, 120])
})
