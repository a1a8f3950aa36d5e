import { Card, Note } from '../ui/card'
import { Row } from '../ui/row'
import { decisionText } from './session-digest.rule'
import { type AgendaItem, outcomeWords } from './session-shown'

/** 议程 with how long each item takes; after the session with what was said and decided. */
export function SessionAgenda({ agenda, held }: { agenda: readonly AgendaItem[]; held: boolean }) {
  if (!held) {
    return (
      <Card title="议程">
        {agenda.map(({ itemId, title, minutes }, at) => (
          <Row key={itemId} title={`${at + 1}. ${title}`} aside={<Note>{minutes} 分钟</Note>} />
        ))}
      </Card>
    )
  }
  return (
    <>
      {agenda.map(({ itemId, title, text, outcome, decisions }) => (
        <Card key={itemId} title={title} aside={<Note>{outcomeWords[outcome]}</Note>}>
          <Note>{text}</Note>
          {decisions.map((decision) => (
            <Row key={decisionText(decision)} title={decisionText(decision)} />
          ))}
        </Card>
      ))}
    </>
  )
}
