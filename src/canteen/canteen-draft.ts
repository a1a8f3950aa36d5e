import { clockText } from '../../types/common/time'
import type { MealSlot } from '../../types/common/words'
import type { CanteenOfStaff } from './shown'

type SlotRule = CanteenOfStaff['slots'][number]

/** A slot as it is typed: times as `HH:MM`. */
export interface SlotDraft {
  readonly slot: MealSlot
  readonly on: boolean
  readonly capacity: number
  readonly cutoffDaysBefore: number
  readonly cutoff: string
  readonly from: string
  readonly to: string
}

const usual: readonly SlotDraft[] = [
  {
    slot: 'breakfast',
    on: false,
    capacity: 80,
    cutoffDaysBefore: 1,
    cutoff: '20:00',
    from: '07:00',
    to: '08:30',
  },
  {
    slot: 'lunch',
    on: true,
    capacity: 120,
    cutoffDaysBefore: 0,
    cutoff: '09:30',
    from: '11:00',
    to: '12:30',
  },
  {
    slot: 'dinner',
    on: false,
    capacity: 60,
    cutoffDaysBefore: 0,
    cutoff: '15:00',
    from: '17:00',
    to: '18:30',
  },
]

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** The three slots of a canteen as drafts; those it has not are off and hold what is usual. */
export const slotDrafts = (slots: readonly SlotRule[] | undefined): readonly SlotDraft[] =>
  usual.map((draft) => {
    const rule = slots?.find(({ slot }) => slot === draft.slot)
    if (!slots) return draft
    if (!rule) return { ...draft, on: false }
    return {
      slot: rule.slot,
      on: true,
      capacity: rule.capacity,
      cutoffDaysBefore: rule.cutoffDaysBefore,
      cutoff: clockText(rule.cutoffAt),
      from: clockText(rule.servedFrom),
      to: clockText(rule.servedTo),
    }
  })

/** The slots that are on, as they are saved. */
export const slotRules = (drafts: readonly SlotDraft[]): SlotRule[] =>
  drafts
    .filter(({ on }) => on)
    .map(({ slot, capacity, cutoffDaysBefore, cutoff, from, to }) => ({
      slot,
      capacity,
      cutoffDaysBefore,
      cutoffAt: minutesOf(cutoff),
      servedFrom: minutesOf(from),
      servedTo: minutesOf(to),
    }))
