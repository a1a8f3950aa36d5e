import { idOf } from '../../cloudfunctions/_kit/ids'
import {
  boughtKeys,
  heldOf,
  itemFields,
  leftOf,
  mostHolds,
  newItem,
  openSlots,
  whyNotSave,
  whyNotTake,
} from '../../cloudfunctions/points/shelf.rule'
import { instantOf, type ShanghaiDay } from '../../types/common/time'
import { hold, item, minutes, now, service } from './shelf-facts'

const facts = {
  kind: 'goods' as const,
  title: '大米',
  description: '一袋',
  picture: 'cloud://p',
  price: 10,
  limit: 2,
  limitPeriod: 'year' as const,
  state: 'withdrawn' as const,
}
const asked = { requestKey: 'k', now }

describe('what is left', () => {
  test('of goods is what the shelf says', () => {
    expect(leftOf(item({ left: 7 }), now)).toBe(7)
  })

  test('of a service is the places of slots that have not begun', () => {
    expect(leftOf(service(), now)).toBe(2)
    expect(openSlots(service().slots, now).map(({ id }) => id)).toEqual(['1', '2'])
    expect(leftOf(service(), minutes(60))).toBe(0)
  })
})

describe('why an item cannot be taken', () => {
  const wish = (quantity: number, slotId = '', price = 10) => ({ quantity, slotId, price })
  const one = wish(1)
  test.each([
    ['it is there', item(), one, undefined],
    ['the last pieces', item({ left: 5 }), wish(5), undefined],
    ['more than is left', item({ left: 5 }), wish(6), 'POINTS.SOLD_OUT'],
    ['nothing is left', item({ left: 0 }), one, 'POINTS.SOLD_OUT'],
    ['off the shelf', item({ state: 'withdrawn', left: 0 }), one, 'POINTS.NOT_ON_SHELF'],
    ['dearer than it was shown', item(), wish(1, '', 9), 'POINTS.PRICE_CHANGED'],
    ['cheaper than it was shown', item({ left: 0 }), wish(1, '', 11), 'POINTS.PRICE_CHANGED'],
    ['no such item', undefined, one, 'COMMON.NOT_FOUND'],
    ['goods have no slots', item(), wish(1, '0'), 'POINTS.NO_SLOT'],
    ['a service wants a slot', service(), one, 'POINTS.NO_SLOT'],
    ['a slot with room', service(), wish(2, '2'), undefined],
    ['a slot that is full', service(), wish(1, '1'), 'POINTS.NO_SLOT'],
    ['a slot that has begun', service(), wish(1, '0'), 'POINTS.NO_SLOT'],
    ['a slot nobody made', service(), wish(1, '9'), 'POINTS.NO_SLOT'],
    ['more than all slots have', service(), wish(3, '2'), 'POINTS.SOLD_OUT'],
  ] as const)('%s', (_how, shelfItem, asked, code) => {
    expect(whyNotTake(shelfItem, asked, now)?.refused).toBe(code)
  })

  test('is that too many wait already', () => {
    const holds = Array.from({ length: mostHolds }, (_one, n) => hold(1, `r${n}`))
    expect(whyNotTake(item({ holds }), one, now)?.refused).toBe('COMMON.BUSY')
    expect(whyNotTake(item({ holds: holds.slice(1) }), one, now)).toBeUndefined()
  })
})

describe('saving', () => {
  const slot = { startsAt: minutes(1), endsAt: minutes(2), places: 3 }
  const fieldsOf = (...input: Parameters<typeof whyNotSave>) => whyNotSave(...input)?.fields

  test('a service wants slots ahead, nothing else has any', () => {
    expect(whyNotSave(undefined, { kind: 'service', slots: [slot] }, now)).toBeUndefined()
    expect(whyNotSave(undefined, { kind: 'goods', slots: [] }, now)).toBeUndefined()
    expect(fieldsOf(undefined, { kind: 'service', slots: [] }, now)).toEqual({ slots: '请填可以预约的时间' })
    expect(fieldsOf(undefined, { kind: 'honour', slots: [slot] }, now)).toEqual({ slots: '只有服务要填时间' })
  })

  test.each([
    ['begins now', { startsAt: now, endsAt: minutes(2) }],
    ['ends as it begins', { startsAt: minutes(2), endsAt: minutes(2) }],
    ['ends before it begins', { startsAt: minutes(3), endsAt: minutes(2) }],
  ])('a slot that %s is named', (_how, wrong) => {
    expect(fieldsOf(undefined, { kind: 'service', slots: [{ ...slot, ...wrong }] }, now)).toHaveProperty([
      'slots.0',
    ])
    const slots = [slot, { ...slot, ...wrong }]
    expect(whyNotSave(undefined, { kind: 'service', slots }, now)).toEqual({
      refused: 'COMMON.BAD_INPUT',
      fields: { 'slots.1': '时间要在以后,结束要晚于开始' },
    })
  })

  test('an item that exists keeps its kind, and its slots are not looked at', () => {
    expect(whyNotSave(item(), { kind: 'goods', slots: [slot] }, now)).toBeUndefined()
    expect(fieldsOf(item(), { kind: 'service', slots: [slot] }, now)).toEqual({
      kind: '种类不能改,请另上架一件',
    })
  })

  test('a new item has what the form says, nothing left and its slots numbered', () => {
    const made = newItem('a.b', { ...facts, slots: [] }, asked)
    const { kind, ...fields } = facts
    expect(made).toMatchObject({ centreId: 'a.b', kind, ...fields, left: 0, redeemed: 0, holds: [] })
    expect(made.sponsorId).toBe('')
    expect(made._id).toBe(idOf('shelfItem', 'k'))
    expect(newItem('a.b', { ...facts, slots: [] }, { ...asked, requestKey: 'l' })._id).not.toBe(made._id)
    expect(made.order.endsWith(made._id)).toBe(true)
    const wash = newItem('a.b', { ...facts, kind: 'service', slots: [slot, { ...slot, places: 2 }] }, asked)
    expect(wash.left).toBe(5)
    const { startsAt, endsAt } = slot
    expect(wash.slots).toEqual([
      { id: '0', startsAt, endsAt, left: 3 },
      { id: '1', startsAt, endsAt, left: 2 },
    ])
  })

  test('changing one leaves kind, stock and slots alone', () => {
    expect(itemFields({ ...facts, sponsorId: 's' })).toEqual({
      title: '大米',
      description: '一袋',
      picture: 'cloud://p',
      price: 10,
      limit: 2,
      limitPeriod: 'year',
      sponsorId: 's',
      state: 'withdrawn',
    })
  })
})

test('what is held is the sum of the holds', () => {
  expect([heldOf([]), heldOf([hold(2), hold(3, 'q')])]).toEqual([0, 5])
})

test('counters are named by the month and year it is in China', () => {
  const lateEvening = instantOf('2026-12-31' as ShanghaiDay, 23 * 60 + 59)
  expect(boughtKeys('rice', lateEvening)).toEqual({ month: 'rice_m202612', year: 'rice_y2026' })
  const midnight = instantOf('2027-01-01' as ShanghaiDay, 0)
  expect(boughtKeys('rice', midnight)).toEqual({ month: 'rice_m202701', year: 'rice_y2027' })
})
