import type { InputOf } from '../../../types/common/contract'
import type { Audience, NeedSource } from '../../../types/common/words'
import type { listsContract } from '../../../types/lists.contract'
import type { Limits } from './limits-fields'

/** A need being written down; empty texts are left out when it is sent. */
export interface NeedDraft {
  readonly text: string
  readonly source: NeedSource
  readonly person: string
  readonly building: string
  readonly room: string
  readonly beneficiary: readonly Audience[]
  readonly limits: Limits
  readonly headcount: number
  readonly mobilityImpaired: boolean
}

export const emptyNeed: NeedDraft = {
  text: '',
  source: 'visit',
  person: '',
  building: '',
  room: '',
  beneficiary: [],
  limits: { weekdays: [], hours: '' },
  headcount: 1,
  mobilityImpaired: false,
}

/** The fields of a draft that hold words. */
const filled = (texts: Readonly<Record<'person' | 'building' | 'room', string>>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''))

/** What `lists.enterNeed` takes. */
export const needInput = (centreId: string, draft: NeedDraft): InputOf<typeof listsContract, 'enterNeed'> => {
  const { text, source, person, building, room, beneficiary, limits, headcount, mobilityImpaired } = draft
  return {
    centreId,
    text,
    source,
    beneficiary: [...beneficiary],
    headcount,
    mobilityImpaired,
    ...(limits.weekdays.length > 0 && { weekdays: [...limits.weekdays] }),
    ...(limits.hours !== '' && { hours: limits.hours }),
    ...filled({ person, building, room }),
  }
}
