import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayText } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import type { Asked } from './answer-question'
import { isProblemReady, newProblemDraft, problemFactsOf } from './problem-draft'
import { ProblemFields } from './problem-fields'

/** 列入问题清单: what cannot be answered on the spot gets a measure, units, somebody who sees to it, and five days. */
export function ListQuestion({ centreId, dayId, question }: Asked) {
  const { questionId, topic } = question
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(() => newProblemDraft(topic))
  const { send, busy, refusal } = useWrite(hall.listQuestion)
  const isReady = isProblemReady(draft)
  const save = async () => {
    const listed = await send({ centreId, dayId, questionId, ...problemFactsOf(draft) })
    if (listed) say(`列入问题清单了,${dayText(listed.dueDay)}前办完`)
  }
  return (
    <View>
      <Button text="列入问题清单" label={`列入问题清单,${topic}`} onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={topic} open onClose={() => setOpen(false)}>
          <ProblemFields
            centreId={centreId}
            draft={draft}
            onChange={setDraft}
            errors={refusal?.fields ?? {}}
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text="列上,5 个工作日内办完"
            kind="main"
            busy={busy}
            disabled={!isReady}
            onTap={() => void save()}
          />
          {!isReady && <Note>四项都写好才能列上</Note>}
        </Sheet>
      )}
    </View>
  )
}
