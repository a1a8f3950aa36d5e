import type { RouteDocument } from '../../cloudfunctions/_kit/documents/delivery'
import {
  answeredNotice,
  checkIdOf,
  checkNotices,
  mayAnswer,
  newCheck,
  noteOf,
  peopleToTell,
  reminderAt,
} from '../../cloudfunctions/canteen/welfare.rule'
import { asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'

const minute = 60_000
const at = instantOf('2026-11-23' as ShanghaiDay, 11 * 60 + 5)
const centreId = 'hudong.chunjiang.jingui'
const stop = {
  dinerId: 'diner',
  orderId: 'order',
  homeId: centreId,
  nameMasked: '赵**',
  building: '5栋',
  room: '301',
  meal: '普通套餐',
  diet: '',
  note: '',
}
const tick: RouteDocument['ticks'][number] = {
  key: 'key',
  dinerId: 'diner',
  outcome: 'noAnswer',
  at,
  receivedAt: asInstant(at + 90 * minute),
  by: 'wang',
  byMasked: '王*餐',
  courier: 'wang',
  courierMasked: '王*餐',
  householdId: '',
  homeId: '',
  note: '敲了三次',
}
const canteen = { welfareTo: 'staff', welfareName: '李*作' }
const check = newCheck({ centreId, canteenId: 'c' }, stop, tick, canteen)

test('an alarm counts from when nobody answered, not from when the phone told', () => {
  expect(check).toMatchObject({
    ...{ _id: checkIdOf('order'), centreId, canteenId: 'c', dinerId: 'diner', building: '5栋', room: '301' },
    ...{ raisedAt: at, remindAt: at + 10 * minute, reminders: 0, state: 'open', finding: '', answeredIn: '' },
    ...{ by: 'wang', byMasked: '王*餐', to: 'staff', toMasked: '李*作' },
  })
})

test('what the courier wrote is its first note', () => {
  expect(check.notes).toEqual([{ key: 'key', at, by: 'wang', byMasked: '王*餐', text: '敲了三次' }])
  expect(newCheck({ centreId, canteenId: 'c' }, stop, { ...tick, note: '' }, canteen).notes).toEqual([])
  expect(noteOf(tick, '后来送到了')).toEqual({
    key: 'key',
    at,
    by: 'wang',
    byMasked: '王*餐',
    text: '后来送到了',
  })
})

test('each order has its own alarm', () => {
  expect(checkIdOf('order')).not.toBe(checkIdOf('another'))
})

test.each([
  [0, 'named', 30],
  [10, 'named', 30],
  [29, 'named', 30],
  [30, 'everybody', 90],
  [89, 'everybody', 90],
  [90, 'everybody', 150],
  [400, 'everybody', 450],
])('after %i minutes %s is reminded, and again after %i', (minutes, who, next) => {
  expect(reminderAt(check, asInstant(at + minutes * minute))).toEqual({ who, next: at + next * minute })
})

test('the alarm and every reminder tell where, who and since when', () => {
  const [notice, other] = checkNotices(check, ['staff', 'secretary'], 0, asInstant(at + 10 * minute))
  expect(notice).toEqual({
    to: 'staff',
    title: '送餐没人应门,请马上联系老人',
    text: '5栋 301 赵**,今天(周一) 11:05送餐没人应门(王*餐)。请联系老人,写明情况。',
    page: `/canteen/staff/welfare-page?centreId=${centreId}`,
    once: `welfare:${check._id}:0`,
  })
  expect(other?.to).toBe('secretary')
  const [reminder] = checkNotices(check, ['staff'], 2, asInstant(at + 30 * minute))
  expect(reminder).toMatchObject({ title: '没人应门,还没有人写明情况', once: `welfare:${check._id}:2` })
})

test.each([
  ['well', '平安'],
  ['helped', '已经帮到'],
  ['away', '外出了'],
] as const)('the courier is told that the elder is %s', (finding, words) => {
  expect(answeredNotice(check, finding)).toMatchObject({
    ...{ to: 'wang', text: `5栋 301 赵**:${words}。谢谢您告诉我们。`, once: `welfare-answered:${check._id}` },
    title: '没人应门的老人有回话了',
    page: `/canteen/courier/route-page?centreId=${centreId}`,
  })
})

describe('an alarm is told to', () => {
  test.each([
    ['the named person alone, who may answer', 'named', ['li', 'wang'], ['li']],
    ['everybody who may, where the named person may not', 'named', ['wang', 'zhou'], ['wang', 'zhou']],
    ['everybody who may, when it is time', 'everybody', ['li', 'wang'], ['li', 'wang']],
    ['the named person, where nobody may', 'named', [], ['li']],
    ['the named person, where nobody may and it is time', 'everybody', [], ['li']],
  ] as const)('%s', (_whom, who, answerers, told) => {
    expect(peopleToTell(who, 'li', answerers)).toEqual(told)
  })

  test('staff of the centre and above it who may answer; not to volunteers, and not elsewhere', () => {
    const holds = (role: 'staff' | 'volunteer', at: string) => ({ roles: [{ centreId: at, role }] })
    expect(mayAnswer(holds('staff', centreId), centreId)).toBe(true)
    expect(mayAnswer(holds('staff', 'hudong.chunjiang'), centreId)).toBe(true)
    expect(mayAnswer(holds('volunteer', centreId), centreId)).toBe(false)
    expect(mayAnswer(holds('staff', 'hudong.chunjiang.yinxing'), centreId)).toBe(false)
  })
})
