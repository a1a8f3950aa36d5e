import fc from 'fast-check'
import type { MealOrder, MenuDocument, SlotRule } from '../../cloudfunctions/_kit/documents/canteen'
import {
  cancelledNotice,
  canteenIdOf,
  copiesOf,
  decideChange,
  hoursDiffer,
  hoursInOrder,
  hoursOf,
  isShown,
  menuIdOf,
  menuOrderOf,
  newMenu,
  orderedOf,
  orderRange,
  refundsOf,
  saysAlready,
  whyNotCancel,
  whyNotMenu,
  whyNotSlots,
} from '../../cloudfunctions/canteen/menu.rule'
import { asInstant, instantOf } from '../../types/common/time'
import { canteenRow, dayAfter, menuRow } from './rows'

const day = dayAfter(1)
const [rule] = canteenRow.slots
if (!rule) throw new Error('a slot')
const now = instantOf(dayAfter(0), 480)
const menu = menuRow(day)
const { dishes, meals, photo, capacity } = menu
const [mealA, mealB] = meals
if (!mealA || !mealB) throw new Error('two meals')
const facts = { dishes, meals, photo, capacity }

describe('a menu is named and sorted', () => {
  test('by canteen, day and slot', () => {
    const menuId = menuIdOf('c1', day, 'dinner')
    expect(menuId).toBe('c1_2026-11-24_dinner')
    expect(canteenIdOf(menuId)).toBe('c1')
    const orders = [
      menuOrderOf(day, 'dinner'),
      menuOrderOf(dayAfter(2), 'breakfast'),
      menuOrderOf(day, 'lunch'),
    ]
    expect(orders.toSorted()).toEqual(['2026-11-24:1', '2026-11-24:2', '2026-11-25:0'])
  })

  test('so that a range of days holds all of its slots and no others', () => {
    const { first, beyond } = orderRange(day, dayAfter(3))
    const inside = (order: string) => order >= first && order < beyond
    expect([day, dayAfter(3)].every((of) => inside(menuOrderOf(of, 'breakfast')))).toBe(true)
    expect(inside(menuOrderOf(dayAfter(3), 'dinner'))).toBe(true)
    expect([dayAfter(0), dayAfter(4)].some((of) => inside(menuOrderOf(of, 'lunch')))).toBe(false)
  })
})

describe('the hours of a slot', () => {
  test('are moments of its day; ordering may close days before', () => {
    expect(hoursOf(rule, day)).toEqual({
      cutoffAt: instantOf(day, 570),
      servedFrom: instantOf(day, 660),
      servedTo: instantOf(day, 750),
    })
    expect(hoursOf({ ...rule, cutoffDaysBefore: 2 }, day).cutoffAt).toBe(instantOf(dayAfter(-1), 570))
  })

  test.each<[string, Partial<SlotRule>, boolean]>([
    ['as they should be', {}, true],
    ['closing as serving begins', { cutoffAt: 660 }, false],
    ['closing a minute before', { cutoffAt: 659 }, true],
    ['closing late the day before', { cutoffAt: 1439, cutoffDaysBefore: 1 }, true],
    ['over as it begins', { servedTo: 660 }, false],
    ['over a minute later', { servedTo: 661 }, true],
    ['over before it begins, closing the day before', { servedTo: 600, cutoffDaysBefore: 1 }, false],
  ])('%s', (_name, change, inOrder) => {
    expect(hoursInOrder({ ...rule, ...change })).toBe(inOrder)
    expect(whyNotSlots([{ ...rule, ...change }])).toEqual(
      inOrder ? undefined : { refused: 'CANTEEN.WRONG_HOURS' },
    )
  })

  test('follow each other whenever the slot is accepted', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    const slots = fc.record({
      cutoffAt: minutes,
      servedFrom: minutes,
      servedTo: minutes,
      cutoffDaysBefore: fc.nat(3),
    })
    fc.assert(
      fc.property(slots, (change) => {
        const { cutoffAt, servedFrom, servedTo } = hoursOf({ ...rule, ...change }, day)
        return hoursInOrder({ ...rule, ...change }) === (cutoffAt < servedFrom && servedFrom < servedTo)
      }),
    )
  })

  test('differ when any of them does', () => {
    const hours = hoursOf(rule, day)
    expect(hoursDiffer(hours, { ...hours })).toBe(false)
    for (const field of ['cutoffAt', 'servedFrom', 'servedTo'] as const) {
      expect(hoursDiffer(hours, { ...hours, [field]: asInstant(hours[field] + 1) })).toBe(true)
    }
  })

  test('of one slot are written once', () => {
    expect(whyNotSlots([rule, { ...rule, slot: 'dinner' }])).toBeUndefined()
    expect(whyNotSlots([rule, rule])).toEqual({
      refused: 'COMMON.BAD_INPUT',
      fields: { slots: '同一个餐次写了两次' },
    })
    expect(whyNotSlots([rule, { ...rule, slot: 'dinner', servedTo: 1 }])).toEqual({
      refused: 'CANTEEN.WRONG_HOURS',
    })
  })
})

