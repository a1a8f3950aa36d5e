import type { Instant, ShanghaiDay } from '../../types/common/time'
import type { Audience, Category } from '../../types/common/words'
import type { ResourceDocument } from '../_kit/documents/lists'
import { idOf, orderOf } from '../_kit/ids'

/** What a form says of a resource. */
export interface OfferedResource {
  readonly unit: string
  readonly title: string
  readonly description: string
  readonly categories: readonly Category[]
  readonly audience: readonly Audience[]
  readonly weekdays: readonly number[]
  readonly hours: string
  readonly capacityPerSession: number
  readonly sessionsPerMonth: number
  readonly homeVisit: boolean
  readonly location?: { readonly lng: number; readonly lat: number } | undefined
  readonly agreement?: string | undefined
  readonly reviewDay?: ShanghaiDay | undefined
}

/** The fields of a resource that a form fills in; the contact is sealed and masked by the caller. */
export const resourceFields = (offered: OfferedResource) => ({
  unit: offered.unit,
  title: offered.title,
  description: offered.description,
  categories: offered.categories,
  audience: offered.audience,
  weekdays: offered.weekdays,
  hours: offered.hours,
  capacityPerSession: offered.capacityPerSession,
  sessionsPerMonth: offered.sessionsPerMonth,
  homeVisit: offered.homeVisit,
  ...(offered.location && { location: offered.location }),
  agreement: offered.agreement ?? '',
  reviewDay: offered.reviewDay ?? ('' as const),
})

/** The row of a new resource (社区资源). Its id is made of the request, so that a repeat makes the same row. */
export const newResource = (
  centreId: string,
  offered: OfferedResource,
  contact: Pick<ResourceDocument, 'contactSealed' | 'contactMasked'>,
  asked: { readonly requestKey: string; readonly now: Instant },
): ResourceDocument => {
  const _id = idOf('resource', asked.requestKey)
  return {
    _id,
    centreId,
    ...resourceFields(offered),
    ...contact,
    paused: false,
    at: asked.now,
    order: orderOf(asked.now, _id),
  }
}
