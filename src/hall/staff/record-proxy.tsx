import { View } from '@tarojs/components'
import { useState } from 'react'
import { hall } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Button } from '../../ui/button'
import { Note } from '../../ui/card'
import { PhotosField } from '../../ui/photos-field'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import type { RollRow } from '../ballot-words'

/** 登记书面委托: who votes for a household, with a photo of its letter. */
export function RecordProxy({
  centreId,
  ballotId,
  row,
}: {
  centreId: string
  ballotId: string
  row: RollRow
}) {
  const [isOpen, setOpen] = useState(false)
  const [phone, setPhone] = useState('')
  const [letter, setLetter] = useState<readonly string[]>([])
  const { send, busy, refusal } = useWrite(hall.recordProxy)
  const { rollId, title, proxy } = row
  const record = async () => {
    const [photo] = letter
    const done = photo && (await send({ centreId, ballotId, rollId, phone, letter: photo }))
    if (!done) return
    setOpen(false)
    say(`记下了,由 ${done.proxy} 替 ${title} 投,已通知他`)
  }
  const text = proxy === '' ? '登记书面委托' : '换受托人'
  return (
    <View>
      <Button text={text} label={`${title} ${text}`} kind="quiet" onTap={() => setOpen(true)} />
      {isOpen && (
        <Sheet title={`${title} 委托谁投票`} open onClose={() => setOpen(false)}>
          <TextField
            label="受托人的手机号"
            hint="他要是本社区登记过的居民,一个人最多替三户投"
            value={phone}
            onChange={setPhone}
            max={11}
            keyboard="number"
            error={refusal?.fields.phone}
          />
          <PhotosField label="委托书照片" value={letter} onChange={(photos) => setLetter(photos)} most={1} />
          <RefusalNotice refusal={refusal} />
          <Button
            kind="main"
            text="记下委托"
            busy={busy}
            disabled={phone.length !== 11 || letter.length === 0}
            onTap={() => void record()}
          />
          {letter.length === 0 && <Note>要有手机号和委托书照片</Note>}
        </Sheet>
      )}
    </View>
  )
}
