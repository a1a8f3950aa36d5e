import fc from 'fast-check'
import type { ShiftDocument } from '../../cloudfunctions/_kit/documents/points'
import { idOf, orderOf } from '../../cloudfunctions/_kit/ids'
import { shiftDigits } from '../../cloudfunctions/points/rotating-code.rule'
import {
  badTimes,
  decideCheckIn,
  decideCheckOut,
  decideConfirming,
  entryOf,
  inTheWay,
  minutesOn,
  newShift,
  oldestShift,
  pointsFor,
  shiftJournal,
  showsCode,
  spanOfOverlap,
  standingOf,
  whyNotLeft,
  whyNotTaken,
} from '../../cloudfunctions/points/shift.rule'
import { asInstant, type Instant, momentText, type ShanghaiDay } from '../../types/common/time'

const minute = 60_000
const hour = 60 * minute
/** 9:00 in China. */
const start = Date.parse('2026-11-21T01:00:00Z')
const at = (minutes: number): Instant => asInstant(start + minutes * minute)

type Entry = ShiftDocument['entries'][number]
const entry = (who: string, differences: Partial<Entry> = {}): Entry => ({
  who,
  nameMasked: `${who}*`,
  passbookId: `home-${who}`,
  homeId: 'a.b.c',
  requestKey: `request-${who}`,
  inAt: 0,
  outAt: 0,
  minutes: 0,
  wrong: 0,
  ...differences,
})
const made = newShift(
  'activity',
  0,
  {
    centreId: 'a.b.c',
    title: '清扫',
    place: '门口',
    cap: 2,
    pointsPerHour: 10,
    startsAt: at(0),
    endsAt: at(120),
  },
  'seed',
)
const shift = (differences: Partial<ShiftDocument> = {}): ShiftDocument => ({ ...made, ...differences })

test('a new shift is open and empty, in the order of its beginning', () => {
  expect(made).toEqual({
    _id: made._id,
    activityId: 'activity',
    centreId: 'a.b.c',
    title: '清扫',
    place: '门口',
    cap: 2,
    open: 2,
    pointsPerHour: 10,
    startsAt: at(0),
    endsAt: at(120),
    state: 'open',
    endedIn: '',
    settled: true,
    codeSeed: 'seed',
    left: [],
    entries: [],
    confirmedBy: '',
    confirmedByMasked: '',
    order: orderOf(at(0), made._id),
  })
  expect(made._id).toBe(idOf('shift', 'activity', '0'))
  expect(newShift('activity', 1, made, 'seed')._id).not.toBe(made._id)
})

describe('planned times', () => {
  const now = at(0)
  test.each([
    ['an hour to come', at(60), at(120), undefined],
    ['what has begun but is not over', at(-60), at(1), undefined],
    ['twelve hours', at(60), at(60 + 720), undefined],
    ['more than twelve hours', at(60), at(61 + 720), { 'times.0.endsAt': '一班最长 12 小时' }],
    ['no time at all', at(60), at(60), { 'times.0.endsAt': '结束要晚于开始' }],
    ['what is over', at(-60), at(0), { 'times.0.endsAt': '这段时间已经过去' }],
    ['a year and a day ahead', at(366 * 1440), at(366 * 1440 + 60), undefined],
    ['more', at(366 * 1440 + 1), at(366 * 1440 + 60), { 'times.0.startsAt': '最多提前一年' }],
  ])('%s', (_, startsAt, endsAt, faults) => {
    expect(badTimes([{ startsAt, endsAt }], now)).toEqual(faults)
  })
  test('are named by their place', () => {
    const good = { startsAt: at(1), endsAt: at(2) }
    expect(badTimes([good, { startsAt: at(2), endsAt: at(1) }], now)).toEqual({
      'times.1.endsAt': '结束要晚于开始',
    })
  })
})

describe('a place was not given because', () => {
  const on = [entry('a')]
  test.each([
    ['there is no such shift', undefined, 0, 'COMMON.NOT_FOUND'],
    ['it was cancelled', shift({ state: 'cancelled', entries: on }), 0, 'POINTS.SHIFT_OVER'],
    ['the person has one', shift({ entries: on, open: 0 }), 500, 'there'],
    ['it is over', shift(), 120, 'POINTS.SHIFT_OVER'],
    ['it is full', shift({ open: 0 }), 119, 'POINTS.SHIFT_FULL'],
    ['it changed under way', shift({ open: 1 }), 119, 'COMMON.BUSY'],
  ] as const)('%s', (_, found, minutes, why) => {
    expect(whyNotTaken(found, 'a', at(minutes))).toBe(why)
  })
})

