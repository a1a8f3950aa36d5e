const everyone = '全体居民'

const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** Reads 「三十五」, 「八十」 or 「35」 below one hundred; another text is undefined. */
export const readNumber = (text: string): number | undefined => {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const [, tens, ones] = /^([一二两三四五六七八九]?十)?([一二两三四五六七八九])?$/.exec(text) ?? []
  if (tens === undefined && ones === undefined) return undefined
  const ten = tens === undefined ? 0 : tens === '十' ? 1 : (digits[tens.charAt(0)] ?? 0)
  return ten * 10 + (ones === undefined ? 0 : (digits[ones] ?? 0))
}

const number = '([一二两三四五六七八九十]{1,3}|\\d{1,3})'
const range = new RegExp(`${number}(?:周?岁)?(?:到|至|—|-|~|～)${number}周?岁`)
const atLeast = new RegExp(
  `(?:年满|满)?${number}周?岁(?:及?以上|起)(?!减|优惠|半价|打折|免|再|每|另|送|五|八|九)`,
)
const atMost = new RegExp(`${number}周?岁(?:及?以下|以内|以前)(?!减|优惠|半价|打折|免|再)`)

/** The ages an offer is limited to by its own words; discounts for an age are no limit. */
export const readAgeLimit = (description: string): { least: number; most: number } | undefined => {
  const between = range.exec(description)
  const low = readNumber(between?.[1] ?? atLeast.exec(description)?.[1] ?? '')
  const high = readNumber(between?.[2] ?? atMost.exec(description)?.[1] ?? '')
  return low === undefined && high === undefined ? undefined : { least: low ?? 0, most: high ?? 150 }
}

/** The age of the person in need when the words tell it (「四十六了」「娃三岁」), else undefined. */
export const readAge = (text: string): number | undefined => {
  const told =
    new RegExp(`${number}(?:周岁|岁)(?!前|以前|就)`).exec(text) ??
    new RegExp(`(?:活到|今年|快|都|满|刚满|过了)${number}(?:了|，|,|。|$)`).exec(text) ??
    new RegExp(`(?:^|，|,)${number}了`).exec(text)
  const age = readNumber(told?.[1] ?? '')
  return age !== undefined && /(?:个)?月大/.test(text) ? 0 : age
}

/**
 * Whether the offer is meant for these people: it is for everyone or shares a tag with them.
 * Tags are the audience tags (服务对象) of both lists.
 */
export const audienceFits = (beneficiary: readonly string[], audience: readonly string[]): boolean =>
  audience.length === 0 || audience.includes(everyone) || beneficiary.some((tag) => audience.includes(tag))

/** Whether the offer was made for these very people and not simply for everyone. */
export const audienceIsAimed = (beneficiary: readonly string[], audience: readonly string[]): boolean =>
  beneficiary.some((tag) => tag !== everyone && audience.includes(tag))
