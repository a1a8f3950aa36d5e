import {
  accountDriftNotices,
  billNotices,
  decidedNotices,
  deliveryEndNotices,
  endsSoon,
  menuDriftNotices,
} from '../../cloudfunctions/canteen/told.rule'
import type { ShanghaiDay } from '../../types/common/time'
import { centreId, dinerRow, monday } from './rows'

const day = (text: string) => text as ShanghaiDay
const elder = dinerRow('elder', { deliveryUntil: day('2026-11-30') })

test('the family hears what was decided, and why', () => {
  const [yes] = decidedNotices(elder, 'approve', '', 'request')
  expect(yes).toMatchObject({ title: '用餐登记通过了', once: 'diner-decided:request' })
  expect(yes?.page).toBe('/canteen/resident/order-page?dinerId=elder')
  const [no] = decidedNotices(elder, 'reject', '生日不对', 'request')
  expect(no).toMatchObject({ text: '赵** 的登记退回了:生日不对' })
  expect(no?.page).toBe('/canteen/resident/diner-page?dinerId=elder')
})

test.each([
  ['2026-11-22', false],
  ['2026-11-23', true],
  ['2026-11-30', true],
  ['2026-12-01', true],
  ['2026-12-08', false],
])('on %s it is time to say that delivery ends: %s', (today, isTime) => {
  expect(endsSoon({ deliveryUntil: day('2026-11-30') }, day(today))).toBe(isTime && today <= '2026-11-30')
  expect(endsSoon({ deliveryUntil: '' }, day(today))).toBe(false)
})

test('that delivery ends is told to family and staff, each once', () => {
  const notices = deliveryEndNotices(elder, ['daughter', 'nurse'], ['staff', 'nurse'])
  expect(notices.map(({ to }) => to)).toEqual(['daughter', 'nurse', 'staff'])
  expect(new Set(notices.map(({ once }) => once))).toEqual(new Set(['delivery-ends:elder:2026-11-30']))
  expect(notices[0]?.text).toBe('赵** 的送餐上门到11月30日为止。还需要的话,请联系社区办延期。')
  expect(notices[2]?.page).toBe(`/canteen/staff/diner-page?centreId=${centreId}&dinerId=elder`)
  expect(deliveryEndNotices({ ...elder, deliveryUntil: '' }, ['daughter'], ['staff'])).toEqual([])
})

test('a bill says what was eaten, paid and given, and what is left or owed', () => {
  const bill = {
    _id: 'elder:2026-11',
    centreId,
    dinerId: 'elder',
    month: '2026-11',
    nameMasked: '赵**',
    building: '',
    room: '',
    meals: 20,
    price: 30_000,
    subsidy: 14_000,
    toPay: 16_000,
    closing: -1650,
    order: '',
  }
  const [owes] = billNotices(bill, ['daughter'])
  expect(owes).toEqual({
    to: 'daughter',
    title: '11月餐费账单',
    text: '赵** 吃了 20 顿,自付 160.00 元,补贴 140.00 元;月底欠 16.50 元,请到社区交。',
    page: '/canteen/resident/account-page?dinerId=elder',
    once: 'meal-bill:elder:2026-11',
  })
  const [has] = billNotices({ ...bill, month: '2026-02', closing: 5 }, ['daughter'])
  expect(has).toMatchObject({ title: '2月餐费账单', text: expect.stringContaining('月底余额 0.05 元。') })
})

test('drift is told to those who audit', () => {
  const found = { _id: 'menu', centreId, day: monday, slot: 'lunch' as const }
  const drift = [{ dinerId: 'a', expected: 1, found: 2 }]
  expect(menuDriftNotices(['secretary'], { ...found, drift })).toMatchObject([
    {
      to: 'secretary',
      text: '11月23日午餐有 1 位老人的账户和订单对不上,请尽快查看。',
      once: 'meal-drift:menu',
    },
  ])
  expect(menuDriftNotices(['secretary'], { ...found, drift: [] })).toEqual([])
  expect(accountDriftNotices(['secretary'], centreId, 2, monday)).toMatchObject([
    { text: '有 2 个餐费账户的余额和明细对不上,请尽快查看。', once: `account-drift:${centreId}:${monday}` },
  ])
})