test('a shift in the way is named with its time and place', () => {
  const { title, place, startsAt } = shift({ title: '巡逻', place: '东门' })
  const now = asInstant(startsAt - 3_600_000)
  expect(inTheWay({ title, place, startsAt }, now)).toEqual({
    shiftId: `您已经报了「巡逻」${momentText(startsAt, now)},东门。退掉那一班才能报这一班`,
  })
})

test('what overlaps begins at most twelve hours before a shift and before it ends', () => {
  const { after, before } = spanOfOverlap({ startsAt: at(0), endsAt: at(60) })
  const order = (minutes: number) => orderOf(at(minutes), 'other')
  expect(order(-720) > after && order(-720) < before).toBe(true)
  expect(order(-721) > after).toBe(false)
  expect(order(59) < before).toBe(true)
  expect(order(60) < before).toBe(false)
})

describe('a place was not given back because', () => {
  const on = [entry('a')]
  test.each([
    ['there is no such shift', undefined, -1, 'COMMON.NOT_FOUND'],
    ['this very request did it before', shift({ left: ['request'] }), 500, 'gone'],
    ['the person is not on it', shift(), -1, 'POINTS.NOT_ON_SHIFT'],
    ['it has begun', shift({ entries: on }), 0, 'POINTS.SHIFT_OVER'],
    ['it was cancelled', shift({ entries: on, state: 'cancelled' }), -1, 'POINTS.SHIFT_OVER'],
    ['it changed under way', shift({ entries: on }), -1, 'COMMON.BUSY'],
  ] as const)('%s', (_, found, minutes, why) => {
    expect(whyNotLeft(found, 'a', 'request', at(minutes))).toBe(why)
  })
})

test('a person’s entry is found by openid', () => {
  expect(entryOf({ entries: [entry('a'), entry('b')] }, 'b')?.who).toBe('b')
  expect(entryOf({ entries: [entry('a')] }, 'c')).toBeUndefined()
})

describe('a code is shown', () => {
  test('until two hours after the end, while the shift is open', () => {
    expect([showsCode(shift(), at(240)), showsCode(shift(), at(241))]).toEqual([true, false])
    expect(showsCode(shift({ state: 'cancelled' }), at(0))).toBe(false)
  })
})

describe('checking in', () => {
  const decide = (minutes: number, differences: Partial<Entry> = {}, of: Partial<ShiftDocument> = {}) => {
    const code = shiftDigits('seed', made._id, at(minutes))
    const found = shift({ entries: [entry('b'), entry('a', differences)], ...of })
    return decideCheckIn(found, 'a', code, at(minutes))
  }
  test.each([
    ['half an hour early', -30, 'write'],
    ['at the last moment', 120, 'write'],
  ] as const)('%s', (_, minutes, kind) => {
    expect(decide(minutes)).toEqual({ kind, index: 1 })
  })
  test.each([
    ['earlier', -31, {}, 'POINTS.TOO_EARLY'],
    ['after the end', 121, {}, 'POINTS.SHIFT_OVER'],
    ['when it is cancelled', 0, { state: 'cancelled' }, 'POINTS.SHIFT_OVER'],
    ['for who is not on it', 0, { entries: [entry('b')] }, 'POINTS.NOT_ON_SHIFT'],
  ] as const)('is refused %s', (_, minutes, of, because) => {
    expect(decide(minutes, {}, of)).toEqual({ kind: 'refused', because })
  })
  test('is done when it was done, whatever the code', () => {
    const found = shift({ entries: [entry('a', { inAt: at(-5) })] })
    expect(decideCheckIn(found, 'a', 'no code', at(300))).toEqual({ kind: 'done', index: 0 })
  })
  test('with a wrong code is counted', () => {
    const found = shift({ entries: [entry('a')] })
    const wrong = shiftDigits('other seed', made._id, at(0))
    expect(decideCheckIn(found, 'a', wrong, at(0))).toEqual({ kind: 'wrong', index: 0 })
  })
  test('is closed to who gave twenty wrong codes', () => {
    expect(decide(0, { wrong: 19 }).kind).toBe('write')
    expect(decide(0, { wrong: 20 }).kind).toBe('wrong')
  })
})

