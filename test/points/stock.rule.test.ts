import { countStock, whyNotStock } from '../../cloudfunctions/points/stock.rule'
import { hold, item, service } from './shelf-facts'

describe('a stock-take', () => {
  const rice = item({ left: 5, holds: [hold(2), hold(1, 'q')] })

  test.each([
    [8, 5, 0],
    [7, 4, -1],
    [3, 0, -5],
    [20, 17, 12],
  ])('of %d with 3 held leaves %d, which is %d off the books', (counted, left, difference) => {
    expect(countStock(rice, counted)).toEqual({ left, difference })
  })

  test('cannot find fewer than are held', () => {
    expect(countStock(rice, 2)).toEqual({ refused: 'POINTS.COUNT_TOO_LOW' })
  })
})

describe('stock', () => {
  test('of goods and honours can change', () => {
    expect([whyNotStock(item()), whyNotStock(item({ kind: 'honour' }))]).toEqual([undefined, undefined])
  })

  test('of a service is in its slots, and of nothing there is none', () => {
    expect(whyNotStock(service())).toEqual({
      refused: 'COMMON.BAD_INPUT',
      fields: { itemId: '服务的名额在预约时间里定' },
    })
    expect(whyNotStock(undefined)).toEqual({ refused: 'COMMON.NOT_FOUND' })
  })
})
