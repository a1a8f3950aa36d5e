import type { Instant, ShanghaiDay } from '../../../types/common/time'
import type { PartyRole, ReceptionKind } from '../../../types/hall.words'

/** Somebody at the table, or asked to it. */
export interface Party {
  readonly role: PartyRole
  /** Who they sit for: 「金桂物业」, 「5栋 2-301」. */
  readonly title: string
  readonly nameSealed: string
  readonly nameMasked: string
  /** Openid; empty for those written in by hand. */
  readonly who: string
  readonly rsvp: 'none' | 'yes' | 'no'
  /** 0 while not there. */
  readonly presentAt: Instant
  readonly source: 'invited' | 'joined' | 'door'
}

export interface AgendaItem {
  readonly itemId: string
  /** Empty when it is about no matter. */
  readonly matterId: string
  readonly title: string
  readonly minutes: number
  /** 会议记录. */
  readonly text: string
  readonly outcome: '' | 'resolved' | 'continued' | 'dropped'
  readonly decisions: readonly { readonly text: string; readonly who: string; readonly byDay: ShanghaiDay }[]
}

/**
 * 议事会, one sitting, with everybody at the table in it: coming, checking in and striking out are one conditional
 * update each.
 */
export interface SessionDocument {
  readonly _id: string
  readonly centreId: string
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly place: string
  readonly state: 'draft' | 'announced' | 'held' | 'cancelled'
  readonly quorum: number
  readonly open: boolean
  readonly buildings: readonly string[]
  readonly agenda: readonly AgendaItem[]
  /** By key; a resident's is made of the openid. At most 300. */
  readonly parties: Readonly<Record<string, Party>>
  /** What still fits on the list, of 300. */
  readonly left: number
  readonly coming: number
  readonly present: number
  readonly photos: readonly string[]
  readonly attachments: readonly { readonly fileId: string; readonly name: string }[]
  readonly cancelledBecause: string
  /** What the check-in codes are made of. */
  readonly seed: string
  /** Wrong codes by the key a resident has, or would have, in `parties`. */
  readonly wrong: Readonly<Record<string, number>>
  /** Counts edits of what the staff write, so that two at once notice each other. */
  readonly changes: number
  /** The request that wrote minutes last, so that a repeat recognises itself. */
  readonly requestKey: string
  /** Openids of those in `parties`, for finding one's own. */
  readonly people: readonly string[]
  /** When those coming are reminded; 0 when nobody is to be, or they were. */
  readonly remindAt: Instant
  /** Begins with `startsAt`. */
  readonly order: string
}

/** When reception days come again. */
export type Recurrence =
  | { readonly every: 'week'; readonly weekday: number }
  | { readonly every: 'month'; readonly nth: number; readonly weekday: number }

/** 固定接访安排: what reception days are made from. */
export interface ReceptionRuleDocument {
  readonly _id: string
  readonly centreId: string
  readonly kind: ReceptionKind
  readonly title: string
  readonly recurrence: Recurrence
  /** Minutes past midnight. */
  readonly startsAt: number
  readonly slots: number
  readonly slotMinutes: number
  readonly place: string
  readonly host: string
  readonly skipHolidays: boolean
  readonly startsOn: ShanghaiDay
  readonly stopped: boolean
  /** Days were made up to and including this one; none of them lies after it. */
  readonly madeUntil: ShanghaiDay
  /** The request that wrote it last. */
  readonly editedIn: string
  readonly order: string
}

/** Something asked on a reception day. */
export interface Question {
  readonly id: string
  /** 0 = written in at the door. */
  readonly slot: number
  /** When the slot begins, or when it was written in. */
  readonly at: Instant
  /** Openid; empty at the door. */
  readonly who: string
  readonly nameSealed: string
  readonly nameMasked: string
  readonly phoneSealed: string
  readonly topic: string
  /** Empty until it was dealt with. */
  readonly outcome: '' | 'answered' | 'listed' | 'absent'
  readonly answer: string
  readonly problemId: string
  readonly answeredIn: string
  readonly requestKey: string
}

/** 接访日, one day of a rule with what was asked on it. `_id` is `<rule>_<day>`: made once however often it is made. */
export interface ReceptionDayDocument {
  readonly _id: string
  readonly centreId: string
  readonly ruleId: string
  readonly day: ShanghaiDay
  readonly month: string
  readonly kind: ReceptionKind
  readonly title: string
  readonly place: string
  readonly host: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly slots: number
  readonly slotMinutes: number
  readonly state: 'coming' | 'closed' | 'cancelled'
  readonly cancelledBecause: string
  /** By slot number: the question's id. */
  readonly taken: Readonly<Record<string, string>>
  /** By id; a resident's is made of day and openid, so that one asks once. At most 120: the slots and `room`. */
  readonly questions: Readonly<Record<string, Question>>
  /** Openids of those who booked, for finding one's own. */
  readonly askers: readonly string[]
  /** Slots nobody has. */
  readonly left: number
  /** What can still be written in at the door; slots keep their places. */
  readonly room: number
  /** Requests that gave a slot back, the last 50, so that a repeat recognises itself. */
  readonly gaveBack: readonly string[]
  /** All questions except of those who did not come; of a cancelled day none. */
  readonly asked: number
  readonly answered: number
  readonly listed: number
  /** The request that closed or cancelled it, so that a repeat recognises itself. */
  readonly closedIn: string
  /** Begins with the moment it starts. */
  readonly order: string
}
