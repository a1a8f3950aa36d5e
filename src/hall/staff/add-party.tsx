import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PartyRole } from '../../../types/hall.words'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { SelectField } from '../../ui/select-field'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import { roleChoices } from './parties-field'

/** Somebody at the door who is not on the list. */
export function AddParty({ centreId, sessionId }: { centreId: string; sessionId: string }) {
  const { send, busy, refusal } = useWrite(hall.addParty)
  const [open, setOpen] = useState(false)
  const [role, setRole] = useState<PartyRole>('owner')
  const [title, setTitle] = useState('')
  const [name, setName] = useState('')
  const add = async () => {
    const done = await send({ centreId, sessionId, role, title: title.trim(), name: name.trim() })
    if (!done) return
    setOpen(false)
    setTitle('')
    setName('')
    say(`记上了,到会 ${done.present} 人`)
  }
  return (
    <View>
      <Button text="记一位门口来的" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title="门口来的人" open onClose={() => setOpen(false)}>
          <SelectField label="是谁那边的" choices={roleChoices} value={role} onChange={setRole} />
          <TextField label="单位或房号" value={title} onChange={setTitle} max={30} />
          <TextField label="姓名,可以不填" value={name} onChange={setName} max={20} />
          <RefusalNotice refusal={refusal} />
          <Button
            text="记上,算到会"
            kind="main"
            busy={busy}
            disabled={title.trim() === ''}
            onTap={() => void add()}
          />
        </Sheet>
      )}
    </View>
  )
}
