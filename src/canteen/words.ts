import { yuan } from '../../types/common/money'
import {
  asInstant,
  dayText,
  momentText,
  type ShanghaiDay,
  shanghaiDay,
  weekdayOf,
  weekdayText,
} from '../../types/common/time'
import type { MealSlot } from '../../types/common/words'
import type { Menu, OfferedMeal, OfferedMenu, SubsidyRule } from './shown'

/** 「8.00 元」. */
export const money = (fen: number): string => `${yuan(fen)} 元`

export const slotWords: Readonly<Record<MealSlot, string>> = {
  breakfast: '早餐',
  lunch: '午餐',
  dinner: '晚餐',
}

/** `2026-12-01` → 「12月1日 周二」, with 今天 and 明天 named. */
export const dayWords = (day: string, now = Date.now()): string => {
  const today = shanghaiDay(asInstant(now))
  const tomorrow = shanghaiDay(asInstant(now + 86_400_000))
  const named = day === today ? '今天 ' : day === tomorrow ? '明天 ' : ''
  return `${named}${dayText(day)} ${weekdayText(weekdayOf(day as ShanghaiDay))}`
}

/** 「今天 12月1日 周二 午餐」. */
export const menuWords = ({ day, slot }: Pick<Menu, 'day' | 'slot'>): string =>
  `${dayWords(day)} ${slotWords[slot]}`

/** 「今天(周二) 9:30 截单」, or that it is over. */
export const cutoffWords = (cutoffAt: number, now = Date.now()): string =>
  cutoffAt > now ? `${momentText(asInstant(cutoffAt), asInstant(now))} 截单` : '已经截单'

/** 「15.00 元,补贴 7.00 元,您付 8.00 元」. */
export const priceWords = ({ price, toPay }: Pick<OfferedMeal, 'price' | 'toPay'>): string =>
  price === toPay ? `${money(price)}` : `${money(price)},补贴 ${money(price - toPay)},您付 ${money(toPay)}`

/** What stands in the way of ordering from a menu; undefined when nothing does. */
export const closedWords: Readonly<Record<OfferedMenu['state'], string | undefined>> = {
  open: undefined,
  full: '订满了',
  over: '已经截单',
  cancelled: '这一顿不开',
}

/** 「满 80 岁,独居或失能,每顿补 7.00 元」. */
export const tierWords = ({ fromAge, careTags, kind, fen }: SubsidyRule['tiers'][number]): string => {
  const who = [fromAge > 0 && `满 ${fromAge} 岁`, careTags.length > 0 && careTags.join('或')].filter(Boolean)
  const what = kind === 'off' ? `每顿补 ${money(fen)}` : fen === 0 ? '每顿不用付' : `每顿只付 ${money(fen)}`
  return [...(who.length > 0 ? who : ['所有用餐人']), what].join(',')
}
