import { holderOf, proxyCounts, proxyNotice, whyNotProxy } from '../../cloudfunctions/hall/ballot/proxy.rule'
import { asInstant } from '../../types/common/time'
import { ballotRow, centreId, homeRow, nine, voterRow } from './ballot-rows'

describe('proxies of one holder', () => {
  const times = (count: number) => {
    let counts = proxyCounts({}, '', 'sun')
    for (let n = 1; n < count; n += 1) counts = counts && proxyCounts(counts, '', 'sun')
    return counts
  }
  test('are three at most', () => {
    expect(Object.values(times(3) ?? {})).toEqual([3])
    expect(times(4)).toBeUndefined()
  })
  test('become fewer when a row goes to somebody else, and stay when it is written down again', () => {
    const three = times(3) ?? {}
    const moved = proxyCounts(three, 'sun', 'li') ?? {}
    expect(Object.values(moved).toSorted()).toEqual([1, 2])
    expect(proxyCounts(three, 'sun', 'sun')).toBe(three)
    expect(Object.values(proxyCounts({}, 'gone', 'li') ?? {}).toSorted()).toEqual([0, 1])
  })
  test('name nobody', () => {
    expect(JSON.stringify(times(1))).not.toContain('sun')
  })
})

test.each([
  ['a draft', { state: 'draft' as const }, {}, undefined],
  ['an open ballot', {}, {}, undefined],
  ['one that has closed', { closesAt: nine }, {}, 'HALL.BALLOT_CLOSED'],
  ['one that is counted', { state: 'counted' as const }, {}, 'HALL.BALLOT_CLOSED'],
  ['their own household', {}, { isOwn: true }, 'HALL.OWN_AFFAIR'],
  ['a row that has voted', {}, { hasVoted: true }, 'HALL.ALREADY_VOTED'],
  ['a holder who has enough', {}, { proxies: undefined }, 'HALL.TOO_MANY_PROXIES'],
])('a proxy in %s', (_what, ballot, facts, code) => {
  const all = { isOwn: false, hasVoted: false, proxies: {}, ...facts }
  expect(whyNotProxy(ballotRow('b', ballot), all, asInstant(nine))?.refused).toBe(code)
})

test('of those who share a phone, whoever was let in at the centre holds it', () => {
  const home = homeRow('301')
  const people = [
    voterRow('elsewhere', home, { centreId: 'hudong.chunjiang.yinxing' }),
    voterRow('waiting', home, { membership: 'pending' }),
    voterRow('holder', home),
  ]
  expect(holderOf(people, centreId)?._id).toBe('holder')
  expect(holderOf([], centreId)).toBeUndefined()
  expect(holderOf(undefined, centreId)).toBeUndefined()
})

test('the holder is led to the ballot once it is open, to the list before', () => {
  const page = (state: 'draft' | 'open') =>
    proxyNotice({ _id: 'b', question: '要不要装', state }, { title: '5栋 301' }, 'sun', 'request').page
  expect(page('open')).toBe('/hall/resident/ballot-page?ballotId=b')
  expect(page('draft')).toBe('/hall/resident/ballots-page')
})
