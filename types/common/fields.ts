import { z } from 'zod'
import { asInstant, isShanghaiDay, parseHours, type ShanghaiDay } from './time'
import { audiences, categories } from './words'

/** A centre's id: dotted path `district.street.community.station`, so ancestors are read off it. */
export const centreId = z
  .string()
  .max(90)
  .regex(/^[a-z0-9]{1,20}(\.[a-z0-9]{1,20}){0,3}$/, '社区编号不对')

/** Id of a row, made by the server. */
export const rowId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\w.:-]+$/, '编号不对')

/** An openid as WeChat gives it. */
export const openId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/, '编号不对')

/** One line or more of people's words, trimmed, never empty. */
export const words = (max: number) => z.string().trim().min(1, '请填写').max(max, `最多 ${max} 个字`)

/** A whole number within bounds. */
export const whole = (min: number, max: number) =>
  z.number('请填数字').int('请填整数').min(min, `不能少于 ${min}`).max(max, `不能超过 ${max}`)

export const phone = z.string().regex(/^1[3-9]\d{9}$/, '请填 11 位手机号')

export const shanghaiDayField = z
  .string()
  .max(10)
  .refine(isShanghaiDay, '日期不对')
  .transform((day) => day as ShanghaiDay)

export const instantField = whole(0, 4_102_444_800_000).transform(asInstant)

/** `HH:MM-HH:MM` within one day. */
export const hoursField = z
  .string()
  .max(11)
  .refine((hours) => parseHours(hours) !== undefined, '时间要写成 09:00-11:30')

/** 1 = Monday … 7 = Sunday, each at most once. */
export const weekdaysField = z
  .array(whole(1, 7))
  .min(1)
  .max(7)
  .refine((days) => new Set(days).size === days.length, '星期重复了')

const once = (list: readonly unknown[]) => new Set(list).size === list.length
export const audienceField = z.array(z.enum(audiences)).min(1, '请选服务对象').max(9).refine(once, '重复了')
export const categoriesField = z.array(z.enum(categories)).min(1, '请选类别').max(2).refine(once, '重复了')

/** Longitude and latitude in degrees. */
export const place = z.strictObject({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
})

/** Where the next page begins; what came back as `next`. */
export const cursor = z.string().max(120)