describe('dishes and meals', () => {
  test.each([
    ['make a menu', {}, undefined],
    ['with a dish nobody wrote', { meals: [{ ...mealA, dishIds: ['d1', 'x'] }] }, 'CANTEEN.UNKNOWN_DISH'],
    ['with an id twice', { meals: [mealA, { ...mealB, id: 'a' }] }, 'COMMON.BAD_INPUT'],
    [
      'with a dish nobody wrote in one of two',
      { meals: [mealA, { ...mealB, dishIds: ['x'] }] },
      'CANTEEN.UNKNOWN_DISH',
    ],
    ['with a name twice', { meals: [mealA, { ...mealB, name: mealA.name }] }, 'COMMON.BAD_INPUT'],
    ['with a dish twice', { dishes: [...dishes, ...dishes.slice(0, 1)] }, 'COMMON.BAD_INPUT'],
  ])('%s', (_name, change, code) => {
    expect(whyNotMenu({ dishes, meals, ...change })?.refused).toBe(code)
  })

  test('say which of them is wrong', () => {
    const hints = [
      { meals: [mealA, { ...mealB, id: 'a' }] },
      { meals: [mealA, { ...mealB, name: mealA.name }] },
      { dishes: [...dishes, ...dishes.slice(0, 1)] },
    ].map((change) => {
      const refused = whyNotMenu({ dishes, meals, ...change })
      return refused?.fields
    })
    expect(hints).toEqual([
      { meals: '套餐的编号重复了' },
      { meals: '两个套餐名字一样' },
      { dishes: '菜的编号重复了' },
    ])
  })
})

describe('changing a menu', () => {
  const hours = hoursOf(rule, day)
  const sold = { ...menu, left: capacity - 3, sold: { a: 3, b: 0 } }
  const decided = (seen: MenuDocument, change: Partial<typeof facts> = {}, at = now) => {
    const decision = decideChange(seen, { ...facts, ...change }, hours, at)
    return 'refused' in decision ? decision.refused : decision.leave
  }

  test('is free while nobody ordered', () => {
    expect(decided(menu, { meals: [{ ...mealB, price: 1 }], capacity: 1 })).toBe('freely')
    expect(decideChange(menu, facts, hours, now)).toEqual({ leave: 'freely', hours })
    expect(decided({ ...menu, state: 'draft' })).toBe('freely')
  })

  test('keeps meals, prices and what is ordered afterwards', () => {
    expect(decided(sold)).toBe('mildly')
    expect(decided(sold, { meals: [mealB, mealA, { ...mealB, id: 'c', name: 'c' }] })).toBe('mildly')
    expect(decided(sold, { meals: [mealA] })).toBe('CANTEEN.MENU_ORDERED')
    expect(decided(sold, { meals: [{ ...mealA, price: 1499 }, mealB] })).toBe('CANTEEN.MENU_ORDERED')
    expect(decided(sold, { meals: [mealA, { ...mealA, id: 'c', name: 'c' }] })).toBe('CANTEEN.MENU_ORDERED')
    expect(decided(sold, { meals: [mealA, { ...mealB, id: 'c' }] })).toBe('CANTEEN.MENU_ORDERED')
    expect(decided(sold, { capacity: 3 })).toBe('mildly')
    expect(decided(sold, { capacity: 2 })).toBe('CANTEEN.MENU_ORDERED')
    expect(decided(sold, { meals: [{ ...mealA, cap: 3 }, mealB] })).toBe('mildly')
    expect(decided(sold, { meals: [{ ...mealA, cap: 2 }, mealB] })).toBe('CANTEEN.MENU_ORDERED')
    expect(decided(sold, { meals: [mealA, { ...mealB, cap: 1 }] })).toBe('mildly')
  })

  test('ends with the cut-off, of the menu and of its new hours', () => {
    expect(decided(menu, {}, asInstant(menu.cutoffAt - 1))).toBe('freely')
    expect(decided(menu, {}, menu.cutoffAt)).toBe('CANTEEN.MENU_OVER')
    expect(decided(sold, {}, asInstant(menu.cutoffAt - 1))).toBe('mildly')
    expect(decided(sold, {}, menu.cutoffAt)).toBe('CANTEEN.MENU_OVER')
    for (const state of ['frozen', 'settled', 'cancelled'] as const) {
      expect(decided({ ...menu, state })).toBe('CANTEEN.MENU_OVER')
    }
    const later = { ...menu, cutoffAt: asInstant(menu.cutoffAt + 60_000) }
    expect(decided(later, {}, menu.cutoffAt)).toBe('CANTEEN.MENU_OVER')
    expect(decided({ ...later, sold: { a: 1 } }, {}, menu.cutoffAt)).toBe('mildly')
  })

  test('to what it says already is nothing to write', () => {
    expect(saysAlready(menu, facts, { leave: 'freely', hours })).toBe(true)
    expect(saysAlready(menu, { ...facts, photo: 'cloud://x' }, { leave: 'mildly' })).toBe(false)
    expect(saysAlready(menu, { ...facts, capacity: 1 }, { leave: 'mildly' })).toBe(false)
    expect(saysAlready(menu, { ...facts, meals: [mealB, mealA] }, { leave: 'mildly' })).toBe(false)
    expect(saysAlready(menu, { ...facts, dishes: [] }, { leave: 'mildly' })).toBe(false)
    const shifted = { ...menu, servedTo: asInstant(menu.servedTo + 1) }
    expect(saysAlready(shifted, facts, { leave: 'freely', hours })).toBe(false)
    expect(saysAlready(shifted, facts, { leave: 'mildly' })).toBe(true)
  })

  test('knows what is ordered, of a meal and of all', () => {
    expect([orderedOf(sold), orderedOf(sold, 'a'), orderedOf(sold, 'b'), orderedOf(sold, 'z')]).toEqual([
      3, 3, 0, 0,
    ])
  })
})

