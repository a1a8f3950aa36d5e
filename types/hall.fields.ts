import { z } from 'zod'
import { instantField, rowId, whole, words } from './common/fields'
import { partyRoles, steps, tiers } from './hall.words'

/** A file in the cloud's storage. */
export const fileId = z.string().min(1).max(300)
export const photos = z.array(fileId).max(6, '最多 6 张照片')
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对')
export const tier = z.enum(tiers)
export const step = z.enum(steps)
export const partyRole = z.enum(partyRoles)
/** How often the row had been changed when the page read it; another number is `COMMON.CHANGED`. */
export const seen = whole(0, 1_000_000)
/** Where something is or happens, as people say it. */
export const placeWords = z.string().trim().max(60, '最多 60 个字')
/** Building or room as people write it. */
export const doorPart = z
  .string()
  .trim()
  .min(1, '请填写')
  .max(20, '最多 20 个字')
  .regex(/^[\p{L}\p{N}#-]+$/u, '只填楼栋、单元、房号')

/** A line of a matter's or a problem's story, oldest first. `by` is a masked name, or empty when time did it. */
export const storyLine = z.object({
  at: instantField,
  kind: z.string(),
  text: z.string(),
  by: z.string(),
  /** Session, problem or ballot the line is about; empty when it is about none. */
  about: z.string(),
})
/** What a problem needs to be on the list. */
export const problemFacts = {
  text: words(200),
  /** 整改措施 */
  measure: words(200),
  /** 责任单位, several. */
  units: z.array(words(30)).min(1, '请填责任单位').max(6, '最多 6 个单位'),
  /** 经办人: openid of a member of staff. */
  officer: rowId,
}
