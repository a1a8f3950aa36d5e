import { View } from '@tarojs/components'
import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { WelfareCheck } from '../shown'

/** What was tried so far, for the colleagues who look as well; the reminders go on. */
export function NoteCheck({ centreId, check }: { centreId: string; check: WelfareCheck }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const { send, busy, refusal } = useWrite(canteen.noteWelfareCheck)
  const { checkId, building, room, name } = check
  const door = `${building} ${room} ${name}`
  const save = async () => {
    if (!(await send({ centreId, checkId, text: text.trim() }))) return
    setText('')
    setOpen(false)
    say('记下了,还没联系上会接着提醒')
  }
  return (
    <View>
      <Button text="记一笔" label={`记一笔,${door}`} onTap={() => setOpen(true)} />
      {open && (
        <Sheet title={`${door},找到哪一步了`} open onClose={() => setOpen(false)}>
          <TextField
            label="做了什么"
            placeholder="比如:打了两次电话没人接,让楼长去敲门"
            value={text}
            onChange={setText}
            max={100}
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
    </View>
  )
}
