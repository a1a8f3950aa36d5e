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

const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对')
/** A month or a year. */
const period = z.string().regex(/^20\d{2}(-(0[1-9]|1[0-2]))?$/, '时间段不对')
const door = { building: z.string(), room: z.string() }
const roomText = z
  .string()
  .trim()
  .min(1, '请填写')
  .max(20, '最多 20 个字')
  .regex(/^[\p{L}\p{N}#-]+$/u, '只填楼栋、单元、房号')

/** A line of the statement, as in a bank passbook. */
const statementLine = z.object({
  id: rowId,
  day: z.string(),
  at: instantField,
  kind: z.enum(['earn', 'redeem', 'giveBack', 'reversal', 'expiry', 'transfer']),
  reason: z.string(),
  points: z.number(),
  /** Balance after the line. */
  balance: z.number(),
  /** 经办, masked. */
  handler: z.string(),
  /** 代办人, masked; empty when the handler acted for nobody. */
  forWhom: z.string(),
  reversed: z.boolean(),
  /** 公示 until this day; empty when it is over or there is none. */
  noticeUntil: z.string(),
})
const statement = z.object({
  passbookId: rowId,
  ...door,
  balance: z.number(),
  month: z.string(),
  opening: z.number(),
  closing: z.number(),
  lines: z.array(statementLine),
  /** Months that can be opened, newest first. */
  months: z.array(z.string()),
  /** Points that lapse next, when the centre has such a rule. */
  expiring: z.object({ points: z.number(), on: shanghaiDayField }).optional(),
  hidden: z.boolean(),
})
const settings = {
  noticeDays: whole(0, 30),
  pickupHours: whole(1, 720),
  pickupPlace: words(60),
  openingTimes: words(60),
  expireAfterYears: whole(0, 10),
}

/** Passbooks: statements, corrections, households that move, merge and split, periods. */
export const passbookActions = defineActions<keyof typeof pointsRefusals>()({
  myPassbook: {
    kind: 'read',
    may: 'member',
    about: '看自己家的积分存折',
    input: z.strictObject({ centreId, month: month.optional() }),
    output: statement.extend({
      members: z.array(
        z.object({ memberId: rowId, name: z.string(), me: z.boolean(), maySpend: z.boolean() }),
      ),
    }),
    refusals: ['POINTS.NO_PASSBOOK'],
  },
  passbooks: {
    kind: 'read',
    may: 'passbook.read',
    about: '看各户的存折',
    input: z.strictObject({ centreId, building: roomText.optional(), after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        z.object({ passbookId: rowId, ...door, balance: z.number(), state: z.enum(['open', 'closed']) }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  passbook: {
    kind: 'read',
    may: 'passbook.read',
    about: '看一户的存折',
    input: z.strictObject({ centreId, passbookId: rowId, month: month.optional() }),
    output: statement.extend({
      state: z.enum(['open', 'closed']),
      members: z.array(z.object({ residentId: openId, name: z.string(), maySpend: z.boolean() })),
    }),
    refusals: ['POINTS.NO_PASSBOOK'],
  },
  exportStatement: {
    kind: 'write',
    may: 'member',
    about: '把自己家一个月的存折导出成表格',
    input: z.strictObject({ centreId, month }),
    output: z.object({ fileId: z.string(), url: z.string() }),
    refusals: ['POINTS.NO_PASSBOOK'],
    keepReply: false,
  },
  setMaySpend: {
    kind: 'write',
    may: 'passbook.manage',
    about: '按这户的意思,定哪位家人能兑换',
    input: z.strictObject({ centreId, passbookId: rowId, residentId: openId, maySpend: z.boolean() }),
    output: z.object({ passbookId: rowId }),
    refusals: ['POINTS.NO_PASSBOOK', 'POINTS.OWN_HOUSEHOLD'],
  },
  setHidden: {
    kind: 'write',
    may: 'member',
    about: '自己家上不上荣誉榜',
    input: z.strictObject({ centreId, hidden: z.boolean() }),
    output: z.object({ hidden: z.boolean() }),
    refusals: ['POINTS.NO_PASSBOOK'],
  },
  reverseJournal: {
    kind: 'write',
    may: 'points.correct',
    about: '冲正一笔记错的积分(不改原来的记录)',
    input: z.strictObject({ centreId, passbookId: rowId, journalId: rowId, reason: words(60) }),
    output: z.object({ journalId: rowId }),
    refusals: [
      'POINTS.NO_PASSBOOK',
      'POINTS.OWN_HOUSEHOLD',
      'POINTS.PASSBOOK_CLOSED',
      'POINTS.ALREADY_REVERSED',
      'POINTS.NOT_REVERSIBLE',
      'POINTS.SPENT_ALREADY',
    ],
  },
  mergePassbooks: {
    kind: 'write',
    may: 'passbook.manage',
    about: '两户并成一户,积分和历史都留着',
    input: z.strictObject({ centreId, fromId: rowId, intoId: rowId, reason: words(60) }),
    output: z.object({ intoId: rowId, points: z.number() }),
    refusals: [
      'POINTS.NO_PASSBOOK',
      'POINTS.PASSBOOK_CLOSED',
      'POINTS.SAME_HOUSEHOLD',
      'POINTS.OWN_HOUSEHOLD',
      'POINTS.HELD_REDEMPTIONS',
    ],
  },
  splitPassbook: {
    kind: 'write',
    may: 'passbook.manage',
    about: '一户分成两户,按约定分积分',
    input: z.strictObject({
      centreId,
      passbookId: rowId,
      building: roomText,
      room: roomText,
      residentIds: z.array(openId).min(1).max(20),
      points: whole(0, 10_000_000),
      reason: words(60),
    }),
    output: z.object({ passbookId: rowId }),
    refusals: [
      'POINTS.NO_PASSBOOK',
      'POINTS.PASSBOOK_CLOSED',
      'POINTS.INSUFFICIENT',
      'POINTS.SAME_HOUSEHOLD',
      'POINTS.OWN_HOUSEHOLD',
    ],
  },
  moveOut: {
    kind: 'write',
    may: 'passbook.manage',
    about: '一位居民迁出这户,存折和历史留给这户',
    input: z.strictObject({ centreId, residentId: openId, reason: words(60) }),
    output: z.object({ residentId: openId }),
    refusals: ['POINTS.OWN_HOUSEHOLD'],
  },
  reconciliations: {
    kind: 'read',
    may: 'points.audit',
    about: '看每天的对账结果',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          day: z.string(),
          passbooks: z.number(),
          balance: z.number(),
          issued: z.number(),
          spent: z.number(),
          expired: z.number(),
          drift: z.array(z.object({ passbookId: rowId, balance: z.number(), proven: z.number() })),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  honourRoll: {
    kind: 'read',
    may: 'anyone',
    about: '看荣誉榜(按户,可以不上榜)',
    input: z.strictObject({ centreId, period: period.optional() }),
    output: z.object({
      period: z.string(),
      rows: z.array(z.object({ place: z.number(), household: z.string(), points: z.number() })),
      /** 群里发的文字. */
      digest: z.string(),
    }),
    refusals: [],
  },
  settings: {
    kind: 'read',
    may: 'anyone',
    about: '看积分怎么用、在哪里取、什么时候到期',
    input: z.strictObject({ centreId }),
    output: z.object(settings),
    refusals: [],
  },
  saveSettings: {
    kind: 'write',
    may: 'points.rule',
    about: '定公示天数、取货时限和地点、积分有效期',
    input: z.strictObject({ centreId, ...settings }),
    output: z.object({ centreId }),
    refusals: [],
  },
})
