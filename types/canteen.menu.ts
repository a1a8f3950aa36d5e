import { z } from 'zod'
import { dish, meal, mealSlot } from './canteen.fields'
import type { canteenRefusals } from './canteen.refusals'
import { defineActions } from './common/contract'
import { centreId, instantField, openId, place, rowId, shanghaiDayField, whole, words } from './common/fields'

const clockMinutes = whole(0, 1439)
/** How a meal slot runs at a canteen: portions, when ordering closes, when it is served. */
const slotRule = z.strictObject({
  slot: mealSlot,
  capacity: whole(1, 2000),
  /** 截单: so many days before… */
  cutoffDaysBefore: whole(0, 3),
  /** …at so many minutes past midnight. */
  cutoffAt: clockMinutes,
  servedFrom: clockMinutes,
  servedTo: clockMinutes,
})
const canteenView = z.object({
  canteenId: rowId,
  centreId: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  slots: z.array(slotRule),
  state: z.enum(['open', 'closed']),
})
const menuView = z.object({
  menuId: rowId,
  day: z.string(),
  slot: mealSlot,
  dishes: z.array(dish),
  meals: z.array(meal.extend({ left: z.number() })),
  photo: z.string(),
  capacity: z.number(),
  left: z.number(),
  cutoffAt: instantField,
  servedFrom: instantField,
  servedTo: instantField,
  state: z.enum(['draft', 'published', 'frozen', 'settled', 'cancelled']),
  cancelledBecause: z.string(),
})
const menuOfStaff = menuView.extend({ ordered: z.number(), deliveries: z.number() })
const kitchenOrder = z.object({
  dinerId: rowId,
  name: z.string(),
  building: z.string(),
  room: z.string(),
  meal: z.string(),
  diet: z.string(),
  /** Dishes of the meal this diner should not eat. */
  clashes: z.array(z.string()),
  delivery: z.boolean(),
  note: z.string(),
  late: z.boolean(),
  servedAt: z.number(),
})
const counted = z.object({ name: z.string(), portions: z.number() })

