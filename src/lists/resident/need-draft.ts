import type { InputOf } from '../../../types/common/contract'
import type { Audience } from '../../../types/common/words'
import type { listsContract } from '../../../types/lists.contract'

/** A need while it is being written. */
export interface NeedDraft {
  readonly text: string
  readonly beneficiary: readonly Audience[]
  /** Whether any time suits; then days and hours are not said. */
  readonly anyTime: boolean
  /** 1 = Monday … 7 = Sunday. */
  readonly weekdays: readonly number[]
  /** `HH:MM` */
  readonly from: string
  readonly until: string
  readonly headcount: number
  readonly mobilityImpaired: boolean
}

export const emptyNeed: NeedDraft = {
  text: '',
  beneficiary: ['全体居民'],
  anyTime: true,
  weekdays: [],
  from: '09:00',
  until: '11:00',
  headcount: 1,
  mobilityImpaired: false,
}

type NeedInput = Omit<InputOf<typeof listsContract, 'stateNeed'>, 'centreId'>

/** What is sent of a draft; the server checks it and names the fields at fault. */
export const needInput = (draft: NeedDraft): NeedInput => ({
  text: draft.text,
  beneficiary: [...draft.beneficiary],
  headcount: draft.headcount,
  mobilityImpaired: draft.mobilityImpaired,
  ...(!draft.anyTime && { hours: `${draft.from}-${draft.until}` }),
  ...(!draft.anyTime && draft.weekdays.length > 0 && { weekdays: [...draft.weekdays] }),
})

/** Chosen audiences: 全体居民 stands alone, choosing somebody takes it away and the other way round. */
export const chosenAudiences = (before: readonly Audience[], chosen: readonly Audience[]): Audience[] => {
  if (chosen.length === 0) return ['全体居民']
  const added = chosen.find((one) => !before.includes(one))
  if (added === '全体居民') return ['全体居民']
  return chosen.filter((one) => one !== '全体居民' || chosen.length === 1)
}
