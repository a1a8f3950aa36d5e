import { z } from 'zod'
import { defineActions } from './common/contract'
import {
  centreId,
  cursor,
  instantField,
  openId,
  rowId,
  shanghaiDayField,
  whole,
  words,
} from './common/fields'
import type { pointsRefusals } from './points.refusals'

const cap = whole(1, 10_000).optional()
const fileId = z.string().min(1).max(300)
const itemFacts = {
  title: words(40),
  /** What is counted: 次, 小时, 公斤… */
  unit: words(8),
  /** Points per unit. */
  points: whole(1, 10_000),
  /** Units per household and period; a missing one is no limit. */
  caps: z.strictObject({ day: cap, week: cap, month: cap, year: cap }),
  evidence: z.enum(['none', 'photo']),
  /** More units at once than this need a second person; 0 = always. */
  secondPersonAbove: whole(0, 10_000),
  startsOn: shanghaiDayField,
}
const itemView = z.object({
  itemId: rowId,
  version: z.number(),
  ...itemFacts,
  stopped: z.boolean(),
  own: z.boolean(),
})
const logFacts = {
  itemId: rowId,
  units: whole(1, 1000),
  /** When it happened; a stairwell's log may arrive later. */
  happenedAt: instantField,
  note: z.string().trim().max(60, '最多 60 个字').optional(),
  evidence: fileId.optional(),
}
const householdView = z.object({
  passbookId: rowId,
  building: z.string(),
  room: z.string(),
  members: z.array(z.string()),
})
const shiftFacts = {
  title: words(40),
  place: words(60),
  cap: whole(1, 200),
  pointsPerHour: whole(0, 1000),
}
const shiftView = z.object({
  shiftId: rowId,
  activityId: rowId,
  title: z.string(),
  place: z.string(),
  startsAt: instantField,
  endsAt: instantField,
  cap: z.number(),
  taken: z.number(),
  pointsPerHour: z.number(),
  state: z.enum(['open', 'confirmed', 'cancelled']),
  mine: z.enum(['none', 'taken', 'in', 'out', 'confirmed']),
})
const code = z.string().regex(/^\d{6}$/, '请填 6 位数字')

