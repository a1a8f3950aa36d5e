import { useState } from 'react'
import { dayText } from '../../../types/common/time'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { NumberField } from '../../ui/number-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'

interface ExtendProblemProps {
  centreId: string
  problemId: string
  /** Tells the button from others on the same page. */
  label?: string
}

/** 延期: some working days more, with the reason; twice at most. */
export function ExtendProblem({ centreId, problemId, label = '批准延期' }: ExtendProblemProps) {
  const [open, setOpen] = useState(false)
  const [workingDays, setWorkingDays] = useState(3)
  const [reason, setReason] = useState('')
  const { send, busy, refusal } = useWrite(hall.extendProblem)
  const extend = async () => {
    const done = await send({ centreId, problemId, workingDays, reason: reason.trim() })
    if (!done) return
    setOpen(false)
    setReason('')
    say(`延到 ${dayText(done.dueDay)}`)
  }
  return (
    <>
      <Button text="批准延期" label={label} kind="quiet" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title="批准延期" open onClose={() => setOpen(false)}>
          <NumberField
            label="再给几个工作日"
            hint="一个问题最多延两次"
            value={workingDays}
            onChange={setWorkingDays}
            min={1}
            max={20}
          />
          <TextField label="原因" value={reason} onChange={setReason} max={100} />
          <RefusalNotice refusal={refusal} />
          <Button
            text={`延 ${workingDays} 个工作日`}
            kind="main"
            busy={busy}
            disabled={reason.trim() === ''}
            onTap={() => void extend()}
          />
        </Sheet>
      )}
    </>
  )
}
