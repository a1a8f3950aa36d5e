import type {
  CanteenDocument,
  DinerDocument,
  MealAccountDocument,
  MenuDocument,
  SubsidyRuleDocument,
} from '../../cloudfunctions/_kit/documents/canteen'
import { addDays, asInstant, instantOf, type ShanghaiDay } from '../../types/common/time'
import { type MealSlot, mealSlots } from '../../types/common/words'
import { centres, people } from '../harness/town'

/** Monday; tests begin at eight in the morning. */
export const monday = '2026-11-23' as ShanghaiDay
export const dayAfter = (count: number): ShanghaiDay => addDays(monday, count)
export const centreId = centres.jingui
export const canteenId = 'jingui-canteen'

export const canteenRow: CanteenDocument = {
  _id: canteenId,
  centreId,
  districtId: centres.district,
  name: '金桂长者食堂',
  address: '金桂路 1 号',
  phone: '027-1234567',
  slots: [
    { slot: 'lunch', capacity: 250, cutoffDaysBefore: 0, cutoffAt: 570, servedFrom: 660, servedTo: 750 },
    { slot: 'dinner', capacity: 100, cutoffDaysBefore: 0, cutoffAt: 900, servedFrom: 1020, servedTo: 1110 },
  ],
  welfareTo: people.staff,
  welfareName: '李*',
  pointsPerStop: 2,
  stopsPerRoute: 12,
  state: 'open',
  order: '1',
}

/** 80 years and more: 7 yuan less, 60 % from the district, 40 % from the street. */
export const ruleRow = (facts: Partial<SubsidyRuleDocument> = {}): SubsidyRuleDocument => ({
  _id: `${facts.centreId ?? centres.district}:${facts.version ?? 1}`,
  centreId: centres.district,
  version: 1,
  startsOn: '2026-01-01' as ShanghaiDay,
  tiers: [{ title: '80 岁以上', fromAge: 80, careTags: [], kind: 'off', fen: 700 }],
  funds: [
    { name: '区级补贴', share: 60 },
    { name: '街道补贴', share: 40 },
  ],
  madeBy: people.officer,
  order: '1',
  ...facts,
})

/** A published menu of a day with two meals: `a` for 15 yuan (8 with the subsidy), soft `b` for 12 (5). */
export const menuRow = (
  day: ShanghaiDay,
  slot: MealSlot = 'lunch',
  facts: Partial<MenuDocument> = {},
): MenuDocument => {
  const capacity = facts.capacity ?? 250
  const rule = canteenRow.slots.find((candidate) => candidate.slot === slot)
  if (!rule) throw new Error(`no slot ${slot}`)
  return {
    _id: `${facts.canteenId ?? canteenId}_${day}_${slot}`,
    centreId,
    canteenId,
    day,
    slot,
    state: 'published',
    dishes: [
      { id: 'd1', name: '红烧肉', tags: [], allergens: ['猪肉'] },
      { id: 'd2', name: '油爆虾', tags: [], allergens: ['虾蟹'] },
      { id: 'd3', name: '蒸蛋', tags: ['软烂', '低盐'], allergens: ['蛋'] },
    ],
    meals: [
      { id: 'a', name: '普通套餐', price: 1500, dishIds: ['d1', 'd2'], cap: 0 },
      { id: 'b', name: '软食套餐', price: 1200, dishIds: ['d3'], cap: 0 },
    ],
    photo: '',
    capacity,
    left: capacity,
    sold: { a: 0, b: 0 },
    cutoffAt: instantOf(day, rule.cutoffAt),
    servedFrom: instantOf(day, rule.servedFrom),
    servedTo: instantOf(day, rule.servedTo),
    orders: {},
    changes: 0,
    skipped: [],
    refunds: [],
    standingAfter: '',
    count: null,
    routed: true,
    served: {},
    ratings: {},
    leftOver: -1,
    cancelledBecause: '',
    summary: null,
    order: `${day}:${mealSlots.indexOf(slot)}`,
    ...facts,
  }
}

/** 赵奶奶, 86, whose daughter is `people.resident`; what is sealed is filled in where it is planted. */
export const dinerRow = (id: string, facts: Partial<DinerDocument> = {}): DinerDocument => ({
  _id: id,
  centreId,
  householdId: '',
  building: '5栋',
  room: '2-301',
  nameSealed: '',
  nameMasked: '赵**',
  birthSealed: '',
  phoneSealed: '',
  phoneMasked: '',
  emergency: { nameSealed: '', nameMasked: '', relation: '女儿', phoneSealed: '', phoneMasked: '' },
  needs: [],
  avoids: [],
  careTags: [],
  deliveryUntil: '2027-06-30' as ShanghaiDay,
  deliveryReason: '行动不便',
  state: 'approved',
  rejectedBecause: '',
  family: [{ who: people.resident, nameMasked: '王**', relation: '女儿' }],
  registeredBy: people.resident,
  registeredByMasked: '王**',
  requestKey: '',
  order: id,
  ...facts,
})

/** An account with so much in it, in fen, as if brought over. */
export const accountRow = (
  id: string,
  balance: number,
  facts: Partial<MealAccountDocument> = {},
): MealAccountDocument => ({
  _id: id,
  centreId,
  state: 'open',
  balance,
  opening: balance,
  written: 0,
  journals: [],
  reversed: [],
  nameMasked: '赵**',
  building: '5栋',
  room: '2-301',
  owesUpTo: 0,
  pending: [],
  last: null,
  order: id,
  ...facts,
})

/** Eight in the morning of that Monday. */
export const morning = asInstant(instantOf(monday, 8 * 60))
