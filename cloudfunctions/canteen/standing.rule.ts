import { addDays, type ShanghaiDay, weekdayOf } from '../../types/common/time'
import type { Meal, MenuDocument, StandingOrderDocument } from '../_kit/documents/canteen'
import { idOf } from '../_kit/ids'
import { refuse } from '../_kit/refusal'
import { clashesOf, type Diet } from './clash.rule'
import { mayHaveDelivery } from './diner.rule'
import { chargeIdOf, refundIdOf } from './meal-journal.rule'

type Pause = StandingOrderDocument['pauses'][number]
type StandingDay = StandingOrderDocument['days'][number]

/** The most pauses somebody has at once. */
const mostPauses = 8
const longestPause = 60

/** Whether a day lies in a pause (暂停). */
export const isPaused = (pauses: readonly Pause[], day: ShanghaiDay): boolean =>
  pauses.some(({ from, to }) => from <= day && day <= to)

/** What somebody regularly has on a menu; undefined when nothing, or while it is paused. */
export const dueOn = (
  { days, pauses }: Pick<StandingOrderDocument, 'days' | 'pauses'>,
  { day, slot }: Pick<MenuDocument, 'day' | 'slot'>,
): StandingDay | undefined =>
  isPaused(pauses, day)
    ? undefined
    : days.find((candidate) => candidate.weekday === weekdayOf(day) && candidate.slot === slot)

/**
 * Pauses with one more; those that are over go. The same again changes nothing. Refused when it begins before today,
 * ends before it begins or takes longer than 60 days, or when there are too many.
 */
export const withPause = (pauses: readonly Pause[], pause: Pause, today: ShanghaiDay) => {
  const { from, to } = pause
  if (pauses.some((known) => known.from === from && known.to === to)) return { pauses }
  const current = pauses.filter((known) => known.to >= today)
  if (from < today || to < from || to >= addDays(from, longestPause)) return refuse('CANTEEN.WRONG_DAYS')
  if (current.length >= mostPauses) return refuse('CANTEEN.PAUSES_FULL')
  return { pauses: [...current, pause].toSorted((a, b) => (a.from < b.from ? -1 : 1)) }
}

/**
 * The meal a standing order gets on a menu: the one it names, or else the first, of those that suit the diner.
 * Undefined when none does: nobody is served unasked what they must not eat.
 */
export const mealFor = (
  wanted: Pick<StandingDay, 'meal'>,
  menu: Pick<MenuDocument, 'meals' | 'dishes'>,
  diet: Diet,
): Meal | undefined => {
  const suiting = menu.meals.filter((meal) => clashesOf(meal, menu.dishes, diet).length === 0)
  return suiting.find(({ name }) => name === wanted.meal) ?? suiting[0]
}

/** Why a standing order cannot be saved as it is; undefined when it can. */
export const whyNotStanding = (
  days: readonly Pick<StandingDay, 'delivery'>[],
  diner: Parameters<typeof mayHaveDelivery>[0],
  today: ShanghaiDay,
) =>
  days.some(({ delivery }) => delivery) && !mayHaveDelivery(diner, today)
    ? refuse('CANTEEN.NO_DELIVERY')
    : undefined

/** The request key of the order a standing order makes on a menu: the same for every timer, another each round. */
const roundKey = (menuId: string, dinerId: string, round: number): string =>
  idOf('standing', menuId, dinerId, String(round))

/** More rounds than anybody pauses and resumes the same meal. */
const mostRounds = 50

/**
 * The key for the next order of a standing order on a menu. A round that was paid and paid back (paused, resumed) is
 * over; undefined while one is paid for, or when there were too many.
 */
export const nextRound = (
  menuId: string,
  dinerId: string,
  orderIdOf: (requestKey: string) => string,
  journals: readonly { readonly id: string; readonly requestKey: string }[],
): string | undefined => {
  for (let round = 0; round < mostRounds; round += 1) {
    const key = roundKey(menuId, dinerId, round)
    const orderId = orderIdOf(key)
    if (!journals.some(({ id }) => id === chargeIdOf(orderId))) return key
    if (!journals.some(({ id }) => id === refundIdOf(orderId))) return undefined
  }
  return undefined
}