test('a new menu is a draft with everything still to be had', () => {
  expect(newMenu(canteenRow, rule, day, { ...facts, capacity: 9 })).toEqual({
    ...menuRow(day, 'lunch', { capacity: 9 }),
    state: 'draft',
  })
})

describe('copies of a week', () => {
  const [from, to] = [dayAfter(0), dayAfter(7)]
  test('fall on the same weekdays, with the hours of today’s rule, sold out of nothing', () => {
    const source = { ...menuRow(dayAfter(6)), capacity: 9, left: 2, sold: { a: 7 }, cutoffAt: asInstant(1) }
    expect(copiesOf(canteenRow, [source], { from, to }, now)).toEqual([
      { ...menuRow(dayAfter(13), 'lunch', { capacity: 9 }), state: 'draft' },
    ])
  })

  test('leave out what is past its cut-off, of another week, or of a slot the canteen has no more', () => {
    const copied = (menus: MenuDocument[], at = now) => copiesOf(canteenRow, menus, { from, to }, at).length
    expect(copied([menuRow(dayAfter(1))], instantOf(dayAfter(8), 569))).toBe(1)
    expect(copied([menuRow(dayAfter(1))], instantOf(dayAfter(8), 570))).toBe(0)
    expect(copied([menuRow(dayAfter(7)), menuRow(dayAfter(-1))])).toBe(0)
    expect(copied([{ ...menuRow(dayAfter(1)), slot: 'breakfast' }])).toBe(0)
  })
})

test('the message for the group names what people can see, or soon will', () => {
  const shown = (state: MenuDocument['state'], at = now) => isShown({ state, cutoffAt: menu.cutoffAt }, at)
  expect([shown('draft'), shown('published'), shown('frozen')]).toEqual([true, true, true])
  expect([shown('draft', menu.cutoffAt), shown('published', menu.cutoffAt)]).toEqual([false, true])
  expect([shown('settled'), shown('cancelled')]).toEqual([false, false])
})

describe('calling off', () => {
  test('is possible until the meal is served', () => {
    const why = (state: MenuDocument['state'], at = now) =>
      whyNotCancel({ state, servedFrom: menu.servedFrom }, at)?.refused
    expect([why('draft'), why('published'), why('frozen')]).toEqual([undefined, undefined, undefined])
    expect([why('settled'), why('cancelled')]).toEqual(['CANTEEN.MENU_OVER', 'CANTEEN.MENU_OVER'])
    expect(why('published', asInstant(menu.servedFrom - 1))).toBeUndefined()
    expect(why('published', menu.servedFrom)).toBe('CANTEEN.MENU_OVER')
  })

  const order = (id: string, voidedBecause = ''): MealOrder => ({
    id,
    dinerId: `diner-${id}`,
    homeId: canteenRow.centreId,
    nameMasked: '赵**',
    building: '5栋',
    room: '301',
    mealId: 'a',
    mealName: '普通套餐',
    delivery: false,
    needs: [],
    clashes: [],
    price: 1500,
    subsidies: [],
    toPay: 1500,
    rule: '',
    tier: '',
    source: 'family',
    by: 'daughter',
    byMasked: '王**',
    at: now,
    requestKey: 'r',
    note: '',
    lateBecause: '',
    voidedBecause,
  })

  test('pays back every order that still counts', () => {
    const handling = { at: now, by: 'staff', byMasked: '李*', requestKey: 'key' }
    const orders = { one: order('one'), two: order('two', '送错了') }
    expect(refundsOf({ orders }, '停电', handling)).toEqual([
      { order: order('one'), reason: '停电', at: now, by: 'staff', byMasked: '李*', requestKey: 'key' },
    ])
  })

  test('tells whoever ordered, once for each order', () => {
    expect(cancelledNotice(menu, order('one'), '停电')).toEqual({
      to: 'daughter',
      title: '11月24日午餐不开了',
      text: '赵** 订的这一顿取消了:停电。付的钱退回餐费账户。',
      page: '/canteen/resident/order-page?dinerId=diner-one',
      once: 'menu-cancelled:one',
    })
  })
})
