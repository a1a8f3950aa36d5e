import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { ask, say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { Matter } from '../shown'

interface OfMatter {
  centreId: string
  matter: Matter
}

const openStates: readonly Matter['state'][] = ['raised', 'underWay', 'answered']

/** What whoever looks at a matter can do: its raiser confirms or takes it back, a neighbour says 「我也是」. */
export function MatterActions({ centreId, matter }: OfMatter) {
  if (!openStates.includes(matter.state)) return null
  if (!matter.mine) return <BackMatter centreId={centreId} matter={matter} />
  return (
    <>
      {matter.state === 'answered' && <ConfirmMatter centreId={centreId} matter={matter} />}
      <WithdrawMatter centreId={centreId} matter={matter} />
    </>
  )
}

function BackMatter({ centreId, matter }: OfMatter) {
  const { send, busy, refusal } = useWrite(hall.backMatter)
  if (matter.backed) return <Note>您说过「我也是」,有答复会告诉您。</Note>
  const back = async () => {
    if (await send({ centreId, matterId: matter.matterId })) say('记上了,有答复会告诉您')
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <MainButton text="我也是" busy={busy} onTap={() => void back()} />
    </>
  )
}

function ConfirmMatter({ centreId, matter }: OfMatter) {
  const { send, busy, refusal } = useWrite(hall.confirmMatter)
  const [asking, setAsking] = useState(false)
  const [text, setText] = useState('')
  const { matterId } = matter
  const solved = async () => {
    if (await send({ centreId, matterId, solved: true, text: '' })) say('谢谢您,这件事办结了')
  }
  const unsolved = async () => {
    if (!(await send({ centreId, matterId, solved: false, text: text.trim() }))) return
    setAsking(false)
    say('记下了,社区接着办')
  }
  return (
    <>
      {!asking && <RefusalNotice refusal={refusal} />}
      <Button text="还没解决" onTap={() => setAsking(true)} />
      {asking && (
        <Sheet title="哪里还没解决" open onClose={() => setAsking(false)}>
          <TextField
            label="现在怎么样"
            placeholder="比如:亮了一晚又灭了"
            value={text}
            onChange={setText}
            max={200}
            tall
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text="告诉社区,接着办"
            kind="main"
            busy={busy}
            disabled={text.trim() === ''}
            onTap={() => void unsolved()}
          />
        </Sheet>
      )}
      <MainButton text="解决了" busy={busy} onTap={() => void solved()} />
    </>
  )
}

function WithdrawMatter({ centreId, matter }: OfMatter) {
  const { send, busy, refusal } = useWrite(hall.withdrawMatter)
  const withdraw = async () => {
    if (!(await ask('不提了', '撤回以后社区不再办这件事,也不能恢复。', '撤回'))) return
    if (await send({ centreId, matterId: matter.matterId })) say('已经撤回')
  }
  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Button text="不提了,撤回" kind="quiet" busy={busy} onTap={() => void withdraw()} />
    </>
  )
}
