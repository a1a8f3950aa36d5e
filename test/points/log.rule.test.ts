import fc from 'fast-check'
import type { EarningItemDocument, PendingLogDocument } from '../../cloudfunctions/_kit/documents/points'
import { idOf, orderOf } from '../../cloudfunctions/_kit/ids'
import {
  approvedJournal,
  ceilingsOfLog,
  dayOfLog,
  isOwn,
  loggable,
  logIdOf,
  logJournal,
  needsSecond,
  noticeUntilOf,
  pendingLog,
  reasonOf,
  whyNotDecided,
  whyNotLogged,
} from '../../cloudfunctions/points/log.rule'
import { asInstant, type ShanghaiDay } from '../../types/common/time'

const day = (text: string) => text as ShanghaiDay
const at = (iso: string) => asInstant(Date.parse(iso))
/** Noon in China. */
const now = at('2026-11-21T04:00:00Z')

const item: EarningItemDocument = {
  _id: 'tree:3',
  itemId: 'tree',
  version: 3,
  centreId: 'a.b',
  title: '种树',
  unit: '棵',
  points: 5,
  caps: { day: 4 },
  evidence: 'none',
  secondPersonAbove: 3,
  startsOn: day('2026-01-01'),
  stopped: false,
  madeBy: 'request-0',
  order: '1:tree',
}
const door = { _id: 'home', centreId: 'a.b.c', building: '3栋', room: '301' }
const handling = {
  now,
  by: 'volunteer',
  byMasked: '赵*愿',
  requestKey: 'request',
  noticeUntil: day('2026-11-28'),
}

describe('the day of a log', () => {
  test.each([
    ['now', '2026-11-21T04:00:00Z', '2026-11-21'],
    ['just after midnight in China', '2026-11-20T16:00:00Z', '2026-11-21'],
    ['just before', '2026-11-20T15:59:59Z', '2026-11-20'],
    ['seven days ago, the whole day', '2026-11-13T16:00:00Z', '2026-11-14'],
    ['a phone ten minutes fast', '2026-11-21T04:10:00Z', '2026-11-21'],
  ])('%s', (_, happenedAt, happenedOn) => {
    expect(dayOfLog(at(happenedAt), now)).toEqual({ happenedOn })
  })
  test('is never tomorrow, though a fast phone says so', () => {
    const midnight = at('2026-11-21T15:59:00Z')
    expect(dayOfLog(at('2026-11-21T16:05:00Z'), midnight)).toEqual({ happenedOn: '2026-11-21' })
  })
  test('is too long ago before that', () => {
    expect(dayOfLog(at('2026-11-13T15:59:59Z'), now)).toEqual({ refused: 'POINTS.TOO_LONG_AGO' })
  })
  test('is no day to come', () => {
    expect(dayOfLog(at('2026-11-21T04:10:01Z'), now)).toEqual({
      refused: 'COMMON.BAD_INPUT',
      fields: { happenedAt: '发生的时间不能晚于现在' },
    })
  })
})

describe('an item', () => {
  const photo = { ...item, evidence: 'photo' } as const
  test('that is not there or stopped is not logged', () => {
    const stopped = { refused: 'POINTS.ITEM_STOPPED' }
    expect(loggable(undefined, undefined)).toEqual(stopped)
    expect(loggable({ ...photo, stopped: true }, 'cloud://x/1.jpg')).toEqual(stopped)
  })
  test.each([[undefined], [''], ['http://x/1.jpg'], [' cloud://x/1.jpg']])(
    'wants a photo, not %j',
    (given) => {
      expect(loggable(photo, given)).toEqual({ refused: 'POINTS.NEEDS_EVIDENCE' })
    },
  )
  test('is logged with its photo, or without when it wants none', () => {
    expect(loggable(photo, 'cloud://x/1.jpg')).toBe(photo)
    expect(loggable(item, undefined)).toBe(item)
  })
  test('needs a second person above its limit, always when that is 0', () => {
    expect([3, 4].map((units) => needsSecond(item, units))).toEqual([false, true])
    expect(needsSecond({ secondPersonAbove: 0 }, 1)).toBe(true)
  })
})

describe('a passbook is one’s own', () => {
  const person = { householdId: 'elsewhere', centreId: 'a.b.c', building: '9栋', room: '1' }
  test.each([
    ['for a member', { ...person, householdId: 'home' }, true],
    ['for who asked to live behind its door', { ...person, ...door, householdId: '' }, true],
    ['not for a neighbour', person, false],
    ['not for the next building', { ...person, room: '301' }, false],
    ['not for the next room', { ...person, building: '3栋' }, false],
    ['not for the same door of another community', { ...person, ...door, centreId: 'a.b.d' }, false],
    ['not for nobody', undefined, false],
  ])('%s', (_, resident, own) => {
    expect(isOwn(resident, door)).toBe(own)
  })
})

describe('the line people read', () => {
  const what = { title: '种树', unit: '棵', units: 2, note: '' }
  const today = day('2026-11-21')
  test.each([
    ['today', what, '2026-11-21', '种树 2棵'],
    ['another day', what, '2026-11-05', '种树 2棵(11月5日)'],
    ['with a note', { ...what, note: '在花园' }, '2026-11-21', '种树 2棵 在花园'],
    ['both', { ...what, note: '在花园' }, '2026-02-01', '种树 2棵(2月1日) 在花园'],
  ])('%s', (_, facts, happenedOn, reason) => {
    expect(reasonOf(facts, day(happenedOn), today)).toBe(reason)
  })
})

