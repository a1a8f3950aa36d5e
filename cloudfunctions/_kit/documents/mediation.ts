import type { Instant, ShanghaiDay } from '../../../types/common/time'

/**
 * 调解. Everything said in it is sealed; the parties and the mediator are told apart by openid. Others only ever see
 * the counts of `MediationFigureDocument`. What residents do in it stands here and not in the audit log, which others
 * read: who is at odds with whom is nobody else's business.
 */
export interface MediationDocument {
  /** Made of the request that asked for it. */
  readonly _id: string
  readonly centreId: string
  readonly state: 'asked' | 'underWay' | 'agreed' | 'failed' | 'withdrawn'
  readonly askedAt: Instant
  readonly textSealed: string
  /** Who with, in the asker's words. */
  readonly otherSealed: string
  /** By key without dots; at most 6. */
  readonly parties: Readonly<Record<string, MediationParty>>
  /** Openids of the parties, for finding one's own. */
  readonly people: readonly string[]
  /** Empty while nobody has it. */
  readonly mediator: string
  readonly mediatorMasked: string
  readonly sessions: readonly {
    readonly key: string
    readonly at: Instant
    readonly placeSealed: string
    readonly notesSealed: string
  }[]
  readonly agreement: MediationAgreement | null
  readonly followUpOn: ShanghaiDay | ''
  readonly followUps: readonly { readonly key: string; readonly at: Instant; readonly textSealed: string }[]
  readonly endedBecauseSealed: string
  /** Request that withdrew it. */
  readonly endedIn: string
  /** Month it was asked for, `YYYY-MM`: the one it is counted under. */
  readonly month: string
  /** Day the mediator is reminded of the follow-up; empty when there is none. */
  readonly remindOn: ShanghaiDay | ''
  /** What invitation codes are made of. */
  readonly seed: string
  readonly order: string
}

/** 当事人: who asked, or somebody who joined by the mediator's code. */
export interface MediationParty {
  readonly who: string
  readonly nameMasked: string
  readonly role: 'asking' | 'other'
}

/** 调解协议 as it stands, and what the parties said to this version, oldest first: the last word of each counts. */
export interface MediationAgreement {
  readonly version: number
  readonly textSealed: string
  readonly proposedAt: Instant
  readonly replies: readonly {
    /** Of the request. */
    readonly key: string
    /** Key of the party. */
    readonly party: string
    readonly agrees: boolean
    readonly at: Instant
    readonly textSealed: string
  }[]
}

/** 调解件数 of one centre and month; `_id` is `<centre>:<month>`. */
export interface MediationFigureDocument {
  readonly _id: string
  readonly centreId: string
  readonly month: string
  readonly asked: number
  readonly taken: number
  readonly agreed: number
  readonly failed: number
  readonly withdrawn: number
}
