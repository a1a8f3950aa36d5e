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

/** 门口来的人: written in without a slot; the sheet stays open for the next one. */
export function WriteInQuestion({ centreId, dayId }: { centreId: string; dayId: string }) {
  const [open, setOpen] = useState(false)
  const [topic, setTopic] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const { send, busy, refusal } = useWrite(hall.writeInQuestion)
  const isReady = topic.trim() !== '' && name.trim() !== ''
  const errors = refusal?.fields ?? {}
  const save = async () => {
    const asker = { name: name.trim(), ...(phone !== '' && { phone }) }
    if (!(await send({ centreId, dayId, topic: topic.trim(), ...asker }))) return
    say('记好了,可以接着记下一位')
    setTopic('')
    setName('')
    setPhone('')
  }
  return (
    <View>
      <Button text="记一位没约的" onTap={() => setOpen(true)} />
      {open && (
        <Sheet title="没约的人来问" open onClose={() => setOpen(false)}>
          <TextField label="问什么" value={topic} onChange={setTopic} max={200} error={errors.topic} tall />
          <TextField label="怎么称呼" value={name} onChange={setName} max={20} error={errors.name} />
          <TextField
            label="电话"
            hint="可以不留;留了好回话,平时看不到"
            value={phone}
            onChange={setPhone}
            max={11}
            keyboard="number"
            error={errors.phone}
          />
          <RefusalNotice refusal={refusal} />
          <Button text="记下来" kind="main" busy={busy} disabled={!isReady} onTap={() => void save()} />
          {!isReady && <Note>写上问什么、怎么称呼</Note>}
        </Sheet>
      )}
    </View>
  )
}
