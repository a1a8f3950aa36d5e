import {
  addToRoll,
  doorText,
  earnedIn,
  placesOf,
  rollDigest,
} from '../../cloudfunctions/points/honour-roll.rule'
import { bookOf, journal, passbook } from './books'

const row = (room: string, points: number) => ({ passbookId: room, door: `5栋 ${room}`, points })
const earning = (id: string, points: number, more = {}) =>
  passbook({ _id: id, room: id, earnedIn: { 2026: points }, ...more })

test('a door reads as people say it', () => {
  expect(doorText({ building: '5栋', room: '301' })).toBe('5栋 301')
})

test('what counts is what was earned in the period, reversals taken off', () => {
  const book = bookOf(
    journal('earn', 30, '2026-10-31'),
    journal('earn', 20, '2026-11-01'),
    journal('reversal', -5, '2026-11-02'),
    journal('redeem', -10, '2026-11-03'),
    journal('giveBack', 10, '2026-11-03'),
    journal('transfer', 100, '2026-11-03'),
  )
  expect(earnedIn(book, '2026-11')).toBe(15)
  expect(earnedIn(book, '2026-10')).toBe(30)
  expect(earnedIn(book, '2026')).toBe(45)
  expect(earnedIn(book, '2025')).toBe(0)
})

describe('a roll', () => {
  test('has the most points first and keeps the order of doors among equals', () => {
    const rows = [earning('101', 5), earning('102', 9), earning('103', 5), earning('104', 7)].reduce(
      (list, book) => [...addToRoll(list, book, '2026')],
      [] as ReturnType<typeof row>[],
    )
    expect(rows).toEqual([row('102', 9), row('104', 7), row('101', 5), row('103', 5)])
  })

  test.each([
    ['does not want to be shown', earning('101', 5, { hidden: true })],
    ['was merged away', earning('101', 5, { state: 'closed' })],
    ['earned nothing', earning('101', 0)],
    ['was corrected below nothing', earning('101', -3)],
  ])('leaves out a household that %s', (_name, book) => {
    expect(addToRoll([], book, '2026')).toEqual([])
  })

  test('ends after fifty', () => {
    const fifty = Array.from({ length: 50 }, (_, n) => row(`r${n}`, 100 - n))
    expect(addToRoll(fifty, earning('last', 1), '2026')).toEqual(fifty)
    expect(addToRoll(fifty, earning('first', 200), '2026')).toHaveLength(50)
    expect(addToRoll(fifty, earning('first', 200), '2026')[0]?.points).toBe(200)
  })
})

test('the same points share a place and the next place is skipped', () => {
  expect(placesOf([row('a', 9), row('b', 7), row('c', 7), row('d', 5)]).map(({ place }) => place)).toEqual([
    1, 2, 2, 4,
  ])
})

describe('the text for the group', () => {
  const places = (count: number) =>
    placesOf(Array.from({ length: count }, (_, n) => row(`${100 + n}`, 90 - n)))

  test('names centre, period, places, doors and points', () => {
    expect(rollDigest('金桂社区', '2026-11', places(2)).split('\n')).toEqual([
      '【金桂社区】11月积分荣誉榜',
      '第1名 5栋 100 90分',
      '第2名 5栋 101 89分',
      '感谢每一户的参与',
    ])
    expect(rollDigest('金桂社区', '2026', places(1)).split('\n')[0]).toBe('【金桂社区】2026年积分荣誉榜')
  })

  test.each([0, 1, 9, 10, 11, 50])('of %s households has at most twelve lines', (count) => {
    expect(rollDigest('金桂社区', '2026', places(count)).split('\n').length).toBeLessThanOrEqual(12)
    expect(rollDigest('金桂社区', '2026', places(count)).split('\n').length).toBe(Math.min(count, 10) + 2)
  })

  test('says when an empty roll is filled', () => {
    expect(rollDigest('金桂社区', '2026', []).split('\n')[1]).toBe('榜单每天夜里更新')
  })
})
