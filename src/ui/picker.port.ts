/** What the pickers of both platforms take; the empty string stands for nothing picked yet. */
export interface PickOneProps {
  label: string
  words: readonly string[]
  /** Index of the picked word; -1: none yet. */
  index: number
  onPick: (index: number) => void
}

export interface PickMomentProps {
  label: string
  mode: 'date' | 'time'
  /** `YYYY-MM-DD` or `HH:MM`. */
  value: string
  onPick: (value: string) => void
  /** First day that can be picked. */
  from?: string | undefined
}
