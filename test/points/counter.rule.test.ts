import { counterLines, counterTitle } from '../../cloudfunctions/points/counter.rule'
import { minutes, now } from './shelf-facts'

test('a line of the paper list says what the counter needs to hand something out', () => {
  const row = {
    pickupCode: '004217',
    building: '3栋',
    room: '502',
    byMasked: '王*明',
    title: '大米',
    quantity: 2,
    pickupBy: minutes(24 * 60),
  }
  expect(counterLines([row], now)).toEqual([
    { code: '004217', door: '3栋 502', who: '王*明', what: '大米', quantity: 2, until: '明天(周日) 9:00' },
  ])
})

test('the list is titled with centre and day', () => {
  expect(counterTitle('金桂社区', now)).toBe('金桂社区 党群服务超市 待取名单 2026-11-21')
})
