/** A matter while it is being written. */
export interface MatterDraft {
  readonly text: string
  readonly place: string
  /** File ids in the cloud's storage. */
  readonly photos: readonly string[]
  readonly anonymous: boolean
}

export const emptyMatter: MatterDraft = { text: '', place: '', photos: [], anonymous: false }

/** What is sent of a draft. */
export const matterInput = ({ photos, ...draft }: MatterDraft) => ({ ...draft, photos: [...photos] })
