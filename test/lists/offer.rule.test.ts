import { enrolledWords, type OfferFacts, offerOf, offerWords, roomOf } from '../../src/lists/offer.rule'

const now = 1_800_000_000_000
const hour = 3_600_000
const service: OfferFacts = {
  state: 'published',
  startsAt: now + 2 * hour,
  closesAt: now + hour,
  cap: 20,
  waitCap: 5,
  taken: 17,
  waiting: 0,
  mine: { state: 'none', position: 0 },
}

describe('what a service offers', () => {
  test.each<[string, Partial<OfferFacts>, string]>([
    ['room', {}, '还剩 3 位'],
    ['a full list nobody waits for', { taken: 20 }, '已满,可以候补'],
    ['a full list somebody waits for', { taken: 20, waiting: 2 }, '已满,已有 2 位候补'],
    ['a full list and a full waiting list', { taken: 20, waiting: 5 }, '名额和候补都满了'],
    ['the moment enrolling closes', { closesAt: now }, '报名已截止'],
    ['the moment it begins', { startsAt: now, closesAt: now - hour }, '已经开始或结束'],
    ['a service that is over', { state: 'done' }, '已经开始或结束'],
    ['a cancelled service', { state: 'cancelled' }, '已经取消'],
    ['a draft', { state: 'draft' }, '已经开始或结束'],
    ['my own seat', { mine: { state: 'seat', position: 4 } }, '已报名 第 4 位'],
    [
      'my own place on the waiting list',
      { mine: { state: 'waiting', position: 2 }, taken: 20 },
      '候补 第 2 位',
    ],
    ['my own seat after closing', { mine: { state: 'seat', position: 4 }, closesAt: now }, '已报名 第 4 位'],
    [
      'my own seat in a cancelled service',
      { mine: { state: 'seat', position: 4 }, state: 'cancelled' },
      '已经取消',
    ],
  ])('%s reads %#', (_, facts, words) => {
    expect(offerWords(offerOf({ ...service, ...facts }, now))).toBe(words)
  })

  test('a family member sees the room that is left, whoever is in the list', () => {
    expect(roomOf(service, now)).toEqual({ kind: 'seat', left: 3 })
  })
})

test.each([
  ['seat', '', '已报名,是第 3 位,请按时到'],
  ['seat', '王奶奶', '已替王奶奶报名,是第 3 位,请按时到'],
  ['waiting', '', '已候补,排第 3 位,有人取消会自动递补并通知您'],
] as const)('after enrolling (%s) people read what is next', (state, who, words) => {
  expect(enrolledWords({ state, position: 3 }, who)).toBe(words)
})
