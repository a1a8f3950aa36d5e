import type { Role } from '../../../types/common/roles'
import type { Instant } from '../../../types/common/time'
import type { CentreLevel } from '../../../types/common/words'

/** 党群服务中心、社区、站: a node of the district's tree. `_id` is the dotted path. */
export interface CentreDocument {
  readonly _id: string
  /** Empty for the district. */
  readonly parentId: string
  readonly level: CentreLevel
  readonly name: string
  readonly phone: string
  readonly address: string
  /** Request that made it, so that a repeat recognises itself. */
  readonly madeBy: string
}

/** 居民: somebody who joined a centre or holds a role. `_id` is the openid. Names and phones are sealed. */
export interface ResidentDocument {
  readonly _id: string
  readonly nameSealed: string
  readonly nameMasked: string
  readonly phoneSealed: string
  readonly phoneMasked: string
  /** Keyed hash, to find somebody by phone without storing it readably; empty when no phone was given. */
  readonly phoneHash: string
  /** Home community; empty for those who only hold a role. */
  readonly centreId: string
  readonly membership: 'none' | 'pending' | 'approved' | 'rejected'
  readonly rejectedBecause: string
  readonly building: string
  readonly room: string
  /** Empty until the staff approve. */
  readonly householdId: string
  readonly roles: readonly { readonly centreId: string; readonly role: Role }[]
  readonly askedAt: Instant
  /** Sorts applications, see paging. */
  readonly order: string
}

/** 户: one door, by building and room. `_id` is made of centre, building and room, so a door exists once. */
export interface HouseholdDocument {
  readonly _id: string
  readonly centreId: string
  readonly building: string
  readonly room: string
  readonly members: number
  readonly order: string
}

/** Who did what to which row (O6), and what was answered, so that the same request gets the same answer. */
export interface AuditDocument {
  readonly _id: string
  readonly who: string
  readonly whoMasked: string
  readonly action: string
  readonly centreId: string
  readonly target: string
  readonly at: Instant
  readonly order: string
  /** The answer given; absent when it held personal data. */
  readonly reply?: object
}

/** 通知: shown in the app, and sent as a subscription message where the person allowed one. */
export interface NoticeDocument {
  readonly _id: string
  readonly to: string
  readonly title: string
  readonly text: string
  /** Page to open, with its query. */
  readonly page: string
  readonly at: Instant
  readonly order: string
  readonly read: boolean
  /** `waiting` until the timer tried; `inApp` when WeChat would not carry it. */
  readonly sending: 'waiting' | 'sent' | 'inApp'
}
