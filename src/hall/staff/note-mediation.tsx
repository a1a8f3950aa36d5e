import { View } from '@tarojs/components'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { MomentField } from '../../ui/moment-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'

/** 记一次调解: when they met, where, what was said. */
export function NoteMediation({ centreId, mediationId }: { centreId: string; mediationId: string }) {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <Button text="记一次调解" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title="记一次调解" open onClose={() => setOpen(false)}>
          <SessionForm centreId={centreId} mediationId={mediationId} done={() => setOpen(false)} />
        </Sheet>
      )}
    </View>
  )
}

function SessionForm(props: { centreId: string; mediationId: string; done: () => void }) {
  const { centreId, mediationId, done } = props
  const [at, setAt] = useState<number>(Date.now)
  const [place, setPlace] = useState('')
  const [notes, setNotes] = useState('')
  const { send, busy, refusal } = useWrite(hall.noteMediation)
  const save = async () => {
    if (!(await send({ centreId, mediationId, at, place: place.trim(), notes: notes.trim() }))) return
    done()
    say('记好了,当事人看得到')
  }
  return (
    <>
      <MomentField label="什么时候" value={at} onChange={setAt} />
      <TextField label="在哪里" placeholder="比如:调解室" value={place} onChange={setPlace} max={60} />
      <TextField label="谈了什么" value={notes} onChange={setNotes} max={1000} tall />
      <RefusalNotice refusal={refusal} />
      <Button
        text="记下来"
        kind="main"
        busy={busy}
        disabled={place.trim() === '' || notes.trim() === ''}
        onTap={() => void save()}
      />
    </>
  )
}
