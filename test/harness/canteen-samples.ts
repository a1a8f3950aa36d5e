import type { accountActions } from '../../types/canteen.account'
import type { canteenContract } from '../../types/canteen.contract'
import type { deliveryActions } from '../../types/canteen.delivery'
import type { dinerActions } from '../../types/canteen.diner'
import type { menuActions } from '../../types/canteen.menu'
import type { orderActions } from '../../types/canteen.order'
import type { InputOf } from '../../types/common/contract'
import type { Samples } from './samples'
import { centres, people } from './town'

/** One well-formed input for every action of the canteen room, in a section for each part of its contract. */

const centreId = centres.jingui
const noRow = 'no-such-row'
const day = '2026-12-01'
const dish = { id: 'd1', name: '红烧豆腐', tags: ['低盐' as const], allergens: ['大豆' as const] }
const meal = { id: 'a', name: '普通套餐', price: 1500, dishIds: ['d1'], cap: 0 }
const slot = {
  slot: 'lunch' as const,
  capacity: 250,
  cutoffDaysBefore: 0,
  cutoffAt: 570,
  servedFrom: 660,
  servedTo: 750,
}

/** About rows that do not exist, except that a canteen is added. */
const menuSamples = {
  canteens: { centreId },
  saveCanteen: {
    centreId,
    name: '金桂长者食堂',
    address: '金桂路 1 号',
    phone: '027-1234567',
    slots: [slot],
    welfareTo: people.staff,
    pointsPerStop: 2,
    stopsPerRoute: 12,
    state: 'open' as const,
  },
  canteenOfStaff: { centreId },
  menus: { centreId, canteenId: noRow, from: day },
  menusOfStaff: { centreId, canteenId: noRow, from: day },
  saveMenu: {
    centreId,
    canteenId: noRow,
    day,
    slot: 'lunch' as const,
    dishes: [dish],
    meals: [meal],
    photo: '',
    capacity: 100,
  },
  copyWeek: { centreId, canteenId: noRow, from: day, to: '2026-12-08' },
  publishMenus: { centreId, canteenId: noRow, from: day, to: '2026-12-07' },
  cancelMenu: { centreId, menuId: noRow, reason: '停电' },
  kitchen: { centreId, menuId: noRow },
  kitchenSheet: { centreId, menuId: noRow },
  markServed: { centreId, menuId: noRow, dinerId: noRow, served: true },
  saveLeftOver: { centreId, menuId: noRow, leftOver: 3 },
} satisfies { readonly [A in keyof typeof menuActions]: InputOf<typeof canteenContract, A> }

const form = {
  name: '赵奶奶',
  birthDay: '1940-05-06',
  building: '5栋',
  room: '2-301',
  phone: '13812341234',
  needs: ['低盐' as const],
  avoids: ['虾蟹' as const],
  emergency: { name: '赵小妹', relation: '女儿', phone: '13912345678' },
}

/** About rows that do not exist, except that diners and a rule are added. */
const dinerSamples = {
  myDiners: {},
  registerDiner: { centreId, relation: '母亲', ...form },
  dinerCode: { centreId, dinerId: noRow },
  joinDiner: { centreId, code: 'no-such-code', relation: '儿子' },
  leaveDiner: { centreId, dinerId: noRow },
  saveDiet: { centreId, dinerId: noRow, needs: ['软烂' as const], avoids: ['蛋' as const] },
  diners: { centreId, state: 'approved' as const },
  diner: { centreId, dinerId: noRow },
  dinerPersonal: { centreId, dinerId: noRow },
  addDiner: { centreId, careTags: ['独居' as const], ...form, name: '钱爷爷', room: '2-302' },
  decideDiner: { centreId, dinerId: noRow, decision: 'approve' as const, reason: '' },
  saveDiner: {
    centreId,
    dinerId: noRow,
    needs: [],
    avoids: [],
    careTags: ['失能' as const],
    building: '5栋',
    room: '2-301',
    delivery: { reason: '行动不便', until: '2027-06-30' },
    owesUpTo: 0,
    ended: false,
  },
  subsidyRules: { centreId },
  saveSubsidyRule: {
    centreId,
    startsOn: '2099-01-01',
    tiers: [{ title: '80 岁以上', fromAge: 80, careTags: [], kind: 'off' as const, fen: 700 }],
    funds: [
      { name: '区级补贴', share: 60 },
      { name: '街道补贴', share: 40 },
    ],
  },
} satisfies { readonly [A in keyof typeof dinerActions]: InputOf<typeof canteenContract, A> }

