import {
  decidedNotice,
  driftNotices,
  minutesNotice,
  reversalNotices,
} from '../../cloudfunctions/points/told.rule'
import type { ShanghaiDay } from '../../types/common/time'

test('whoever logged hears what a second person decided', () => {
  const log = {
    _id: 'l',
    by: 'volunteer',
    building: '3栋',
    room: '301',
    title: '种树',
    units: 6,
    unit: '棵',
    points: 12,
  }
  expect(decidedNotice(log, 'approve')).toEqual({
    to: 'volunteer',
    title: '您记的积分通过了复核',
    text: '3栋 301 种树 6棵,12 分记进了存折。',
    page: '/points/staff/log-page',
    once: 'decided:l',
  })
  const rejected = decidedNotice(log, 'reject')
  expect(rejected.title).toBe('您记的积分没有通过复核')
  expect(rejected.text).toBe('3栋 301 种树 6棵,没有记。有疑问请找复核的同事。')
  expect(rejected.once).toBe('decided:l')
})

test('volunteers hear their minutes, and their points when there are any', () => {
  const shift = { _id: 's', title: '楼道清扫' }
  expect(minutesNotice(shift, { who: 'w', minutes: 60 }, 10)).toEqual({
    to: 'w',
    title: '志愿时长确认了',
    text: '「楼道清扫」确认了 60 分钟,10 分记进了您家的存折。',
    page: '/points/resident/passbook-page',
    once: 'minutes:s',
  })
  expect(minutesNotice(shift, { who: 'w', minutes: 5 }, 0).text).toBe('「楼道清扫」确认了 5 分钟。')
})

test('every member hears of a reversal, once per line', () => {
  const told = reversalNotices(['a', 'b'], { id: 'line', text: '冲正「种树」:记错' })
  expect(told.map(({ to }) => to)).toEqual(['a', 'b'])
  expect(told[0]).toEqual({
    to: 'a',
    title: '您家一笔积分冲正了',
    text: '冲正「种树」:记错',
    page: '/points/resident/passbook-page',
    once: 'reversed:line',
  })
})

describe('drift', () => {
  const found = {
    centreId: 'a.b.c',
    day: '2026-11-05' as ShanghaiDay,
    drift: [{ passbookId: 'p', balance: 2, proven: 1 }],
  }

  test('is told to everybody who audits, once per centre and day', () => {
    expect(driftNotices(['x', 'y'], '金桂社区', found)).toEqual(
      ['x', 'y'].map((to) => ({
        to,
        title: '积分对账有出入',
        text: '金桂社区 11月5日有 1 户的存折对不上,请尽快查看。',
        page: '/points/staff/reconciliations-page?centreId=a.b.c',
        once: 'drift:a.b.c:2026-11-05',
      })),
    )
  })

  test('that is none is told to nobody', () => {
    expect(driftNotices(['x'], '金桂社区', { ...found, drift: [] })).toEqual([])
  })
})
