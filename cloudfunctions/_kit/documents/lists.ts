import type { Instant, ShanghaiDay } from '../../../types/common/time'
import type { Audience, Category, NeedSource } from '../../../types/common/words'

/** 群众需求: what somebody asks for, in their own words. */
export interface NeedDocument {
  readonly _id: string
  readonly centreId: string
  readonly text: string
  readonly source: NeedSource
  /** Openid of the resident who said it; empty when staff entered or imported it. */
  readonly by: string
  readonly personMasked: string
  readonly personSealed: string
  /** Where the person lives, sealed; empty when unknown. */
  readonly addressSealed: string
  readonly beneficiary: readonly Audience[]
  readonly weekdays?: readonly number[]
  readonly hours?: string
  readonly headcount: number
  readonly mobilityImpaired: boolean
  readonly location?: { readonly lng: number; readonly lat: number }
  readonly state: 'open' | 'matched' | 'gap' | 'served' | 'withdrawn'
  readonly projectId?: string
  /** Resources the staff turned down for it, with the reason. */
  readonly rejected: readonly { readonly resourceId: string; readonly reason: string }[]
  /** Request that last changed the state, so that a repeat recognises itself; empty at first. */
  readonly decidedIn: string
  /** Part of an import that brought it. */
  readonly part?: string
  readonly at: Instant
  readonly order: string
}

/** 社区资源: what a partner unit offers. */
export interface ResourceDocument {
  readonly _id: string
  readonly centreId: string
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
  readonly location?: { readonly lng: number; readonly lat: number }
  readonly contactSealed: string
  readonly contactMasked: string
  readonly agreement: string
  readonly reviewDay: ShanghaiDay | ''
  readonly paused: boolean
  /** The draft project that further needs join; stale once that project is no draft any more. */
  readonly draftId?: string
  /** Part of an import that brought it. */
  readonly part?: string
  readonly at: Instant
  readonly order: string
}

/** One place in the list of a project: the first `cap` are seats, the rest wait (候补). */
export interface Enrolment {
  /** Openid, or openid and family member's name hash: one place per person. */
  readonly key: string
  readonly who: string
  readonly nameMasked: string
  readonly nameSealed: string
  /** Masked name of the resident who acted, when for a family member. */
  readonly byMasked: string
  readonly forSealed: string
  readonly at: Instant
  /** Request that made it, so that a repeat recognises itself. */
  readonly requestKey: string
}

/** Who moved from the waiting list to a seat by one request. */
export interface Move {
  readonly requestKey: string
  readonly up: readonly Pick<Enrolment, 'key' | 'who' | 'nameMasked' | 'requestKey'>[]
}

/** 服务项目: a session of a resource that answers needs. */
export interface ProjectDocument {
  readonly _id: string
  readonly centreId: string
  readonly resourceId: string
  readonly unit: string
  readonly title: string
  readonly description: string
  readonly audience: readonly Audience[]
  readonly homeVisit: boolean
  readonly place: string
  readonly needIds: readonly string[]
  /** People of those needs together. */
  readonly headcount: number
  readonly state: 'draft' | 'published' | 'cancelled' | 'done'
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly closesAt: Instant
  readonly cap: number
  readonly waitCap: number
  /** Room left: cap + waitCap − entries. */
  readonly open: number
  readonly entries: readonly Enrolment[]
  /** The last moves up, so that a repeat tells the same people. */
  readonly moves: readonly Move[]
  /** Request that cancelled it. */
  readonly cancelledIn?: string
  readonly editionId: string
  readonly order: string
}

/** 服务项目清单, one dated, numbered, frozen edition. `_id` is `<centre>:<number>`. */
export interface EditionDocument {
  readonly _id: string
  readonly centreId: string
  readonly centreName: string
  readonly no: number
  readonly month: string
  readonly publishedAt: Instant
  readonly projectIds: readonly string[]
  /** What was promised at publication; live seats come from the projects. */
  readonly rows: readonly {
    readonly projectId: string
    readonly title: string
    readonly unit: string
    readonly startsAt: Instant
    readonly endsAt: Instant
    readonly place: string
    readonly cap: number
  }[]
  readonly requestKey: string
  readonly order: string
}

/** One row of a sheet that passed the checks, ready to be written. */
export type ImportedRow =
  | { readonly kind: 'need'; readonly document: Omit<NeedDocument, 'at' | 'order'> }
  | { readonly kind: 'resource'; readonly document: Omit<ResourceDocument, 'at' | 'order'> }

/** A part of an import, at most 500 rows. `_id` is `<import>:<part>`. */
export interface ImportDocument {
  readonly _id: string
  readonly centreId: string
  readonly importId: string
  readonly part: number
  readonly parts: number
  readonly at: Instant
  readonly rows: readonly ImportedRow[]
  /** Once written: how many rows were new. The rows are then dropped. */
  readonly added?: number
  readonly alreadyHere?: number
  readonly problems: readonly { readonly row: number; readonly column: string; readonly problem: string }[]
}

/** How things stand at a centre: needs by state. `_id` is the centre's id. */
export interface NeedCountDocument {
  readonly _id: string
  readonly open: number
  readonly matched: number
  readonly gap: number
  readonly served: number
  readonly withdrawn: number
  /** The last changes by key, so that none counts twice. */
  readonly recent: readonly string[]
}
