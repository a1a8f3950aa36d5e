import { idOf, orderOf } from '../../cloudfunctions/_kit/ids'
import { journalOf } from '../../cloudfunctions/points/journal.rule'
import {
  decisionNotices,
  doorText,
  newObjection,
  noticeOf,
  noticesOf,
  oldestNotice,
  whyNoObjection,
  whyNotDecidable,
} from '../../cloudfunctions/points/notice.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const at = asInstant(Date.parse('2026-11-21T04:00:00Z'))
const passbook = { _id: 'home', centreId: 'a.b.c', building: '3栋', room: '301' }
const journal = (noticeUntil: ShanghaiDay | '') =>
  journalOf({
    id: 'line',
    kind: 'earn',
    at,
    centreId: 'a.b.c',
    passbookId: 'home',
    amount: 4,
    reason: '种树 2棵',
    about: 'item:tree:2:2026-11-21',
    by: 'volunteer',
    byMasked: '赵*愿',
    requestKey: 'request',
    noticeUntil,
  })
const shown = {
  _id: 'line',
  centreId: 'a.b.c',
  passbookId: 'home',
  household: '3栋 301',
  reason: '种树 2棵',
  points: 4,
  day: day('2026-11-21'),
  until: day('2026-11-28'),
  order: orderOf(at, 'line'),
}

test('a door is read as building and room', () => {
  expect(doorText(passbook)).toBe('3栋 301')
})

test('a journal is shown until its day, or not at all', () => {
  expect(noticeOf(passbook, journal(day('2026-11-28')))).toEqual(shown)
  expect(noticeOf(passbook, journal(''))).toBeUndefined()
})

describe('what a passbook’s newest lines must show', () => {
  const book = (until: string, reversed: readonly string[] = []) => ({
    ...passbook,
    journals: [journal(day(until))],
    reversed,
  })
  test.each([
    ['is a line of today', book('2026-11-28'), '2026-11-21', [shown]],
    ['is a line of the day before yesterday', book('2026-11-28'), '2026-11-23', [shown]],
    ['is no older line', book('2026-11-28'), '2026-11-24', []],
    ['is no line that was reversed', book('2026-11-28', ['line']), '2026-11-21', []],
    ['is a line on its last day', book('2026-11-22'), '2026-11-22', [{ ...shown, until: '2026-11-22' }]],
    ['is no line whose 公示 is over', book('2026-11-22'), '2026-11-23', []],
  ] as const)('%s', (_, found, today, rows) => {
    expect(noticesOf(found, day(today))).toEqual(rows)
  })
})

test('the longest 公示 of 30 days is within what is looked at', () => {
  const made = (days: number) => orderOf(asInstant(at - days * 86_400_000), 'line')
  expect([made(31) > oldestNotice(at), made(33) > oldestNotice(at)]).toEqual([true, false])
})

describe('an objection', () => {
  const asked = { centreId: 'a.b.c', passbookId: 'home' }
  test.each([
    ['is possible on the last day', shown, asked, '2026-11-28', undefined],
    ['is over the day after', shown, asked, '2026-11-29', 'POINTS.NO_OBJECTION'],
    ['needs a line', undefined, asked, '2026-11-21', 'COMMON.NOT_FOUND'],
    ['needs a line of the centre', shown, { ...asked, centreId: 'a.b.d' }, '2026-11-21', 'COMMON.NOT_FOUND'],
    ['needs the line’s passbook', shown, { ...asked, passbookId: 'x' }, '2026-11-21', 'COMMON.NOT_FOUND'],
  ])('%s', (_, notice, input, today, why) => {
    expect(whyNoObjection(notice, input, day(today))).toBe(why)
  })

  const from = {
    fromHousehold: 'other',
    by: 'resident',
    byMasked: '王*明',
    reason: '没看到',
    at,
    requestKey: 'request',
  }
  test('keeps what was shown and who objects', () => {
    const made = newObjection(shown, from)
    expect(made).toEqual({
      _id: made._id,
      centreId: 'a.b.c',
      passbookId: 'home',
      journalId: 'line',
      household: '3栋 301',
      line: '种树 2棵',
      points: 4,
      ...from,
      decidedIn: '',
      state: 'open',
      decision: '',
      order: orderOf(at, made._id),
    })
  })
  test('is one per household and line', () => {
    const id = (household: string, line: string) =>
      newObjection({ ...shown, _id: line }, { ...from, fromHousehold: household })._id
    expect(newObjection(shown, { ...from, by: 'another', reason: '也没看到' })._id).toBe(id('other', 'line'))
    expect(id('other', 'line')).toBe(idOf('objection', 'line', 'other'))
    expect(new Set([id('other', 'line'), id('third', 'line'), id('other', 'line 2')]).size).toBe(3)
  })
})

describe('deciding an objection', () => {
  const open = { state: 'open', decidedIn: '' } as const
  const begun = { state: 'open', decidedIn: 'request' } as const
  test.each([
    ['an open one can be upheld', open, false, 'uphold', undefined],
    ['an open one can be dismissed', open, false, 'dismiss', undefined],
    ['one that somebody began to uphold can be upheld', begun, false, 'uphold', undefined],
    ['and not dismissed', begun, false, 'dismiss', 'POINTS.ALREADY_DECIDED'],
    [
      'a decided one stays',
      { state: 'upheld', decidedIn: 'request' },
      false,
      'uphold',
      'POINTS.ALREADY_DECIDED',
    ],
    ['nobody decides their own case', open, true, 'dismiss', 'POINTS.OWN_HOUSEHOLD'],
  ] as const)('%s', (_, objection, own, decision, why) => {
    expect(whyNotDecidable(objection, own, decision)).toBe(why)
  })
})

describe('a decided objection', () => {
  const objection = { _id: 'o', by: 'raiser', household: '3栋 301', line: '种树 2棵', journalId: 'tree' }

  test('dismissed is told to the one who raised it', () => {
    expect(decisionNotices(objection, 'dismissed', '查过了', ['member'])).toEqual([
      {
        to: 'raiser',
        title: '您提的异议有回复',
        text: '3栋 301 种树 2棵:查过了',
        page: '/points/resident/public-notice-page',
        once: 'objection:o',
      },
    ])
  })

  test('upheld is told to the one who raised it and to the household, each once', () => {
    const told = decisionNotices(objection, 'upheld', '记错了', ['member', 'raiser'])
    expect(told.map(({ to }) => to)).toEqual(['raiser', 'member'])
    expect(told.map(({ once }) => once)).toEqual(['objection:o', 'reversed:tree'])
    expect(told[0]?.title).toBe('您提的异议成立')
    expect(told[1]).toMatchObject({
      title: '您家一笔积分冲正了',
      text: '种树 2棵:记错了',
      page: '/points/resident/passbook-page',
    })
  })
})
