import { z } from 'zod'
import { fen, mealSlot, month, pick, pickRefusals, pickResult, subsidyShare } from './canteen.fields'
import type { canteenRefusals } from './canteen.refusals'
import { defineActions } from './common/contract'
import { centreId, cursor, instantField, rowId, shanghaiDayField, whole, words } from './common/fields'

/** What one meal costs this diner. */
const priced = z.object({
  mealId: z.string(),
  name: z.string(),
  dishes: z.array(z.string()),
  price: z.number(),
  subsidies: z.array(subsidyShare),
  toPay: z.number(),
  left: z.number(),
  /** Why this diner should not eat it, in words: 「含虾蟹(您忌口):油爆虾」. Empty when nothing clashes. */
  clashes: z.array(z.string()),
})
const offeredMenu = z.object({
  menuId: rowId,
  day: z.string(),
  slot: mealSlot,
  cutoffAt: instantField,
  servedFrom: instantField,
  servedTo: instantField,
  state: z.enum(['open', 'full', 'over', 'cancelled']),
  meals: z.array(priced),
  /** What is ordered for this diner; absent when nothing is. */
  ordered: z
    .object({
      mealId: z.string(),
      name: z.string(),
      delivery: z.boolean(),
      price: z.number(),
      toPay: z.number(),
      by: z.string(),
      standing: z.boolean(),
      served: z.boolean(),
      rating: z.enum(['', 'good', 'fair', 'bad']),
      voided: z.boolean(),
    })
    .optional(),
})
const standingDay = z.strictObject({
  weekday: whole(1, 7),
  slot: mealSlot,
  /** The meal's name as menus call it; the first that suits the diner when it is not there. */
  meal: words(20),
  delivery: z.boolean(),
})
const pause = z.strictObject({ from: shanghaiDayField, to: shanghaiDayField })