/** Earning: fixed items, logging, shifts, public notice and objections. */
export const earningActions = defineActions<keyof typeof pointsRefusals>()({
  earningItems: {
    kind: 'read',
    may: 'anyone',
    about: '看做什么能得积分',
    input: z.strictObject({ centreId }),
    output: z.object({ rows: z.array(itemView) }),
    refusals: [],
  },
  saveEarningItem: {
    kind: 'write',
    may: 'points.rule',
    about: '定一个积分项目(改动是新版本,从指定日期起算)',
    input: z.strictObject({ centreId, itemId: rowId.optional(), ...itemFacts, stopped: z.boolean() }),
    output: z.object({ itemId: rowId, version: z.number() }),
    refusals: [],
  },
  myCode: {
    kind: 'read',
    may: 'member',
    about: '出示自己家的积分码(一分钟换一次)',
    input: z.strictObject({ centreId }),
    output: z.object({ code: z.string(), validUntil: instantField }),
    refusals: ['POINTS.NO_PASSBOOK'],
  },
  readCode: {
    kind: 'read',
    may: 'points.log',
    about: '扫一户的积分码',
    input: z.strictObject({ centreId, code: z.string().min(1).max(120) }),
    output: householdView,
    refusals: ['POINTS.BAD_CODE'],
  },
  findPassbook: {
    kind: 'read',
    may: 'points.log',
    about: '按楼栋房号找一户的存折',
    input: z.strictObject({ centreId, building: words(20), room: words(20) }),
    output: householdView,
    refusals: ['POINTS.NO_PASSBOOK'],
  },
  logPoints: {
    kind: 'write',
    may: 'points.log',
    about: '给一户记积分(可以在没信号时记,回来再发)',
    input: z.strictObject({ centreId, passbookId: rowId, ...logFacts }),
    output: z.object({ state: z.enum(['logged', 'waiting']), points: z.number() }),
    refusals: [
      'POINTS.NO_PASSBOOK',
      'POINTS.PASSBOOK_CLOSED',
      'POINTS.OWN_HOUSEHOLD',
      'POINTS.CAP_REACHED',
      'POINTS.ITEM_STOPPED',
      'POINTS.NEEDS_EVIDENCE',
      'POINTS.TOO_LONG_AGO',
    ],
  },
  logMany: {
    kind: 'write',
    may: 'points.log',
    about: '按名单给多户记同一项积分',
    input: z.strictObject({ centreId, passbookIds: z.array(rowId).min(1).max(50), ...logFacts }),
    output: z.object({
      rows: z.array(
        z.object({ passbookId: rowId, state: z.enum(['logged', 'waiting', 'refused']), message: z.string() }),
      ),
    }),
    refusals: ['POINTS.ITEM_STOPPED', 'POINTS.NEEDS_EVIDENCE', 'POINTS.TOO_LONG_AGO'],
  },
  pendingLogs: {
    kind: 'read',
    may: 'points.approve',
    about: '看等第二个人复核的记分',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          logId: rowId,
          building: z.string(),
          room: z.string(),
          title: z.string(),
          units: z.number(),
          points: z.number(),
          note: z.string(),
          evidence: z.string(),
          happenedOn: z.string(),
          by: z.string(),
          mine: z.boolean(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  decideLog: {
    kind: 'write',
    may: 'points.approve',
    about: '复核一笔记分(不能是记的那个人)',
    input: z.strictObject({ centreId, logId: rowId, decision: z.enum(['approve', 'reject']) }),
    output: z.object({ logId: rowId }),
    refusals: [
      'POINTS.SAME_PERSON',
      'POINTS.OWN_HOUSEHOLD',
      'POINTS.ALREADY_DECIDED',
      'POINTS.CAP_REACHED',
      'POINTS.PASSBOOK_CLOSED',
    ],
  },
  publicNotice: {
    kind: 'read',
    may: 'member',
    about: '看正在公示的积分',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          journalId: rowId,
          passbookId: rowId,
          household: z.string(),
          reason: z.string(),
          points: z.number(),
          day: z.string(),
          until: z.string(),
          mine: z.boolean(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  object: {
    kind: 'write',
    may: 'member',
    about: '对公示的一笔提异议',
    input: z.strictObject({ centreId, passbookId: rowId, journalId: rowId, reason: words(200) }),
    output: z.object({ objectionId: rowId }),
    refusals: ['POINTS.NO_OBJECTION', 'POINTS.ALREADY_OBJECTED', 'POINTS.NO_PASSBOOK'],
  },
  objections: {
    kind: 'read',
    may: 'points.approve',
    about: '看住户提的异议',
    input: z.strictObject({
      centreId,
      state: z.enum(['open', 'upheld', 'dismissed']),
      after: cursor.optional(),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          objectionId: rowId,
          passbookId: rowId,
          journalId: rowId,
          household: z.string(),
          line: z.string(),
          points: z.number(),
          by: z.string(),
          reason: z.string(),
          at: instantField,
          decision: z.string(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  decideObjection: {
    kind: 'write',
    may: 'points.correct',
    about: '处理一条异议:成立就冲正那一笔',
    input: z.strictObject({
      centreId,
      objectionId: rowId,
      decision: z.enum(['uphold', 'dismiss']),
      words: words(200),
    }),
    output: z.object({ objectionId: rowId }),
    refusals: [
      'POINTS.ALREADY_DECIDED',
      'POINTS.OWN_HOUSEHOLD',
      'POINTS.SPENT_ALREADY',
      'POINTS.PASSBOOK_CLOSED',
    ],
  },
  // 志愿活动
  shifts: {
    kind: 'read',
    may: 'anyone',
    about: '看志愿活动的班次',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(shiftView), next: z.string().optional() }),
    refusals: [],
  },
  addShifts: {
    kind: 'write',
    may: 'activity.manage',
    about: '发布一项志愿活动和它的班次',
    input: z.strictObject({
      centreId,
      ...shiftFacts,
      times: z
        .array(z.strictObject({ startsAt: instantField, endsAt: instantField }))
        .min(1)
        .max(31),
    }),
    output: z.object({ activityId: rowId, shiftIds: z.array(rowId) }),
    refusals: [],
  },
  cancelShift: {
    kind: 'write',
    may: 'activity.manage',
    about: '取消一班,通知报了名的人',
    input: z.strictObject({ centreId, shiftId: rowId, reason: words(60) }),
    output: z.object({ shiftId: rowId, told: z.number() }),
    refusals: ['POINTS.SHIFT_OVER'],
  },
  takeShift: {
    kind: 'write',
    may: 'member',
    about: '报一班志愿服务',
    input: z.strictObject({ centreId, shiftId: rowId }),
    output: z.object({ shiftId: rowId }),
    refusals: ['POINTS.SHIFT_FULL', 'POINTS.SHIFT_OVER', 'POINTS.SHIFTS_OVERLAP'],
  },
  leaveShift: {
    kind: 'write',
    may: 'member',
    about: '退掉还没开始的一班',
    input: z.strictObject({ centreId, shiftId: rowId }),
    output: z.object({ shiftId: rowId }),
    refusals: ['POINTS.NOT_ON_SHIFT', 'POINTS.SHIFT_OVER'],
  },
  shiftCode: {
    kind: 'read',
    may: 'points.log',
    about: '出示一班的签到码(半分钟换一次)',
    input: z.strictObject({ centreId, shiftId: rowId }),
    output: z.object({ code, validUntil: instantField }),
    refusals: ['POINTS.SHIFT_OVER'],
  },
  checkIn: {
    kind: 'write',
    may: 'member',
    about: '凭现场的码签到',
    input: z.strictObject({ centreId, shiftId: rowId, code }),
    output: z.object({ at: instantField }),
    refusals: ['POINTS.BAD_CODE', 'POINTS.NOT_ON_SHIFT', 'POINTS.TOO_EARLY', 'POINTS.SHIFT_OVER'],
  },
  checkOut: {
    kind: 'write',
    may: 'member',
    about: '凭现场的码签退',
    input: z.strictObject({ centreId, shiftId: rowId, code }),
    output: z.object({ at: instantField, minutes: z.number() }),
    refusals: ['POINTS.BAD_CODE', 'POINTS.NOT_ON_SHIFT', 'POINTS.NOT_CHECKED_IN', 'POINTS.SHIFT_OVER'],
  },
  shift: {
    kind: 'read',
    may: 'points.log',
    about: '看一班有谁、签到了没有',
    input: z.strictObject({ centreId, shiftId: rowId }),
    output: shiftView.extend({
      people: z.array(
        z.object({
          residentId: openId,
          name: z.string(),
          inAt: z.number(),
          outAt: z.number(),
          minutes: z.number(),
        }),
      ),
    }),
    refusals: [],
  },
  confirmShift: {
    kind: 'write',
    may: 'points.approve',
    about: '确认一班每个人的时长,换成积分',
    input: z.strictObject({
      centreId,
      shiftId: rowId,
      rows: z.array(z.strictObject({ residentId: openId, minutes: whole(0, 1440) })).max(200),
    }),
    output: z.object({ credited: z.number(), points: z.number() }),
    refusals: ['POINTS.TOO_EARLY', 'POINTS.ALREADY_DECIDED', 'POINTS.NOT_ON_SHIFT', 'POINTS.OWN_HOUSEHOLD'],
  },
})
