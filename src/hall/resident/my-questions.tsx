import { dayText } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { open } from '../../pages/open'
import { Button } from '../../ui/button'
import { Card, Note } from '../../ui/card'
import { StatusTag } from '../../ui/status-tag'
import { myProblemsPath } from '../paths'
import { answerStanding, type MyQuestion } from '../reception-words'

/** What somebody asked on days that are over, and what was answered; those still to come stand with their day. */
export function MyQuestions({ centreId }: { centreId: string }) {
  const { data } = useRead(hall.myQuestions, { centreId })
  const asked = data?.rows.filter(({ outcome, state }) => outcome !== '' || state === 'cancelled') ?? []
  return (
    <>
      {asked.map((question) => (
        <AskedCard key={question.dayId} question={question} />
      ))}
    </>
  )
}

function AskedCard({ question }: { question: MyQuestion }) {
  const { day, title, topic, outcome, answer } = question
  return (
    <Card title={topic} aside={<StatusTag {...answerStanding(question)} />}>
      <Note>
        {dayText(day)} {title}
      </Note>
      {answer !== '' && <Note>答复:{answer}</Note>}
      {outcome === 'listed' && (
        <Button text="看办到哪一步" label={`看办到哪一步,${topic}`} onTap={() => open(myProblemsPath)} />
      )}
    </Card>
  )
}
