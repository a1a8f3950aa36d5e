import {
  clockText,
  dayText,
  minutesOfDay,
  shanghaiDay,
  weekdayOf,
  weekdayText,
} from '../../types/common/time'
import { mealSlotNames } from '../../types/common/words'
import type { MenuDocument } from '../_kit/documents/canteen'

/** What the group reads of a menu. */
export type DigestedMenu = Pick<MenuDocument, 'day' | 'slot' | 'dishes' | 'meals' | 'cutoffAt'>

/** A group message is read at a glance: a title, at most nine lines of food, how to order. */
const mostFoodLines = 9
const mostDishes = 6

const dishesText = ({ dishes }: Pick<DigestedMenu, 'dishes'>): string => {
  const named = dishes.slice(0, mostDishes).map(({ name }) => name)
  return `${named.join('、')}${dishes.length > mostDishes ? '等' : ''}`
}

const priceText = (fen: number): string => `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)}元`

const pricesText = (menus: readonly DigestedMenu[]): string => {
  const prices = menus.flatMap(({ meals }) => meals.map(({ price }) => price))
  const [lowest, highest] = [Math.min(...prices), Math.max(...prices)]
  return lowest === highest ? priceText(lowest) : `${priceText(lowest)}起`
}

/** 「12月1日(周二) 午餐:红烧豆腐、…」; the days of a canteen that only serves lunch need not say so. */
const foodLine = (menu: DigestedMenu, slots: number): string => {
  const slot = slots > 1 ? mealSlotNames[menu.slot] : ''
  return `${dayText(menu.day)}(${weekdayText(weekdayOf(menu.day))})${slot}:${dishesText(menu)}`
}

const cutoffText = (menus: readonly DigestedMenu[]): string => {
  const texts = menus.map(({ day, cutoffAt }) => {
    const closing = shanghaiDay(cutoffAt)
    return `${closing === day ? '当天' : '提前'} ${clockText(minutesOfDay(cutoffAt)).replace(/^0/, '')}`
  })
  const [first = ''] = texts
  return texts.every((text) => text === first) ? `${first} 截单` : '截单时间见小程序'
}

const span = (menus: readonly DigestedMenu[]): string => {
  const [first, last] = [menus[0], menus.at(-1)]
  if (!first || !last) return ''
  return first.day === last.day ? dayText(first.day) : `${dayText(first.day)}—${dayText(last.day)}`
}

/** Title of the card that is shared into the group. */
export const shareTitleOf = (canteenName: string, menus: readonly DigestedMenu[]): string =>
  `${canteenName} ${span(menus)}菜单`

/**
 * 发群的文字: menus of some days, in order, as a message of at most 12 lines for the group, without anybody's name:
 * a title, one line of food per menu, what is left out, price and cut-off.
 */
export const digestOf = (
  canteen: { readonly name: string; readonly phone: string },
  menus: readonly DigestedMenu[],
): string => {
  const slots = new Set(menus.map(({ slot }) => slot)).size
  const shown = menus.slice(0, mostFoodLines)
  const rest = menus.length - shown.length
  return [
    `【${shareTitleOf(canteen.name, menus)}】`,
    ...shown.map((menu) => foodLine(menu, slots)),
    ...(rest > 0 ? [`还有 ${rest} 顿,点小程序看`] : []),
    `${pricesText(menus)},老人按规定有补贴;${cutoffText(menus)},点小程序订${canteen.phone === '' ? '' : `,或打 ${canteen.phone}`}`,
  ].join('\n')
}