const pick = { menuId: noRow, mealId: 'a', delivery: false, toPay: 800 }

/** About rows that do not exist. */
const orderSamples = {
  offer: { centreId, dinerId: noRow, canteenId: noRow, from: day },
  placeOrders: { centreId, dinerId: noRow, canteenId: noRow, picks: [pick], note: '来电:女儿' },
  cancelOrder: { centreId, dinerId: noRow, menuId: noRow },
  orderForMany: { centreId, menuId: noRow, rows: [{ dinerId: noRow, mealId: 'a', delivery: true }] },
  ordersToTake: { centreId, menuId: noRow },
  addLate: { centreId, menuId: noRow, dinerId: noRow, mealId: 'a', delivery: false, reason: '忘了订' },
  voidOrder: { centreId, menuId: noRow, dinerId: noRow, reason: '没送到' },
  standing: { centreId, dinerId: noRow },
  saveStanding: {
    centreId,
    dinerId: noRow,
    canteenId: noRow,
    days: [{ weekday: 1, slot: 'lunch' as const, meal: '普通套餐', delivery: false }],
  },
  pauseStanding: { centreId, dinerId: noRow, from: day, to: '2026-12-02' },
  resumeStanding: { centreId, dinerId: noRow, from: day },
  evaluateMeal: { centreId, dinerId: noRow, menuId: noRow, rating: 'good' as const, words: '软和' },
  figures: { centreId, canteenId: noRow, month: '2026-11' },
} satisfies { readonly [A in keyof typeof orderActions]: InputOf<typeof canteenContract, A> }

/** About rows that do not exist. */
const deliverySamples = {
  routes: { centreId, day },
  moveStops: { centreId, fromId: noRow, intoId: 'no-other-row', dinerIds: [noRow] },
  takeRoute: { centreId, routeId: noRow },
  leaveRoute: { centreId, routeId: noRow },
  tickStop: {
    centreId,
    routeId: noRow,
    dinerId: noRow,
    outcome: 'delivered' as const,
    at: Date.parse('2026-12-01T04:00:00Z'),
    note: '',
  },
  stopContact: { centreId, routeId: noRow, dinerId: noRow },
  welfareChecks: { centreId, state: 'open' as const },
  welfareContact: { centreId, checkId: noRow },
  noteWelfareCheck: { centreId, checkId: noRow, text: '打了电话,没人接' },
  answerWelfareCheck: { centreId, checkId: noRow, finding: 'well' as const, text: '在女儿家,平安' },
} satisfies { readonly [A in keyof typeof deliveryActions]: InputOf<typeof canteenContract, A> }

/** About rows that do not exist. */
const accountSamples = {
  account: { centreId, dinerId: noRow, month: '2026-11' },
  accountOfStaff: { centreId, dinerId: noRow, month: '2026-11' },
  topUp: { centreId, dinerId: noRow, fen: 20_000, note: '现金' },
  payOut: { centreId, dinerId: noRow, fen: 5000, note: '搬走' },
  reverseTopUp: { centreId, dinerId: noRow, journalId: noRow, reason: '记错了人' },
  bills: { centreId, month: '2026-11' },
  monthSheet: { centreId, canteenId: noRow, month: '2026-11' },
  mealReconciliations: { centreId, canteenId: noRow, month: '2026-11' },
} satisfies { readonly [A in keyof typeof accountActions]: InputOf<typeof canteenContract, A> }

export const canteenSamples = {
  ...menuSamples,
  ...dinerSamples,
  ...orderSamples,
  ...deliverySamples,
  ...accountSamples,
} satisfies Samples<typeof canteenContract>
