import { asInstant, shanghaiDay } from '../../../types/common/time'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { clockOf, type DayOfStaff, outcomes, type Question } from '../reception-words'
import { problemPath } from '../staff-paths'
import { AnswerQuestion } from './answer-question'
import { AskerContact } from './asker-contact'
import { ListQuestion } from './list-question'
import { MarkAbsent } from './mark-absent'

interface QuestionCardProps {
  centreId: string
  day: DayOfStaff
  question: Question
}

const whenOf = ({ slot, at }: Question): string => (slot > 0 ? `约的 ${clockOf(at)}` : `门口 ${clockOf(at)}`)

/** One question: who asks what, and what came of it. Nothing comes of it before the day. */
export function QuestionCard({ centreId, day, question }: QuestionCardProps) {
  const { topic, name, outcome, answer, problemId, slot } = question
  const isToday = day.day <= shanghaiDay(asInstant(Date.now()))
  const isOpen = day.state === 'coming' && outcome === ''
  const asked = { centreId, dayId: day.dayId, question }
  return (
    <Card title={topic} aside={<StatusTag {...outcomes[outcome]} />}>
      <Note>
        {name} · {whenOf(question)}
      </Note>
      {answer !== '' && <Note>答复:{answer}</Note>}
      {isOpen && isToday && (
        <Side>
          <AnswerQuestion {...asked} />
          <ListQuestion {...asked} />
          {slot > 0 && <MarkAbsent {...asked} />}
        </Side>
      )}
      {problemId !== '' && (
        <Button
          text="看这个问题"
          label={`看这个问题,${topic}`}
          onTap={() => open(problemPath(centreId, problemId))}
        />
      )}
      <AskerContact {...asked} />
    </Card>
  )
}