describe('checking out', () => {
  const decide = (minutes: number, differences: Partial<Entry>, of: Partial<ShiftDocument> = {}) => {
    const code = shiftDigits('seed', made._id, at(minutes))
    const found = shift({ entries: [entry('a', { inAt: at(0), ...differences })], ...of })
    return decideCheckOut(found, 'a', code, at(minutes))
  }
  test('is possible until two hours after the end', () => {
    expect(decide(240, {})).toEqual({ kind: 'write', index: 0 })
    expect(decide(241, {})).toEqual({ kind: 'refused', because: 'POINTS.SHIFT_OVER' })
  })
  test('needs a check-in', () => {
    expect(decide(60, { inAt: 0 })).toEqual({ kind: 'refused', because: 'POINTS.NOT_CHECKED_IN' })
  })
  test('is done once', () => {
    expect(decide(500, { outAt: at(100) })).toEqual({ kind: 'done', index: 0 })
  })
  test('is not for who is not on the shift', () => {
    expect(decide(60, {}, { entries: [] })).toEqual({ kind: 'refused', because: 'POINTS.NOT_ON_SHIFT' })
  })
  test('is one’s own, whoever stands before', () => {
    const code = shiftDigits('seed', made._id, at(60))
    const found = shift({ entries: [entry('b', { outAt: at(50) }), entry('a', { inAt: at(0) })] })
    expect(decideCheckOut(found, 'a', code, at(60))).toEqual({ kind: 'write', index: 1 })
  })
  test('with a wrong code is counted', () => {
    expect(decideCheckOut(shift({ entries: [entry('a', { inAt: at(0) })] }), 'a', '', at(60)).kind).toBe(
      'wrong',
    )
  })
})

describe('minutes', () => {
  test.each([
    ['within the shift', 10, 70.9, 60],
    ['early', -30, 60, 60],
    ['late', 60, 200, 60],
    ['not at all', 130, 140, 0],
    ['the whole of it', -30, 240, 120],
  ])('%s', (_, from, to, minutes) => {
    expect(minutesOn(made, at(from), at(to))).toBe(minutes)
  })
  test('are worth their share of an hour, rounded down', () => {
    expect(
      [
        [60, 10],
        [59, 10],
        [5, 10],
        [6, 10],
        [120, 7],
        [60, 0],
      ].map(([minutes = 0, rate = 0]) => pointsFor(minutes, rate)),
    ).toEqual([10, 9, 0, 1, 14, 0])
  })
  test('are worth whole points, never more than their share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1000 }), (minutes, rate) => {
        const points = pointsFor(minutes, rate)
        expect(Number.isInteger(points)).toBe(true)
        expect(points * 60).toBeLessThanOrEqual(minutes * rate)
        expect((points + 1) * 60).toBeGreaterThan(minutes * rate)
      }),
    )
  })
})

