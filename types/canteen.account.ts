import { z } from 'zod'
import { fen, month, subsidyShare } from './canteen.fields'
import type { canteenRefusals } from './canteen.refusals'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, words } from './common/fields'

const line = z.object({
  id: rowId,
  day: z.string(),
  at: instantField,
  kind: z.enum(['order', 'refund', 'topUp', 'payOut', 'reversal']),
  reason: z.string(),
  fen: z.number(),
  balance: z.number(),
  subsidies: z.array(subsidyShare),
  handler: z.string(),
  reversed: z.boolean(),
})
const statement = z.object({
  dinerId: rowId,
  name: z.string(),
  balance: z.number(),
  owesUpTo: z.number(),
  month: z.string(),
  opening: z.number(),
  closing: z.number(),
  lines: z.array(line),
  months: z.array(z.string()),
})

/** 餐费账户, in fen: prepaid or billed at the month's end; funds, sheets, reconciliation. */
export const accountActions = defineActions<keyof typeof canteenRefusals>()({
  account: {
    kind: 'read',
    may: 'anyone',
    about: '看餐费账户和明细(本人、家人)',
    input: z.strictObject({ centreId, dinerId: rowId, month: month.optional() }),
    output: statement,
    refusals: ['CANTEEN.NOT_YOURS'],
  },
  accountOfStaff: {
    kind: 'read',
    may: 'meal.account',
    about: '看一位用餐人的餐费账户',
    input: z.strictObject({ centreId, dinerId: rowId, month: month.optional() }),
    output: statement,
    refusals: [],
  },
  topUp: {
    kind: 'write',
    may: 'meal.account',
    about: '收钱记账:充值或交月结账单',
    input: z.strictObject({
      centreId,
      dinerId: rowId,
      fen: fen(1, 10_000_00),
      note: z.string().trim().max(40, '最多 40 个字'),
    }),
    output: z.object({ balance: z.number() }),
    refusals: ['CANTEEN.NO_ACCOUNT', 'CANTEEN.OWN_AFFAIR'],
  },
  payOut: {
    kind: 'write',
    may: 'meal.account',
    about: '把余额退给老人',
    input: z.strictObject({ centreId, dinerId: rowId, fen: fen(1, 10_000_00), note: words(40) }),
    output: z.object({ balance: z.number() }),
    refusals: ['CANTEEN.NO_ACCOUNT', 'CANTEEN.NOT_ENOUGH', 'CANTEEN.OWN_AFFAIR'],
  },
  reverseTopUp: {
    kind: 'write',
    may: 'meal.account',
    about: '冲正一笔记错的收钱或退钱(不改原来的记录)',
    input: z.strictObject({ centreId, dinerId: rowId, journalId: rowId, reason: words(60) }),
    output: z.object({ balance: z.number() }),
    refusals: [
      'CANTEEN.NO_ACCOUNT',
      'CANTEEN.ALREADY_REVERSED',
      'CANTEEN.NOT_REVERSIBLE',
      'CANTEEN.NOT_ENOUGH',
      'CANTEEN.OWN_AFFAIR',
    ],
  },
  bills: {
    kind: 'read',
    may: 'meal.account',
    about: '看一个月的账单:谁该交多少',
    input: z.strictObject({ centreId, month, after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          dinerId: rowId,
          name: z.string(),
          building: z.string(),
          room: z.string(),
          meals: z.number(),
          price: z.number(),
          subsidy: z.number(),
          toPay: z.number(),
          /** Balance at the month's end; below zero is owed. */
          closing: z.number(),
          /** Balance now. */
          balance: z.number(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  monthSheet: {
    kind: 'write',
    may: 'meal.audit',
    about: '导出一个月的助餐表:每项资金一张,合计对得上(会记下谁导出)',
    input: z.strictObject({ centreId, canteenId: rowId, month }),
    output: z.object({ fileId: z.string(), url: z.string() }),
    refusals: ['CANTEEN.NO_MENU'],
    keepReply: false,
  },
  mealReconciliations: {
    kind: 'read',
    may: 'meal.audit',
    about: '看对账:每顿的订单和各户记账是否一分不差',
    input: z.strictObject({ centreId, canteenId: rowId, month }),
    output: z.object({
      rows: z.array(
        z.object({
          menuId: rowId,
          day: z.string(),
          slot: z.enum(['breakfast', 'lunch', 'dinner']),
          orders: z.number(),
          price: z.number(),
          toPay: z.number(),
          subsidies: z.array(subsidyShare),
          drift: z.array(z.object({ dinerId: rowId, expected: z.number(), found: z.number() })),
        }),
      ),
    }),
    refusals: [],
  },
})
