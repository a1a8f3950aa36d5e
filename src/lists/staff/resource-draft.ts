import type { InputOf } from '../../../types/common/contract'
import type { Audience, Category } from '../../../types/common/words'
import type { listsContract } from '../../../types/lists.contract'
import type { Limits } from './limits-fields'
import type { ResourceRow } from './rows'

/** A resource being written down. An empty contact means: leave it as it is. */
export interface ResourceDraft {
  readonly unit: string
  readonly title: string
  readonly description: string
  readonly categories: readonly Category[]
  readonly audience: readonly Audience[]
  readonly limits: Limits
  readonly capacityPerSession: number
  readonly sessionsPerMonth: number
  readonly homeVisit: boolean
  readonly location: ResourceRow['location']
  readonly contact: string
  readonly agreement: string
  /** `YYYY-MM-DD` or empty. */
  readonly reviewDay: string
}

export const emptyResource: ResourceDraft = {
  unit: '',
  title: '',
  description: '',
  categories: [],
  audience: [],
  limits: { weekdays: [1, 2, 3, 4, 5], hours: '09:00-11:00' },
  capacityPerSession: 10,
  sessionsPerMonth: 4,
  homeVisit: false,
  location: undefined,
  contact: '',
  agreement: '',
  reviewDay: '',
}

/** A registered resource as it is edited; the contact is not known whole, so it starts empty. */
export const draftOf = (resource: ResourceRow): ResourceDraft => ({
  ...resource,
  limits: { weekdays: resource.weekdays, hours: resource.hours },
  location: resource.location,
  contact: '',
})

/** What `lists.addResource` takes; `lists.editResource` takes it with the id and `paused`. */
export const resourceInput = (
  centreId: string,
  draft: ResourceDraft,
): InputOf<typeof listsContract, 'addResource'> => ({
  centreId,
  unit: draft.unit,
  title: draft.title,
  description: draft.description,
  categories: [...draft.categories],
  audience: [...draft.audience],
  weekdays: [...draft.limits.weekdays],
  hours: draft.limits.hours,
  capacityPerSession: draft.capacityPerSession,
  sessionsPerMonth: draft.sessionsPerMonth,
  homeVisit: draft.homeVisit,
  agreement: draft.agreement,
  ...(draft.location && { location: draft.location }),
  ...(draft.contact.trim() !== '' && { contact: draft.contact }),
  ...(draft.reviewDay !== '' && { reviewDay: draft.reviewDay }),
})