describe('confirming', () => {
  const caller = { openid: 'staff', householdId: 'home-staff', requestKey: 'request' }
  const found = shift({ entries: [entry('a', { minutes: 50 }), entry('b')] })
  const decide = (rows: readonly (readonly [string, number])[], of = found, minutes = 120, by = caller) =>
    decideConfirming(
      of,
      rows.map(([residentId, spent]) => ({ residentId, minutes: spent })),
      by,
      at(minutes),
    )
  test('takes named minutes before recorded ones', () => {
    expect(decide([])).toEqual({ kind: 'confirm', minutes: [50, 0] })
    expect(decide([['b', 90]])).toEqual({ kind: 'confirm', minutes: [50, 90] })
    expect(decide([['a', 0]])).toEqual({ kind: 'confirm', minutes: [0, 0] })
  })
  test.each([
    ['before the end', [], found, 119, { refused: 'POINTS.TOO_EARLY' }],
    ['for who is not on it', [['c', 1]], found, 120, { refused: 'POINTS.NOT_ON_SHIFT' }],
    [
      'twice for one person',
      [
        ['a', 1],
        ['a', 1],
      ],
      found,
      120,
      { refused: 'COMMON.BAD_INPUT', fields: { rows: '同一个人写了两次' } },
    ],
    [
      'for more than the shift and two hours',
      [['a', 241]],
      found,
      120,
      { refused: 'COMMON.BAD_INPUT', fields: { rows: '这一班最多 240 分钟' } },
    ],
    ['when cancelled', [], shift({ state: 'cancelled' }), 120, { refused: 'POINTS.ALREADY_DECIDED' }],
    [
      'when another request did',
      [],
      shift({ state: 'confirmed', endedIn: 'other', settled: true }),
      120,
      { refused: 'POINTS.ALREADY_DECIDED' },
    ],
  ] as const)('is refused %s', (_, rows, of, minutes, refusal) => {
    expect(decide(rows, of, minutes)).toEqual(refusal)
  })
  test('of exactly so much is possible', () => {
    expect(decide([['a', 240]])).toMatchObject({ kind: 'confirm' })
  })
  test('is finished by its own request, and by anybody while points are missing', () => {
    const confirmed = { state: 'confirmed', endedIn: 'request', settled: true } as const
    expect(decide([], shift(confirmed))).toEqual({ kind: 'resume' })
    expect(decide([], shift({ ...confirmed, endedIn: 'other', settled: false }))).toEqual({ kind: 'resume' })
  })
  test('is not for one’s own minutes or household, unless they are none', () => {
    const own = { refused: 'POINTS.OWN_HOUSEHOLD' }
    expect(decide([], found, 120, { ...caller, openid: 'a' })).toEqual(own)
    expect(decide([], found, 120, { ...caller, householdId: 'home-a' })).toEqual(own)
    expect(decide([['b', 1]], found, 120, { ...caller, openid: 'b' })).toEqual(own)
    expect(decide([], found, 120, { ...caller, openid: 'b' })).toMatchObject({ kind: 'confirm' })
  })
})

describe('the journal of somebody’s minutes', () => {
  const confirmed = shift({
    state: 'confirmed',
    confirmedBy: 'staff',
    confirmedByMasked: '李*作',
    endedIn: 'request',
  })
  const journal = (minutes: number, passbook = { _id: 'home', centreId: 'a.b.d' }) =>
    shiftJournal(confirmed, entry('a', { minutes }), passbook, at(200), '2026-11-28' as ShanghaiDay)
  test('stands in their passbook, paid by its centre', () => {
    expect(journal(90)).toMatchObject({
      id: idOf('shift-journal', made._id, 'a'),
      kind: 'earn',
      amount: 15,
      entries: [
        { account: 'household:home', amount: 15 },
        { account: 'issuing:a.b.d', amount: -15 },
      ],
      reason: '清扫 90分钟 a*',
      about: `shift:${made._id}`,
      by: 'staff',
      byMasked: '李*作',
      requestKey: 'request',
      noticeUntil: '2026-11-28',
    })
  })
  test('is the same one wherever it is posted, and another for another person', () => {
    expect(journal(90, { _id: 'successor', centreId: 'a.b.d' })?.id).toBe(journal(90)?.id)
    const other = shiftJournal(
      confirmed,
      entry('b', { minutes: 90 }),
      { _id: 'home', centreId: 'x' },
      at(0),
      '',
    )
    expect(other?.id).not.toBe(journal(90)?.id)
  })
  test('is none for less than a point', () => {
    expect(journal(5)).toBeUndefined()
  })
})

test.each([
  ['none', 'open', undefined, 'none'],
  ['taken', 'open', { inAt: 0, outAt: 0 }, 'taken'],
  ['in', 'open', { inAt: at(0), outAt: 0 }, 'in'],
  ['out', 'open', { inAt: at(0), outAt: at(1) }, 'out'],
  ['confirmed', 'confirmed', { inAt: 0, outAt: 0 }, 'confirmed'],
  ['none of a confirmed one', 'confirmed', undefined, 'none'],
] as const)('somebody stands on a shift: %s', (_, state, own, standing) => {
  expect(standingOf(state, own)).toBe(standing)
})

test('shifts of the last week are listed', () => {
  const of = (days: number) => orderOf(start - days * 24 * hour, 'shift')
  expect([of(7) > oldestShift(at(0)), of(8) > oldestShift(at(0))]).toEqual([true, false])
})
