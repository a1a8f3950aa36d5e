/** A problem as it is being written, for whoever puts one on the list. */
export interface ProblemDraft {
  readonly text: string
  readonly measure: string
  /** As typed: several units with 「、」 or commas between them. */
  readonly units: string
  /** Openid; empty until somebody is chosen. */
  readonly officer: string
}

/** Nothing written yet, except what somebody said. */
export const newProblemDraft = (text = ''): ProblemDraft => ({ text, measure: '', units: '', officer: '' })

const unitsOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[、,,;;\n]/)
      .map((unit) => unit.trim())
      .filter((unit) => unit !== ''),
  ),
]

/** What is sent: trimmed, units apart. */
export const problemFactsOf = ({ text, measure, units, officer }: ProblemDraft) => ({
  text: text.trim(),
  measure: measure.trim(),
  units: unitsOf(units),
  officer,
})

/** Whether nothing is missing. */
export const isProblemReady = (draft: ProblemDraft): boolean => {
  const { text, measure, units, officer } = problemFactsOf(draft)
  return text !== '' && measure !== '' && units.length > 0 && officer !== ''
}