/** Ordering, for oneself, for family, by the staff; standing orders; evaluation. */
export const orderActions = defineActions<keyof typeof canteenRefusals>()({
  offer: {
    kind: 'read',
    may: 'anyone',
    about: '看这几天能订什么、补贴后付多少、有没有忌口',
    input: z.strictObject({ centreId, dinerId: rowId, canteenId: rowId, from: shanghaiDayField }),
    output: z.object({
      dinerName: z.string(),
      canteenName: z.string(),
      balance: z.number(),
      owesUpTo: z.number(),
      mayDeliver: z.boolean(),
      rows: z.array(offeredMenu),
      /** 和上次一样: the pick that repeats the newest order on the next open menu; absent when it cannot be repeated. */
      again: pick.extend({ words: z.string() }).optional(),
    }),
    refusals: ['CANTEEN.NOT_YOURS', 'CANTEEN.NOT_APPROVED'],
  },
  placeOrders: {
    kind: 'write',
    may: 'anyone',
    about: '订餐:一顿或几天;截单前再订一次就是改',
    input: z.strictObject({
      centreId,
      dinerId: rowId,
      canteenId: rowId,
      picks: z.array(pick).min(1, '请选要订的餐').max(14),
      /** 电话订餐: who called, when staff write an order down. */
      note: z.string().trim().max(60, '最多 60 个字').optional(),
    }),
    output: z.object({ results: z.array(pickResult), balance: z.number() }),
    refusals: ['CANTEEN.NOT_YOURS', 'CANTEEN.NOT_APPROVED', ...pickRefusals],
  },
  cancelOrder: {
    kind: 'write',
    may: 'anyone',
    about: '截单前取消,钱退回',
    input: z.strictObject({ centreId, dinerId: rowId, menuId: rowId }),
    output: z.object({ back: z.number() }),
    refusals: ['CANTEEN.NOT_YOURS', 'CANTEEN.NOT_ORDERED', 'CANTEEN.TOO_LATE'],
  },
  orderForMany: {
    kind: 'write',
    may: 'meal.order',
    about: '社区、站点一次替多位老人订一顿',
    input: z.strictObject({
      centreId,
      menuId: rowId,
      rows: z
        .array(z.strictObject({ dinerId: rowId, mealId: z.string().max(8), delivery: z.boolean() }))
        .min(1, '请选老人')
        .max(40),
    }),
    output: z.object({ results: z.array(pickResult.omit({ menuId: true }).extend({ dinerId: rowId })) }),
    refusals: ['CANTEEN.NOT_APPROVED', 'CANTEEN.ALREADY_ORDERED', ...pickRefusals],
  },
  ordersToTake: {
    kind: 'read',
    may: 'meal.order',
    about: '替人订餐时的名单:谁订了、谁还没订、各付多少',
    input: z.strictObject({ centreId, menuId: rowId, after: cursor.optional() }),
    output: z.object({
      rows: z.array(
        z.object({
          dinerId: rowId,
          name: z.string(),
          building: z.string(),
          room: z.string(),
          mayDeliver: z.boolean(),
          balance: z.number(),
          owesUpTo: z.number(),
          meals: z.array(priced),
          ordered: z.string(),
        }),
      ),
      next: z.string().optional(),
    }),
    refusals: [],
  },
  addLate: {
    kind: 'write',
    may: 'meal.order',
    about: '截单后加一份,要写原因',
    input: z.strictObject({
      centreId,
      menuId: rowId,
      dinerId: rowId,
      mealId: z.string().max(8),
      delivery: z.boolean(),
      reason: words(60),
    }),
    output: z.object({ toPay: z.number() }),
    refusals: [
      'CANTEEN.NOT_APPROVED',
      'CANTEEN.ALREADY_ORDERED',
      'CANTEEN.FULL',
      'CANTEEN.MENU_OVER',
      'CANTEEN.NO_DELIVERY',
      'CANTEEN.NO_CREDIT',
      'CANTEEN.NO_MEAL',
    ],
  },
  voidOrder: {
    kind: 'write',
    may: 'meal.account',
    about: '送错、没送到:这一份不算,钱和补贴退回(冲正)',
    input: z.strictObject({ centreId, menuId: rowId, dinerId: rowId, reason: words(60) }),
    output: z.object({ back: z.number() }),
    refusals: ['CANTEEN.NOT_ORDERED', 'CANTEEN.ALREADY_VOIDED', 'CANTEEN.TOO_EARLY', 'CANTEEN.OWN_AFFAIR'],
  },
  standing: {
    kind: 'read',
    may: 'anyone',
    about: '看长期订餐和暂停',
    input: z.strictObject({ centreId, dinerId: rowId }),
    output: z.object({
      canteenId: z.string(),
      canteenName: z.string(),
      days: z.array(standingDay),
      pauses: z.array(pause),
      mayDeliver: z.boolean(),
    }),
    refusals: ['CANTEEN.NOT_YOURS'],
  },
  saveStanding: {
    kind: 'write',
    may: 'anyone',
    about: '定每周哪几天固定订餐;一天都不选就是停掉',
    input: z.strictObject({
      centreId,
      dinerId: rowId,
      canteenId: rowId,
      days: z
        .array(standingDay)
        .max(21)
        .refine(
          (days) => new Set(days.map(({ weekday, slot }) => `${weekday}${slot}`)).size === days.length,
          '同一顿选了两次',
        ),
    }),
    output: z.object({ days: z.number() }),
    refusals: ['CANTEEN.NOT_YOURS', 'CANTEEN.NOT_APPROVED', 'CANTEEN.NO_DELIVERY'],
  },
  pauseStanding: {
    kind: 'write',
    may: 'anyone',
    about: '暂停几天:这几天还没截单的也一起取消',
    input: z.strictObject({ centreId, dinerId: rowId, ...pause.shape }),
    output: z.object({ cancelled: z.number(), back: z.number() }),
    refusals: ['CANTEEN.NOT_YOURS', 'CANTEEN.NO_STANDING', 'CANTEEN.WRONG_DAYS', 'CANTEEN.PAUSES_FULL'],
  },
  resumeStanding: {
    kind: 'write',
    may: 'anyone',
    about: '撤掉一段暂停',
    input: z.strictObject({ centreId, dinerId: rowId, from: shanghaiDayField }),
    output: z.object({ pauses: z.number() }),
    refusals: ['CANTEEN.NOT_YOURS', 'CANTEEN.NO_STANDING'],
  },
  evaluateMeal: {
    kind: 'write',
    may: 'anyone',
    about: '吃过以后点一下:好、一般、不好',
    input: z.strictObject({
      centreId,
      dinerId: rowId,
      menuId: rowId,
      rating: z.enum(['good', 'fair', 'bad']),
      words: z.string().trim().max(100, '最多 100 个字'),
    }),
    output: z.object({ rating: z.enum(['good', 'fair', 'bad']) }),
    refusals: ['CANTEEN.NOT_YOURS', 'CANTEEN.NOT_ORDERED', 'CANTEEN.TOO_EARLY', 'CANTEEN.ALREADY_RATED'],
  },
  figures: {
    kind: 'read',
    may: 'meal.audit',
    about: '看一个月的数:份数、人数、上门、补贴、剩余、评价',
    input: z.strictObject({ centreId, canteenId: rowId, month }),
    output: z.object({
      meals: z.number(),
      diners: z.number(),
      delivered: z.number(),
      price: fen(0, Number.MAX_SAFE_INTEGER),
      toPay: z.number(),
      subsidies: z.array(subsidyShare),
      leftOver: z.number(),
      good: z.number(),
      fair: z.number(),
      bad: z.number(),
      days: z.array(z.object({ day: z.string(), slot: mealSlot, meals: z.number(), leftOver: z.number() })),
      remarks: z.array(
        z.object({ day: z.string(), rating: z.enum(['good', 'fair', 'bad']), words: z.string() }),
      ),
    }),
    refusals: [],
  },
})
