import { View } from '@tarojs/components'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import type { Asked } from './answer-question'

/** Whoever booked did not come: the question is not counted as asked. */
export function MarkAbsent({ centreId, dayId, question }: Asked) {
  const { questionId, topic } = question
  const { send, busy, refusal } = useWrite(hall.answerQuestion)
  const save = async () => {
    const absent = { centreId, dayId, questionId, outcome: 'absent' as const, answer: '' }
    if (await send(absent)) say('记好了,不算进问的件数')
  }
  return (
    <View>
      <Button text="没来" label={`没来,${topic}`} kind="quiet" busy={busy} onTap={() => void save()} />
      <RefusalNotice refusal={refusal} />
    </View>
  )
}