/** Canteens, menus, the kitchen, what was left over. */
export const menuActions = defineActions<keyof typeof canteenRefusals>()({
  canteens: {
    kind: 'read',
    may: 'anyone',
    about: '看附近的长者食堂,近的在前',
    input: z.strictObject({ centreId, near: place.optional() }),
    output: z.object({ rows: z.array(canteenView.extend({ metres: z.number().optional() })) }),
    refusals: [],
  },
  saveCanteen: {
    kind: 'write',
    may: 'canteen.manage',
    about: '设一个食堂:地点、餐次、份数、截单时间、没人应门通知谁',
    input: z.strictObject({
      centreId,
      canteenId: rowId.optional(),
      name: words(20),
      address: words(60),
      phone: z.string().trim().max(20),
      place: place.optional(),
      slots: z.array(slotRule).min(1, '至少要有一个餐次').max(3),
      /** Who is told when nobody answers the door: somebody who may answer welfare checks here. */
      welfareTo: openId,
      /** Points a courier's household earns for each stop; 0 = none. */
      pointsPerStop: whole(0, 100),
      /** Stops on one route at most. */
      stopsPerRoute: whole(1, 60),
      state: z.enum(['open', 'closed']),
    }),
    output: z.object({ canteenId: rowId }),
    refusals: ['CANTEEN.WRONG_HOURS', 'CANTEEN.WRONG_PERSON'],
  },
  canteenOfStaff: {
    kind: 'read',
    may: 'meal.serve',
    about: '看食堂的设置',
    input: z.strictObject({ centreId }),
    output: z.object({
      rows: z.array(
        canteenView.extend({
          welfareTo: z.string(),
          welfareName: z.string(),
          pointsPerStop: z.number(),
          stopsPerRoute: z.number(),
          place: place.optional(),
        }),
      ),
      /** People of the centre who may answer welfare checks. */
      people: z.array(z.object({ residentId: openId, name: z.string() })),
    }),
    refusals: [],
  },
  menus: {
    kind: 'read',
    may: 'anyone',
    about: '看一周的菜单',
    input: z.strictObject({ centreId, canteenId: rowId, from: shanghaiDayField }),
    output: z.object({ canteenName: z.string(), rows: z.array(menuView) }),
    refusals: [],
  },
  menusOfStaff: {
    kind: 'read',
    may: 'canteen.manage',
    about: '排菜单:一周的草稿和已发布',
    input: z.strictObject({ centreId, canteenId: rowId, from: shanghaiDayField }),
    output: z.object({ rows: z.array(menuOfStaff) }),
    refusals: [],
  },
  saveMenu: {
    kind: 'write',
    may: 'canteen.manage',
    about: '写一顿的菜单;有人订了以后不能删套餐、不能改价',
    input: z.strictObject({
      centreId,
      canteenId: rowId,
      day: shanghaiDayField,
      slot: mealSlot,
      dishes: z.array(dish).min(1, '至少要有一个菜').max(30),
      meals: z.array(meal).min(1, '至少要有一个套餐').max(8),
      photo: z.string().max(300),
      /** The canteen's usual capacity when absent. */
      capacity: whole(1, 2000).optional(),
    }),
    output: z.object({ menuId: rowId }),
    refusals: ['CANTEEN.NO_SLOT', 'CANTEEN.MENU_OVER', 'CANTEEN.MENU_ORDERED', 'CANTEEN.UNKNOWN_DISH'],
  },
  copyWeek: {
    kind: 'write',
    may: 'canteen.manage',
    about: '把一周的菜单抄到另一周,已有的不动',
    input: z.strictObject({ centreId, canteenId: rowId, from: shanghaiDayField, to: shanghaiDayField }),
    output: z.object({ copied: z.number(), kept: z.number() }),
    refusals: ['CANTEEN.NO_MENU', 'CANTEEN.MENU_OVER'],
  },
  publishMenus: {
    kind: 'write',
    may: 'canteen.manage',
    about: '发布几天的菜单,拿到发群的文字',
    input: z.strictObject({ centreId, canteenId: rowId, from: shanghaiDayField, to: shanghaiDayField }),
    output: z.object({ published: z.number(), text: z.string(), shareTitle: z.string() }),
    refusals: ['CANTEEN.NO_MENU'],
  },
  cancelMenu: {
    kind: 'write',
    may: 'canteen.manage',
    about: '这一顿不开了:订了的全部退款并通知',
    input: z.strictObject({ centreId, menuId: rowId, reason: words(60) }),
    output: z.object({ orders: z.number() }),
    refusals: ['CANTEEN.MENU_OVER'],
  },
  kitchen: {
    kind: 'read',
    may: 'meal.serve',
    about: '看一顿要做多少:按套餐、按菜、特殊饮食',
    input: z.strictObject({ centreId, menuId: rowId }),
    output: z.object({
      day: z.string(),
      slot: mealSlot,
      state: z.enum(['draft', 'published', 'frozen', 'settled', 'cancelled']),
      cutoffAt: instantField,
      /** The count of the cut-off stands still from then on; late adds are counted beside it. */
      frozen: z.boolean(),
      portions: z.number(),
      byMeal: z.array(counted),
      byDish: z.array(counted),
      special: z.array(z.object({ diet: z.string(), portions: z.number(), names: z.array(z.string()) })),
      clashes: z.array(z.object({ name: z.string(), meal: z.string(), dishes: z.array(z.string()) })),
      late: z.array(z.object({ name: z.string(), meal: z.string(), reason: z.string() })),
      eatIn: z.number(),
      deliveries: z.number(),
      served: z.number(),
      leftOver: z.number(),
      orders: z.array(kitchenOrder),
    }),
    refusals: [],
  },
  kitchenSheet: {
    kind: 'write',
    may: 'meal.serve',
    about: '导出厨房单和餐盒标签',
    input: z.strictObject({ centreId, menuId: rowId }),
    output: z.object({ fileId: z.string(), url: z.string() }),
    refusals: [],
    keepReply: false,
  },
  markServed: {
    kind: 'write',
    may: 'meal.serve',
    about: '堂食:勾掉已经领餐的人(再点一下取消)',
    input: z.strictObject({ centreId, menuId: rowId, dinerId: rowId, served: z.boolean() }),
    output: z.object({ served: z.boolean() }),
    refusals: ['CANTEEN.NOT_ORDERED', 'CANTEEN.TOO_EARLY'],
  },
  saveLeftOver: {
    kind: 'write',
    may: 'meal.serve',
    about: '记下剩了几份',
    input: z.strictObject({ centreId, menuId: rowId, leftOver: whole(0, 2000) }),
    output: z.object({ leftOver: z.number() }),
    refusals: ['CANTEEN.TOO_EARLY'],
  },
})
