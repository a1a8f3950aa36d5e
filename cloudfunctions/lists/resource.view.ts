import type { OutputOf } from '../../types/common/contract'
import type { listsContract } from '../../types/lists.contract'
import type { ListedResource } from './resource.store'

/** A resource for staff; the contact person is masked. */
export const resourceView = (
  resource: ListedResource,
): OutputOf<typeof listsContract, 'resources'>['rows'][number] => ({
  id: resource._id,
  unit: resource.unit,
  title: resource.title,
  description: resource.description,
  categories: [...resource.categories],
  audience: [...resource.audience],
  weekdays: [...resource.weekdays],
  hours: resource.hours,
  capacityPerSession: resource.capacityPerSession,
  sessionsPerMonth: resource.sessionsPerMonth,
  homeVisit: resource.homeVisit,
  ...(resource.location && { location: resource.location }),
  contact: resource.contactMasked,
  agreement: resource.agreement,
  reviewDay: resource.reviewDay,
  paused: resource.paused,
})
