import { View } from '@tarojs/components'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { ChooseOne } from '../../ui/choices'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import { clockOf, dayTime, momentOf, type ReceptionDay, slotStart } from '../reception-words'

/** 约时段: a time that is free and a few words, so that whoever listens can find out beforehand. */
export function BookSlot({ centreId, day }: { centreId: string; day: ReceptionDay }) {
  const [open, setOpen] = useState(false)
  const [slot, setSlot] = useState<number>()
  const [topic, setTopic] = useState('')
  const { send, busy, refusal } = useWrite(hall.bookSlot)
  const { dayId, title, free } = day
  // what somebody else took meanwhile is no longer chosen
  const chosen = slot !== undefined && free.includes(slot) ? slot : undefined
  const isReady = chosen !== undefined && topic.trim() !== ''
  const book = async () => {
    if (chosen === undefined) return
    const booked = await send({ centreId, dayId, slot: chosen, topic: topic.trim() })
    if (booked) say(`约好了,${momentOf(booked.at)}见`)
  }
  return (
    <View>
      <Button
        text="约一个时段"
        label={`约一个时段,${dayTime(day)}`}
        kind="main"
        onTap={() => setOpen(true)}
      />
      {open && (
        <Sheet title={`${title},几点来`} open onClose={() => setOpen(false)}>
          <ChooseOne
            label="几点来"
            value={chosen}
            onChange={setSlot}
            choices={free.map((one) => ({ value: one, word: clockOf(slotStart(day, one)) }))}
          />
          <TextField
            label="想问什么"
            placeholder="比如:楼道灯坏了一个月,什么时候修"
            value={topic}
            onChange={setTopic}
            max={200}
            error={refusal?.fields.topic}
            tall
          />
          <RefusalNotice refusal={refusal} />
          <Button
            text={chosen === undefined ? '约这个时段' : `约 ${clockOf(slotStart(day, chosen))}`}
            kind="main"
            busy={busy}
            disabled={!isReady}
            onTap={() => void book()}
          />
          {!isReady && <Note>选一个时间,再写一句想问什么,方便我们先去了解</Note>}
        </Sheet>
      )}
    </View>
  )
}
