import type { Instant, ShanghaiDay } from '../../../types/common/time'

/**
 * 调解. Everything said in it is sealed; the parties and the mediator are told apart by openid. Others only ever see
 * the counts of `MediationFigureDocument`.
 */
export interface MediationDocument {
  readonly _id: string
  readonly centreId: string
  readonly state: 'asked' | 'underWay' | 'agreed' | 'failed' | 'withdrawn'
  readonly textSealed: string
  readonly otherSealed: string
  /** By key without dots; at most 6. */
  readonly parties: Readonly<
    Record<
      string,
      {
        readonly who: string
        readonly nameMasked: string
        readonly role: 'asking' | 'other'
        readonly joinedIn: string
      }
    >
  >
  /** Openids of the parties, for finding one's own. */
  readonly people: readonly string[]
  readonly mediator: string
  readonly mediatorMasked: string
  readonly takenIn: string
  readonly sessions: readonly {
    readonly key: string
    readonly at: Instant
    readonly placeSealed: string
    readonly notesSealed: string
  }[]
  readonly agreement: {
    readonly version: number
    readonly textSealed: string
    readonly proposedAt: Instant
    readonly proposedIn: string
    /** By party key. */
    readonly confirmed: Readonly<Record<string, Instant>>
  } | null
  readonly followUpOn: ShanghaiDay | ''
  readonly followUps: readonly { readonly key: string; readonly at: Instant; readonly textSealed: string }[]
  readonly endedBecauseSealed: string
  readonly endedIn: string
  /** Month it was asked for, `YYYY-MM`: the one it is counted under. */
  readonly month: string
  /** Day the mediator is reminded of the follow-up; empty when there is none. */
  readonly remindOn: ShanghaiDay | ''
  /** What invitation codes are made of. */
  readonly seed: string
  readonly changes: number
  readonly requestKey: string
  readonly order: string
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
