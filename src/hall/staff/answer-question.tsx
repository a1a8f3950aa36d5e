import { View } from '@tarojs/components'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { Question } from '../reception-words'

/** A question of a day that something is to come of. */
export interface Asked {
  centreId: string
  dayId: string
  question: Question
}

/** 当场答复: what was answered, in words that whoever booked reads too. */
export function AnswerQuestion({ centreId, dayId, question }: Asked) {
  const [open, setOpen] = useState(false)
  const [answer, setAnswer] = useState('')
  const { send, busy, refusal } = useWrite(hall.answerQuestion)
  const { questionId, topic, slot } = question
  const save = async () => {
    const input = { centreId, dayId, questionId, outcome: 'answered' as const, answer: answer.trim() }
    if (await send(input)) say(slot > 0 ? '记好了,约的人也收到了' : '记好了')
  }
  return (
    <View>
      <Button text="当场答复" label={`当场答复,${topic}`} onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={topic} open onClose={() => setOpen(false)}>
          <TextField
            label="怎么答复的"
            placeholder="比如:明天下午换灯头"
            value={answer}
            onChange={setAnswer}
            max={500}
            error={refusal?.fields.answer}
            tall
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text="记下答复"
            kind="main"
            busy={busy}
            disabled={answer.trim() === ''}
            onTap={() => void save()}
          />
          {answer.trim() === '' && <Note>写一句就行</Note>}
        </Sheet>
      )}
    </View>
  )
}
