import { z } from 'zod'
import { rowId, shanghaiDayField, whole, words } from './common/fields'
import { allergens, careTags, dietTags, mealSlots } from './common/words'

const once = (list: readonly unknown[]) => new Set(list).size === list.length

export const mealSlot = z.enum(mealSlots)
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对')
/** Money, in fen. */
export const fen = (min: number, max: number) => whole(min, max)
export const dietNeeds = z.array(z.enum(dietTags)).max(dietTags.length).refine(once, '重复了')
export const avoided = z.array(z.enum(allergens)).max(allergens.length).refine(once, '重复了')
export const careTagList = z.array(z.enum(careTags)).max(careTags.length).refine(once, '重复了')
/** Building or room as people write it. */
export const doorPart = z
  .string()
  .trim()
  .min(1, '请填写')
  .max(20, '最多 20 个字')
  .regex(/^[\p{L}\p{N}#-]+$/u, '只填楼栋、单元、房号')

/** A dish as it stands on a menu. Its id is the menu's own. */
export const dish = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,8}$/),
  name: words(20),
  tags: dietNeeds,
  allergens: avoided,
})
/** 套餐: what is ordered. `cap` portions at most, 0 = only the menu's capacity counts. */
export const meal = z.strictObject({
  id: z.string().regex(/^[a-z0-9]{1,8}$/),
  name: words(20),
  price: fen(0, 100_00),
  dishIds: z.array(z.string().max(8)).min(1, '套餐里至少要有一个菜').max(12).refine(once, '同一个菜写了两次'),
  cap: whole(0, 2000),
})
export const subsidyShare = z.object({ fund: z.string(), fen: z.number() })

/** One meal somebody wants on one menu. */
export const pick = z.strictObject({
  menuId: rowId,
  mealId: z.string().max(8),
  delivery: z.boolean(),
  /** What the page said it costs the diner, in fen; another price is refused, never charged. */
  toPay: fen(0, 100_00),
})
/** What became of one pick. */
export const pickResult = z.object({
  menuId: rowId,
  state: z.enum(['placed', 'refused']),
  toPay: z.number(),
  /** Refusal code and its text when refused; empty otherwise. */
  code: z.string(),
  why: z.string(),
})
export const emergencyContact = z.strictObject({
  name: words(20),
  relation: words(10),
  phone: z.string().regex(/^1[3-9]\d{9}$|^0\d{9,11}$/, '请填手机号或带区号的座机'),
})
/** 送餐上门: why somebody is entitled to it and until when (the day counts). */
export const deliveryRight = z.strictObject({ reason: words(40), until: shanghaiDayField })
/** Why a single pick may be refused, while the others of the same order stand. */
export const pickRefusals = [
  'CANTEEN.NO_MENU',
  'CANTEEN.NO_MEAL',
  'CANTEEN.TOO_LATE',
  'CANTEEN.FULL',
  'CANTEEN.PRICE_CHANGED',
  'CANTEEN.NO_DELIVERY',
  'CANTEEN.NO_CREDIT',
  'CANTEEN.OTHER_DISTRICT',
] as const
