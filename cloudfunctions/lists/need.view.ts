import type { OutputOf } from '../../types/common/contract'
import type { listsContract } from '../../types/lists.contract'
import type { ListedNeed } from './need.store'

export type NeedView = OutputOf<typeof listsContract, 'needs'>['rows'][number]

/** A need without the person: for the resident who said it. */
export const ownNeedView = (need: ListedNeed): NeedView => ({
  id: need._id,
  text: need.text,
  source: need.source,
  beneficiary: [...need.beneficiary],
  ...(need.weekdays && { weekdays: [...need.weekdays] }),
  ...(need.hours && { hours: need.hours }),
  headcount: need.headcount,
  mobilityImpaired: need.mobilityImpaired,
  state: need.state,
  at: need.at,
  ...(need.projectId && { projectId: need.projectId }),
})

/** A need with the person's masked name: for staff. */
export const staffNeedView = (need: ListedNeed): NeedView => ({
  ...ownNeedView(need),
  ...(need.personMasked && { person: need.personMasked }),
})
