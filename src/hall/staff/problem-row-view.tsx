import { Row } from '../../ui/row'
import { StatusTag } from '../../ui/status-tag'
import { dueWords, problemStanding } from '../problem-state.rule'
import type { ProblemRow } from '../shown'

/** One problem in a list: what, whose, until when and how it stands. */
export function ProblemRowView({ problem, onTap }: { problem: ProblemRow; onTap: () => void }) {
  const { text, units, officerName } = problem
  const { tone, word } = problemStanding(problem)
  return (
    <Row
      title={text}
      note={`${dueWords(problem)} · ${officerName} · ${units.join('、')}`}
      aside={<StatusTag tone={tone} word={word} />}
      onTap={onTap}
    />
  )
}
