import type { Question } from '../../_kit/documents/sessions'
import type { ListedDay } from './reception-day.store'

/** A day as every list of days shows it. */
export const dayView = (day: ListedDay) => {
  const { _id: dayId, kind, title, place, host, startsAt, endsAt, state, cancelledBecause } = day
  const { slotMinutes, slots, left } = day
  return {
    ...{ dayId, day: day.day, kind, title, place, host, startsAt, endsAt, state, cancelledBecause },
    ...{ slotMinutes, slots, left },
  }
}

/** A question as the asker and the staff see it; the name masked. */
export const questionView = ({
  id: questionId,
  nameMasked: name,
  slot,
  at,
  topic,
  outcome,
  answer,
  problemId,
}: Question) => ({ questionId, slot, at, name, topic, outcome, answer, problemId })
