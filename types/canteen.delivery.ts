import { z } from 'zod'
import { mealSlot } from './canteen.fields'
import type { canteenRefusals } from './canteen.refusals'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, shanghaiDayField, words } from './common/fields'

/** What a courier found at a door. */
const outcome = z.enum(['delivered', 'noAnswer', 'wrong', 'refused'])
const stop = z.object({
  dinerId: rowId,
  name: z.string(),
  building: z.string(),
  room: z.string(),
  meal: z.string(),
  diet: z.string(),
  note: z.string(),
  /** The newest tick; absent while nobody was there. */
  tick: z.object({ outcome, at: instantField, by: z.string() }).optional(),
})
const route = z.object({
  routeId: rowId,
  menuId: rowId,
  day: z.string(),
  slot: mealSlot,
  no: z.number(),
  /** 「5栋 → 7栋」 */
  title: z.string(),
  state: z.enum(['open', 'taken', 'done']),
  courier: z.string(),
  mine: z.boolean(),
  servedTo: instantField,
  stops: z.array(stop),
})
const check = z.object({
  checkId: rowId,
  dinerId: rowId,
  name: z.string(),
  building: z.string(),
  room: z.string(),
  raisedAt: instantField,
  by: z.string(),
  to: z.string(),
  state: z.enum(['open', 'answered']),
  notes: z.array(z.object({ at: instantField, by: z.string(), text: z.string() })),
  finding: z.enum(['', 'well', 'helped', 'away']),
})

/** 送餐 and 巡访关爱: routes, the check-off list, what happens when nobody answers. */
export const deliveryActions = defineActions<keyof typeof canteenRefusals>()({
  routes: {
    kind: 'read',
    may: 'meal.deliver',
    about: '看今天的送餐路线:没人领的、我领的',
    input: z.strictObject({ centreId, day: shanghaiDayField }),
    output: z.object({ rows: z.array(route), stopsPerRoute: z.number() }),
    refusals: [],
  },
  moveStops: {
    kind: 'write',
    may: 'canteen.manage',
    about: '并线、分线:把几户挪到另一条路线或新的一条',
    input: z.strictObject({
      centreId,
      fromId: rowId,
      /** A new route when absent. */
      intoId: rowId.optional(),
      dinerIds: z.array(rowId).min(1, '请选要挪的人').max(60),
    }),
    output: z.object({ intoId: rowId }),
    refusals: ['CANTEEN.ROUTE_UNDER_WAY', 'CANTEEN.SAME_ROUTE'],
  },
  takeRoute: {
    kind: 'write',
    may: 'meal.deliver',
    about: '我来送这条路线',
    input: z.strictObject({ centreId, routeId: rowId }),
    output: z.object({ routeId: rowId }),
    refusals: ['CANTEEN.ROUTE_TAKEN', 'CANTEEN.ROUTE_OVER'],
  },
  leaveRoute: {
    kind: 'write',
    may: 'meal.deliver',
    about: '送不了了:没送的退回给别人,送过的算数',
    input: z.strictObject({ centreId, routeId: rowId }),
    output: z.object({ left: z.number() }),
    refusals: ['CANTEEN.NOT_YOUR_ROUTE'],
  },
  tickStop: {
    kind: 'write',
    may: 'meal.deliver',
    about: '勾一户:送到了、没人应门、不对、拒收(没信号先存手机)',
    input: z.strictObject({
      centreId,
      routeId: rowId,
      dinerId: rowId,
      outcome,
      /** When it happened, by the phone; never later than it arrives. */
      at: instantField,
      note: z.string().trim().max(60, '最多 60 个字'),
    }),
    output: z.object({ outcome, at: instantField, by: z.string() }),
    refusals: [
      'CANTEEN.NOT_YOUR_ROUTE',
      'CANTEEN.NO_STOP',
      'CANTEEN.ALREADY_DELIVERED',
      'CANTEEN.ROUTE_OVER',
    ],
  },
  stopContact: {
    kind: 'write',
    may: 'meal.deliver',
    about: '送餐时看这户的电话(会记下谁看过)',
    input: z.strictObject({ centreId, routeId: rowId, dinerId: rowId }),
    output: z.object({ name: z.string(), phone: z.string() }),
    refusals: ['CANTEEN.NOT_YOUR_ROUTE', 'CANTEEN.NO_STOP'],
    keepReply: false,
  },
  welfareChecks: {
    kind: 'read',
    may: 'welfare.answer',
    about: '看没人应门、还没回话的老人',
    input: z.strictObject({ centreId, state: z.enum(['open', 'answered']), after: cursor.optional() }),
    output: z.object({ rows: z.array(check), next: z.string().optional() }),
    refusals: [],
  },
  welfareContact: {
    kind: 'write',
    may: 'welfare.answer',
    about: '没人应门时看电话和紧急联系人(会记下谁看过)',
    input: z.strictObject({ centreId, checkId: rowId }),
    output: z.object({
      name: z.string(),
      phone: z.string(),
      emergencyName: z.string(),
      relation: z.string(),
      emergencyPhone: z.string(),
    }),
    refusals: [],
    keepReply: false,
  },
  noteWelfareCheck: {
    kind: 'write',
    may: 'welfare.answer',
    about: '记一笔找人的经过',
    input: z.strictObject({ centreId, checkId: rowId, text: words(100) }),
    output: z.object({ notes: z.number() }),
    refusals: ['CANTEEN.CHECK_ANSWERED'],
  },
  answerWelfareCheck: {
    kind: 'write',
    may: 'welfare.answer',
    about: '写明老人平安(或已帮到、外出),结束提醒',
    input: z.strictObject({
      centreId,
      checkId: rowId,
      finding: z.enum(['well', 'helped', 'away']),
      text: words(100),
    }),
    output: z.object({ checkId: rowId }),
    refusals: ['CANTEEN.CHECK_ANSWERED'],
  },
})
