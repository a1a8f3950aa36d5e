import { useState } from 'react'
import { addDays, asInstant, shanghaiDay } from '../../../types/common/time'
import { Button } from '../../ui/button'
import { DayField } from '../../ui/day-field'
import { Row } from '../../ui/row'
import { TextField } from '../../ui/text-field'
import { decisionText } from '../session-digest.rule'
import type { AgendaItem } from '../session-shown'

type Decisions = AgendaItem['decisions']

const mostDecisions = 10
const usualDays = 7

interface DecisionsFieldProps {
  /** Which item of the agenda they belong to, from 1. */
  no: number
  decisions: Decisions
  onChange: (decisions: Decisions) => void
}

/** What was decided: who does what by when. */
export function DecisionsField({ no, decisions, onChange }: DecisionsFieldProps) {
  const [text, setText] = useState('')
  const [who, setWho] = useState('')
  const [byDay, setByDay] = useState(addDays(shanghaiDay(asInstant(Date.now())), usualDays))
  const add = () => {
    onChange([...decisions, { text: text.trim(), who: who.trim(), byDay }])
    setText('')
    setWho('')
  }
  return (
    <>
      {decisions.map((decision, at) => (
        <Row
          key={decisionText(decision)}
          title={decisionText(decision)}
          aside={
            <Button
              text="去掉"
              label={`去掉第 ${no} 项定下的第 ${at + 1} 件`}
              kind="quiet"
              onTap={() => onChange(decisions.filter((_, other) => other !== at))}
            />
          }
        />
      ))}
      <TextField label={`第 ${no} 项定了做什么`} value={text} onChange={setText} max={200} />
      <TextField label={`第 ${no} 项谁来做`} value={who} onChange={setWho} max={30} />
      <DayField label={`第 ${no} 项哪天以前`} value={byDay} onChange={setByDay} />
      <Button
        text="加上这一件"
        label={`加上这一件,第 ${no} 项`}
        disabled={text.trim() === '' || who.trim() === '' || decisions.length >= mostDecisions}
        onTap={add}
      />
    </>
  )
}