test('公示 ends so many days later, or is none', () => {
  expect([noticeUntilOf(now, 7), noticeUntilOf(now, 1), noticeUntilOf(now, 0)]).toEqual([
    '2026-11-28',
    '2026-11-22',
    '',
  ])
})

describe('a logged journal', () => {
  const logged = { units: 2, happenedAt: now, note: '在花园', evidence: 'cloud://x/1.jpg' }
  const journal = logJournal(door, item, logged, day('2026-11-20'), handling)
  test('names who, why, when and under which version', () => {
    expect(journal).toEqual({
      id: logIdOf('request', 'home'),
      kind: 'earn',
      at: now,
      day: '2026-11-21',
      amount: 10,
      entries: [
        { account: 'household:home', amount: 10 },
        { account: 'issuing:a.b.c', amount: -10 },
      ],
      reason: '种树 2棵(11月20日) 在花园',
      about: 'item:tree:2:2026-11-20',
      by: 'volunteer',
      byMasked: '赵*愿',
      forMasked: '',
      ruleVersion: 3,
      requestKey: 'request',
      reverses: '',
      noticeUntil: '2026-11-28',
      evidence: 'cloud://x/1.jpg',
    })
  })
  test('has no photo field without one, and no note', () => {
    const { note: _note, evidence: _photo, ...plain } = logged
    const made = logJournal(door, item, plain, day('2026-11-21'), handling)
    expect('evidence' in made).toBe(false)
    expect(made.reason).toBe('种树 2棵')
  })
  test('is one per request and household', () => {
    const ids = [logIdOf('request', 'home'), logIdOf('request', 'other'), logIdOf('other', 'home')]
    expect(new Set(ids).size).toBe(3)
    expect(journal.id).toBe(idOf('log', 'request', 'home'))
  })
  test('is worth units times points, whatever they are', () => {
    const number = fc.integer({ min: 1, max: 10_000 })
    fc.assert(
      fc.property(number, number, (units, points) => {
        const made = logJournal(door, { ...item, points }, { ...logged, units }, day('2026-11-21'), handling)
        expect(made.amount).toBe(units * points)
        expect(made.entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0)
      }),
    )
  })
})

describe('a log that waits', () => {
  const log = pendingLog(door, item, { units: 4, happenedAt: now }, day('2026-11-20'), handling)
  test('keeps what its journal will need', () => {
    expect(log).toEqual({
      _id: logIdOf('request', 'home'),
      centreId: 'a.b.c',
      passbookId: 'home',
      building: '3栋',
      room: '301',
      itemId: 'tree',
      version: 3,
      title: '种树',
      unit: '棵',
      units: 4,
      points: 20,
      note: '',
      evidence: '',
      happenedOn: '2026-11-20',
      by: 'volunteer',
      byMasked: '赵*愿',
      at: now,
      state: 'waiting',
      order: orderOf(now, logIdOf('request', 'home')),
    })
  })
  test('becomes its logger’s journal, with who approved it in the line', () => {
    const approving = { ...handling, byMasked: '李*作', requestKey: 'approval' }
    expect(approvedJournal(log, approving)).toMatchObject({
      id: log._id,
      kind: 'earn',
      amount: 20,
      reason: '种树 4棵(11月20日) 复核:李*作',
      about: 'item:tree:4:2026-11-20',
      by: 'volunteer',
      byMasked: '赵*愿',
      ruleVersion: 3,
      requestKey: 'approval',
      noticeUntil: '2026-11-28',
    })
    expect('evidence' in approvedJournal(log, approving)).toBe(false)
    expect(approvedJournal({ ...log, evidence: 'cloud://x' }, approving).evidence).toBe('cloud://x')
  })
  test.each([
    ['another person decides it', {}, 'staff', false, undefined],
    ['its logger does not', {}, 'volunteer', false, 'POINTS.SAME_PERSON'],
    ['nobody decides for their own household', {}, 'staff', true, 'POINTS.OWN_HOUSEHOLD'],
    ['it is decided once', { state: 'rejected' }, 'staff', false, 'POINTS.ALREADY_DECIDED'],
    ['approved is decided', { state: 'approved' }, 'staff', false, 'POINTS.ALREADY_DECIDED'],
  ] as const)('%s', (_, differences, caller, own, why) => {
    const found: PendingLogDocument = { ...log, ...differences }
    expect(whyNotDecided(found, caller, own)).toBe(why)
  })
})

describe('a passbook takes a log', () => {
  const ceilings = ceilingsOfLog(item, 2, day('2026-11-21'))
  test.each([
    ['with room', { state: 'open', units: { tree_d20261121: 2 } }, undefined],
    ['not beyond the cap', { state: 'open', units: { tree_d20261121: 3 } }, 'POINTS.CAP_REACHED'],
    ['not when it is closed', { state: 'closed', units: {} }, 'POINTS.PASSBOOK_CLOSED'],
  ] as const)('%s', (_, passbook, why) => {
    expect(whyNotLogged(passbook, ceilings)).toBe(why)
  })
})
