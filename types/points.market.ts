import { z } from 'zod'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, whole, words } from './common/fields'
import type { pointsRefusals } from './points.refusals'

const kind = z.enum(['goods', 'service', 'honour'])
const slot = z.object({ id: rowId, startsAt: instantField, endsAt: instantField, left: z.number() })
const shelfView = z.object({
  itemId: rowId,
  kind,
  title: z.string(),
  description: z.string(),
  picture: z.string(),
  price: z.number(),
  limit: z.number(),
  limitPeriod: z.enum(['month', 'year']),
  left: z.number(),
  slots: z.array(slot),
  sponsor: z.string(),
  state: z.enum(['published', 'withdrawn']),
})
const redemptionView = z.object({
  redemptionId: rowId,
  itemId: rowId,
  kind,
  title: z.string(),
  quantity: z.number(),
  points: z.number(),
  state: z.enum(['held', 'done', 'cancelled', 'expired', 'short']),
  /** Six digits while held; empty afterwards. */
  pickupCode: z.string(),
  pickupBy: instantField,
  slotStartsAt: z.number(),
  at: instantField,
  by: z.string(),
})
const counterRow = redemptionView
  .omit({ pickupCode: true })
  .extend({ building: z.string(), room: z.string() })

/** 党群服务超市: shelf, redemption, counter, sponsors. */
export const marketActions = defineActions<keyof typeof pointsRefusals>()({
  shelf: {
    kind: 'read',
    may: 'anyone',
    about: '看服务超市的货架',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(shelfView), next: z.string().optional() }),
    refusals: [],
  },
  shelfOfStaff: {
    kind: 'read',
    may: 'shelf.manage',
    about: '管货架:在架的、下架的、预留的',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(shelfView.extend({ held: z.number(), redeemed: z.number(), sponsorId: z.string() })),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  saveShelfItem: {
    kind: 'write',
    may: 'shelf.manage',
    about: '上架或修改一件商品、服务或荣誉',
    input: z.strictObject({
      centreId,
      itemId: rowId.optional(),
      kind,
      title: words(40),
      description: z.string().trim().max(200, '最多 200 个字'),
      picture: z.string().max(300),
      price: whole(1, 1_000_000),
      limit: whole(0, 1000),
      limitPeriod: z.enum(['month', 'year']),
      sponsorId: rowId.optional(),
      state: z.enum(['published', 'withdrawn']),
      /** Bookable times of a service; each with its places. Only when it is made. */
      slots: z
        .array(z.strictObject({ startsAt: instantField, endsAt: instantField, places: whole(1, 100) }))
        .max(60),
    }),
    output: z.object({ itemId: rowId }),
    refusals: [],
  },
  stockIn: {
    kind: 'write',
    may: 'shelf.manage',
    about: '入库,记下是哪个单位赞助的',
    input: z.strictObject({
      centreId,
      itemId: rowId,
      quantity: whole(1, 100_000),
      sponsorId: rowId.optional(),
      note: z.string().trim().max(60, '最多 60 个字').optional(),
    }),
    output: z.object({ left: z.number() }),
    refusals: [],
  },
  stockCount: {
    kind: 'write',
    may: 'shelf.manage',
    about: '盘点:货架上实际有多少(含已预留的)',
    input: z.strictObject({ centreId, itemId: rowId, counted: whole(0, 100_000), note: words(60) }),
    output: z.object({ left: z.number() }),
    refusals: ['POINTS.COUNT_TOO_LOW'],
  },
  redeem: {
    kind: 'write',
    may: 'member',
    about: '用积分兑换,拿到取货码',
    input: z.strictObject({
      centreId,
      itemId: rowId,
      quantity: whole(1, 100),
      /** Points per piece as the shelf showed it. */
      price: whole(1, 1_000_000),
      slotId: rowId.optional(),
    }),
    output: z.object({
      redemptionId: rowId,
      pickupCode: z.string(),
      pickupBy: instantField,
      points: z.number(),
    }),
    refusals: [
      'POINTS.NO_PASSBOOK',
      'POINTS.MAY_NOT_SPEND',
      'POINTS.INSUFFICIENT',
      'POINTS.SOLD_OUT',
      'POINTS.NOT_ON_SHELF',
      'POINTS.PRICE_CHANGED',
      'POINTS.LIMIT_REACHED',
      'POINTS.NO_SLOT',
    ],
  },
  myRedemptions: {
    kind: 'read',
    may: 'member',
    about: '看自己家的兑换和取货码',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(redemptionView), next: z.string().optional() }),
    refusals: [],
  },
  cancelRedemption: {
    kind: 'write',
    may: 'member',
    about: '取消还没取的兑换,积分退回',
    input: z.strictObject({ centreId, redemptionId: rowId }),
    output: z.object({ redemptionId: rowId, points: z.number() }),
    refusals: ['POINTS.NOT_HELD'],
  },
  findRedemption: {
    kind: 'read',
    may: 'counter.serve',
    about: '柜台凭取货码找兑换',
    input: z.strictObject({ centreId, code: z.string().regex(/^\d{6}$/, '请填 6 位数字') }),
    output: counterRow,
    refusals: ['POINTS.BAD_CODE', 'POINTS.LAPSED'],
  },
  counterList: {
    kind: 'read',
    may: 'counter.serve',
    about: '看等着取的兑换',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({ rows: z.array(counterRow), next: z.string().optional() }),
    refusals: [],
  },
  counterSheet: {
    kind: 'write',
    may: 'counter.serve',
    about: '导出柜台用的纸质名单',
    input: z.strictObject({ centreId }),
    output: z.object({ fileId: z.string(), url: z.string(), rows: z.number() }),
    refusals: [],
    keepReply: false,
  },
  fulfil: {
    kind: 'write',
    may: 'counter.serve',
    about: '核对取货码后交货',
    input: z.strictObject({ centreId, redemptionId: rowId }),
    output: z.object({ redemptionId: rowId }),
    refusals: ['POINTS.NOT_HELD', 'POINTS.LAPSED', 'POINTS.OWN_HOUSEHOLD'],
  },
  fulfilShort: {
    kind: 'write',
    may: 'counter.serve',
    about: '柜台没货了,积分退回',
    input: z.strictObject({ centreId, redemptionId: rowId }),
    output: z.object({ redemptionId: rowId, points: z.number() }),
    refusals: ['POINTS.NOT_HELD', 'POINTS.OWN_HOUSEHOLD'],
  },
  sponsors: {
    kind: 'read',
    may: 'shelf.manage',
    about: '看赞助单位',
    input: z.strictObject({ centreId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(z.object({ sponsorId: rowId, name: z.string(), contact: z.string() })),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  saveSponsor: {
    kind: 'write',
    may: 'shelf.manage',
    about: '登记或修改赞助单位',
    input: z.strictObject({
      centreId,
      sponsorId: rowId.optional(),
      name: words(40),
      contact: z.string().trim().max(60, '最多 60 个字').optional(),
    }),
    output: z.object({ sponsorId: rowId }),
    refusals: [],
  },
  sponsorStory: {
    kind: 'read',
    may: 'shelf.manage',
    about: '看一个单位给了什么、用到了哪里,附感谢的话',
    input: z.strictObject({ centreId, sponsorId: rowId }),
    output: z.object({
      name: z.string(),
      rows: z.array(
        z.object({
          title: z.string(),
          given: z.number(),
          redeemed: z.number(),
          left: z.number(),
        }),
      ),
      thanks: z.string(),
    }),
    refusals: [],
  },
})
