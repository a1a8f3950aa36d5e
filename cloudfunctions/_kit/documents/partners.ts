import type { Instant, ShanghaiDay } from '../../../types/common/time'

/** 共建单位, 双报到单位 or 双报到党员: who stands behind resources. */
export interface PartnerDocument {
  readonly _id: string
  readonly centreId: string
  readonly name: string
  readonly kind: 'unit' | 'dualUnit' | 'dualMember'
  readonly agreement: string
  readonly termFrom: ShanghaiDay | ''
  readonly termTo: ShanghaiDay | ''
  readonly reviewDay: ShanghaiDay | ''
  readonly note: string
  readonly ended: boolean
  readonly contactSealed: string
  readonly contactMasked: string
  /** People of the unit who see what it did; at most 10. */
  readonly people: readonly { readonly who: string; readonly nameMasked: string }[]
  /** What the code for them is made of. */
  readonly seed: string
  /** The next day somebody has to be reminded of its term or review; empty when there is none. */
  readonly remindOn: ShanghaiDay | ''
  readonly order: string
}

/** 微信群 bound to a centre (O4). `_id` is the openGId WeChat gives our app for the group. */
export interface ChatGroupDocument {
  readonly _id: string
  readonly centreId: string
  readonly name: string
  readonly boundAt: Instant
  readonly boundBy: string
  readonly order: string
}

/** Somebody opened an edition, from a group or not; `_id` is made of edition, group and person, so one counts once. */
export interface EditionOpenDocument {
  readonly _id: string
}

/** How many people opened an edition; `_id` is `<edition>:<group>`, with an empty group for those without one. */
export interface EditionOpensDocument {
  readonly _id: string
  readonly centreId: string
  readonly no: number
  readonly groupId: string
  readonly people: number
  readonly order: string
}

/** Which column of a sheet with these headings is which, as staff confirmed it. `_id` is made of centre and headings. */
export interface ColumnMapDocument {
  readonly _id: string
  readonly centreId: string
  readonly kind: 'need' | 'resource'
  /** Heading by our field's name. */
  readonly columns: Readonly<Record<string, string>>
  readonly at: Instant
}

/** 评单: what somebody who was there says of a service; `_id` is made of project and place in its list. */
export interface EvaluationDocument {
  readonly _id: string
  readonly centreId: string
  readonly projectId: string
  readonly partnerId: string
  readonly title: string
  readonly who: string
  readonly byMasked: string
  readonly stars: number
  readonly words: string
  readonly photos: readonly string[]
  readonly at: Instant
  readonly requestKey: string
  readonly order: string
}

/** What one centre's month came to, kept by every write; `_id` is `<centre>:<month>`. Needs count in the month they were stated. */
export interface ListFigureDocument {
  readonly _id: string
  readonly centreId: string
  readonly month: string
  readonly needs: number
  readonly served: number
  readonly gap: number
  /** How many of the served ones waited so many days (`d0`…`d60`, the last for all longer ones): the median is read off it. */
  readonly waited: Readonly<Record<string, number>>
  readonly evaluations: number
  readonly stars: number
  readonly enrolled: number
  readonly came: number
}
