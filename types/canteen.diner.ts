import { z } from 'zod'
import {
  avoided,
  careTagList,
  deliveryRight,
  dietNeeds,
  doorPart,
  emergencyContact,
  fen,
} from './canteen.fields'
import type { canteenRefusals } from './canteen.refusals'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, shanghaiDayField, whole, words } from './common/fields'

const state = z.enum(['pending', 'approved', 'rejected', 'ended'])
/** What is asked of somebody who wants to eat here. */
const dinerForm = {
  name: words(20),
  birthDay: shanghaiDayField,
  building: doorPart,
  room: doorPart,
  phone: z.union([z.literal(''), z.string().regex(/^1[3-9]\d{9}$|^0\d{9,11}$/, '请填手机号或带区号的座机')]),
  needs: dietNeeds,
  avoids: avoided,
  emergency: emergencyContact,
}
const dinerView = z.object({
  dinerId: rowId,
  centreId: z.string(),
  name: z.string(),
  building: z.string(),
  room: z.string(),
  state,
  /** Whole years today; -1 while the birth date is not confirmed by the staff. */
  age: z.number(),
  needs: dietNeeds,
  avoids: avoided,
  /** 送餐上门 until this day; empty when there is no entitlement. */
  deliveryUntil: z.string(),
  /** The subsidy in words, as of today: 「80 岁以上,每顿补 7 元」. */
  subsidy: z.string(),
})
const tier = z.strictObject({
  title: words(20),
  /** Whole years on the day of the meal. */
  fromAge: whole(0, 120),
  /** Somebody needs one of these tags; nobody does when empty. */
  careTags: careTagList,
  /** `off`: so much less; `pay`: the diner pays so much, whatever it costs. */
  kind: z.enum(['off', 'pay']),
  fen: fen(0, 100_00),
})
const fund = z.strictObject({
  name: words(20),
  /** Share of every subsidy in per cent; the shares of a rule make 100. */
  share: whole(1, 100),
})
const ruleView = z.object({
  ruleId: rowId,
  centreId: z.string(),
  version: z.number(),
  startsOn: z.string(),
  tiers: z.array(tier),
  funds: z.array(fund),
  state: z.enum(['past', 'current', 'coming']),
})

