import {
  followUpNotice,
  newsOf,
  remindedUntil,
  waitingNotices,
} from '../../cloudfunctions/hall/mediation/mediation-told.rule'
import { instantOf, type ShanghaiDay } from '../../types/common/time'

const today = '2026-12-03' as ShanghaiDay
const row = { _id: 'm1', centreId: 'hudong', people: ['wang', 'zhang'], mediator: 'li', remindOn: today }

describe('news of a mediation', () => {
  test('go to those at the table, except whoever made them, each to their own page', () => {
    expect(newsOf(row, 'wang', 'request').map(({ to, page }) => [to, page])).toEqual([
      ['zhang', '/hall/resident/mediation-page?centreId=hudong&mediationId=m1'],
      ['li', '/hall/staff/mediation-desk-page?centreId=hudong&mediationId=m1'],
    ])
    expect(newsOf(row, 'li', 'request').map(({ to }) => to)).toEqual(['wang', 'zhang'])
    expect(newsOf({ ...row, mediator: '' }, 'wang', 'request').map(({ to }) => to)).toEqual(['zhang'])
  })

  test('are the same whatever happened, and told once for each time', () => {
    const [one] = newsOf(row, 'wang', 'request')
    const [other] = newsOf(row, 'wang', 'next')
    expect([one?.title, one?.text]).toEqual([other?.title, other?.text])
    expect(one?.once).not.toBe(other?.once)
    expect(newsOf(row, 'wang', 'request')).toEqual(newsOf(row, 'wang', 'request'))
  })
})

describe('a mediation that waits for a mediator', () => {
  test('is told to those who could take it, but to no party of it', () => {
    const notices = waitingNotices(row, ['li', 'wang', 'zhou'], 'request')
    expect(notices.map(({ to }) => to)).toEqual(['li', 'zhou'])
    expect(new Set(notices.map(({ page }) => page))).toEqual(
      new Set(['/hall/staff/mediations-desk-page?centreId=hudong']),
    )
  })

  test('is told again when it was handed back, and is no news of the same request', () => {
    const [asked] = waitingNotices(row, ['li'], 'request')
    const [again] = waitingNotices(row, ['li'], 'handed-back')
    expect(asked?.once).not.toBe(again?.once)
    expect(newsOf(row, 'wang', 'request').map(({ once }) => once)).not.toContain(asked?.once)
  })
})

describe('the reminder of a follow-up', () => {
  test('goes to the mediator, once for each day it was put on', () => {
    const notice = followUpNotice(row)
    expect(notice).toMatchObject({
      to: 'li',
      page: '/hall/staff/mediation-desk-page?centreId=hudong&mediationId=m1',
    })
    expect(followUpNotice({ ...row, remindOn: '2026-12-10' as ShanghaiDay }).once).not.toBe(notice.once)
  })

  test.each([
    [0, '2026-12-02'],
    [9 * 60 - 1, '2026-12-02'],
    [9 * 60, '2026-12-03'],
    [24 * 60 - 1, '2026-12-03'],
  ])('at minute %s of the day reaches those of %s', (minutes, until) => {
    expect(remindedUntil(instantOf(today, minutes))).toBe(until)
  })
})
