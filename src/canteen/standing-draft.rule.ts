import type { MealSlot } from '../../types/common/words'
import type { StandingOrder } from './shown'

type Days = StandingOrder['days']

/** A standing order as the form shows it: one meal and one way of eating for all chosen days of a slot. */
export interface StandingDraft {
  readonly slot: MealSlot
  readonly weekdays: readonly number[]
  readonly meal: string
  readonly delivery: boolean
}

/** The draft of a slot from what stands; on no day when nothing does, and carried home to whoever may have that. */
export const draftOf = (
  days: Days,
  slot: MealSlot,
  mealNames: readonly string[],
  mayDeliver: boolean,
): StandingDraft => {
  const own = days.filter((day) => day.slot === slot)
  return {
    slot,
    weekdays: own.map(({ weekday }) => weekday).sort(),
    meal: own[0]?.meal ?? mealNames[0] ?? '普通套餐',
    delivery: own[0]?.delivery ?? mayDeliver,
  }
}

/** What stands once a draft is saved: the slot as drafted, the other slots as they were. */
export const daysOf = (before: Days, { slot, weekdays, meal, delivery }: StandingDraft): Days => [
  ...before.filter((day) => day.slot !== slot),
  ...weekdays.map((weekday) => ({ weekday, slot, meal, delivery })),
]
