import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { PhotosField } from '../../ui/photos-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { ProblemStory } from '../shown'

/** 办完: how, with photos; then it waits for the one who raised it. */
export function FinishProblem({ centreId, problem }: { centreId: string; problem: ProblemStory }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [evidence, setEvidence] = useState<string[]>([])
  const { send, busy, refusal } = useWrite(hall.finishProblem)
  const { problemId, hasRaiser } = problem
  const who = hasRaiser ? '提的人' : '书记'
  const finish = async () => {
    if (!(await send({ centreId, problemId, text: text.trim(), evidence }))) return
    setOpen(false)
    say(`已经请${who}来看`)
  }
  const missing = text.trim() === '' || evidence.length === 0
  return (
    <>
      <MainButton text="办完了" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title="怎么办好的" open onClose={() => setOpen(false)}>
          <TextField
            label="办法和结果"
            placeholder="比如:换了灯头,夜里试过亮了"
            value={text}
            onChange={setText}
            max={300}
            tall
          />
          <PhotosField label="办完的照片" value={evidence} onChange={setEvidence} />
          <RefusalNotice refusal={refusal} />
          <Button
            text={`请${who}确认`}
            kind="main"
            busy={busy}
            disabled={missing}
            onTap={() => void finish()}
          />
          {missing && <Note>写一句怎么办的,再附一张照片</Note>}
        </Sheet>
      )}
    </>
  )
}
