import { half, readCount, readMoment } from '../../cloudfunctions/lists/intake/moment.rule'
import { at, later, now } from './facts'

const minutes = (count: number) => count * 60_000

describe('times as chat programs write them', () => {
  test.each([
    ['2026/11/20 19:33', '2026-11-20', 19, 33],
    ['2026-11-20 19:33:05', '2026-11-20', 19, 33],
    ['2026年11月20日 下午7:33', '2026-11-20', 19, 33],
    ['11月20日 晚上7点半', '2026-11-20', 19, 30],
    ['昨天 19:33', '2026-11-20', 19, 33],
    ['前天 9:05', '2026-11-19', 9, 5],
    ['星期五 7:33 PM', '2026-11-20', 19, 33],
    ['中午12:10', '2026-11-20', 12, 10],
    ['凌晨12:10', '2026-11-21', 0, 10],
    ['12月30日 8:00', '2025-12-30', 8, 0],
    ['—————  2026-11-20  —————', '2026-11-20', 0, 0],
    ['9：30', '2026-11-21', 9, 30],
    ['10:30', '2026-11-20', 10, 30],
  ])('%s is %s at %i:%i', (text, day, hour, minute) => {
    expect(readMoment(text, now)).toBe(later(at(day, hour), minutes(minute)))
  })
  test.each(['2026/13/40 9:00', '25:70', '想理发', '3-502', '', '2026/2/30'])('「%s」 is none', (text) => {
    expect(readMoment(text, now)).toBeUndefined()
  })
})

test('full-width marks become half-width and every place stays', () => {
  expect(half('张三：５－２，好！')).toBe('张三:5-2,好!')
})

test.each([
  ['3', 3],
  ['十二', 12],
  ['仨', 3],
  ['十几', 10],
  ['0', undefined],
  ['多', undefined],
])('%s people are %s', (text, count) => {
  expect(readCount(text)).toBe(count)
})
