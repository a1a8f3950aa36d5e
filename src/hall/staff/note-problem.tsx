import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'

/** How it goes, for colleagues and the one who raised it; the deadline stays. */
export function NoteProblem({ centreId, problemId }: { centreId: string; problemId: string }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const { send, busy, refusal } = useWrite(hall.noteProblem)
  const save = async () => {
    if (!(await send({ centreId, problemId, text: text.trim() }))) return
    setText('')
    setOpen(false)
    say('记下了')
  }
  return (
    <>
      <Button text="记一笔进展" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title="办到哪一步了" open onClose={() => setOpen(false)}>
          <TextField
            label="进展"
            hint="提的人也看得到"
            placeholder="比如:路灯所说周三来换"
            value={text}
            onChange={setText}
            max={200}
            tall
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text="记下来"
            kind="main"
            busy={busy}
            disabled={text.trim() === ''}
            onTap={() => void save()}
          />
        </Sheet>
      )}
    </>
  )
}
