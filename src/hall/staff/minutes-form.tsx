import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Card, Note, Side } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { type AgendaItem, outcomeWords } from '../session-shown'
import { DecisionsField } from './decisions-field'

interface MinutesFormProps {
  centreId: string
  sessionId: string
  item: AgendaItem
  /** Which item it is, from 1. */
  no: number
  /** How often the session had been changed when this was read. */
  seen: number
}

const outcomes = (['continued', 'resolved', 'dropped'] as const).map((value) => ({
  value,
  word: outcomeWords[value],
}))

/** 会议记录 of one item: what was said, what came of it, who does what by when. */
export function MinutesForm({ centreId, sessionId, item, no, seen }: MinutesFormProps) {
  const { send, busy, refusal } = useWrite(hall.saveMinutes)
  const { itemId, title } = item
  const [text, setText] = useState(item.text)
  const [outcome, setOutcome] = useState(item.outcome === '' ? undefined : item.outcome)
  const [decisions, setDecisions] = useState<AgendaItem['decisions']>(item.decisions)
  const isWhole = text.trim() !== '' && outcome !== undefined
  const save = async () => {
    if (!outcome) return
    const input = { centreId, sessionId, itemId, text: text.trim(), outcome, decisions, seen }
    if (await send(input)) say('记好了')
  }
  return (
    <Card title={`${no}. ${title}`} aside={<Note>{outcomeWords[item.outcome]}</Note>}>
      <TextField label={`第 ${no} 项说了什么`} value={text} onChange={setText} max={2000} tall />
      <ChooseOne label={`第 ${no} 项的结果`} value={outcome} choices={outcomes} onChange={setOutcome} />
      <DecisionsField no={no} decisions={decisions} onChange={setDecisions} />
      <RefusalNotice refusal={refusal} />
      <Side>
        <Button
          text="记下这一项"
          label={`记下这一项,第 ${no} 项`}
          busy={busy}
          disabled={!isWhole}
          onTap={() => void save()}
        />
      </Side>
    </Card>
  )
}