/** 用餐人: who eats here, who orders for whom, what the public purse pays. */
export const dinerActions = defineActions<keyof typeof canteenRefusals>()({
  myDiners: {
    kind: 'read',
    may: 'anyone',
    about: '看我能替谁订餐',
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        dinerView.extend({
          relation: z.string(),
          rejectedBecause: z.string(),
          balance: z.number(),
          /** How far below zero the account may go: 0 = prepaid, otherwise billed at the month's end. */
          owesUpTo: z.number(),
        }),
      ),
    }),
    refusals: [],
  },
  registerDiner: {
    kind: 'write',
    may: 'anyone',
    about: '登记一位用餐老人(自己或家人),等社区审核',
    input: z.strictObject({ centreId, relation: words(10), ...dinerForm }),
    output: z.object({ dinerId: rowId }),
    refusals: ['CANTEEN.JOIN_FIRST', 'CANTEEN.WRONG_BIRTH', 'CANTEEN.ALREADY_DINER'],
    keepReply: false,
  },
  dinerCode: {
    kind: 'read',
    may: 'anyone',
    about: '给家人看的绑定码,一会儿就换',
    input: z.strictObject({ centreId, dinerId: rowId }),
    output: z.object({ code: z.string(), until: instantField }),
    refusals: ['CANTEEN.NOT_YOURS'],
  },
  joinDiner: {
    kind: 'write',
    may: 'anyone',
    about: '凭绑定码,以后也能替这位老人订餐',
    input: z.strictObject({
      centreId,
      code: z
        .string()
        .trim()
        .regex(/^[\w.:-]{8,60}$/, '绑定码不对'),
      relation: words(10),
    }),
    output: z.object({ dinerId: rowId, name: z.string() }),
    refusals: ['CANTEEN.JOIN_FIRST', 'CANTEEN.BAD_CODE', 'CANTEEN.FAMILY_FULL'],
  },
  leaveDiner: {
    kind: 'write',
    may: 'anyone',
    about: '不再替这位老人订餐',
    input: z.strictObject({ centreId, dinerId: rowId }),
    output: z.object({ dinerId: rowId }),
    refusals: ['CANTEEN.NOT_YOURS'],
  },
  saveDiet: {
    kind: 'write',
    may: 'anyone',
    about: '改饮食要求和忌口',
    input: z.strictObject({ centreId, dinerId: rowId, needs: dietNeeds, avoids: avoided }),
    output: z.object({ dinerId: rowId }),
    refusals: ['CANTEEN.NOT_YOURS'],
  },
  diners: {
    kind: 'read',
    may: 'diner.manage',
    about: '看用餐人名册',
    input: z.strictObject({ centreId, state, after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        dinerView.extend({
          careTags: careTagList,
          balance: z.number(),
          owesUpTo: z.number(),
          registeredBy: z.string(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  diner: {
    kind: 'read',
    may: 'diner.manage',
    about: '看一位用餐人(姓名电话打码)',
    input: z.strictObject({ centreId, dinerId: rowId }),
    output: dinerView.extend({
      careTags: careTagList,
      phone: z.string(),
      emergency: z.object({ name: z.string(), relation: z.string(), phone: z.string() }),
      deliveryReason: z.string(),
      family: z.array(z.object({ residentId: z.string(), name: z.string(), relation: z.string() })),
      owesUpTo: z.number(),
      balance: z.number(),
      rejectedBecause: z.string(),
    }),
    refusals: [],
  },
  dinerPersonal: {
    kind: 'write',
    may: 'personal.read',
    about: '看用餐人的真名、生日、电话(会记下谁看过)',
    input: z.strictObject({ centreId, dinerId: rowId }),
    output: z.object({
      name: z.string(),
      birthDay: z.string(),
      phone: z.string(),
      emergencyName: z.string(),
      emergencyPhone: z.string(),
    }),
    refusals: [],
    keepReply: false,
  },
  addDiner: {
    kind: 'write',
    may: 'diner.manage',
    about: '替老人登记(电话、上门),登记即通过',
    input: z.strictObject({ centreId, careTags: careTagList, ...dinerForm }),
    output: z.object({ dinerId: rowId }),
    refusals: ['CANTEEN.WRONG_BIRTH', 'CANTEEN.ALREADY_DINER', 'CANTEEN.OWN_AFFAIR'],
    keepReply: false,
  },
  decideDiner: {
    kind: 'write',
    may: 'diner.manage',
    about: '核对证件后通过,或写明原因退回',
    input: z.strictObject({
      centreId,
      dinerId: rowId,
      decision: z.enum(['approve', 'reject']),
      reason: z.string().trim().max(60, '最多 60 个字'),
    }),
    output: z.object({ dinerId: rowId }),
    refusals: ['CANTEEN.ALREADY_DECIDED', 'CANTEEN.REASON_MISSING', 'CANTEEN.OWN_AFFAIR'],
  },
  saveDiner: {
    kind: 'write',
    may: 'diner.manage',
    about: '改用餐人:关爱标签、忌口、上门送餐、月结额度、停用',
    input: z.strictObject({
      centreId,
      dinerId: rowId,
      needs: dietNeeds,
      avoids: avoided,
      careTags: careTagList,
      building: doorPart,
      room: doorPart,
      delivery: deliveryRight.optional(),
      /** 0 = prepaid; otherwise the bill may grow to so many fen. */
      owesUpTo: fen(0, 5000_00),
      ended: z.boolean(),
    }),
    output: z.object({ dinerId: rowId }),
    refusals: ['CANTEEN.STILL_OWES', 'CANTEEN.OWN_AFFAIR'],
  },
  subsidyRules: {
    kind: 'read',
    may: 'anyone',
    about: '看助餐补贴怎么算',
    input: z.strictObject({ centreId }),
    output: z.object({ rows: z.array(ruleView) }),
    refusals: [],
  },
  saveSubsidyRule: {
    kind: 'write',
    may: 'subsidy.rule',
    about: '定补贴:年龄段、关爱标签、由哪些资金出;从某天起按新的办',
    input: z.strictObject({
      centreId,
      startsOn: shanghaiDayField,
      tiers: z.array(tier).min(1, '至少要有一档').max(12),
      funds: z.array(fund).min(1, '至少要有一项资金').max(4),
    }),
    output: z.object({ ruleId: rowId, version: z.number() }),
    refusals: ['CANTEEN.RULE_STARTED', 'CANTEEN.SHARES_NOT_100'],
  },
})
